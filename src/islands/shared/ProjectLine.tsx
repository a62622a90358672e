import { type JSX, Show } from 'solid-js';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import SaveStatus from '../checklist/SaveStatus.tsx';
import { ProjectChoice, UndoButtons, WhoField } from './ProjectFields.tsx';

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
        <ProjectChoice project={props.project} text={props.text} />
        <WhoField project={props.project} text={props.text} />
        <Show when={props.undo}>
          <UndoButtons project={props.project} text={props.text} />
        </Show>
      </div>
      <SaveStatus project={props.project} text={props.text} isWaiting={props.isWaiting === true} />
    </div>
  );
}
