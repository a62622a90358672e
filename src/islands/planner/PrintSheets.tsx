import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { dayNumber } from '../../domain/day.ts';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import {
  axisMarks,
  axisUnits,
  barOf,
  bracket,
  clip,
  diamond,
  type GanttSheet,
  type Paper,
  spanOf,
  tileSheets,
  xOf,
} from '../../drawing/gantt.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import { axisText } from './axis-text.ts';
import { chartRange, chartRow, offRuns, unknownRuns } from './chart-days.ts';
import { usePlanner } from './planner-state.ts';

/** Landscape sheets in millimetres, inside margins of 10 mm. */
const PAPERS: Readonly<Record<'a4' | 'a3', Paper>> = {
  a4: { width: 277, height: 186, names: 108, top: 22, bottom: 10, row: 6 },
  a3: { width: 400, height: 272, names: 122, top: 22, bottom: 10, row: 6 },
};

/** The chart on paper: dates on top, names at the left of each sheet, black and white. Drawn only while printing. */
export default function PrintSheets(props: { paper: 'a4' | 'a3'; across: number }): JSX.Element {
  const planner = usePlanner();
  const { text, locale } = planner.props;
  const [printing, setPrinting] = createSignal(false);
  onMount(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    onCleanup(() => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    });
  });
  const paper = () => PAPERS[props.paper];
  const tiles = createMemo(() => {
    const now = printing() ? planner.dated() : undefined;
    if (!now) return undefined;
    const [from, to] = chartRange(now.schedule, planner.day());
    return tileSheets(planner.rows().length, from, to, props.across, paper());
  });

  return (
    <Show when={planner.stored()}>
      <div class="plan-sheets" data-paper={props.paper}>
        <For each={tiles()?.sheets}>{(sheet) => <Sheet sheet={sheet} count={tiles()?.sheets.length ?? 1} />}</For>
      </div>
    </Show>
  );

  function Sheet(at: { sheet: GanttSheet; count: number }): JSX.Element {
    const { sheet } = at;
    const { width, height, names, top, bottom, row: rowHeight } = paper();
    const units = axisUnits(sheet.scale.dayWidth, 4.2);
    const rows = planner.rows().slice(...sheet.rows);
    const schedule = planner.dated()?.schedule;
    const calendar = planner.calendar();
    const end = top + rows.length * rowHeight;
    const right = width - names;
    const all = tiles();
    const y = (index: number) => top + index * rowHeight + rowHeight / 2;
    const today = planner.day();
    const todayAt = today === undefined ? -1 : xOf(sheet.scale, dayNumber(today));
    const off = calendar && sheet.scale.dayWidth >= 0.5 ? offRuns(calendar, sheet.scale.from, sheet.scale.to) : [];
    return (
      <svg
        class="sheet"
        width={`${width}mm`}
        height={`${height}mm`}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={fill(text.page, { page: sheet.number, pages: at.count })}
      >
        <defs>
          <pattern id="sheet-hatch" width="2" height="2" patternUnits="userSpaceOnUse">
            <path d="M-.5 2.5L2.5 -.5" stroke="#777" stroke-width=".15" />
          </pattern>
        </defs>
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
        <text class="sheet-sub" x={width} y="5" text-anchor="end">
          {fill(text.page, { page: sheet.number, pages: at.count })}
        </text>
        <text class="sheet-sub" x={width - 3 - (all?.across ?? 1) * 4} y="9.5" text-anchor="end">
          {all && all.sheets.length > 1 ? text.sheetMap : ''}
        </text>
        <g transform={`translate(${width - 1 - (all?.across ?? 1) * 4} 7)`}>
          <For each={all?.sheets}>
            {(one) => (
              <rect
                class="map"
                data-here={one.number === sheet.number || undefined}
                x={one.across * 4}
                y={(one.down * 9) / Math.max(3, all?.down ?? 1)}
                width="3.4"
                height={Math.min(2.4, 8 / Math.max(3, all?.down ?? 1))}
              />
            )}
          </For>
        </g>
        <text class="sheet-head" x="0" y={top - 2}>
          {text.number} {text.task}
        </text>
        <text class="sheet-head" x={names - 51} y={top - 2}>
          {text.start}
        </text>
        <text class="sheet-head" x={names - 31} y={top - 2}>
          {text.finish}
        </text>
        <text class="sheet-head" x={names - 1.5} y={top - 2} text-anchor="end">
          {text.float}
        </text>
        <For each={rows}>
          {(row, i) => {
            const dates = schedule?.rows.get(row.id);
            const level = Math.min(4, planner.levels().get(row.id) ?? 0);
            const isStage = dates?.kind === 'stage';
            return (
              <g class={isStage ? 'sheet-stage' : undefined}>
                <text class="sheet-row" x={level * 2} y={y(i()) + 1.1}>
                  {planner.numbers().get(row.id)} {shorten(row.name ?? row.id, names - 54 - level * 2)}
                </text>
                <text class="sheet-row" x={names - 51} y={y(i()) + 1.1}>
                  {dates?.start}
                </text>
                <text class="sheet-row" x={names - 31} y={y(i()) + 1.1}>
                  {dates?.finish}
                </text>
                <text class="sheet-row" x={names - 1.5} y={y(i()) + 1.1} text-anchor="end">
                  {isStage ? '' : dates?.isCritical ? text.critical : (dates?.totalFloat ?? '')}
                </text>
                <line class="sheet-rule" x2={width} y1={top + (i() + 1) * rowHeight} y2={top + (i() + 1) * rowHeight} />
              </g>
            );
          }}
        </For>
        <g transform={`translate(${names} 0)`}>
          <For each={off}>
            {([a, b]) => (
              <rect
                class="sheet-off"
                x={spanOf(sheet.scale, a, b).x}
                y={top}
                width={spanOf(sheet.scale, a, b).width}
                height={end - top}
              />
            )}
          </For>
          <For each={unknownRuns(schedule?.years.unknown ?? [], sheet.scale.from, sheet.scale.to)}>
            {([a, b]) => (
              <rect
                fill="url(#sheet-hatch)"
                x={spanOf(sheet.scale, a, b).x}
                y={top}
                width={spanOf(sheet.scale, a, b).width}
                height={end - top}
              />
            )}
          </For>
          <For each={[0, 1] as const}>
            {(level) => (
              <For each={axisMarks(units[level], sheet.scale.from, sheet.scale.to)}>
                {(mark) => (
                  <>
                    <line
                      class="sheet-rule"
                      x1={xOf(sheet.scale, mark.day)}
                      x2={xOf(sheet.scale, mark.day)}
                      y1={level === 0 ? top - 10 : top - 5}
                      y2={end}
                    />
                    <Show when={(mark.to - mark.day) * sheet.scale.dayWidth > (level === 0 ? 12 : 3.4)}>
                      <text
                        class="sheet-axis"
                        x={xOf(sheet.scale, mark.day) + 0.6}
                        y={level === 0 ? top - 6.2 : top - 1.4}
                      >
                        {axisText(units[level], mark, locale, level === 0)}
                      </text>
                    </Show>
                  </>
                )}
              </For>
            )}
          </For>
          <For each={rows}>{(row, i) => <SheetBar row={row} y={y(i())} sheet={sheet} right={right} />}</For>
          <Show when={todayAt >= 0 && todayAt <= right}>
            <line class="sheet-today" x1={todayAt} x2={todayAt} y1={top} y2={end} />
            <text class="sheet-axis" x={todayAt + 0.6} y={end - 0.8}>
              {text.today} {today?.slice(5)}
            </text>
          </Show>
          <rect class="sheet-frame" y={top} width={right} height={end - top} />
        </g>
        <Legend y={height - bottom + 6} />
      </svg>
    );
  }

  function Legend(at: { y: number }): JSX.Element {
    const marks: readonly (readonly [text: string, mark: JSX.Element])[] = [
      [text.legendTask, <rect class="sheet-bar" y="-2.6" width="7" height="2.8" />],
      [
        text.legendCritical,
        <>
          <rect class="sheet-bar" data-critical y="-2.6" width="7" height="2.8" />
          <path class="sheet-notch" d="M1 -2.3h5.5" />
        </>,
      ],
      [
        text.legendDone,
        <>
          <rect class="sheet-bar" y="-2.6" width="7" height="2.8" />
          <path class="sheet-done" d="M0 -.7h4.5" />
        </>,
      ],
      [text.legendMilestone, <path class="sheet-solid" d={diamond(3.5, -1.2, 1.6)} />],
      [text.legendFloat, <path class="sheet-float" d="M0 -1.2h7m0 -.9v1.8" />],
      [text.legendBase, <rect class="sheet-base" y="-2" width="7" height="1.2" />],
      [text.today, <path class="sheet-today" d="M3.5 -2.8v3.4" />],
      [text.legendOff, <rect class="sheet-off" y="-2.8" width="7" height="3" />],
      [text.legendUnknown, <rect fill="url(#sheet-hatch)" class="sheet-frame" y="-2.8" width="7" height="3" />],
      [
        text.legendCut,
        <text class="sheet-axis" y="0">
          ◂ ▸
        </text>,
      ],
    ];
    let x = 0;
    return (
      <g class="sheet-legend">
        <For each={marks}>
          {([words, mark]) => {
            const left = x;
            x += 9 + widthOf(words) + 5;
            return (
              <g transform={`translate(${left} ${at.y})`}>
                {mark}
                <text class="sheet-axis" x="8.5" y="0">
                  {words}
                </text>
              </g>
            );
          }}
        </For>
      </g>
    );
  }

  function SheetBar(at: { row: StoredRow; y: number; sheet: GanttSheet; right: number }): JSX.Element {
    const dates = planner.dated()?.schedule.rows.get(at.row.id);
    if (!dates) return null;
    const { scale } = at.sheet;
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
                <text class="sheet-axis" x="0.3" y={at.y + 1}>
                  ◂
                </text>
              </Show>
              <Show when={span().cutRight}>
                <text class="sheet-axis" x={at.right - 0.3} y={at.y + 1} text-anchor="end">
                  ▸
                </text>
              </Show>
            </>
          )}
        </Show>
      </>
    );
  }
}

/** Width of a text on paper in millimetres: a Chinese character takes about 2.7, a Latin one about half of that. */
function widthOf(words: string): number {
  let width = 0;
  for (const character of words) width += character > '⺀' ? 2.7 : 1.3;
  return width;
}

/** Cuts a name, with its number ahead of it, to a width in millimetres. */
function shorten(name: string, width: number): string {
  const room = width - 6;
  if (widthOf(name) <= room) return name;
  let kept = '';
  for (const character of name) {
    if (widthOf(kept + character) > room - 2) return `${kept}…`;
    kept += character;
  }
  return kept;
}
