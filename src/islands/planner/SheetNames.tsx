import { For, type JSX } from 'solid-js';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import type { Paper } from '../../drawing/gantt.ts';
import { usePlanner } from './planner-state.ts';
import { shorten } from './sheet-text.ts';

/** Where the columns beside the names begin, in millimetres before the chart; the last one ends there. */
const START = 51;
const FINISH = 31;
const FLOAT = 1.5;
/** A row is set in by so much for each row that it lies below. */
const INDENT = 2;

/** At the left of each sheet: number, name and dates of its rows. */
export default function SheetNames(props: {
  rows: readonly StoredRow[];
  paper: Paper;
  middle(index: number): number;
}): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const { names, top, width, row: rowHeight } = props.paper;
  const schedule = planner.dated()?.schedule;
  const headY = top - 2;
  return (
    <>
      <text class="sheet-head" x="0" y={headY}>
        {text.number} {text.task}
      </text>
      <text class="sheet-head" x={names - START} y={headY}>
        {text.start}
      </text>
      <text class="sheet-head" x={names - FINISH} y={headY}>
        {text.finish}
      </text>
      <text class="sheet-head" x={names - FLOAT} y={headY} text-anchor="end">
        {text.float}
      </text>
      <For each={props.rows}>
        {(row, i) => {
          const dates = schedule?.rows.get(row.id);
          const left = INDENT * Math.min(4, planner.levels().get(row.id) ?? 0);
          const isStage = dates?.kind === 'stage';
          const y = props.middle(i()) + 1.1;
          const rule = top + (i() + 1) * rowHeight;
          return (
            <g class={isStage ? 'sheet-stage' : undefined}>
              <text class="sheet-row" x={left} y={y}>
                {planner.numbers().get(row.id)} {shorten(row.name ?? row.id, names - START - 3 - left)}
              </text>
              <text class="sheet-row" x={names - START} y={y}>
                {dates?.start}
              </text>
              <text class="sheet-row" x={names - FINISH} y={y}>
                {dates?.finish}
              </text>
              <text class="sheet-row" x={names - FLOAT} y={y} text-anchor="end">
                {isStage ? '' : dates?.isCritical ? text.critical : (dates?.totalFloat ?? '')}
              </text>
              <line class="sheet-rule" x2={width} y1={rule} y2={rule} />
            </g>
          );
        }}
      </For>
    </>
  );
}
