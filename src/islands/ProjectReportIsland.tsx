import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { PROJECT } from '../domain/checklist/item-path.ts';
import { href } from '../i18n/paths.ts';
import { createProject } from '../state/create-project.ts';
import SaveStatus from './checklist/SaveStatus.tsx';
import type { ProjectReportProps } from './project-report/project-report-props.ts';
import ReportOut from './project-report/ReportOut.tsx';
import ReportSheet from './project-report/ReportSheet.tsx';
import { readProjectReport } from './project-report/read-report.ts';
import { createToday } from './shared/create-today.ts';

/** One report of everything that the current project's checklists hold: to be read here, printed, or taken away as a file. */
export default function ProjectReportIsland(props: ProjectReportProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const now = createToday();
  const day = () => now() ?? '';
  const [withAnswers, setAnswers] = createSignal(true);
  const [withPhotos, setPhotos] = createSignal(true);
  const report = createMemo(() => {
    const current = project.current();
    if (!project.isReady() || !current || project.trouble() || day() === '') return undefined;
    // Everything is in it, so everything that changes makes it anew.
    project.changes();
    return project.under(PROJECT, (index) =>
      readProjectReport(index, { id: current.id, name: current.name }, props, day(), new Date().toISOString()),
    );
  });
  return (
    <div class="projects">
      <div class="bar state-line screen">
        <SaveStatus project={project} text={props.words} />
      </div>
      <Show
        when={report()}
        fallback={
          <p class="quiet">
            {props.text.noProject} <a href={href(props.locale, 'projects')}>{props.text.toProjects}</a>
          </p>
        }
      >
        {(found) => (
          <>
            <ReportOut
              report={found()}
              page={props}
              project={project}
              withAnswers={withAnswers()}
              onAnswers={setAnswers}
              withPhotos={withPhotos()}
              onPhotos={setPhotos}
            />
            <ReportSheet report={found()} page={props} withAnswers={withAnswers()} withPhotos={withPhotos()} />
          </>
        )}
      </Show>
    </div>
  );
}
