import { createMemo, For, Index, type JSX } from 'solid-js';
import { type AxisMark, axisMarks, axisUnits, type TimeScale, widthOf, xOf } from '../../drawing/gantt.ts';
import { axisText } from './axis-text.ts';
import { usePlanner } from './planner-state.ts';

/** Room that a label needs, in pixels. */
const ROOM = { year: 44, quarter: 24, month: 30, week: 18, day: 17 } as const;
/** The upper line names the year with each month. */
const UPPER_ROOM = 64;

/** The dates above the chart, in two lines. */
export default function GanttAxis(props: {
  scale: TimeScale;
  /** First and last day that are drawn. */
  sight: readonly [number, number];
  height: number;
}): JSX.Element {
  const { locale } = usePlanner().props;
  const units = () => axisUnits(props.scale.dayWidth);
  const roomFor = (level: 0 | 1) => (level === 0 && units()[0] !== 'year' ? UPPER_ROOM : ROOM[units()[level]]);
  const isRoom = (level: 0 | 1, { day, to }: AxisMark) => (to - day) * props.scale.dayWidth > roomFor(level);
  return (
    <svg class="axis" width={widthOf(props.scale)} height={props.height} role="presentation">
      <For each={[0, 1] as const}>
        {(level) => {
          const marks = createMemo(() => axisMarks(units()[level], props.sight[0], props.sight[1]));
          const top = () => (level === 0 ? 0 : props.height / 2);
          return (
            <>
              <path
                class="tick"
                d={marks()
                  .map(({ day }) => `M${xOf(props.scale, day)} ${top()}V${props.height}`)
                  .join('')}
              />
              <Index each={marks().filter((mark) => isRoom(level, mark))}>
                {(mark) => (
                  <text x={xOf(props.scale, mark().day) + 3} y={level === 0 ? 17 : props.height - 8}>
                    {axisText(units()[level], mark(), locale, level === 0)}
                  </text>
                )}
              </Index>
            </>
          );
        }}
      </For>
    </svg>
  );
}
