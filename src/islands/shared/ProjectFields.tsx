import { For, type JSX, onCleanup, Show } from 'solid-js';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import { onLeave } from './on-leave.ts';
import { createWaiting } from './waiting.ts';

type Words = Pick<ProjectWords, 'project' | 'firstProject' | 'who' | 'whoHint' | 'undo' | 'redo'>;

/** Which project is open: one of this device's. */
export function ProjectChoice(props: { project: Project; text: Words }): JSX.Element {
  return (
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
  );
}

/** The name that goes into the records. Typed and not taken yet, it is not saved either. */
export function WhoField(props: { project: Project; text: Pick<Words, 'who'> & { whoHint?: string } }): JSX.Element {
  const waiting = createWaiting();
  let field!: HTMLInputElement;
  let isOpen = false;
  const store = () => {
    if (!isOpen) return;
    isOpen = false;
    void props.project.setWho(field.value.trim()).finally(() => waiting.set(isOpen));
  };
  onCleanup(() => waiting.set(false));
  onLeave(store);
  return (
    <label>
      <span class="lab">{props.text.who}</span>
      <input
        ref={field}
        class="field who"
        type="text"
        autocomplete="name"
        maxlength={40}
        title={props.text.whoHint}
        value={props.project.who()}
        onInput={() => {
          isOpen = true;
          waiting.set(true);
        }}
        onChange={store}
        onBlur={store}
      />
    </label>
  );
}

/** Takes back and brings again what was written in this page. */
export function UndoButtons(props: { project: Project; text: Words }): JSX.Element {
  return (
    <div class="pair" data-needs-script>
      <button class="button" type="button" disabled={!props.project.canUndo()} onClick={() => props.project.undo()}>
        {props.text.undo}
      </button>
      <button class="button" type="button" disabled={!props.project.canRedo()} onClick={() => props.project.redo()}>
        {props.text.redo}
      </button>
    </div>
  );
}
