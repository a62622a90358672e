import { createEffect, createUniqueId, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { afterPress } from './after-press.ts';
import { useChecklist } from './checklist-context.ts';

/** Long enough to make a record of a phrase and not of a keystroke; leaving the field or the page does not wait for it. */
const PAUSE_MS = 800;

interface TextAnswerProps {
  path: ItemPath;
  field: string;
  label: string;
  /** What is stored now. */
  value: string;
  rows: number;
  /** What is wrong with the value, at the field. */
  problem?: string | undefined;
}

/** A text of an answer: stored after a pause in typing, on leaving the field, and when the page is hidden or closed. */
export default function TextAnswer(props: TextAnswerProps): JSX.Element {
  const { project } = useChecklist();
  const id = createUniqueId();
  let field!: HTMLTextAreaElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing = false;

  const store = () => {
    clearTimeout(timer);
    timer = undefined;
    const text = field.value;
    if (text !== props.value) project.write(props.path, props.field, text === '' ? null : text);
  };
  const later = () => {
    clearTimeout(timer);
    // Half-composed pinyin is not a text; the end of the composition comes back here.
    if (!composing) timer = setTimeout(store, PAUSE_MS);
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
  return (
    <div class="text-answer">
      <label class="lab" for={id}>
        {props.label}
      </label>
      <textarea
        ref={field}
        id={id}
        class="field"
        rows={props.rows}
        autocomplete="off"
        disabled={project.trouble() !== undefined}
        aria-invalid={props.problem !== undefined}
        aria-describedby={props.problem ? `${id}-problem` : undefined}
        value={props.value}
        onInput={later}
        onCompositionStart={() => (composing = true)}
        onCompositionEnd={() => {
          composing = false;
          later();
        }}
        onBlur={() => afterPress(store)}
      />
      <Show when={props.problem}>
        <p class="problem-text" id={`${id}-problem`}>
          ! {props.problem}
        </p>
      </Show>
    </div>
  );
}
