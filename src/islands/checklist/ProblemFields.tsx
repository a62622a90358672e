import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { type Answer, SEVERITIES } from '../../domain/checklist/answer.ts';
import DayField from '../shared/DayField.tsx';
import CorrectionSteps from './CorrectionSteps.tsx';
import { useChecklist } from './checklist-context.ts';
import Photos from './Photos.tsx';
import type { RowView } from './run-view.ts';
import TextAnswer from './TextAnswer.tsx';

/** The corrective action of a problem: how severe, whose, until when, and how far it has come. */
export default function ProblemFields(props: { item: RowView; answer: Answer }): JSX.Element {
  const context = useChecklist();
  const { props: list, project, isLocked } = context;
  const id = createUniqueId();
  const write = (field: string, value: string | null) => context.write([{ item: props.item.path, field, value }]);
  return (
    <fieldset class="more capa" disabled={project.trouble() !== undefined}>
      <legend>{list.text.correction}</legend>
      <fieldset class="seg severity" disabled={isLocked()}>
        <legend class="lab">{list.text.severity}</legend>
        <For each={SEVERITIES}>
          {(severity) => (
            <label class="problem">
              <input
                type="radio"
                name={`severity-${id}`}
                autocomplete="off"
                checked={props.answer.severity === severity}
                onChange={() => void write('severity', severity)}
              />
              <span>
                <b>{severity}</b> {list.text[severity]}
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <div class="two">
        <TextAnswer
          path={props.item.path}
          field="owner"
          label={list.text.owner}
          value={props.answer.owner}
          options={context.people()}
        />
        <DayField
          label={list.text.due}
          value={props.answer.due}
          store={(due) => write('due', due === '' ? null : due)}
          hint={list.text.dueHint}
          wrong={list.text.dueWrong}
          disabled={isLocked()}
        />
      </div>
      <CorrectionSteps item={props.item} answer={props.answer} />
      <Show when={props.answer.correction.state !== 'open'}>
        <Photos item={props.item} kind="fixed-photo" />
      </Show>
    </fieldset>
  );
}
