import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import { findPhotos } from '../../domain/checklist/photo.ts';
import { findRuns } from '../../domain/checklist/run.ts';
import { fill } from '../../i18n/format.ts';
import type { ProjectReport } from '../../interchange/project-report.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { fetchSmallPhotos, picturesDrawn } from '../checklist/small-photos.ts';
import { download } from '../shared/files-out.ts';
import { createWayOut, printPage } from '../shared/way-out.tsx';
import type { ReportFormat } from './project-report-files.ts';
import type { ProjectReportProps } from './project-report-props.ts';

const FORMATS = [
  ['xlsx', 'exportXlsx'],
  ['csv', 'exportCsv'],
  ['json', 'exportJson'],
] as const satisfies readonly (readonly [ReportFormat, string])[];

/** What the report holds, and the ways out of the browser with it. */
export default function ReportOut(props: {
  report: ProjectReport;
  page: ProjectReportProps;
  project: ProjectState;
  withAnswers: boolean;
  onAnswers(is: boolean): void;
  withPhotos: boolean;
  onPhotos(is: boolean): void;
}): JSX.Element {
  const { text, words } = props.page;
  const out = createWayOut();
  const [message, setMessage] = createSignal('');
  const [ready, setReady] = createSignal(0);
  const hashes = createMemo(
    () =>
      props.report.runs.flatMap(({ items }) =>
        items.flatMap(({ path }) => findPhotos(props.report.index, path).map(({ hash }) => hash)),
      ),
    [],
    { equals: (a, b) => a.join() === b.join() },
  );
  const isShown = () => props.withAnswers && props.withPhotos;
  /** The last of the copies that were asked for. */
  let copies: Promise<void> = Promise.resolve();
  createEffect(
    on([hashes, isShown], ([wanted, shown]) => {
      if (shown && wanted.length > 0) copies = fetchSmallPhotos(wanted, props.project.photo, setReady);
    }),
  );
  const archived = createMemo(() => findRuns(props.report.index).filter(({ isArchived }) => isArchived).length);

  const print = async () => {
    await copies;
    await picturesDrawn();
    await printPage();
  };
  const save = async (format: ReportFormat) => {
    const { writeProjectReport } = await import('./project-report-files.ts');
    const { bytes, name, type } = writeProjectReport(format, props.report, props.page);
    setMessage((await download(bytes, name, type)) ? fill(words.exported, { file: name }) : '');
  };
  return (
    <section class="screen report-out" aria-labelledby="report-out">
      <h2 id="report-out">{text.out}</h2>
      {out.note()}
      <fieldset class="report-contents">
        <legend class="lab">{text.contents}</legend>
        <label class="check">
          <input
            type="checkbox"
            autocomplete="off"
            checked={props.withAnswers}
            onChange={(event) => props.onAnswers(event.currentTarget.checked)}
          />
          {text.withAnswers}
        </label>
        <Show when={hashes().length > 0}>
          <label class="check">
            <input
              type="checkbox"
              autocomplete="off"
              checked={props.withPhotos}
              disabled={!props.withAnswers}
              onChange={(event) => props.onPhotos(event.currentTarget.checked)}
            />
            {text.withPhotos}
          </label>
        </Show>
      </fieldset>
      <div class="acts">
        <button class="button primary" type="button" onClick={() => void print()}>
          {out.print(text.print)}
        </button>
        <For each={FORMATS}>
          {([format, label]) => (
            <button class="button" type="button" onClick={() => void save(format)}>
              {out.file(words[label])}
            </button>
          )}
        </For>
      </div>
      <p role="status">{message()}</p>
      <Show when={isShown() && hashes().length > 0}>
        <p class="hint photos-ready" data-ready={ready() >= hashes().length}>
          {fill(ready() < hashes().length ? text.photosBusy : text.photosReady, {
            count: ready(),
            all: hashes().length,
          })}
        </p>
      </Show>
      <Show when={archived() > 0}>
        <p class="hint">{fill(text.archivedOut, { count: archived() })}</p>
      </Show>
      <p class="hint">{text.fileHint}</p>
    </section>
  );
}
