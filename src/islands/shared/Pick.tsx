import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js';
import { createChosenEarly } from './chosen-early.ts';

/** A choice of many in a list that opens. The label stands beside the list, so that the options are no part of its name. */
export default function Pick(props: {
  label: string;
  options: readonly { id: string; label: string }[];
  value: string;
  /** Words of the empty choice; without them there is none. */
  empty?: string | undefined;
  disabled?: boolean;
  store(id: string): void;
}): JSX.Element {
  const id = createUniqueId();
  // Told only when it changes: what was just chosen must not fall back while its record is on the way.
  const value = createMemo(() => props.value);
  let field!: HTMLSelectElement;
  createChosenEarly(
    props.value,
    () => field.value,
    (chosen) => props.store(chosen),
  );
  return (
    <div class="pick">
      <label class="lab" for={id}>
        {props.label}
      </label>
      <select
        ref={field}
        id={id}
        class="field"
        autocomplete="off"
        disabled={props.disabled}
        onChange={(event) => props.store(event.currentTarget.value)}
      >
        <Show when={props.empty !== undefined}>
          <option value="" selected={value() === ''}>
            {props.empty}
          </option>
        </Show>
        <For each={props.options}>
          {(option) => (
            <option value={option.id} selected={value() === option.id}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}
