import { createEffect, createSignal, For, type JSX, untrack } from 'solid-js';
import { STATUSES, type Status, statusChanges } from '../../domain/checklist/answer.ts';
import { useChecklist } from './checklist-context.ts';
import type { RowView } from './run-view.ts';

const MARKS: Record<Status, string> = { open: '○', done: '✓', problem: '!', 'not-applicable': '–' };

/** Open, done, problem, not applicable: one of four. */
export default function StatusChoice(props: { item: RowView }): JSX.Element {
  const context = useChecklist();
  const { props: list, project } = context;
  const status = () => context.answer(props.item.path).status;
  /** Chosen, but not in the records yet: made before this code arrived, or a moment ago. Shown until its record is there. */
  const [early, setEarly] = createSignal<Status>();
  let isWriting = false;

  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    try {
      for (let choice = early(); choice !== undefined; choice = early()) {
        if (choice !== status()) {
          const words = { on: context.today, who: project.who() };
          await context.write(statusChanges(props.item.path, context.answer(props.item.path), choice, words));
        }
        // One that was made meanwhile is written next.
        if (early() === choice) setEarly(undefined);
      }
    } finally {
      isWriting = false;
    }
  };
  createEffect(() => {
    if (early() !== undefined && project.isReady()) void untrack(write);
  });
  const isChosen = (choice: Status) => (early() ?? status()) === choice;
  return (
    <fieldset class="seg" disabled={context.isLocked()}>
      <legend class="visually-hidden">{list.text.statusOf.replace('{number}', props.item.number)}</legend>
      <For each={STATUSES}>
        {(choice) => (
          <label class={choice}>
            <input
              type="radio"
              name={`status-${props.item.path}`}
              value={choice}
              autocomplete="off"
              ref={(radio) => {
                if (radio.checked && choice !== 'open') setEarly(choice);
              }}
              checked={isChosen(choice)}
              onChange={() => setEarly(choice)}
            />
            <span>
              <i aria-hidden="true">{MARKS[choice]}</i> {list.text[choice]}
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
