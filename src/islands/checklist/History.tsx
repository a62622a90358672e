import { For, type JSX, Show } from 'solid-js';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { localTime } from '../today.ts';
import { useChecklist } from './checklist-context.ts';
import { fieldText, valueText } from './value-text.ts';

/** Who changed what to what, oldest first. */
export default function History(props: { path: ItemPath }): JSX.Element {
  const { props: list, project } = useChecklist();
  const records = () => project.history(props.path);
  return (
    <section class="history" aria-label={list.text.history}>
      <p class="lab">{list.text.history}</p>
      <Show when={records().length > 0} fallback={<p class="quiet">{list.text.historyNone}</p>}>
        <ol>
          <For each={records()}>
            {(record) => (
              <li>
                <time class="nums">{localTime(record.at)}</time> {record.who || list.text.unnamed} ·{' '}
                {list.text.historyLine
                  .replace('{field}', fieldText(list.text, record.field))
                  .replace('{value}', () => valueText(list.text, record.field, record.value))}
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
}
