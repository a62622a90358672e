import { createEffect, createSignal, For, type JSX } from 'solid-js';
import { STATUSES, type Status } from '../../domain/checklist/answer.ts';
import { useChecklist } from './checklist-context.ts';
import type { ItemView } from './checklist-props.ts';

const MARKS: Record<Status, string> = { open: '○', done: '✓', problem: '!', 'not-applicable': '–' };

/** Open, done, problem, not applicable: one of four. */
export default function StatusChoice(props: { item: ItemView }): JSX.Element {
  const context = useChecklist();
  const { props: list, project } = context;
  const status = () => context.answer(props.item).status;
  const [early, setEarly] = createSignal<Status>();

  // A choice made on the static page before this code arrived is kept, and written as soon as the project is open.
  createEffect(() => {
    const choice = early();
    if (choice === undefined || !project.isReady()) return;
    setEarly(undefined);
    if (choice !== status()) project.write(context.pathOf(props.item), 'status', choice);
  });

  const choose = (choice: Status) => {
    if (project.isReady()) project.write(context.pathOf(props.item), 'status', choice);
    else setEarly(choice);
  };
  const isChosen = (choice: Status) => (early() ?? status()) === choice;
  return (
    <fieldset class="seg" disabled={project.trouble() !== undefined}>
      <legend class="visually-hidden">{list.text.statusOf.replace('{number}', props.item.number)}</legend>
      <For each={STATUSES}>
        {(choice) => (
          <label class={choice}>
            <input
              type="radio"
              name={`status-${props.item.id}`}
              value={choice}
              autocomplete="off"
              ref={(radio) => {
                if (radio.checked && choice !== 'open') setEarly(choice);
              }}
              checked={isChosen(choice)}
              onChange={() => choose(choice)}
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
