import { type JSX, Show } from 'solid-js';
import { dayNumber } from '../../domain/day.ts';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import { bracket, diamond, type Span, spanOf, type TimeScale, xOf } from '../../drawing/gantt.ts';
import type { GanttHand } from './gantt-drag.ts';
import { isOpening, usePlanner } from './planner-state.ts';

interface GanttRowProps {
  id: string;
  /** The middle of the row. */
  y: number;
  rowHeight: number;
  scale: TimeScale;
  spanOf(row: StoredRow): Span | undefined;
  hand: GanttHand;
}

const BAR = 16;
/** A bar that is shorter can still be taken hold of. */
const GRIP = 24;

/** What one row has on the chart: its bar, what is done and what was planned, and what a hand takes hold of. */
export default function GanttRow(props: GanttRowProps): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  // By id, and not by row: an edit makes new rows of all, and few of them look otherwise.
  const id = props.id;
  const dates = () => planner.dated()?.schedule.rows.get(id);
  const span = () => {
    const row = planner.rowOf(id);
    const found = row && props.spanOf(row);
    return found && props.hand.dragged(id, found);
  };
  const base = () => {
    const kept = planner.stored()?.baseline?.[id];
    return kept && spanOf(props.scale, dayNumber(kept.start), dayNumber(kept.finish));
  };
  const floatTo = () => {
    const found = dates();
    return found && found.totalFloat > 0 && found.state === 'open' && found.lateFinish > found.finish
      ? xOf(props.scale, dayNumber(found.lateFinish) + 1)
      : undefined;
  };
  const kind = () => dates()?.kind;
  return (
    <Show when={span()}>
      {(at) => (
        <g
          ref={(group) => props.hand.holdStill(group, id)}
          data-row={id}
          data-selected={planner.selected() === id || undefined}
          data-critical={dates()?.isCritical || undefined}
          data-late={(dates()?.lateBy ?? 0) > 0 || undefined}
        >
          <Show when={base()}>
            {(kept) => <rect class="base" x={kept().x} y={props.y + 11} width={Math.max(2, kept().width)} height="4" />}
          </Show>
          <Show when={kind() === 'stage'}>
            <path class="stage" d={bracket(at(), props.y - 6, 12)} />
          </Show>
          <Show when={kind() === 'milestone'}>
            <path class="milestone" data-fixed={isOpening(planner, id) || undefined} d={diamond(at().x, props.y, 8)} />
            <Grab id={id} x={at().x - GRIP / 2} width={GRIP} y={props.y} fixed={isOpening(planner, id)} />
            <LinkDot id={id} x={at().x + 19} y={props.y} />
          </Show>
          <Show when={kind() === 'task'}>
            <Show when={floatTo()}>
              {(to) => <path class="float-line" d={`M${at().x + at().width} ${props.y}H${to()}m0 -4v8`} />}
            </Show>
            <rect class="bar" x={at().x} y={props.y - BAR / 2} width={at().width} height={BAR} rx="2" />
            <Show when={dates()?.isCritical}>
              <line
                class="notch"
                x1={at().x + 3}
                x2={at().x + at().width - 1}
                y1={props.y - BAR / 2 + 1.5}
                y2={props.y - BAR / 2 + 1.5}
              />
            </Show>
            <Show when={(dates()?.percent ?? 0) > 0}>
              <rect
                class="done"
                x={at().x}
                y={props.y - 2.5}
                width={(at().width * (dates()?.percent ?? 0)) / 100}
                height="5"
              />
            </Show>
            <Grab
              id={id}
              x={at().x - Math.max(0, (GRIP - at().width) / 2)}
              width={Math.max(GRIP, at().width)}
              y={props.y}
              fixed={false}
            />
            <rect
              class="stretch"
              x={at().x + at().width - 3}
              y={props.y - props.rowHeight / 2}
              width="12"
              height={props.rowHeight}
              onPointerDown={(event) => props.hand.begin(event, id, 'stretch')}
            />
            <path class="stretch-mark" d={`M${at().x + at().width + 3} ${props.y - 6}v12`} />
            <LinkDot id={id} x={at().x + at().width + 17} y={props.y} />
          </Show>
          <Show when={(dates()?.lateBy ?? 0) > 0 && kind() !== 'stage'}>
            <text class="late" x={at().x + at().width + 28} y={props.y + 5}>
              ! {text.late.replace('{n}', String(dates()?.lateBy))}
            </text>
          </Show>
        </g>
      )}
    </Show>
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
          if (!at.fixed) props.hand.begin(event, at.id, 'move');
        }}
        onPointerUp={() => planner.select(at.id)}
      />
    );
  }

  function LinkDot(at: { id: string; x: number; y: number }): JSX.Element {
    return (
      <circle
        class="link-dot"
        cx={at.x}
        cy={at.y}
        r="6"
        onPointerDown={(event) => props.hand.begin(event, at.id, 'link')}
      />
    );
  }
}
