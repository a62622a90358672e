import { createEffect, createMemo, createUniqueId, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { afterPress } from './after-press.ts';
import { isComposing } from './composing.ts';
import { onLeave } from './on-leave.ts';
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
  rows?: number | undefined;
  type?: 'text' | 'tel' | 'date' | 'datetime-local';
  inputmode?: 'decimal' | 'numeric' | 'text' | 'tel' | undefined;
  unit?: string | undefined;
  hint?: string | undefined;
  /** What is wrong with the value, at the field. */
  problem?: string | undefined;
  hideLabel?: boolean;
  maxlength?: number | undefined;
  disabled?: boolean | undefined;
  /** Offered while typing; anything else can be typed, too. */
  options?: readonly string[] | undefined;
  /** Stored only on leaving the field or the page: what is half typed is no date and no number. */
  whole?: boolean | undefined;
}

/**
 * A text that is stored after a pause in typing, on leaving the field, and when the page is hidden or closed. As long as it is not
 * handed over, the page calls nothing saved.
 */
export default function SavedText(props: SavedTextProps): JSX.Element {
  const id = createUniqueId();
  const isArea = (): boolean => (props.rows ?? 1) > 1;
  /** A stored text as the field shows it: looking at one with other line ends must not count as changing it. */
  const asShown = (text: string): string => (isArea() ? text.replace(/\r\n?/g, '\n') : text.replace(/[\r\n]/g, ''));
  // Not bound to what is stored: that would write over what is being typed. `adopt` decides.
  const first = props.value;
  let field!: HTMLInputElement & HTMLTextAreaElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing = false;
  /** Something was typed that has not been handed over. */
  let isOpen = false;
  /** Texts on their way to the project. */
  let underWay = 0;
  const waiting = createWaiting();
  const isBusy = () => isOpen || composing || underWay > 0;
  const say = () => waiting.set(isBusy());
  // Told only when it changes: another field of the same item must not put back what is on its way here.
  const value = createMemo(() => asShown(props.value));

  const adopt = () => {
    if (isBusy() || field.value === value()) return;
    // A blank behind the last word is cut off when it is stored; whoever goes on typing still needs it.
    if (document.activeElement === field && field.value.trim() === value()) return;
    field.value = value();
  };
  const store = async () => {
    clearTimeout(timer);
    timer = undefined;
    isOpen = false;
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
    isOpen = true;
    // Half-composed pinyin is not a text; the end of the composition comes back here.
    timer = composing || props.whole ? undefined : setTimeout(store, PAUSE_MS);
    say();
  };
  // What came from elsewhere (another tab, undo, another project) is shown unless the reader is in the middle of a word here.
  createEffect(on(value, adopt, { defer: true }));
  onMount(() => {
    // Typed into the static page before this code arrived: it counts.
    if (field.value !== value()) later();
  });
  onCleanup(() => waiting.set(false));
  onLeave(() => {
    if (isOpen) void store();
  });
  const described = () =>
    [props.hint ? `${id}-hint` : '', props.problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined;
  const common = () => ({
    id,
    class: 'field',
    autocomplete: 'off',
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
          when={isArea()}
          fallback={
            <input
              {...common()}
              ref={field}
              type={props.type ?? 'text'}
              inputmode={props.inputmode}
              value={first}
              maxlength={props.maxlength ?? 2000}
              disabled={props.disabled}
              list={props.options && `${id}-options`}
              aria-invalid={props.problem !== undefined}
              aria-describedby={described()}
              onKeyDown={(event) => {
                // Enter that confirms a candidate of the input method must do nothing else.
                if (event.key === 'Enter' && !isComposing(event)) void store();
              }}
            />
          }
        >
          <textarea
            {...common()}
            ref={field}
            rows={props.rows}
            value={first}
            maxlength={props.maxlength}
            disabled={props.disabled}
            aria-invalid={props.problem !== undefined}
            aria-describedby={described()}
          />
        </Show>
        <Show when={props.unit}>
          <span class="unit">{props.unit}</span>
        </Show>
      </span>
      <Show when={props.options}>
        {(options) => (
          <datalist id={`${id}-options`}>
            <For each={options()}>{(option) => <option value={option} />}</For>
          </datalist>
        )}
      </Show>
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
