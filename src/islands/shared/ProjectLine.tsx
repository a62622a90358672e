import { For, type JSX, Show } from 'solid-js';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import SaveStatus from '../checklist/SaveStatus.tsx';

/** Whose work this is, and whether it is saved: project, name for the records, undo and redo where the tool has them. */
export default function ProjectLine(props: {
  project: Project;
  text: ProjectWords;
  undo?: boolean;
  /** Something typed has not been handed to the project yet. */
  isWaiting?: boolean;
}): JSX.Element {
  return (
    <div class="bar">
      <div class="bar-fields">
        <label>
          <span class="lab">{props.text.project}</span>
          <select
            class="field"
            autocomplete="off"
            disabled={!props.project.isReady() || props.project.projects().length === 0}
            onChange={(event) => {
              const chosen = props.project.projects().find(({ id }) => id === event.currentTarget.value);
              if (chosen) void props.project.switchTo(chosen.id);
            }}
          >
            <Show when={!props.project.current()}>
              <option selected>{props.text.firstProject}</option>
            </Show>
            <For each={props.project.projects()}>
              {(entry) => (
                <option value={entry.id} selected={entry.id === props.project.current()?.id}>
                  {entry.name}
                </option>
              )}
            </For>
          </select>
        </label>
        <label>
          <span class="lab">{props.text.who}</span>
          <input
            class="field who"
            type="text"
            autocomplete="off"
            maxlength={40}
            title={props.text.whoHint}
            value={props.project.who()}
            onChange={(event) => props.project.setWho(event.currentTarget.value.trim())}
          />
        </label>
        <Show when={props.undo}>
          <div class="pair">
            <button
              class="button"
              type="button"
              disabled={!props.project.canUndo()}
              onClick={() => props.project.undo()}
            >
              {props.text.undo}
            </button>
            <button
              class="button"
              type="button"
              disabled={!props.project.canRedo()}
              onClick={() => props.project.redo()}
            >
              {props.text.redo}
            </button>
          </div>
        </Show>
      </div>
      <SaveStatus project={props.project} text={props.text} isWaiting={props.isWaiting === true} />
    </div>
  );
}
