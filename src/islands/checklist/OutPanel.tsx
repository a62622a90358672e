import { createSignal, type JSX, Show } from 'solid-js';
import type { MergeReport } from '../../domain/checklist/merge-report.ts';
import { fill } from '../../i18n/format.ts';
import type { ProjectFile, ProjectFileFault } from '../../interchange/project-file.ts';
import { useChecklist } from './checklist-context.ts';

interface Waiting {
  file: ProjectFile;
  /** `undefined` when the project is not on this device. */
  report: MergeReport | undefined;
}

/** Ways out of the browser and into it: paper, and the project file. The file's code is fetched on use. */
export default function OutPanel(props: { onBlank(blank: boolean): void }): JSX.Element {
  const { props: list, project } = useChecklist();
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

  const exportFile = async () => {
    const current = project.current();
    if (!current) return;
    const { writeProjectFile, PROJECT_FILE_EXTENSION } = await import('../../interchange/project-file.ts');
    const bytes = writeProjectFile({
      project: current.id,
      name: current.name,
      exported: new Date().toISOString(),
      records: project.records(),
    });
    const name = `${current.name.replace(/[\\/:*?"<>|]/g, '-')}${PROJECT_FILE_EXTENSION}`;
    download(bytes, name);
    setMessage(fill(list.text.exported, { file: name }));
  };

  const openFile = async (file: File | undefined) => {
    if (!file) return;
    const { readProjectFile } = await import('../../interchange/project-file.ts');
    const read = readProjectFile(new Uint8Array(await file.arrayBuffer()));
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
    const result = await project.merge(file.project, file.name, file.records);
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
          <div class="card preview">
            <p>
              <Show
                when={found().report}
                fallback={fill(list.text.importUnknown, {
                  name: found().file.name,
                  count: found().file.records.length,
                })}
              >
                {(report) => fill(list.text.importPreview, { name: found().file.name, ...report().total })}
              </Show>
            </p>
            <button class="button primary" type="button" onClick={() => void merge(found())}>
              {found().report ? list.text.importDo : list.text.importOpen}
            </button>
            <button class="button" type="button" onClick={() => setWaiting(undefined)}>
              {list.text.cancel}
            </button>
          </div>
        )}
      </Show>
      <p role="status">{message()}</p>
      <p class="hint">{list.text.exportHint}</p>
    </section>
  );
}

function faultText(text: ReturnType<typeof useChecklist>['props']['text'], fault: ProjectFileFault): string {
  switch (fault) {
    case 'foreign':
      return text.refusedForeign;
    case 'newer':
      return text.refusedNewer;
    default:
      return text.refusedDamaged;
  }
}

function mergeFaultText(text: ReturnType<typeof useChecklist>['props']['text'], reason: string): string {
  return reason === 'newer-form' ? text.newerForm : reason === 'clash' ? text.refusedClash : text.damaged;
}

/** Hands bytes to the browser as a file. */
function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
