import { createEffect, createSignal, type JSX, on, onCleanup, onMount, Show, untrack } from 'solid-js';
import { afterPress } from '../shared/after-press.ts';
import { isComposing } from '../shared/composing.ts';
import { createWaiting } from '../shared/waiting.ts';
import type { ReadCell } from './cell-input.ts';
import { usePlanner } from './planner-state.ts';
import type { RowView } from './row-view.ts';

interface PlanCellProps {
  view: RowView;
  column: string;
  label: string;
  value: string;
  /** Whether Tab stops here: in one row only, so that a plan of a thousand rows is left as quickly as one of three. */
  isStop: boolean;
  /** Without it the cell cannot be typed into. */
  read?: ((typed: string) => ReadCell) | undefined;
  onKey(event: KeyboardEvent): void;
}

/** One field of the table. Wrong text stays, also while its row is scrolled away, and is explained; nothing is stored of it. */
export default function PlanCell(props: PlanCellProps): JSX.Element {
  const planner = usePlanner();
  const waiting = createWaiting();
  const row = props.view.id;
  const key = `${row} ${props.column}`;
  const problemId = `problem-${row}-${props.column}`;
  const [problem, setProblem] = createSignal('');
  let field!: HTMLInputElement;
  /** Something is typed that has been neither stored nor found wrong. */
  let isOpen = false;

  const open = (): void => {
    waiting.set(true);
    if (isOpen) return;
    isOpen = true;
    // A page that is left takes along what is being typed. Listened for only then: there are hundreds of cells.
    document.addEventListener('visibilitychange', store);
    addEventListener('pagehide', store);
  };
  const store = (): void => {
    document.removeEventListener('visibilitychange', store);
    removeEventListener('pagehide', store);
    isOpen = false;
    const typed = field.value;
    const read = typed === props.value || !props.read ? undefined : props.read(typed);
    const wrong = read && !read.ok ? read.problem : '';
    setProblem(wrong);
    if (wrong) planner.drafts.set(key, typed);
    else planner.drafts.delete(key);
    // The status may say that all is saved only once the record is on its way.
    const handed = read?.ok ? planner.edit(row, read.edit, read.start) : undefined;
    if (!handed) waiting.set(false);
    void handed?.finally(() => {
      waiting.set(isOpen);
      // What the plan made of it: the text may have been short for it, or a start that cannot be kept.
      if (!isOpen && problem() === '') field.value = props.value;
    });
  };
  // Not bound to what is stored: that would write over what is being typed.
  const first = untrack(() => props.value);
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (problem() === '' && !isOpen) field.value = value;
      },
      { defer: true },
    ),
  );
  onMount(() => {
    const draft = planner.drafts.get(key);
    if (draft === undefined) return;
    field.value = draft;
    store();
  });
  onCleanup(() => {
    // Scrolled out of sight while it was being typed.
    if (isOpen) store();
    waiting.set(false);
  });
  return (
    <>
      <input
        ref={field}
        class="cell"
        type="text"
        autocomplete="off"
        data-column={props.column}
        aria-label={`${props.view.number()} ${props.label}`}
        aria-invalid={problem() !== ''}
        aria-describedby={problem() ? problemId : undefined}
        readonly={!props.read}
        tabindex={props.isStop ? 0 : -1}
        value={first}
        onFocusIn={() => planner.select(row)}
        onInput={open}
        onFocusOut={() => afterPress(store)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') {
            field.value = props.value;
            store();
          }
          if (event.key === 'Enter' || event.altKey || event.key === 'ArrowUp' || event.key === 'ArrowDown') store();
          props.onKey(event);
        }}
      />
      <Show when={problem()}>
        <span class="cell-problem" id={problemId} role="alert">
          ! {problem()}
        </span>
      </Show>
    </>
  );
}
