import { createSignal, type JSX, Show } from 'solid-js';
import { href } from '../../i18n/paths.ts';
import { isComposing } from '../shared/composing.ts';
import { ProjectChoice, UndoButtons, WhoField } from '../shared/ProjectFields.tsx';
import { useChecklist } from './checklist-context.ts';
import Fold from './Fold.tsx';
import Notices from './Notices.tsx';
import SaveStatus from './SaveStatus.tsx';

/** Whose work this is: project, the name that goes into the records, undo and redo, and whether all is saved. */
export default function ProjectBar(): JSX.Element {
  const { props, project } = useChecklist();
  const [naming, setNaming] = createSignal(false);
  let nameField: HTMLInputElement | undefined;

  const create = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = nameField?.value.trim() ?? '';
    if (name === '') return nameField?.focus();
    setNaming(false);
    await project.create(name);
  };
  const ready = () => project.isReady();

  return (
    <div class="bar">
      <Fold label={project.current()?.name ?? props.text.noProject} name={props.text.bar}>
        <div class="bar-fields">
          <ProjectChoice project={project} text={props.text} />
          <button class="button" type="button" disabled={!ready()} onClick={() => setNaming(true)}>
            {props.text.newProject}
          </button>
          <WhoField project={project} text={props.text} />
          <UndoButtons project={project} text={props.text} />
        </div>
        <Show when={naming()}>
          <form class="bar-fields" onSubmit={create}>
            <label>
              <span class="lab">{props.text.projectName}</span>
              <input
                class="field"
                type="text"
                maxlength={80}
                placeholder={props.text.projectNameHint}
                ref={(field) => {
                  nameField = field;
                  queueMicrotask(() => field.focus());
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Escape' && !isComposing(event)) setNaming(false);
                }}
              />
            </label>
            <button class="button primary" type="submit">
              {props.text.create}
            </button>
            <button class="button" type="button" onClick={() => setNaming(false)}>
              {props.text.cancel}
            </button>
          </form>
        </Show>
        <p class="all-projects">
          <a href={href(props.locale, 'projects')}>{props.text.allProjects}</a>
        </p>
      </Fold>
      <SaveStatus project={project} text={props.text} />
      <Notices project={project} text={props.text} />
    </div>
  );
}
