import { createEffect, createMemo, createSignal, For, Index, type JSX, onCleanup, Show } from 'solid-js';
import { workdaysBetween } from '../../domain/calendar/work-calendar.ts';
import { addDays, dayNumber } from '../../domain/day.ts';
import { startEdit } from '../../domain/schedule/start-edit.ts';
import type { RowEdit, StoredRow } from '../../domain/schedule/stored-plan.ts';
import {
  axisMarks,
  axisUnits,
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
import { axisText } from './axis-text.ts';
import { chartRow, offRuns, unknownRuns } from './chart-days.ts';
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

interface Drag {
  readonly id: string;
  readonly mode: 'move' | 'stretch' | 'link';
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
}

const BAR = 16;
/** A bar that is shorter can still be taken hold of. */
const GRIP = 24;
/** Room that a label of the time axis needs, in pixels. */
const LABEL_ROOM = { year: 44, quarter: 24, month: 30, week: 18, day: 17 } as const;
const UPPER_ROOM = 64;

/** The chart beside the table. What it shows and does, the table says and does too; so it is hidden from screen readers. */
export default function GanttChart(props: GanttChartProps): JSX.Element {
  const planner = usePlanner();
  const { text, locale } = planner.props;
  const [drag, setDrag] = createSignal<Drag>();
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
  const units = () => axisUnits(scale().dayWidth);
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
  const links = createMemo(() => {
    const rows = planner.rows();
    const drawn: { path: string; isCritical: boolean }[] = [];
    const numbers = planner.numbers();
    const add = (row: StoredRow, index: number): void => {
      const to = spanOfRow(row);
      if (!to) return;
      for (const link of row.after) {
        const at = (numbers.get(link.from) ?? 0) - 1;
        const before = rows[at];
        const from = before && spanOfRow(before);
        if (!from) continue;
        // A link is drawn when either end is in sight.
        drawn.push({
          path: linkPath(link.type, from, middle(at), to, middle(index)),
          isCritical: datesOf(row.id)?.isCritical === true && datesOf(link.from)?.isCritical === true,
        });
      }
    };
    for (const [i, id] of props.ids.entries()) {
      const row = planner.rowOf(id);
      if (row) add(row, props.first + i);
    }
    return drawn;
  });

  const begin = (event: PointerEvent, id: string, mode: Drag['mode']) => {
    if (event.button !== 0 || !event.isPrimary) return;
    // A finger that scrolls must not move tasks: the first tap chooses the row, the next touch takes hold of it.
    if (event.pointerType === 'touch' && planner.selected() !== id) return;
    event.preventDefault();
    planner.select(id);
    addEventListener('keydown', giveUp);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const at = body.getBoundingClientRect();
    const [x, y] = [event.clientX - at.left, event.clientY - at.top];
    setDrag({ id, mode, fromX: x, fromY: y, x, y });
  };
  const move = (event: PointerEvent) => {
    const now = drag();
    if (!now) return;
    const at = body.getBoundingClientRect();
    setDrag({ ...now, x: event.clientX - at.left, y: event.clientY - at.top });
  };
  const daysDragged = (now: Drag) => Math.round((now.x - now.fromX) / scale().dayWidth);
  /** A finger on the chosen row takes hold of it and scrolls nothing; some browsers do not heed `touch-action` in pictures. */
  const holdStill = (group: SVGGElement, id: string) => {
    const hold = (event: TouchEvent) => {
      if (drag()) event.preventDefault();
    };
    createEffect(() => {
      if (planner.selected() !== id) return;
      group.addEventListener('touchmove', hold, { passive: false });
      onCleanup(() => group.removeEventListener('touchmove', hold));
    });
  };
  const stop = () => {
    removeEventListener('keydown', giveUp);
    setDrag(undefined);
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stop();
  };
  onCleanup(stop);
  const end = () => {
    const now = drag();
    stop();
    const plan = planner.stored();
    const row = now && planner.rowOf(now.id);
    const dates = now && datesOf(now.id);
    const calendar = planner.calendar();
    if (!now || !plan || !row || !dates || !calendar) return;
    const days = daysDragged(now);
    let edit: RowEdit | undefined;
    if (now.mode === 'move' && days !== 0) edit = startEdit(row, plan.direction.from, addDays(dates.start, days));
    if (now.mode === 'stretch' && days !== 0) {
      const finish = addDays(dates.finish, days + 1);
      const worked = row.unit === 'workday' ? workdaysBetween(calendar, dates.start, finish) : row.duration + days;
      edit = { duration: Math.max(1, worked) };
    }
    if (now.mode === 'link') {
      const target = planner.rows()[Math.floor(now.y / props.rowHeight)];
      if (target && target.id !== row.id && !target.after.some((link) => link.from === row.id))
        void planner.edit(target.id, {
          after: [...target.after, { from: row.id, type: 'FS', lag: 0, unit: 'workday' }],
        });
      return;
    }
    if (edit) void planner.edit(row.id, edit);
  };
  const isFixed = (id: string) => {
    const direction = planner.stored()?.direction;
    return direction?.from === 'opening' && direction.milestone === id;
  };
  const roomFor = (level: 0 | 1) => (level === 0 && units()[0] !== 'year' ? UPPER_ROOM : LABEL_ROOM[units()[level]]);
  /** The day that a drag leads to. */
  const draggedTo = () => {
    const now = drag();
    const dates = now && now.mode !== 'link' ? datesOf(now.id) : undefined;
    return now && dates && addDays(now.mode === 'move' ? dates.start : dates.finish, daysDragged(now));
  };
  const todayX = () => {
    const on = planner.day();
    const number = on === undefined ? undefined : dayNumber(on);
    return number === undefined || number < scale().from || number > scale().to ? undefined : xOf(scale(), number);
  };
  /** The bar as it is being dragged. */
  const dragged = (id: string, span: { x: number; width: number }) => {
    const now = drag();
    if (now?.id !== id || now.mode === 'link') return span;
    const by = daysDragged(now) * scale().dayWidth;
    return now.mode === 'move'
      ? { x: span.x + by, width: span.width }
      : { x: span.x, width: Math.max(2, span.width + by) };
  };

  return (
    <div class="plan-chart" aria-hidden="true" data-today={todayX()}>
      <svg class="axis" width={width()} height={props.headHeight} role="presentation">
        <For each={[0, 1] as const}>
          {(level) => (
            <For each={axisMarks(units()[level], sight()[0], sight()[1])}>
              {(mark) => (
                <>
                  <line
                    class="tick"
                    x1={xOf(scale(), mark.day)}
                    x2={xOf(scale(), mark.day)}
                    y1={level === 0 ? 0 : props.headHeight / 2}
                    y2={props.headHeight}
                  />
                  <Show when={xOf(scale(), mark.to) - xOf(scale(), mark.day) > roomFor(level)}>
                    <text x={xOf(scale(), mark.day) + 3} y={level === 0 ? 17 : props.headHeight - 8}>
                      {axisText(units()[level], mark, locale, level === 0)}
                    </text>
                  </Show>
                </>
              )}
            </For>
          )}
        </For>
      </svg>
      <svg
        ref={body}
        class="bars"
        width={width()}
        height={height()}
        role="presentation"
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={stop}
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
              return found && dragged(id, found);
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
                    ref={(group) => holdStill(group, id)}
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
                        onPointerDown={(event) => begin(event, id, 'stretch')}
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
        <Show when={draggedTo()}>
          {(day) => (
            <text class="drag-day" x={drag()?.x} y={(drag()?.y ?? 0) - 14} text-anchor="middle">
              {day()}
            </text>
          )}
        </Show>
        <Show when={drag()?.mode === 'link' && drag()}>
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
          if (!at.fixed) begin(event, at.id, 'move');
        }}
        onPointerUp={() => planner.select(at.id)}
      />
    );
  }

  function LinkDot(at: { id: string; x: number; y: number }): JSX.Element {
    return <circle class="link-dot" cx={at.x} cy={at.y} r="6" onPointerDown={(event) => begin(event, at.id, 'link')} />;
  }
}
