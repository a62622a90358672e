import { createMemo, For, Index, type JSX, Show } from 'solid-js';
import { dayNumber } from '../../domain/day.ts';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import {
  barOf,
  bracket,
  DAY_WIDTH,
  dayAtX,
  diamond,
  linkPath,
  spanOf,
  type TimeScale,
  widthOf,
  xOf,
  type Zoom,
} from '../../drawing/gantt.ts';
import { chartRow, offRuns, unknownRuns } from './chart-days.ts';
import GanttAxis from './GanttAxis.tsx';
import { createDrag } from './gantt-drag.ts';
import { usePlanner } from './planner-state.ts';

interface GanttChartProps {
  zoom: Zoom;
  range: readonly [number, number];
  /** Rows that are drawn, and the place of the first of them. */
  ids: readonly string[];
  first: number;
  /** What is in sight, from the chart's left edge. */
  left: number;
  width: number;
  rowHeight: number;
  headHeight: number;
}

const BAR = 16;
/** A bar that is shorter can still be taken hold of. */
const GRIP = 24;

/** The chart beside the table. What it shows and does, the table says and does too; so it is hidden from screen readers. */
export default function GanttChart(props: GanttChartProps): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  let body!: SVGSVGElement;

  const scale = createMemo<TimeScale>(() => ({
    from: props.range[0],
    to: props.range[1],
    dayWidth: DAY_WIDTH[props.zoom],
  }));
  const width = () => widthOf(scale());
  const height = () => planner.rows().length * props.rowHeight;
  /** Days in sight, with room on both sides, in steps so that scrolling a little draws nothing. */
  const sight = createMemo<readonly [number, number]>(
    (): readonly [number, number] => {
      const step = 400;
      const left = Math.floor((props.left - 300) / step) * step;
      const right = Math.ceil((props.left + props.width + 300) / step) * step;
      const { from, to } = scale();
      return [Math.max(from, dayAtX(scale(), left)), Math.min(to, dayAtX(scale(), right))];
    },
    [0, 0],
    { equals: (a, b) => a[0] === b[0] && a[1] === b[1] },
  );
  const off = createMemo(() => {
    const calendar = planner.calendar();
    return calendar && scale().dayWidth >= 3 ? offRuns(calendar, sight()[0], sight()[1]) : [];
  });
  const unknown = createMemo(() => unknownRuns(planner.dated()?.schedule.years.unknown ?? [], sight()[0], sight()[1]));
  const middle = (index: number) => index * props.rowHeight + props.rowHeight / 2;
  const datesOf = (id: string) => planner.dated()?.schedule.rows.get(id);
  const spanOfRow = (row: StoredRow) => {
    const dates = datesOf(row.id);
    return dates && barOf(scale(), chartRow(dates, row));
  };
  /** Rows that wait for a row, by its id. */
  const waiting = createMemo(() => {
    const found = new Map<string, StoredRow[]>();
    for (const row of planner.rows()) {
      for (const { from } of row.after) {
        const like = found.get(from);
        if (like) like.push(row);
        else found.set(from, [row]);
      }
    }
    return found;
  });
  /** A link is drawn when either end is in sight. */
  const links = createMemo(() => {
    const rows = planner.rows();
    const drawn: { path: string; isCritical: boolean }[] = [];
    const numbers = planner.numbers();
    const add = (row: StoredRow, index: number, only?: string): void => {
      const to = spanOfRow(row);
      if (!to) return;
      for (const link of row.after) {
        if (only !== undefined && link.from !== only) continue;
        const at = (numbers.get(link.from) ?? 0) - 1;
        const before = rows[at];
        const from = before && spanOfRow(before);
        if (!from) continue;
        drawn.push({
          path: linkPath(link.type, from, middle(at), to, middle(index)),
          isCritical: datesOf(row.id)?.isCritical === true && datesOf(link.from)?.isCritical === true,
        });
      }
    };
    for (const [i, id] of props.ids.entries()) {
      const row = planner.rowOf(id);
      if (row) add(row, props.first + i);
      for (const next of waiting().get(id) ?? []) {
        const at = (numbers.get(next.id) ?? 0) - 1;
        if (at < props.first || at >= props.first + props.ids.length) add(next, at, id);
      }
    }
    return drawn;
  });

  const hand = createDrag(planner, {
    origin: () => body.getBoundingClientRect(),
    dayWidth: () => scale().dayWidth,
    rowHeight: () => props.rowHeight,
  });
  const isFixed = (id: string) => {
    const direction = planner.stored()?.direction;
    return direction?.from === 'opening' && direction.milestone === id;
  };
  const todayX = () => {
    const on = planner.day();
    const number = on === undefined ? undefined : dayNumber(on);
    return number === undefined || number < scale().from || number > scale().to ? undefined : xOf(scale(), number);
  };

  return (
    <div class="plan-chart" aria-hidden="true" data-today={todayX()}>
      <GanttAxis scale={scale()} sight={sight()} height={props.headHeight} />
      <svg
        ref={body}
        class="bars"
        width={width()}
        height={height()}
        role="presentation"
        onPointerMove={hand.move}
        onPointerUp={hand.end}
        onPointerCancel={hand.stop}
      >
        <defs>
          <pattern id="gantt-hatch" width="8" height="8" patternUnits="userSpaceOnUse">
            <path d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6" />
          </pattern>
        </defs>
        <For each={off()}>
          {([a, b]) => (
            <rect class="off" x={spanOf(scale(), a, b).x} width={spanOf(scale(), a, b).width} height={height()} />
          )}
        </For>
        <For each={unknown()}>
          {([a, b]) => (
            <rect
              class="unknown"
              fill="url(#gantt-hatch)"
              x={spanOf(scale(), a, b).x}
              width={spanOf(scale(), a, b).width}
              height={height()}
            />
          )}
        </For>
        <For each={props.ids}>
          {(_, i) => (
            <line
              class="rule"
              x2={width()}
              y1={(props.first + i() + 1) * props.rowHeight - 0.5}
              y2={(props.first + i() + 1) * props.rowHeight - 0.5}
            />
          )}
        </For>
        <Index each={links()}>
          {(link) => <path class="link" data-critical={link().isCritical || undefined} d={link().path} />}
        </Index>
        <For each={props.ids}>
          {(id, i) => {
            // By id, and not by row: an edit makes new rows of all, and few of them look otherwise.
            const row = () => planner.rowOf(id) as StoredRow;
            const y = () => middle(props.first + i());
            const dates = () => datesOf(id);
            const span = () => {
              const found = planner.rowOf(id) && spanOfRow(row());
              return found && hand.dragged(id, found);
            };
            const base = () => {
              const kept = planner.stored()?.baseline?.[id];
              return kept && spanOf(scale(), dayNumber(kept.start), dayNumber(kept.finish));
            };
            const floatTo = () => {
              const found = dates();
              return found && found.totalFloat > 0 && found.state === 'open' && found.lateFinish > found.finish
                ? xOf(scale(), dayNumber(found.lateFinish) + 1)
                : undefined;
            };
            const kind = () => dates()?.kind;
            return (
              <Show when={span()}>
                {(at) => (
                  <g
                    ref={(group) => hand.holdStill(group, id)}
                    data-row={id}
                    data-selected={planner.selected() === id || undefined}
                    data-critical={dates()?.isCritical || undefined}
                    data-late={(dates()?.lateBy ?? 0) > 0 || undefined}
                  >
                    <Show when={base()}>
                      {(kept) => (
                        <rect class="base" x={kept().x} y={y() + 11} width={Math.max(2, kept().width)} height="4" />
                      )}
                    </Show>
                    <Show when={kind() === 'stage'}>
                      <path class="stage" d={bracket(at(), y() - 6, 12)} />
                    </Show>
                    <Show when={kind() === 'milestone'}>
                      <path class="milestone" data-fixed={isFixed(id) || undefined} d={diamond(at().x, y(), 8)} />
                      <Grab id={id} x={at().x - GRIP / 2} width={GRIP} y={y()} fixed={isFixed(id)} />
                      <LinkDot id={id} x={at().x + 19} y={y()} />
                    </Show>
                    <Show when={kind() === 'task'}>
                      <Show when={floatTo()}>
                        {(to) => <path class="float-line" d={`M${at().x + at().width} ${y()}H${to()}m0 -4v8`} />}
                      </Show>
                      <rect class="bar" x={at().x} y={y() - BAR / 2} width={at().width} height={BAR} rx="2" />
                      <Show when={dates()?.isCritical}>
                        <line
                          class="notch"
                          x1={at().x + 3}
                          x2={at().x + at().width - 1}
                          y1={y() - BAR / 2 + 1.5}
                          y2={y() - BAR / 2 + 1.5}
                        />
                      </Show>
                      <Show when={(dates()?.percent ?? 0) > 0}>
                        <rect
                          class="done"
                          x={at().x}
                          y={y() - 2.5}
                          width={(at().width * (dates()?.percent ?? 0)) / 100}
                          height="5"
                        />
                      </Show>
                      <Grab
                        id={id}
                        x={at().x - Math.max(0, (GRIP - at().width) / 2)}
                        width={Math.max(GRIP, at().width)}
                        y={y()}
                        fixed={false}
                      />
                      <rect
                        class="stretch"
                        x={at().x + at().width - 3}
                        y={y() - props.rowHeight / 2}
                        width="12"
                        height={props.rowHeight}
                        onPointerDown={(event) => hand.begin(event, id, 'stretch')}
                      />
                      <path class="stretch-mark" d={`M${at().x + at().width + 3} ${y() - 6}v12`} />
                      <LinkDot id={id} x={at().x + at().width + 17} y={y()} />
                    </Show>
                    <Show when={(dates()?.lateBy ?? 0) > 0 && kind() !== 'stage'}>
                      <text class="late" x={at().x + at().width + 28} y={y() + 5}>
                        ! {text.late.replace('{n}', String(dates()?.lateBy))}
                      </text>
                    </Show>
                  </g>
                )}
              </Show>
            );
          }}
        </For>
        <Show when={todayX() !== undefined}>
          <line class="today" x1={todayX()} x2={todayX()} y2={height()} />
        </Show>
        <Show when={hand.draggedTo()}>
          {(day) => (
            <text class="drag-day" x={hand.drag()?.x} y={(hand.drag()?.y ?? 0) - 14} text-anchor="middle">
              {day()}
            </text>
          )}
        </Show>
        <Show when={hand.drag()?.mode === 'link' && hand.drag()}>
          {(now) => <line class="linking" x1={now().fromX} y1={now().fromY} x2={now().x} y2={now().y} />}
        </Show>
      </svg>
    </div>
  );

  /** What a hand takes hold of: as high as the row and never narrower than a finger can hit once it has chosen it. */
  function Grab(at: { id: string; x: number; width: number; y: number; fixed: boolean }): JSX.Element {
    return (
      <rect
        class="grab"
        data-fixed={at.fixed || undefined}
        x={at.x}
        y={at.y - props.rowHeight / 2}
        width={at.width}
        height={props.rowHeight}
        onPointerDown={(event) => {
          if (!at.fixed) hand.begin(event, at.id, 'move');
        }}
        onPointerUp={() => planner.select(at.id)}
      />
    );
  }

  function LinkDot(at: { id: string; x: number; y: number }): JSX.Element {
    return (
      <circle class="link-dot" cx={at.x} cy={at.y} r="6" onPointerDown={(event) => hand.begin(event, at.id, 'link')} />
    );
  }
}
