import { createSignal, For, type JSX, Show } from 'solid-js';
import { href } from '../../i18n/paths.ts';
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
          <label>
            <span class="lab">{props.text.project}</span>
            <select
              class="field"
              disabled={!ready() || project.projects().length === 0}
              onChange={(event) => {
                const chosen = project.projects().find(({ id }) => id === event.currentTarget.value);
                if (chosen) void project.switchTo(chosen.id);
              }}
            >
              <Show when={!project.current()}>
                <option selected>{props.text.firstProject}</option>
              </Show>
              <For each={project.projects()}>
                {(entry) => (
                  <option value={entry.id} selected={entry.id === project.current()?.id}>
                    {entry.name}
                  </option>
                )}
              </For>
            </select>
          </label>
          <button class="button" type="button" disabled={!ready()} onClick={() => setNaming(true)}>
            {props.text.newProject}
          </button>
          <label>
            <span class="lab">{props.text.who}</span>
            <input
              class="field who"
              type="text"
              autocomplete="name"
              maxlength={40}
              title={props.text.whoHint}
              value={project.who()}
              onChange={(event) => project.setWho(event.currentTarget.value.trim())}
            />
          </label>
          <div class="pair">
            <button class="button" type="button" disabled={!project.canUndo()} onClick={() => project.undo()}>
              {props.text.undo}
            </button>
            <button class="button" type="button" disabled={!project.canRedo()} onClick={() => project.redo()}>
              {props.text.redo}
            </button>
          </div>
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
                  // Enter that confirms a candidate of the input method must not submit.
                  if (event.key === 'Enter' && event.isComposing) event.preventDefault();
                  if (event.key === 'Escape') setNaming(false);
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
