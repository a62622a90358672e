import { createEffect, createUniqueId, type JSX, on, onCleanup, onMount, Show } from 'solid-js';

/** Long enough to make a record of a phrase and not of a keystroke; leaving the field or the page does not wait for it. */
const PAUSE_MS = 800;

interface SavedTextProps {
  label: string;
  /** What is stored now; wrong text is stored and explained too. */
  value: string;
  store(text: string): void;
  /** More than one row makes it a text area. */
  rows?: number;
  type?: 'text' | 'tel' | 'date' | 'datetime-local';
  inputmode?: 'decimal' | 'text' | 'tel';
  unit?: string | undefined;
  hint?: string | undefined;
  /** What is wrong with the value, at the field. */
  problem?: string | undefined;
  hideLabel?: boolean;
  maxlength?: number;
}

/** A text that is stored after a pause in typing, on leaving the field, and when the page is hidden or closed. */
export default function SavedText(props: SavedTextProps): JSX.Element {
  const id = createUniqueId();
  let field!: HTMLInputElement & HTMLTextAreaElement;
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
    if (!composing) timer = setTimeout(store, PAUSE_MS);
  };
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (timer === undefined && !composing && field.value !== value) field.value = value;
      },
      { defer: true },
    ),
  );
  onMount(() => {
    // Typed into the static page before this code arrived: it counts.
    if (field.value !== props.value) later();
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
  const described = () =>
    [props.hint ? `${id}-hint` : '', props.problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined;
  const common = () => ({
    id,
    class: 'field',
    autocomplete: 'off',
    maxlength: props.maxlength ?? 2000,
    onInput: later,
    onCompositionStart: () => {
      composing = true;
    },
    onCompositionEnd: () => {
      composing = false;
      later();
    },
    onBlur: store,
  });
  return (
    <div class="saved-text">
      <label class={props.hideLabel ? 'visually-hidden' : 'lab'} for={id}>
        {props.label}
      </label>
      <span class="with-unit">
        <Show
          when={(props.rows ?? 1) > 1}
          fallback={
            <input
              {...common()}
              ref={field}
              type={props.type ?? 'text'}
              inputmode={props.inputmode}
              value={props.value}
              aria-invalid={props.problem !== undefined}
              aria-describedby={described()}
              onKeyDown={(event) => {
                // Enter that confirms a candidate of the input method must do nothing else.
                if (event.key === 'Enter' && !event.isComposing) store();
              }}
            />
          }
        >
          <textarea
            {...common()}
            ref={field}
            rows={props.rows}
            value={props.value}
            aria-invalid={props.problem !== undefined}
            aria-describedby={described()}
          />
        </Show>
        <Show when={props.unit}>
          <span class="unit">{props.unit}</span>
        </Show>
      </span>
      <Show when={props.hint}>
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.problem}>
        <p class="problem-text" id={`${id}-problem`}>
          ! {props.problem}
        </p>
      </Show>
    </div>
  );
}
