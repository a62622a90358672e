import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { MergeReport } from '../../domain/checklist/merge-report.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';
import type { ProjectFile, ProjectFileFault, ReadFilePhoto } from '../../interchange/project-file.ts';
import { useChecklist } from './checklist-context.ts';
import { blobOf, saveFile, shareFile } from './file-out.ts';

interface Waiting {
  file: ProjectFile & { readonly photos: readonly ReadFilePhoto[] };
  /** `undefined` when the project is not on this device. */
  report: MergeReport | undefined;
}

/** Ways out of the browser and into it: paper, spreadsheets, and the project file. The code of files is fetched on use. */
export default function OutPanel(props: { onBlank(blank: boolean): void }): JSX.Element {
  const context = useChecklist();
  const { props: list, project } = context;
  const [message, setMessage] = createSignal('');
  const [waiting, setWaiting] = createSignal<Waiting>();
  let chooser!: HTMLInputElement;

  const printAs = (blank: boolean) => {
    props.onBlank(blank);
    // After the form has been redrawn; the next print from the browser's menu is the report again.
    requestAnimationFrame(() => {
      print();
      props.onBlank(false);
    });
  };

  const makeFile = async () => {
    const current = project.current();
    const content = current && (await project.content(current.id));
    if (!current || !content) return undefined;
    const { openProjectFile, PROJECT_FILE_EXTENSION } = await import('../../interchange/project-file.ts');
    // What this page holds is the truth, stored or not.
    const records = project.records();
    const exported = new Date().toISOString();
    const file = { project: current.id, name: current.name, exported, records, photos: content.photos };
    const blob = await blobOf(openProjectFile(file, project.photo));
    const name = `${current.name.replace(/[\\/:*?"<>|]/g, '-')}${PROJECT_FILE_EXTENSION}`;
    return { blob, name, id: current.id, count: records.length };
  };
  const exportFile = async () => {
    const made = await makeFile();
    if (!made) return;
    saveFile(made.blob, made.name);
    await project.noteExport(made.id, made.count);
    setMessage(fill(list.text.exported, { file: made.name }));
  };
  const share = async () => {
    const made = await makeFile();
    if (!made) return;
    const isGone = await shareFile(made.blob, made.name);
    if (isGone) await project.noteExport(made.id, made.count);
    else setMessage(list.text.shareNot);
  };
  const exportTable = async (format: 'xlsx' | 'csv' | 'json') => {
    const { writeReport } = await import('./report-files.ts');
    const { bytes, name, type } = writeReport(format, context);
    saveFile(bytes, name, type);
    setMessage(fill(list.text.exported, { file: name }));
  };

  const openFile = async (file: File | undefined) => {
    if (!file) return;
    const [{ readProjectFileFrom }, { blobSource }] = await Promise.all([
      import('../../interchange/project-file.ts'),
      import('../../interchange/byte-source.ts'),
    ]);
    const read = await readProjectFileFrom(blobSource(file));
    chooser.value = '';
    if (!read.ok) {
      setWaiting(undefined);
      setMessage(fill(list.text.importRefused, { reason: faultText(list.text, read.reason) }));
      return;
    }
    const known = project.projects().some(({ id }) => id === read.project);
    setMessage('');
    setWaiting({ file: read, report: known ? await project.preview(read.project, read.records) : undefined });
  };

  const merge = async ({ file }: Waiting) => {
    const result = await project.merge(file.project, file.name, file.records, file.photos);
    setWaiting(undefined);
    setMessage(
      result.ok
        ? fill(list.text.imported, { count: result.report.added })
        : fill(list.text.importRefused, { reason: mergeFaultText(list.text, result.reason) }),
    );
  };

  return (
    <section class="out" aria-labelledby="out-title">
      <h2 id="out-title">{list.text.out}</h2>
      <button class="button primary" type="button" disabled={!project.current()} onClick={() => printAs(false)}>
        {list.text.printReport}
      </button>
      <button class="button" type="button" disabled={!project.isReady()} onClick={() => printAs(true)}>
        {list.text.printBlank}
      </button>
      <button class="button" type="button" disabled={!project.current()} onClick={() => void exportTable('xlsx')}>
        {list.text.exportXlsx}
      </button>
      <button class="button" type="button" disabled={!project.current()} onClick={() => void exportFile()}>
        {list.text.exportFile}
      </button>
      <button class="button" type="button" disabled={!project.isReady()} onClick={() => chooser.click()}>
        {list.text.importFile}
      </button>
      <input
        ref={chooser}
        class="visually-hidden"
        type="file"
        tabindex={-1}
        aria-label={list.text.importFile}
        onChange={(event) => void openFile(event.currentTarget.files?.[0])}
      />
      <Show when={waiting()}>
        {(found) => (
          <Preview
            found={found()}
            text={list.text}
            onMerge={() => void merge(found())}
            onCancel={() => setWaiting(undefined)}
          />
        )}
      </Show>
      <p role="status">{message()}</p>
      <p class="hint">{list.text.exportHint}</p>
      <details>
        <summary>{list.text.moreFormats}</summary>
        <div class="acts">
          <button class="button" type="button" disabled={!project.current()} onClick={() => void exportTable('csv')}>
            {list.text.exportCsv}
          </button>
          <button class="button" type="button" disabled={!project.current()} onClick={() => void exportTable('json')}>
            {list.text.exportJson}
          </button>
        </div>
      </details>
      <details>
        <summary>{list.text.wayOut}</summary>
        <p>{list.text.wayOutText}</p>
        <button class="button" type="button" disabled={!project.current()} onClick={() => void share()}>
          {list.text.share}
        </button>
      </details>
    </section>
  );
}

