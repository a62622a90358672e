import { createEffect, createSignal, createUniqueId, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import { afterPress } from '../shared/after-press.ts';
import { isComposing } from '../shared/composing.ts';
import { onLeave } from '../shared/on-leave.ts';
import { createWaiting } from '../shared/waiting.ts';
import type { ReadCell } from './cell-input.ts';
import { usePlanner } from './planner-state.ts';

interface PlanCellProps {
  row: StoredRow;
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
  const id = createUniqueId();
  const key = `${props.row.id} ${props.column}`;
  const [problem, setProblem] = createSignal('');
  let field!: HTMLInputElement;
  /** Something is typed that has been neither stored nor found wrong. */
  let isOpen = false;

  const store = (): void => {
    isOpen = false;
    const typed = field.value;
    const read = typed === props.value || !props.read ? undefined : props.read(typed);
    const wrong = read && !read.ok ? read.problem : '';
    setProblem(wrong);
    if (wrong) planner.drafts.set(key, typed);
    else planner.drafts.delete(key);
    // The status may say that all is saved only once the record is on its way.
    const handed = read?.ok ? planner.edit(props.row.id, read.edit) : undefined;
    if (handed) void handed.finally(() => waiting.set(isOpen));
    else waiting.set(false);
  };
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (problem() === '' && !isOpen) field.value = value;
      },
    ),
  );
  createEffect(() => {
    const wanted = planner.wantFocus();
    if (wanted?.row !== props.row.id || wanted.column !== props.column) return;
    planner.focused();
    field.focus();
    field.select();
  });
  onMount(() => {
    const draft = planner.drafts.get(key);
    if (draft !== undefined) {
      field.value = draft;
      store();
    }
  });
  onCleanup(() => waiting.set(false));
  // Also where it is scrolled out of sight while it is being typed.
  onLeave(() => {
    if (isOpen) store();
  });
  return (
    <>
      <input
        ref={field}
        class="cell"
        type="text"
        autocomplete="off"
        aria-label={`${planner.numbers().get(props.row.id)} ${props.label}`}
        aria-invalid={problem() !== ''}
        aria-describedby={problem() ? id : undefined}
        readonly={!props.read}
        tabindex={props.isStop ? 0 : -1}
        value={props.value}
        onFocus={() => planner.select(props.row.id)}
        onInput={() => {
          isOpen = true;
          waiting.set(true);
        }}
        onBlur={() => afterPress(store)}
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
        <span class="cell-problem" id={id} role="alert">
          ! {problem()}
        </span>
      </Show>
    </>
  );
}
