import { createMemo, For, type JSX } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { PlannerText } from '../../i18n/planner-strings.ts';
import MoreLines from './MoreLines.tsx';
import type { PlanFileFault } from './plan-file.ts';
import { separator } from './plan-words.ts';
import { usePlanner } from './planner-state.ts';

/** As many places as stand in one line; the rest is a list to open. */
const FEW = 6;

/** What of a file was not taken as it stands: each sentence once, with every place that it is true of. */
export default function ImportFaults(props: { readonly faults: readonly PlanFileFault[] }): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const groups = createMemo(() => {
    const places = new Map<string, string[]>();
    for (const fault of props.faults) {
      const what = fault.kind === 'cell' ? text[`cell-${fault.code}`] : text[`remark-${fault.code}`];
      places.set(what, [...(places.get(what) ?? []), placeOf(text, fault)]);
    }
    return [...places];
  });
  return (
    <ul>
      <For each={groups()}>
        {([what, places]) => (
          <li>
            {fill(text.faultGroup, { what, where: places.slice(0, FEW).join(separator(planner)) })}
            <MoreLines each={places.slice(FEW)} />
          </li>
        )}
      </For>
    </ul>
  );
}

function placeOf(text: PlannerText, fault: PlanFileFault): string {
  if (fault.kind === 'cell') return fill(text.faultAt, { row: fault.row, column: fault.column, text: fault.text });
  const where = [fault.task, fault.detail].filter(Boolean).join(' · ');
  return fault.count !== undefined && fault.count > 1 ? `${where} × ${fault.count}`.trim() : where;
}