/** What merging a file would do, before anything is written. */
function Preview(props: { found: Waiting; text: ChecklistText; onMerge(): void; onCancel(): void }): JSX.Element {
  const id = createUniqueId();
  const text = props.text;
  const file = () => props.found.file;
  return (
    <div class="card preview">
      <p id={id}>
        <Show
          when={props.found.report}
          fallback={fill(text.importUnknown, { name: file().name, count: file().records.length })}
        >
          {(report) => fill(text.importPreview, { name: file().name, ...report().total })}
        </Show>{' '}
        <Show when={file().photos.length > 0}>{fill(text.importPhotos, { count: file().photos.length })}</Show>
      </p>
      <Show when={props.found.report}>
        {(report) => (
          <table class="kinds" aria-describedby={id}>
            <thead>
              <tr>
                <th scope="col">{text.kindOfThings}</th>
                <th scope="col">{text.new}</th>
                <th scope="col">{text.changedCount}</th>
                <th scope="col">{text.conflicting}</th>
                <th scope="col">{text.equal}</th>
              </tr>
            </thead>
            <tbody>
              <For each={[...report().kinds]}>
                {([kind, counts]) => (
                  <tr>
                    <th scope="row">{text[`kind-${kind}` as keyof ChecklistText] ?? kind}</th>
                    <td>{counts.new}</td>
                    <td>{counts.changed}</td>
                    <td classList={{ warn: counts.conflicting > 0 }}>{counts.conflicting}</td>
                    <td>{counts.equal}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        )}
      </Show>
      <button class="button primary" type="button" onClick={() => props.onMerge()}>
        {props.found.report ? text.importDo : text.importOpen}
      </button>
      <button class="button" type="button" onClick={() => props.onCancel()}>
        {text.cancel}
      </button>
    </div>
  );
}

function faultText(text: ChecklistText, fault: ProjectFileFault): string {
  switch (fault) {
    case 'foreign':
      return text.refusedForeign;
    case 'newer':
      return text.refusedNewer;
    default:
      return text.refusedDamaged;
  }
}

function mergeFaultText(text: ChecklistText, reason: string): string {
  switch (reason) {
    case 'newer-form':
      return text.newerForm;
    case 'clash':
      return text.refusedClash;
    case 'snapshot':
      return text.refusedSnapshot;
    case 'photos':
      return text.refusedPhotos;
    default:
      return text.damaged;
  }
}
