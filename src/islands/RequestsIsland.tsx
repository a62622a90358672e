import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { fill } from '../i18n/format.ts';
import RequestCard from './requests/RequestCard.tsx';
import RequestReport from './requests/RequestReport.tsx';
import { requestBook } from './requests/request-book.ts';
import { createRequestLog, type RequestsProps } from './requests/request-log.ts';
import { downloadBook } from './shared/files-out.ts';
import Pick from './shared/Pick.tsx';
import ProjectLine from './shared/ProjectLine.tsx';
import Segments from './shared/Segments.tsx';
import { printPage } from './shared/way-out.tsx';
import { today } from './today.ts';

/** The request log of the project. */
export default function RequestsIsland(props: RequestsProps): JSX.Element {
  const { text } = props;
  const log = createRequestLog(props);
  const { project } = log;
  const [asked, setAsked] = createSignal('');
  const [show, setShow] = createSignal('open');
  onMount(() => {
    const wanted = new URLSearchParams(location.search).get('service') ?? '';
    if (props.services.some(({ id }) => id === wanted)) setAsked(wanted);
  });
  const byPath = createMemo(() => new Map(log.all().map((entry) => [entry.path, entry])));
  const shown = () => log.all().filter(({ view }) => show() === 'all' || !view.state.startsWith('concluded'));
  const nothing = () => log.all().length === 0;
  return (
    <>
      <div class="tool screen desk">
        <ProjectLine project={project} text={props.words} undo />
        <div class="bar-fields">
          <Pick
            label={text.service}
            options={props.services.map(({ id, name }) => ({ id, label: name }))}
            value={asked()}
            empty={text.choose}
            store={setAsked}
          />
          <button
            class="button primary"
            type="button"
            disabled={!project.isReady() || asked() === ''}
            onClick={() => {
              log.add(asked());
              setShow('open');
            }}
          >
            {text.newRequest}
          </button>
        </div>
        <p role="status" class="nums">
          {fill(text.counts, {
            overdue: log.count('overdue'),
            soon: log.count('soon'),
            open: log.count('open', 'no-limit'),
            done: log.count('concluded', 'concluded-late'),
          })}
        </p>
        <div class="shown">
          <Segments
            label={text.show}
            options={[
              { id: 'open', label: text.showOpen },
              { id: 'all', label: text.showAll },
            ]}
            value={show()}
            store={setShow}
          />
        </div>
        <For
          each={shown().map(({ path }) => path)}
          fallback={<p class="quiet">{nothing() ? text.none : text.noneOpen}</p>}
        >
          {(path) => <Show when={byPath().get(path)}>{(entry) => <RequestCard log={log} entry={entry()} />}</Show>}
        </For>
        <p class="buttons">
          <button class="button" type="button" disabled={nothing()} onClick={() => void printPage()}>
            {text.print}
          </button>
          <button
            class="button"
            type="button"
            disabled={nothing()}
            onClick={() =>
              void downloadBook(requestBook(log), `${text.title} ${project.current()?.name ?? ''} ${today()}.xlsx`)
            }
          >
            {text.xlsx}
          </button>
        </p>
      </div>
      <RequestReport log={log} />
    </>
  );
}
