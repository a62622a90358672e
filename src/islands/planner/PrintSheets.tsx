import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { type Paper, tileSheets } from '../../drawing/gantt.ts';
import { chartRange } from './chart-days.ts';
import PrintSheet from './PrintSheet.tsx';
import { usePlanner } from './planner-state.ts';

/** Landscape sheets in millimetres, inside margins of 10 mm. */
const PAPERS: Readonly<Record<'a4' | 'a3', Paper>> = {
  a4: { width: 277, height: 186, names: 108, top: 22, bottom: 10, row: 6 },
  a3: { width: 400, height: 272, names: 122, top: 22, bottom: 10, row: 6 },
};

/** The chart on paper: dates on top, names at the left of each sheet, black and white. Drawn only while printing. */
export default function PrintSheets(props: { paper: 'a4' | 'a3'; across: number }): JSX.Element {
  const planner = usePlanner();
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
  const tiles = createMemo(() => {
    const now = printing() ? planner.dated() : undefined;
    if (!now) return undefined;
    const [from, to] = chartRange(now.schedule, planner.day());
    return tileSheets(planner.rows().length, from, to, props.across, PAPERS[props.paper]);
  });
  return (
    <Show when={planner.stored()}>
      <div class="plan-sheets" data-paper={props.paper}>
        <Show when={tiles()}>
          {(all) => (
            <For each={all().sheets}>
              {(sheet) => <PrintSheet sheet={sheet} all={all()} paper={PAPERS[props.paper]} />}
            </For>
          )}
        </Show>
      </div>
    </Show>
  );
}
