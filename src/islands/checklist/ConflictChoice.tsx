import { For, type JSX } from 'solid-js';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { localTime } from '../today.ts';
import { useChecklist } from './checklist-context.ts';
import { fieldText, valueText } from './value-text.ts';

/** Fields of an item in which merging brought different values: all of them side by side until somebody decides. */
export default function ConflictChoice(props: { path: ItemPath }): JSX.Element {
  const { props: list, project } = useChecklist();
  const conflicts = () => project.conflicts().filter(({ item }) => item === props.path);
  return (
    <For each={conflicts()}>
      {(conflict) => (
        <section class="more conflict">
          <p>
            <b>≠ {fieldText(list.text, conflict.field)}</b> {list.text.conflict}
          </p>
          <ul>
            <For each={conflict.heads}>
              {(head) => (
                <li>
                  <b>{valueText(list.text, conflict.field, head.value)}</b>
                  <small>
                    {head.who || list.text.unnamed} · <time class="nums">{localTime(head.at)}</time>
                  </small>
                  <button class="button" type="button" onClick={() => project.decide(conflict, head.value)}>
                    {list.text.adopt.replace('{value}', () => valueText(list.text, conflict.field, head.value))}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </For>
  );
}
