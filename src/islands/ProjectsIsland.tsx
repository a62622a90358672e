import { type JSX, Show } from 'solid-js';
import { createProject } from '../state/create-project.ts';
import SaveStatus from './checklist/SaveStatus.tsx';
import NewProject from './projects/NewProject.tsx';
import OverviewPanel from './projects/OverviewPanel.tsx';
import PeopleAndAssets from './projects/PeopleAndAssets.tsx';
import ProjectList from './projects/ProjectList.tsx';
import type { ProjectsProps } from './projects/projects-props.ts';
import { createToday } from './shared/create-today.ts';
import { UndoButtons } from './shared/ProjectFields.tsx';

/** The reader's projects: which there are, how the current one stands, who works on it. */
export default function ProjectsIsland(props: ProjectsProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const now = createToday();
  const day = () => now() ?? '';
  const isOpen = () => project.isReady() && project.current() !== undefined && project.trouble() === undefined;
  return (
    <div class="projects">
      <div class="bar state-line">
        <SaveStatus project={project} text={props.words} />
        <UndoButtons project={project} text={props.words} />
      </div>
      <Show when={isOpen()} fallback={<p class="quiet">{props.text.noCurrent}</p>}>
        <OverviewPanel list={props} project={project} today={day()} />
      </Show>
      <ProjectList list={props} project={project} />
      <NewProject list={props} project={project} />
      <Show when={isOpen()}>
        <PeopleAndAssets list={props} project={project} />
      </Show>
    </div>
  );
}
