import {
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  For,
  type JSX,
  mapArray,
  on,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import { DAY_WIDTH, ZOOMS, type Zoom } from '../../drawing/gantt.ts';
import { chartRange } from './chart-days.ts';
import GanttChart from './GanttChart.tsx';
import PlanRow from './PlanRow.tsx';
import PlanTools from './PlanTools.tsx';
import { usePlanner } from './planner-state.ts';
import { createRowEdits } from './row-edits.ts';
import { createRowView } from './row-view.ts';

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
  const range = createMemo(
    (): readonly [number, number] => {
      const now = planner.dated();
      return now ? chartRange(now.schedule, planner.day()) : [0, 30];
    },
    [0, 30],
    { equals: (a, b) => a[0] === b[0] && a[1] === b[1] },
  );
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

  const views = mapArray(ids, (id) => createRowView(planner, id));

  /** The row in which Tab stops; the first in sight where none was chosen, or where that is out of sight. */
  const stop = createMemo(() => {
    const selected = planner.selected();
    return selected !== undefined && ids().includes(selected) ? selected : ids()[Math.min(OVERSCAN, first())];
  });
  const isStop = createSelector(stop);
  createEffect(() => {
    const wanted = planner.wantFocus();
    if (!wanted || !ids().includes(wanted.row)) return;
    planner.focused();
    const field = table.querySelector<HTMLInputElement>(`[data-row="${wanted.row}"] [data-column="${wanted.column}"]`);
    field?.focus();
    field?.select();
  });
  const reveal = (id: string, column: string) => {
    const at = (planner.numbers().get(id) ?? 1) - 1;
    const top = at * rowHeight();
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight() + headHeight() > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + rowHeight() + headHeight() - scroller.clientHeight;
    read();
    planner.focus(id, column);
  };
  const edits = createRowEdits(planner, reveal);
  const toToday = () => {
    const chart = scroller.querySelector('[data-today]');
    const x = Number(chart?.getAttribute('data-today'));
    if (chart) scroller.scrollLeft = table.offsetWidth + x - scroller.clientWidth / 2;
  };

  return (
    <section aria-label={text.table}>
      <PlanTools edits={edits} zoom={zoom()} setZoom={setZoom} toToday={toToday} />
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
              <For each={views()}>{(view) => <PlanRow view={view} isStop={isStop(view.id)} edits={edits} />}</For>
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
            views={views()}
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
}
