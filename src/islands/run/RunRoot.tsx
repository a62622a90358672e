import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { pick } from '../../i18n/pick.ts';
import { projectWords } from '../../i18n/project-words.ts';
import { RUN } from '../../i18n/run-strings.ts';
import { createProject } from '../../state/create-project.ts';
import RunView from './RunView.tsx';
import type { RunCard } from './run-card.ts';
import { beginRun, createRun, type RunKind, runPath } from './run-state.ts';

/** Opens the project, then begins a run or goes on with one. */
export default function RunRoot(props: {
  card: RunCard;
  /** Begin a run of that kind, or go on with the run of that id. */
  start: { kind: RunKind } | { run: string };
  onBack(): void;
}): JSX.Element {
  const words = projectWords(props.card.locale);
  const text = pick(RUN, props.card.locale);
  const project = createProject({ nameOfFirst: words.firstProject });
  const [run, setRun] = createSignal('');
  onMount(() => {
    // The first write waits in the state room until what is stored has been read; the clock starts now.
    if ('kind' in props.start) setRun(beginRun(project, props.card, props.start.kind, location.pathname));
    else setRun(props.start.run);
  });
  const isThere = () => run() !== '' && project.value(runPath(run()), 'started') !== undefined;
  return (
    <Show
      when={isThere()}
      fallback={
        <p role="status">
          {project.isReady() && run() !== '' && !('kind' in props.start) ? (
            <button class="button" type="button" onClick={() => props.onBack()}>
              {text.back}
            </button>
          ) : (
            words.loading
          )}
        </p>
      }
    >
      <RunView run={createRun(project, props.card, run)} text={text} words={words} onBack={() => props.onBack()} />
    </Show>
  );
}
