import { createEffect, createUniqueId, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { afterPress } from './after-press.ts';

/** Long enough to make a record of a phrase and not of a keystroke; leaving the field or the page does not wait for it. */
const PAUSE_MS = 800;

interface TextFieldProps {
  label: string;
  /** What is stored now. */
  value: string;
  store(text: string): void;
  /** A number makes it a text area. */
  rows?: number | undefined;
  hint?: string | undefined;
  /** What is wrong with the value, at the field. */
  problem?: string | undefined;
  disabled?: boolean | undefined;
  options?: readonly string[] | undefined;
  inputmode?: 'numeric' | 'decimal' | 'text' | undefined;
  /** Stored only on leaving the field: what is half typed is no date and no number. */
  whole?: boolean | undefined;
}

/** A text that is stored after a pause in typing, on leaving the field, and when the page is hidden or closed. */
export default function TextField(props: TextFieldProps): JSX.Element {
  const id = createUniqueId();
  let field!: HTMLTextAreaElement & HTMLInputElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing = false;

  const store = () => {
    clearTimeout(timer);
    timer = undefined;
    if (field.value !== props.value) props.store(field.value);
  };
  const later = () => {
    clearTimeout(timer);
    // Half-composed pinyin is not a text; the end of the composition comes back here.
    if (!composing && !props.whole) timer = setTimeout(store, PAUSE_MS);
  };
  // What came from elsewhere (another tab, undo, a merge) is shown unless the reader is in the middle of a word here.
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (timer === undefined && !composing && field.value !== value) field.value = value;
      },
    ),
  );
  onMount(() => {
    const leave = () => {
      if (timer !== undefined) store();
    };
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    onCleanup(() => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', leave);
      leave();
    });
  });
  const described = () => (props.problem ? `${id}-problem` : props.hint ? `${id}-hint` : undefined);
  const common = () => ({
    id,
    class: 'field',
    autocomplete: 'off',
    'aria-invalid': props.problem !== undefined,
    'aria-describedby': described(),
  });
  const onCompositionEnd = () => {
    composing = false;
    later();
  };
  return (
    <div class="text-answer">
      <label class="lab" for={id}>
        {props.label}
      </label>
      <Show
        when={props.rows}
        fallback={
          <input
            ref={field}
            {...common()}
            type="text"
            maxlength={200}
            list={props.options ? `${id}-options` : undefined}
            inputmode={props.inputmode}
            disabled={props.disabled}
            value={props.value}
            onInput={later}
            onCompositionStart={() => (composing = true)}
            onCompositionEnd={onCompositionEnd}
            onBlur={() => afterPress(store)}
          />
        }
      >
        <textarea
          ref={field}
          {...common()}
          rows={props.rows}
          disabled={props.disabled}
          value={props.value}
          onInput={later}
          onCompositionStart={() => (composing = true)}
          onCompositionEnd={onCompositionEnd}
          onBlur={() => afterPress(store)}
        />
      </Show>
      <Show when={props.options}>
        {(options) => (
          <datalist id={`${id}-options`}>
            <For each={options()}>{(option) => <option value={option} />}</For>
          </datalist>
        )}
      </Show>
      <Show
        when={props.problem}
        fallback={
          <Show when={props.hint}>
            {(hint) => (
              <p class="hint" id={`${id}-hint`}>
                {hint()}
              </p>
            )}
          </Show>
        }
      >
        <p class="problem-text" id={`${id}-problem`}>
          ! {props.problem}
        </p>
      </Show>
    </div>
  );
}
