import { createSignal, type JSX, Show } from 'solid-js';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import { localTime } from '../today.ts';

/** Records that exist nowhere else before the reader is reminded to export them. */
const MANY = 100;

/** What the reader should know of a project beside its saving: an import that can be taken back, a reload, a missing backup. */
export default function Notices(props: { project: Project; text: ChecklistText }): JSX.Element {
  const [told, setTold] = createSignal('');
  const takeBack = async () => {
    const outcome = await props.project.undoImport();
    setTold(outcome.ok ? props.text.importUndone : props.text.importUndoLate);
  };
  return (
    <>
      <Show when={props.project.importUndo()}>
        {(last) => (
          <p class="notice">
            {fill(props.text.importUndo, { at: localTime(last().at), count: last().added })}{' '}
            <button class="button" type="button" onClick={() => void takeBack()}>
              {props.text.importUndoDo}
            </button>
          </p>
        )}
      </Show>
      <p class="told" role="status">
        {told()}
      </p>
      <Show when={props.project.needsReload()}>
        <p class="notice" role="alert">
          ! {props.text.needsReload}{' '}
          <button class="button" type="button" onClick={() => location.reload()}>
            {props.text.reload}
          </button>
        </p>
      </Show>
      <Show when={props.project.unsavedElsewhere() >= MANY}>
        <p class="notice">{fill(props.text.backupReminder, { count: props.project.unsavedElsewhere() })}</p>
      </Show>
    </>
  );
}
