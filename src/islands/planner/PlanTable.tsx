import { createEffect, createMemo, createSignal, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { readDay } from '../../domain/day.ts';
import { indentEdit, moveEdit, outdentEdit, rankBehind, withRowsBelow } from '../../domain/schedule/outline-edits.ts';
import { freeStart, startEdit } from '../../domain/schedule/start-edit.ts';
import { editChanges, newRowChange, removeRowChange, type StoredRow } from '../../domain/schedule/stored-plan.ts';
import { DAY_WIDTH, ZOOMS, type Zoom } from '../../drawing/gantt.ts';
import { fill } from '../../i18n/format.ts';
import Segments from '../shared/Segments.tsx';
import { durationText, linksText, readDuration, readLinkCell, readPercent } from './cell-input.ts';
import { chartRange } from './chart-days.ts';
import GanttChart from './GanttChart.tsx';
import PlanCell from './PlanCell.tsx';
import { usePlanner } from './planner-state.ts';

/** Height of a row and of the head in pixels; the style sheet has the same. */
const ROW = 44;
const HEAD = 48;
/** From this size of letters on rows grow with them. */
const LARGE_LETTERS = 20;
const USUAL_LETTERS = 16;
const OVERSCAN = 6;

/** Rows beyond this many days are drawn smaller at first, so that the whole plan is in sight. */
const FIRST_WIDTH = 1000;

/** The plan as a table with its chart beside it. Only rows in sight are drawn; two thousand scroll like twenty. */
export default function PlanTable(): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const [zoom, setZoom] = createSignal<Zoom>('month');
  const [view, setView] = createSignal({ top: 0, left: 0, width: 1200, height: 700 });
  let scroller!: HTMLDivElement;
  let table!: HTMLTableElement;

  const read = () => {
    setView({
      top: scroller.scrollTop,
      left: scroller.scrollLeft - table.offsetWidth,
      width: scroller.clientWidth,
      height: scroller.clientHeight,
    });
  };
  const [growth, setGrowth] = createSignal(1);
  const rowHeight = () => Math.round(ROW * growth());
  const headHeight = () => Math.round(HEAD * growth());
  onMount(() => {
    const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (letters >= LARGE_LETTERS) setGrowth(letters / USUAL_LETTERS);
    scroller.style.setProperty('--row', `${rowHeight()}px`);
    scroller.style.setProperty('--head', `${headHeight()}px`);
    const watch = new ResizeObserver(read);
    watch.observe(scroller);
    onCleanup(() => watch.disconnect());
  });
  const range = createMemo(() => {
    const now = planner.dated();
    return now ? chartRange(now.schedule, planner.day()) : ([0, 30] as const);
  });
  const shown = createMemo(() => planner.stored()?.id);
  createEffect(
    on(
      // Another plan, and not every edit of this one: whoever has chosen a scale keeps it.
      shown,
      () => {
        const days = range()[1] - range()[0];
        setZoom(ZOOMS.find((one) => days * DAY_WIDTH[one] <= FIRST_WIDTH) ?? 'quarter');
      },
    ),
  );
  const first = createMemo(() => Math.max(0, Math.floor(view().top / rowHeight()) - OVERSCAN));
  const last = createMemo(() =>
    Math.min(planner.rows().length, Math.ceil((view().top + view().height) / rowHeight()) + OVERSCAN),
  );
  // The same list as long as the same rows are in sight: then nothing of them is drawn anew.
  const ids = createMemo<readonly string[]>(
    () =>
      planner
        .rows()
        .slice(first(), last())
        .map(({ id }) => id),
    [],
    { equals: (a, b) => a.length === b.length && a.every((id, i) => id === b[i]) },
  );

  /** The row in which Tab stops; the first in sight where none was chosen, or where that is out of sight. */
  const stop = createMemo(() => {
    const selected = planner.selected();
    return selected !== undefined && ids().includes(selected) ? selected : ids()[Math.min(OVERSCAN, first())];
  });
  const selectedRow = () => planner.rowOf(planner.selected() ?? '');
  const add = (behind: StoredRow | undefined) => {
    const plan = planner.stored();
    if (!plan) return;
    const id = `t-${planner.project.newId()}`;
    const anchor = behind ?? planner.rows().at(-1);
    const row: StoredRow = {
      id,
      kind: 'task',
      duration: 5,
      unit: 'workday',
      after: [],
      constraints: [],
      name: text.newTask,
      rank: anchor ? rankBehind(planner.rows(), anchor.id) : 1024,
      ...(anchor?.parent === undefined ? {} : { parent: anchor.parent }),
    };
    void planner.write([newRowChange(plan.id, row)]);
    planner.select(id);
    reveal(id, 'name');
  };
  const reveal = (id: string, column: string) => {
    const at = (planner.numbers().get(id) ?? 1) - 1;
    const top = at * rowHeight();
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight() + headHeight() > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + rowHeight() + headHeight() - scroller.clientHeight;
    read();
    planner.focus(id, column);
  };
  const remove = (row: StoredRow) => {
    const plan = planner.stored();
    if (!plan) return;
    const gone = withRowsBelow(planner.rows(), row.id);
    const isGone = new Set(gone);
    const waiting = planner.rows().filter(({ id, after }) => !isGone.has(id) && after.some((l) => isGone.has(l.from)));
    const at = (planner.numbers().get(row.id) ?? 1) - 1;
    const next = planner.rows().find((one, i) => i > at && !isGone.has(one.id)) ?? planner.rows()[at - 1];
    void planner.write([
      ...gone.map((id) => removeRowChange(plan.id, id)),
      ...waiting.flatMap(({ id, after }) =>
        editChanges(plan.id, id, { after: after.filter((link) => !isGone.has(link.from)) }),
      ),
    ]);
    planner.select(next?.id);
    if (next) reveal(next.id, 'name');
  };
  const change = (row: StoredRow, what: 'indent' | 'outdent' | 'up' | 'down') => {
    const rows = planner.rows();
    const edit =
      what === 'indent'
        ? indentEdit(rows, row.id)
        : what === 'outdent'
          ? outdentEdit(rows, row.id)
          : moveEdit(rows, row.id, what === 'up' ? -1 : 1);
    // A row that moves in the document loses the keyboard; it is given back where the row has come to stand.
    const back = () => reveal(row.id, 'name');
    if (edit) void planner.edit(row.id, edit).then(back);
    else back();
  };
  const onKey = (row: StoredRow, column: string) => (event: KeyboardEvent) => {
    const step = (by: number) => {
      const next = planner.rows()[(planner.numbers().get(row.id) ?? 1) - 1 + by];
      if (next) reveal(next.id, column);
    };
    const does = (work: () => void) => {
      event.preventDefault();
      work();
    };
    if (event.altKey && event.shiftKey) {
      const what = ({ ArrowRight: 'indent', ArrowLeft: 'outdent', ArrowUp: 'up', ArrowDown: 'down' } as const)[
        event.key as 'ArrowUp'
      ];
      if (what) does(() => change(row, what));
    } else if (event.key === 'Enter' && event.ctrlKey) does(() => add(row));
    else if (event.key === 'Delete' && event.ctrlKey) does(() => remove(row));
    else if (event.key === 'Enter' || event.key === 'ArrowDown') does(() => step(1));
    else if (event.key === 'ArrowUp') does(() => step(-1));
  };
  const idOfRow = (written: string) => planner.rows()[Number(written) - 1]?.id ?? planner.rowOf(written)?.id;

  const toToday = () => {
    const chart = scroller.querySelector('[data-today]');
    const x = Number(chart?.getAttribute('data-today'));
    if (chart) scroller.scrollLeft = table.offsetWidth + x - scroller.clientWidth / 2;
  };

  return (
    <section aria-label={text.table}>
      <div class="plan-tools">
        <div class="row-tools" role="group" aria-label={text.table}>
          <button class="button" type="button" onClick={() => add(selectedRow())}>
            {text.add}
          </button>
          <For each={['indent', 'outdent', 'up', 'down'] as const}>
            {(what) => (
              <button
                class="button"
                type="button"
                disabled={!selectedRow()}
                onClick={() => {
                  const row = selectedRow();
                  if (row) change(row, what);
                }}
              >
                {text[what]}
              </button>
            )}
          </For>
          <button
            class="button danger"
            type="button"
            disabled={!selectedRow()}
            onClick={() => {
              const row = selectedRow();
              if (row) remove(row);
            }}
          >
            {text.remove}
          </button>
          <span class="quiet selected-row">
            {selectedRow()
              ? fill(text.rowActions, {
                  number: planner.numbers().get(selectedRow()?.id ?? '') ?? '',
                  name: selectedRow()?.name ?? '',
                })
              : text.noRow}
          </span>
        </div>
        <div class="row-tools">
          <Segments
            label={text.zoom}
            options={ZOOMS.map((one) => ({ id: one, label: text[`zoom-${one}`] }))}
            value={zoom()}
            store={(one) => setZoom(one as Zoom)}
          />
          <button class="button" type="button" onClick={toToday}>
            {text.toToday}
          </button>
        </div>
      </div>
      <div class="plan-scroll" ref={scroller} onScroll={read}>
        <div class="plan-canvas">
          <table class="plan-table" ref={table} aria-rowcount={planner.rows().length + 1}>
            <caption class="visually-hidden">{planner.stored()?.name}</caption>
            <colgroup>
              <For each={['number', 'name', 'duration', 'start', 'finish', 'links', 'float', 'percent']}>
                {(column) => <col class={`col-${column}`} />}
              </For>
            </colgroup>
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col">{text.number}</th>
                <th scope="col">{text.task}</th>
                <th scope="col">{text.duration}</th>
                <th scope="col">{text.start}</th>
                <th scope="col">{text.finish}</th>
                <th scope="col">{text.links}</th>
                <th scope="col">{text.float}</th>
                <th scope="col">{text.percent}</th>
              </tr>
            </thead>
            <tbody>
              <Show when={first() > 0}>
                <tr class="gap">
                  <td colspan={8} height={first() * rowHeight()} />
                </tr>
              </Show>
              <For each={ids()}>
                {(id) => {
                  const row = () => planner.rowOf(id) as StoredRow;
                  const dates = () => planner.dated()?.schedule.rows.get(id);
                  const isStage = () => dates()?.kind === 'stage' || row()?.kind === 'stage';
                  const overdue = () => {
                    const list = row()?.checklist;
                    return list === undefined ? 0 : (planner.progressOf(list)?.overdue ?? 0);
                  };
                  const label = (column: string) => `${column}: ${row()?.name ?? ''}`;
                  return (
                    <Show when={planner.rowOf(id)}>
                      <tr
                        aria-rowindex={(planner.numbers().get(id) ?? 0) + 1}
                        data-kind={isStage() ? 'stage' : row().kind}
                        data-selected={planner.selected() === id ? '' : undefined}
                      >
                        <td class="num">{planner.numbers().get(id)}</td>
                        <th scope="row" data-level={Math.min(6, planner.levels().get(id) ?? 0)}>
                          <PlanCell
                            row={row()}
                            isStop={stop() === id}
                            column="name"
                            label={text.task}
                            value={row().name ?? ''}
                            read={(typed) => ({ ok: true, edit: { name: typed.trim() || undefined } })}
                            onKey={onKey(row(), 'name')}
                          />
                        </th>
                        <td>
                          <Show when={!isStage() && row().kind === 'task'}>
                            <PlanCell
                              row={row()}
                              isStop={stop() === id}
                              column="duration"
                              label={label(text.duration)}
                              value={durationText(row())}
                              read={(typed) => readDuration(typed, text)}
                              onKey={onKey(row(), 'duration')}
                            />
                          </Show>
                        </td>
                        <td>
                          <PlanCell
                            row={row()}
                            isStop={stop() === id}
                            column="start"
                            label={label(text.start)}
                            value={dates()?.start ?? ''}
                            read={
                              isStage() || planner.stored()?.direction.from === undefined || isOpening(id)
                                ? undefined
                                : (typed) => {
                                    if (typed.trim() === '') return { ok: true, edit: freeStart(row()) };
                                    const day = readDay(typed);
                                    const from = planner.stored()?.direction.from ?? 'start';
                                    if (day) return { ok: true, edit: startEdit(row(), from, day) };
                                    return { ok: false, problem: text.dayWrong };
                                  }
                            }
                            onKey={onKey(row(), 'start')}
                          />
                        </td>
                        <td class="nums">{dates()?.finish}</td>
                        <td>
                          <PlanCell
                            row={row()}
                            isStop={stop() === id}
                            column="links"
                            label={label(text.links)}
                            value={linksText(row(), (one) => planner.numbers().get(one))}
                            read={(typed) => readLinkCell(typed, idOfRow, text)}
                            onKey={onKey(row(), 'links')}
                          />
                        </td>
                        <td class="float">
                          <div>
                            <Show when={dates()?.state !== 'done'} fallback={<span>✓ {text.done}</span>}>
                              <Show when={(dates()?.lateBy ?? 0) > 0}>
                                <b class="bad">! {fill(text.late, { n: dates()?.lateBy ?? 0 })}</b>
                              </Show>
                              <Show when={!isStage()}>
                                {dates()?.isCritical ? <b>{text.critical}</b> : <span>{dates()?.totalFloat}</span>}
                              </Show>
                              <Show when={overdue() > 0}>
                                <b class="bad">! {fill(text.overdueProblems, { n: overdue() })}</b>
                              </Show>
                              <Show when={(dates()?.deadlineShortBy ?? 0) > 0}>
                                <b class="bad">! {fill(text.deadlineMissed, { n: dates()?.deadlineShortBy ?? 0 })}</b>
                              </Show>
                            </Show>
                          </div>
                        </td>
                        <td>
                          <PlanCell
                            row={row()}
                            isStop={stop() === id}
                            column="percent"
                            label={label(text.percent)}
                            value={String(dates()?.percent ?? '')}
                            read={isStage() || row().checklist ? undefined : (typed) => readPercent(typed, text)}
                            onKey={onKey(row(), 'percent')}
                          />
                        </td>
                      </tr>
                    </Show>
                  );
                }}
              </For>
              <Show when={last() < planner.rows().length}>
                <tr class="gap">
                  <td colspan={8} height={(planner.rows().length - last()) * rowHeight()} />
                </tr>
              </Show>
            </tbody>
          </table>
          <GanttChart
            zoom={zoom()}
            range={range()}
            ids={ids()}
            first={first()}
            left={view().left}
            width={view().width}
            rowHeight={rowHeight()}
            headHeight={headHeight()}
          />
        </div>
      </div>
      <p class="hint">{text.keysHint}</p>
      <p class="hint">{text.chartHint}</p>
    </section>
  );

  function isOpening(id: string): boolean {
    const direction = planner.stored()?.direction;
    return direction?.from === 'opening' && direction.milestone === id;
  }
}
