import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js';
import { createChosenEarly } from './chosen-early.ts';

export interface SegmentOption {
  id: string;
  label: string;
  mark?: string;
  tone?: string;
}

/** A choice of a few, in sight at once; choosing the chosen one again is no change. */
export default function Segments(props: {
  label: string;
  options: readonly SegmentOption[];
  value: string;
  store(id: string): void;
  hint?: string | undefined;
  hideLabel?: boolean;
}): JSX.Element {
  const name = createUniqueId();
  // Told only when it changes: what was just chosen must not fall back while its record is on the way.
  const value = createMemo(() => props.value);
  let field!: HTMLFieldSetElement;
  createChosenEarly(
    props.value,
    () => {
      const place = [...field.querySelectorAll('input')].findIndex(({ checked }) => checked);
      return props.options[place]?.id;
    },
    (chosen) => props.store(chosen),
  );
  return (
    <fieldset ref={field} class="choice" aria-describedby={props.hint ? `${name}-hint` : undefined}>
      <legend class={props.hideLabel ? 'visually-hidden' : 'lab'}>{props.label}</legend>
      <span class="seg" data-count={props.options.length}>
        <For each={props.options}>
          {(option) => (
            <label class={option.tone}>
              <input
                type="radio"
                name={name}
                autocomplete="off"
                checked={value() === option.id}
                onChange={() => props.store(option.id)}
              />
              <span>
                <Show when={option.mark}>
                  <i aria-hidden="true">{option.mark}</i>
                </Show>
                {option.label}
              </span>
            </label>
          )}
        </For>
      </span>
      <Show when={props.hint}>
        <p class="hint" id={`${name}-hint`}>
          {props.hint}
        </p>
      </Show>
    </fieldset>
  );
}
