import { createMemo, For, type JSX, Show } from 'solid-js';
import { dayNumber } from '../../domain/day.ts';
import { DAY_WIDTH, dayAtX, spanOf, type TimeScale, widthOf, xOf, type Zoom } from '../../drawing/gantt.ts';
import { offRuns, unknownRuns } from './chart-days.ts';
import GanttAxis from './GanttAxis.tsx';
import GanttRow from './GanttRow.tsx';
import { createDrag } from './gantt-drag.ts';
import { createLinks } from './gantt-links.ts';
import { usePlanner } from './planner-state.ts';
import type { RowView } from './row-view.ts';

interface GanttChartProps {
  zoom: Zoom;
  range: readonly [number, number];
  /** Rows that are drawn. */
  views: readonly RowView[];
  /** What is in sight, from the chart's left edge. */
  left: number;
  width: number;
  rowHeight: number;
  headHeight: number;
}

/** The chart beside the table. What it shows and does, the table says and does too; so it is hidden from screen readers. */
export default function GanttChart(props: GanttChartProps): JSX.Element {
  const planner = usePlanner();
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
  const links = createLinks(planner, {
    views: () => props.views,
    scale,
    rowHeight: () => props.rowHeight,
  });
  /** One line for all days off, and one for the lines between rows: each is one thing to draw. */
  const offPath = createMemo(() =>
    off()
      .map((run) => spanOf(scale(), ...run))
      .map(({ x, width: wide }) => `M${x} 0h${wide}v${height()}h${-wide}z`)
      .join(''),
  );
  const rules = createMemo(() =>
    props.views.map((view) => `M0 ${view.number() * props.rowHeight - 0.5}h${width()}`).join(''),
  );

  const hand = createDrag(planner, {
    origin: () => body.getBoundingClientRect(),
    dayWidth: () => scale().dayWidth,
    rowHeight: () => props.rowHeight,
  });
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
        <path class="off" d={offPath()} />
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
        <path class="rule" d={rules()} />
        <Show when={links().plain}>
          <path class="link" d={links().plain} />
        </Show>
        <Show when={links().critical}>
          <path class="link" data-critical d={links().critical} />
        </Show>
        <For each={props.views}>
          {(view) => <GanttRow view={view} rowHeight={props.rowHeight} scale={scale()} hand={hand} />}
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
}
