import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { type Answer, isOverdue, SEVERITIES } from '../../domain/checklist/answer.ts';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { readDay } from '../../domain/day.ts';
import { afterPress } from './after-press.ts';
import { useChecklist } from './checklist-context.ts';

/** The corrective action of a problem: how severe, whose, until when. */
export default function ProblemFields(props: { path: ItemPath; answer: Answer }): JSX.Element {
  const context = useChecklist();
  const { props: list, project } = context;
  const id = createUniqueId();
  const [wrongDue, setWrongDue] = createSignal(false);
  const writeText = (field: string, text: string) => project.write(props.path, field, text === '' ? null : text);
  const writeDue = (text: string) => {
    const due = readDay(text);
    setWrongDue(text.trim() !== '' && due === undefined);
    if (due !== undefined || text.trim() === '') writeText('due', due ?? '');
  };
  return (
    <fieldset class="more capa" disabled={project.trouble() !== undefined}>
      <legend>{list.text.correction}</legend>
      <fieldset class="seg severity">
        <legend class="lab">{list.text.severity}</legend>
        <For each={SEVERITIES}>
          {(severity) => (
            <label class="problem">
              <input
                type="radio"
                name={`severity-${id}`}
                autocomplete="off"
                checked={props.answer.severity === severity}
                onChange={() => project.write(props.path, 'severity', severity)}
              />
              <span>
                <b>{severity}</b> {list.text[severity]}
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <div class="two">
        <label>
          <span class="lab">{list.text.owner}</span>
          <input
            class="field"
            type="text"
            list={`${id}-roles`}
            maxlength={60}
            value={props.answer.owner}
            onChange={(event) => writeText('owner', event.currentTarget.value.trim())}
          />
        </label>
        <datalist id={`${id}-roles`}>
          <For each={Object.values(list.roles)}>{(name) => <option value={name} />}</For>
        </datalist>
        <label>
          <span class="lab">
            {list.text.due}
            <Show when={isOverdue(props.answer, context.today)}>
              <em class="bad"> ! {list.text.overdue}</em>
            </Show>
          </span>
          <input
            class="field"
            type="text"
            inputmode="numeric"
            placeholder={list.text.dueHint}
            aria-invalid={wrongDue()}
            aria-describedby={wrongDue() ? `${id}-due` : undefined}
            value={props.answer.due}
            onChange={(event) => {
              const { value } = event.currentTarget;
              afterPress(() => writeDue(value));
            }}
          />
        </label>
      </div>
      <Show when={wrongDue()}>
        <p class="problem-text" id={`${id}-due`}>
          ! {list.text.dueWrong}
        </p>
      </Show>
    </fieldset>
  );
}
