import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { ChecklistProgress } from '../../domain/schedule/checklist-progress.ts';
import { drivingChain } from '../../domain/schedule/driver.ts';
import { fill } from '../../i18n/format.ts';
import { afterPaint } from './after-paint.ts';
import { chainText } from './plan-words.ts';
import { usePlanner } from './planner-state.ts';
import RowFields from './RowFields.tsx';

/** What has no column: kind, fixed days, what really happened, the linked checklist, and why the row stands where it does. */
export default function RowDetails(): JSX.Element {
  const planner = usePlanner();
  const { text, checklistsHref } = planner.props;
  // Whoever goes through the details row by row need not open them each time.
  const [isOpen, setOpen] = createSignal(false);
  // A row that is gone is let go of at once; the next one follows the keyboard once the table has been painted.
  const chosen = afterPaint(planner.selected);
  const row = createMemo(() => planner.rowOf(chosen() ?? ''));
  const id = createMemo(() => row()?.id);
  const chain = () => {
    const [of, dated] = [id(), planner.dated()];
    return of && dated ? chainText(planner, drivingChain(dated.schedule.rows, of)) : '';
  };
  const found = () => {
    const list = row()?.checklist;
    return list === undefined ? undefined : planner.progressOf(list);
  };
  const gateText = (state: ChecklistProgress): string => {
    const { done, all, problems, canSign, signOff } = state;
    const said =
      signOff === 'signed'
        ? text.gateSigned
        : signOff === 'changed'
          ? text.gateChanged
          : canSign
            ? text.gateReady
            : text.gateOpen;
    return fill(said, { done, all, problems });
  };
  return (
    <Show when={id()}>
      <details class="card row-details" open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {text.details}: {planner.numbers().get(id() ?? '')} {row()?.name}
        </summary>
        <Show when={isOpen() && id()} keyed>
          <p>
            <strong>{text.why}</strong>: {chain()}
          </p>
          <Show when={found()}>
            {(state) => (
              <p>
                {gateText(state())}{' '}
                <Show when={state().overdue > 0}>
                  <b class="bad">! {fill(text.overdueProblems, { n: state().overdue })}</b>{' '}
                </Show>
                <a href={`${checklistsHref}${row()?.checklist}/`}>{text.openChecklist}</a>{' '}
                <span class="quiet">{text.gateNote}</span>
              </p>
            )}
          </Show>
          <Show when={row()}>{(of) => <RowFields row={of()} />}</Show>
        </Show>
      </details>
    </Show>
  );
}
