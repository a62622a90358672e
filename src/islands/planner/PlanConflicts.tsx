import { createMemo, For, type JSX, Show } from 'solid-js';
import { nameOf, parentOf } from '../../domain/checklist/item-path.ts';
import { PLANS, planPath } from '../../domain/schedule/stored-plan.ts';
import { localTime } from '../today.ts';
import { usePlanner } from './planner-state.ts';
import { fieldText, valueText } from './stored-words.ts';

/** What a merge brought together and nobody has decided yet: until then the row keeps what it began as. */
export default function PlanConflicts(): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const conflicts = createMemo(() => {
    const plan = planner.stored();
    if (!plan) return [];
    const path = planPath(plan.id);
    // Told again whenever something of a plan changes, not at every change of the project.
    return planner.project.under(PLANS, (index) =>
      index.conflicts().filter(({ item }) => item === path || parentOf(item) === path),
    );
  });
  return (
    <Show when={conflicts().length > 0}>
      <section class="card warn" aria-label={text.conflicts}>
        <strong>≠ {text.conflicts}</strong>
        <ul class="plan-conflicts">
          <For each={conflicts()}>
            {(conflict) => (
              <li>
                {planner.numbers().get(nameOf(conflict.item))} {planner.nameOf(nameOf(conflict.item))} ·{' '}
                {fieldText(text, conflict.field)}
                <For each={conflict.heads}>
                  {(head) => (
                    <button
                      class="button"
                      type="button"
                      onClick={() => void planner.project.decide(conflict, head.value)}
                    >
                      {valueText(planner, conflict.field, head.value)}{' '}
                      <small>
                        {head.who || text.someone} · {localTime(head.at)}
                      </small>
                    </button>
                  )}
                </For>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
