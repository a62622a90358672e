import { createEffect, createMemo, createUniqueId, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { afterPress } from '../checklist/after-press.ts';
import { createWaiting } from './waiting.ts';

/** Long enough to make a record of a phrase and not of a keystroke; leaving the field or the page does not wait for it. */
const PAUSE_MS = 800;

interface SavedTextProps {
  label: string;
  /** What is stored now; wrong text is stored and explained too. */
  value: string;
  /** Hands the text over; what it returns is done when the project has taken it. */
  store(text: string): unknown;
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
  // Not bound to what is stored: that would write over what is being typed. `adopt` decides.
  const first = props.value;
  let field!: HTMLInputElement & HTMLTextAreaElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing = false;

  /** Texts on their way to the project. */
  let underWay = 0;
  const waiting = createWaiting();
  const say = () => waiting.set(timer !== undefined || composing || underWay > 0);
  // Told only when it changes: another field of the same item must not put back what is on its way here.
  const value = createMemo(() => props.value);

  const adopt = () => {
    if (timer !== undefined || composing || underWay > 0 || field.value === value()) return;
    // A blank behind the last word is cut off when it is stored; whoever goes on typing still needs it.
    if (document.activeElement === field && field.value.trim() === value()) return;
    field.value = value();
  };
  const store = async () => {
    clearTimeout(timer);
    timer = undefined;
    const before = value();
    if (field.value !== before) {
      underWay += 1;
      say();
      try {
        await props.store(field.value);
      } finally {
        underWay -= 1;
      }
      // What was not taken (a day that is none) stays in sight, beside what is wrong with it.
      if (value() !== before || field.value.trim() === value()) adopt();
    }
    say();
  };
  const later = () => {
    clearTimeout(timer);
    timer = undefined;
    // Half-composed pinyin is not a text; the end of the composition comes back here.
    if (!composing) timer = setTimeout(store, PAUSE_MS);
    say();
  };
  // What came from elsewhere (another tab, undo, another project) is shown unless the reader is in the middle of a word here.
  createEffect(on(value, adopt, { defer: true }));
  onMount(() => {
    // Typed into the static page before this code arrived: it counts.
    if (field.value !== props.value) later();
    const leave = () => {
      if (timer !== undefined) void store();
    };
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    onCleanup(() => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', leave);
      leave();
      waiting.set(false);
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
      clearTimeout(timer);
      timer = undefined;
      say();
    },
    onCompositionEnd: () => {
      composing = false;
      later();
    },
    onBlur: () => afterPress(() => void store()),
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
              value={first}
              aria-invalid={props.problem !== undefined}
              aria-describedby={described()}
              onKeyDown={(event) => {
                // Enter that confirms a candidate of the input method must do nothing else.
                if (event.key === 'Enter' && !event.isComposing) void store();
              }}
            />
          }
        >
          <textarea
            {...common()}
            ref={field}
            rows={props.rows}
            value={first}
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
