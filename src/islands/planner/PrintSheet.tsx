import { For, type JSX } from 'solid-js';
import type { GanttSheet, GanttSheets, Paper } from '../../drawing/gantt.ts';
import { fill } from '../../i18n/format.ts';
import { usePlanner } from './planner-state.ts';
import SheetBar from './SheetBar.tsx';
import SheetDays from './SheetDays.tsx';
import SheetHead from './SheetHead.tsx';
import SheetLegend from './SheetLegend.tsx';
import SheetNames from './SheetNames.tsx';

/** One sheet of paper. It stands by itself: title, dates, names, legend and its place among the others are on each. */
export default function PrintSheet(props: { sheet: GanttSheet; all: GanttSheets; paper: Paper }): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  // Drawn once for a print; nothing changes while it stands there.
  const { sheet, all, paper } = props;
  const { width, height, names, top, bottom } = paper;
  const rows = planner.rows().slice(...sheet.rows);
  const end = top + rows.length * paper.row;
  const middle = (index: number) => top + (index + 0.5) * paper.row;
  return (
    <svg
      class="sheet"
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={fill(text.page, { page: sheet.number, pages: all.sheets.length })}
    >
      <defs>
        <pattern id="sheet-hatch" width="2" height="2" patternUnits="userSpaceOnUse">
          <path d="M-.5 2.5L2.5 -.5" stroke="#777" stroke-width=".15" />
        </pattern>
      </defs>
      <SheetHead sheet={sheet} all={all} paper={paper} />
      <g transform={`translate(${names} 0)`}>
        <SheetDays scale={sheet.scale} top={top} end={end} />
      </g>
      {/* Over the days off, which would cut the lines between rows. */}
      <SheetNames rows={rows} paper={paper} middle={middle} />
      <g transform={`translate(${names} 0)`}>
        <For each={rows}>
          {(row, i) => <SheetBar row={row} y={middle(i())} scale={sheet.scale} right={width - names} />}
        </For>
        <rect class="sheet-frame" y={top} width={width - names} height={end - top} />
      </g>
      <SheetLegend y={height - bottom + 6} />
    </svg>
  );
}
