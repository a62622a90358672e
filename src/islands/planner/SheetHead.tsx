import { For, type JSX } from 'solid-js';
import type { GanttSheet, GanttSheets, Paper } from '../../drawing/gantt.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import { usePlanner } from './planner-state.ts';

/** Room of one sheet on the map of all sheets, and of its mark. */
const STEP = 4;
const MARK = { width: 3.4, height: 2.4 };
/** As many rows of sheets as the map draws at full size; more are drawn lower. */
const TALL = 3;
const MAP_HEIGHT = 9;

/** Above the chart of a sheet: which plan this is, which sheet of how many, and where it lies among them. */
export default function SheetHead(props: { sheet: GanttSheet; all: GanttSheets; paper: Paper }): JSX.Element {
  const planner = usePlanner();
  const { text, locale } = planner.props;
  const { sheet, all, paper } = props;
  const schedule = planner.dated()?.schedule;
  const left = paper.width - 1 - all.across * STEP;
  const rows = Math.max(TALL, all.down);
  return (
    <>
      <text class="sheet-title" x="0" y="5">
        {planner.stored()?.name}
      </text>
      <text class="sheet-sub" x="0" y="9.5">
        {fill(text.spans, {
          start: formatDay(schedule?.start ?? '', locale),
          finish: formatDay(schedule?.finish ?? '', locale),
          count: planner.rows().length,
        })}
      </text>
      <text class="sheet-sub" x={paper.width} y="5" text-anchor="end">
        {fill(text.page, { page: sheet.number, pages: all.sheets.length })}
      </text>
      <text class="sheet-sub" x={left - 2} y="9.5" text-anchor="end">
        {all.sheets.length > 1 ? text.sheetMap : ''}
      </text>
      <g transform={`translate(${left} 7)`}>
        <For each={all.sheets}>
          {(one) => (
            <rect
              class="map"
              data-here={one.number === sheet.number || undefined}
              x={one.across * STEP}
              y={(one.down * MAP_HEIGHT) / rows}
              width={MARK.width}
              height={Math.min(MARK.height, (MAP_HEIGHT - 1) / rows)}
            />
          )}
        </For>
      </g>
    </>
  );
}
