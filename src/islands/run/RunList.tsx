import { For, type JSX, Show } from 'solid-js';
import { isOver } from '../../domain/emergency/incident.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { localTime } from '../today.ts';
import type { RunCard } from './run-card.ts';
import { entriesOf, INCIDENTS, runPath } from './run-state.ts';

/** Runs and drills of this card in the project, the latest first: to read, to export, or to go on with. */
export default function RunList(props: {
  project: ProjectState;
  card: RunCard;
  text: RunText;
  onOpen(run: string): void;
  onBack(): void;
}): JSX.Element {
  const { text } = props;
  const runs = () =>
    props.project
      .items(INCIDENTS)
      .map((path) => path.split('/'))
      .filter((parts) => parts.length === 2)
      .map(([, run = '']) => ({
        run,
        started: String(props.project.value(runPath(run), 'started') ?? ''),
        kind: props.project.value(runPath(run), 'kind') === 'drill' ? text.kindDrill : text.kindReal,
        isOver: isOver(entriesOf(props.project, run)),
        card: props.project.value(runPath(run), 'card'),
      }))
      .filter(({ card, started }) => card === props.card.id && started !== '')
      .sort((a, b) => (a.started > b.started ? -1 : 1));
  return (
    <>
      <h1 id="run-title" tabindex={-1}>
        {props.card.title}
      </h1>
      <h2>{text.earlier}</h2>
      <Show when={runs().length > 0} fallback={<p class="quiet">{text.noEarlier}</p>}>
        <ul class="run-reports">
          <For each={runs()}>
            {(entry) => (
              <li>
                <span class="nums">
                  <b>{entry.kind}</b> {localTime(entry.started)} {entry.isOver ? '' : `· ${text.running}`}
                </span>
                <button
                  class="button"
                  type="button"
                  aria-label={`${text.openLog} ${localTime(entry.started)}`}
                  onClick={() => props.onOpen(entry.run)}
                >
                  {text.openLog}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p>
        <button class="button" type="button" onClick={() => props.onBack()}>
          {text.back}
        </button>
      </p>
    </>
  );
}
