import { For, type JSX, Show } from 'solid-js';
import type { Json } from '../../domain/checklist/json.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import { type EstimateState, kebab } from './estimate-state.ts';
import type { EstimatorProps } from './estimator-props.ts';

/** Inputs in which merging brought different values: all of them side by side until somebody decides. */
export default function Conflicts(given: { props: EstimatorProps; state: EstimateState }): JSX.Element {
  const { props, state } = given;
  const nameOf = (field: string): string => {
    const [kind, id] = field.split(':');
    if (kind === 'field') return props.fields.find((each) => kebab(each.id) === id)?.label ?? field;
    if (kind === 'table') return props.tables.find((each) => kebab(each.id) === id)?.title ?? field;
    return props.text.scenarioName;
  };
  const scenarioOf = (item: string): string =>
    state.scenarios().find(({ id }) => id === item.slice(item.lastIndexOf('/') + 1))?.name ?? '';
  const textOf = (field: string, value: Json): string => {
    if (Array.isArray(value)) return fill(props.text.rowsCount, { count: value.length });
    const id = field.split(':')[1];
    const options = props.fields.find((each) => kebab(each.id) === id)?.options;
    return options?.find((option) => option.id === value)?.label ?? (String(value ?? '') || props.text.emptyValue);
  };
  return (
    <Show when={state.conflicts().length > 0}>
      <section class="card conflict">
        <For each={state.conflicts()}>
          {(conflict) => (
            <>
              <p>
                <b>
                  ≠ {scenarioOf(conflict.item)} · {nameOf(conflict.field)}
                </b>{' '}
                {props.saving.conflict}
              </p>
              <ul>
                <For each={conflict.heads}>
                  {(head) => (
                    <li>
                      <b>{textOf(conflict.field, head.value)}</b>{' '}
                      <small>
                        {head.who || props.saving.unnamed} · <time>{localTime(head.at)}</time>
                      </small>{' '}
                      <button class="button" type="button" onClick={() => state.project.decide(conflict, head.value)}>
                        {fill(props.saving.adopt, { value: textOf(conflict.field, head.value) })}
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </>
          )}
        </For>
      </section>
    </Show>
  );
}
