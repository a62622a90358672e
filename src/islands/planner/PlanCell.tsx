import { createEffect, createSignal, createUniqueId, type JSX, on, Show } from 'solid-js';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import { afterPress } from '../checklist/after-press.ts';
import type { ReadCell } from './cell-input.ts';
import { usePlanner } from './planner-state.ts';

interface PlanCellProps {
  row: StoredRow;
  column: string;
  label: string;
  value: string;
  /** Without it the cell cannot be typed into. */
  read?: ((typed: string) => ReadCell) | undefined;
  onKey(event: KeyboardEvent): void;
}

/** One field of the table. Wrong text stays and is explained; nothing is stored of it. */
export default function PlanCell(props: PlanCellProps): JSX.Element {
  const planner = usePlanner();
  const id = createUniqueId();
  const [problem, setProblem] = createSignal('');
  let field!: HTMLInputElement;

  const store = (): void => {
    const typed = field.value;
    if (typed === props.value || !props.read) {
      setProblem('');
      return;
    }
    const read = props.read(typed);
    setProblem(read.ok ? '' : read.problem);
    if (read.ok) planner.edit(props.row.id, read.edit);
  };
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (problem() === '') field.value = value;
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
        value={props.value}
        onFocus={() => planner.select(props.row.id)}
        onBlur={() => afterPress(store)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape') {
            field.value = props.value;
            setProblem('');
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
