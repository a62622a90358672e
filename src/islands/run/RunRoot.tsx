import { createEffect, createSignal, type JSX, onMount, Show } from 'solid-js';
import { pick } from '../../i18n/pick.ts';
import { projectWords } from '../../i18n/project-words.ts';
import { RUN } from '../../i18n/run-strings.ts';
import { createProject } from '../../state/create-project.ts';
import SaveStatus from '../checklist/SaveStatus.tsx';
import RunList from './RunList.tsx';
import RunView from './RunView.tsx';
import type { RunCard } from './run-card.ts';
import { beginRun, createRun, type RunStart, readMark, runPath } from './run-state.ts';

/** Opens the project, then begins a run or goes on with one. */
export default function RunRoot(props: {
  card: RunCard;
  /** Begin a run of that kind, go on with the run of that id, or choose among those of before. */
  start: RunStart;
  onBack(): void;
}): JSX.Element {
  const words = projectWords(props.card.locale);
  const text = pick(RUN, props.card.locale);
  const project = createProject({ nameOfFirst: words.firstProject });
  const [run, setRun] = createSignal('');
  onMount(() => {
    // The first write waits in the state room until what is stored has been read; the clock starts now.
    if ('kind' in props.start) setRun(beginRun(project, props.card, props.start.kind, location.pathname));
    else if ('run' in props.start) setRun(props.start.run);
  });
  // The run may be in another project than the one that was open last.
  let hasSwitched = false;
  createEffect(() => {
    if (!project.isReady() || hasSwitched || isThere() || !('run' in props.start)) return;
    const where = project.projects().find(({ id }) => id === readMark()?.project);
    if (!where || where.id === project.current()?.id) return;
    hasSwitched = true;
    void project.switchTo(where.id);
  });
  const isThere = () => run() !== '' && project.value(runPath(run()), 'started') !== undefined;
  return (
    <Show
      when={isThere()}
      fallback={
        <div class="run">
          <SaveStatus project={project} text={words} />
          <Show when={project.isReady() && 'list' in props.start && run() === ''}>
            <RunList project={project} card={props.card} text={text} onOpen={setRun} onBack={() => props.onBack()} />
          </Show>
          <Show when={project.isReady() && run() !== '' && !('kind' in props.start)}>
            <Show
              when={project.status().state === 'saved' && !project.trouble()}
              fallback={
                <p>
                  {text.notRead}{' '}
                  <button class="button primary" type="button" onClick={() => location.reload()}>
                    {text.readAgain}
                  </button>
                </p>
              }
            >
              <p>
                {text.notHere}{' '}
                <button class="button" type="button" onClick={() => props.onBack()}>
                  {text.back}
                </button>
              </p>
            </Show>
          </Show>
        </div>
      }
    >
      <RunView run={createRun(project, props.card, run)} text={text} words={words} onBack={() => props.onBack()} />
    </Show>
  );
}
