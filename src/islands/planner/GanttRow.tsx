import { createMemo, type JSX, Show } from 'solid-js';
import { dayNumber } from '../../domain/day.ts';
import { barOf, bracket, diamond, type Span, spanOf, type TimeScale, xOf } from '../../drawing/gantt.ts';
import { chartRow } from './chart-days.ts';
import type { GanttHand } from './gantt-drag.ts';
import { isOpening, usePlanner } from './planner-state.ts';
import type { RowView } from './row-view.ts';

interface GanttRowProps {
  view: RowView;
  rowHeight: number;
  scale: TimeScale;
  hand: GanttHand;
}

const BAR = 16;
/** A bar that is shorter can still be taken hold of. */
const GRIP = 24;

/** What one row has on the chart: its bar, what is done and what was planned, and what a hand takes hold of. */
export default function GanttRow(props: GanttRowProps): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const { id, row, dates, isSelected } = props.view;
  const middle = createMemo(() => (props.view.number() - 0.5) * props.rowHeight);
  const span = createMemo(
    (): Span | undefined => {
      const found = dates();
      return found && props.hand.dragged(id, barOf(props.scale, chartRow(found, row())));
    },
    undefined,
    { equals: (a, b) => a === b || (a?.x === b?.x && a?.width === b?.width) },
  );
  const base = createMemo(() => {
    const kept = planner.stored()?.baseline?.[id];
    return kept && spanOf(props.scale, dayNumber(kept.start), dayNumber(kept.finish));
  });
  const floatTo = () => {
    const found = dates();
    return found && found.totalFloat > 0 && found.state === 'open' && found.lateFinish > found.finish
      ? xOf(props.scale, dayNumber(found.lateFinish) + 1)
      : undefined;
  };
  const kind = () => dates()?.kind;
  const isFixed = createMemo(() => isOpening(planner, id));
  return (
    <Show when={span()}>
      {(at) => (
        <g
          ref={(group) => props.hand.holdStill(group, id)}
          data-row={id}
          data-selected={isSelected() || undefined}
          data-critical={dates()?.isCritical || undefined}
          data-late={(dates()?.lateBy ?? 0) > 0 || undefined}
        >
          <Show when={base()}>
            {(kept) => (
              <rect class="base" x={kept().x} y={middle() + 11} width={Math.max(2, kept().width)} height="4" />
            )}
          </Show>
          <Show when={kind() === 'stage'}>
            <path class="stage" d={bracket(at(), middle() - 6, 12)} />
          </Show>
          <Show when={kind() === 'milestone'}>
            <path class="milestone" data-fixed={isFixed() || undefined} d={diamond(at().x, middle(), 8)} />
            <Grab x={at().x - GRIP / 2} width={GRIP} fixed={isFixed()} />
            <LinkDot x={at().x + 19} />
          </Show>
          <Show when={kind() === 'task'}>
            <Show when={floatTo()}>
              {(to) => <path class="float-line" d={`M${at().x + at().width} ${middle()}H${to()}m0 -4v8`} />}
            </Show>
            <rect class="bar" x={at().x} y={middle() - BAR / 2} width={at().width} height={BAR} rx="2" />
            <Show when={dates()?.isCritical}>
              <line
                class="notch"
                x1={at().x + 3}
                x2={at().x + at().width - 1}
                y1={middle() - BAR / 2 + 1.5}
                y2={middle() - BAR / 2 + 1.5}
              />
            </Show>
            <Show when={(dates()?.percent ?? 0) > 0}>
              <rect
                class="done"
                x={at().x}
                y={middle() - 2.5}
                width={(at().width * (dates()?.percent ?? 0)) / 100}
                height="5"
              />
            </Show>
            <Grab x={at().x - Math.max(0, (GRIP - at().width) / 2)} width={Math.max(GRIP, at().width)} fixed={false} />
            <rect
              class="stretch"
              x={at().x + at().width - 3}
              y={middle() - props.rowHeight / 2}
              width="12"
              height={props.rowHeight}
              onPointerDown={(event) => props.hand.begin(event, id, 'stretch')}
            />
            <path class="stretch-mark" d={`M${at().x + at().width + 3} ${middle() - 6}v12`} />
            <LinkDot x={at().x + at().width + 17} />
          </Show>
          <Show when={(dates()?.lateBy ?? 0) > 0 && kind() !== 'stage'}>
            <text class="late" x={at().x + at().width + 28} y={middle() + 5}>
              ! {text.late.replace('{n}', String(dates()?.lateBy))}
            </text>
          </Show>
        </g>
      )}
    </Show>
  );

  /** What a hand takes hold of: as high as the row and never narrower than a finger can hit once it has chosen it. */
  function Grab(at: { x: number; width: number; fixed: boolean }): JSX.Element {
    return (
      <rect
        class="grab"
        data-fixed={at.fixed || undefined}
        x={at.x}
        y={middle() - props.rowHeight / 2}
        width={at.width}
        height={props.rowHeight}
        onPointerDown={(event) => {
          if (!at.fixed) props.hand.begin(event, id, 'move');
        }}
        onPointerUp={() => planner.select(id)}
      />
    );
  }

  function LinkDot(at: { x: number }): JSX.Element {
    return (
      <circle
        class="link-dot"
        cx={at.x}
        cy={middle()}
        r="6"
        onPointerDown={(event) => props.hand.begin(event, id, 'link')}
      />
    );
  }
}
