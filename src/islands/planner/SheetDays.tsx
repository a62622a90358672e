import { For, type JSX, Show } from 'solid-js';
import { dayNumber } from '../../domain/day.ts';
import { axisMarks, axisUnits, spanOf, type TimeScale, widthOf, xOf } from '../../drawing/gantt.ts';
import { axisText } from './axis-text.ts';
import { offRuns, unknownRuns } from './chart-days.ts';
import { usePlanner } from './planner-state.ts';

/** Room that a label needs, in millimetres. */
const UPPER_ROOM = 12;
const LOWER_ROOM = { year: 8, quarter: 5, month: 6, week: 3.4, day: 3.4 } as const;
/** Room that the label of today needs. */
const TODAY_ROOM = 20;
/** Days off are shown where a day is at least so wide. */
const OFF_FROM = 0.5;

/** The days of a sheet: dates on top, days off, days of which nothing is known, today. */
export default function SheetDays(props: { scale: TimeScale; top: number; end: number }): JSX.Element {
  const planner = usePlanner();
  const { text, locale } = planner.props;
  const { scale, top, end } = props;
  const units = axisUnits(scale.dayWidth, 4.2);
  const calendar = planner.calendar();
  const off = calendar && scale.dayWidth >= OFF_FROM ? offRuns(calendar, scale.from, scale.to) : [];
  const unknown = unknownRuns(planner.dated()?.schedule.years.unknown ?? [], scale.from, scale.to);
  const today = planner.day();
  const todayAt = today === undefined ? -1 : xOf(scale, dayNumber(today));
  const block = ([a, b]: readonly [number, number]) => ({ ...spanOf(scale, a, b), y: top, height: end - top });
  return (
    <>
      <For each={off}>{(run) => <rect class="sheet-off" {...block(run)} />}</For>
      <For each={unknown}>{(run) => <rect fill="url(#sheet-hatch)" {...block(run)} />}</For>
      <For each={[0, 1] as const}>
        {(level) => (
          <For each={axisMarks(units[level], scale.from, scale.to)}>
            {(mark) => (
              <>
                <line
                  class="sheet-rule"
                  x1={xOf(scale, mark.day)}
                  x2={xOf(scale, mark.day)}
                  y1={level === 0 ? top - 10 : top - 5}
                  y2={end}
                />
                <Show when={(mark.to - mark.day) * scale.dayWidth > (level === 0 ? UPPER_ROOM : LOWER_ROOM[units[1]])}>
                  <text class="sheet-axis" x={xOf(scale, mark.day) + 0.6} y={level === 0 ? top - 6.2 : top - 1.4}>
                    {axisText(units[level], mark, locale, level === 0)}
                  </text>
                </Show>
              </>
            )}
          </For>
        )}
      </For>
      <Show when={todayAt >= 0 && todayAt <= widthOf(scale)}>
        <line class="sheet-today" x1={todayAt} x2={todayAt} y1={top} y2={end} />
        {/* Below the frame, where no bar lies, and within the sheet. */}
        <text
          class="sheet-axis"
          x={todayAt}
          y={end + 3}
          text-anchor={todayAt > widthOf(scale) - TODAY_ROOM ? 'end' : 'start'}
        >
          {text.today} {today?.slice(5)}
        </text>
      </Show>
    </>
  );
}
