import { type JSX, Show } from 'solid-js';
import { dayNumber } from '../../domain/day.ts';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import { barOf, bracket, clip, diamond, spanOf, type TimeScale } from '../../drawing/gantt.ts';
import { chartRow } from './chart-days.ts';
import { usePlanner } from './planner-state.ts';

/** What one row has on a sheet, cut to the days that the sheet shows; what goes on elsewhere is marked. */
export default function SheetBar(at: { row: StoredRow; y: number; scale: TimeScale; right: number }): JSX.Element {
  const planner = usePlanner();
  const dates = planner.dated()?.schedule.rows.get(at.row.id);
  if (!dates) return null;
  const { scale } = at;
  const whole = barOf(scale, chartRow(dates, at.row));
  const part = clip(whole, 0, at.right);
  const kept = planner.stored()?.baseline?.[at.row.id];
  const base = kept && clip(spanOf(scale, dayNumber(kept.start), dayNumber(kept.finish)), 0, at.right);
  const slack =
    dates.kind === 'task' && dates.totalFloat > 0 && dates.lateFinish > dates.finish
      ? clip(spanOf(scale, dayNumber(dates.finish) + 1, dayNumber(dates.lateFinish)), 0, at.right)
      : undefined;
  return (
    <>
      <Show when={base}>
        {(span) => <rect class="sheet-base" x={span().x} y={at.y + 1.6} width={span().width} height="0.8" />}
      </Show>
      <Show when={slack}>
        {(span) => <path class="sheet-float" d={`M${span().x} ${at.y}h${span().width}m0 -.9v1.8`} />}
      </Show>
      <Show when={part}>
        {(span) => (
          <>
            <Show when={dates.kind === 'stage'}>
              <path class="sheet-solid" d={bracket(span(), at.y - 1.2, 2)} />
            </Show>
            <Show when={dates.kind === 'milestone'}>
              <path class="sheet-solid" d={diamond(span().x, at.y, 1.6)} />
            </Show>
            <Show when={dates.kind === 'task'}>
              <rect
                class="sheet-bar"
                data-critical={dates.isCritical || undefined}
                x={span().x}
                y={at.y - 1.4}
                width={Math.max(0.3, span().width)}
                height="2.8"
              />
              <Show when={dates.isCritical && span().width > 2}>
                <path class="sheet-notch" d={`M${span().x + 1} ${at.y - 1.1}h${span().width - 1.5}`} />
              </Show>
              <Show when={dates.percent > 0}>
                <path class="sheet-done" d={`M${span().x} ${at.y + 0.5}h${(span().width * dates.percent) / 100}`} />
              </Show>
            </Show>
            <Show when={span().cutLeft}>
              <text class="sheet-axis sheet-cut" x="0.3" y={at.y + 1}>
                ◂
              </text>
            </Show>
            <Show when={span().cutRight}>
              <text class="sheet-axis sheet-cut" x={at.right - 0.3} y={at.y + 1} text-anchor="end">
                ▸
              </text>
            </Show>
          </>
        )}
      </Show>
    </>
  );
}
