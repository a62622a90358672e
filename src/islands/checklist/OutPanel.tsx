import { createSignal, type JSX, Show } from 'solid-js';
import { createWayOut, printPage } from '../shared/way-out.tsx';
import { useChecklist } from './checklist-context.ts';
import { fetchOutActions, MergePreview, ReportTable } from './later-parts.ts';
import type { FoundProject } from './out-actions.ts';

/** Ways out of the browser and into it: paper, spreadsheets, and the project file. What each does is fetched on use. */
export default function OutPanel(props: { onBlank(blank: boolean): void }): JSX.Element {
  const context = useChecklist();
  const { props: list, project } = context;
  const out = createWayOut();
  const [message, setMessage] = createSignal('');
  const [waiting, setWaiting] = createSignal<FoundProject>();
  let chooser!: HTMLInputElement;

  const printAs = async (blank: boolean) => {
    if (project.current()) await ReportTable.fetch();
    if (!blank) {
      // Where the code cannot be had, as without a signal, the report is printed without its pictures.
      await act((out) => out.preparePhotos(context, setMessage)).catch(() => {});
    }
    props.onBlank(blank);
    // After the form has been redrawn; the next print from the browser's menu is the report again.
    requestAnimationFrame(() => {
      void printPage();
      props.onBlank(false);
    });
  };
  const act = async (work: (actions: Awaited<ReturnType<typeof fetchOutActions>>) => Promise<string>) => {
    setMessage(await work(await fetchOutActions()));
  };
  const exportTable = (format: 'xlsx' | 'csv' | 'json') => void act((out) => out.exportTable(context, format));
  const openFile = (file: File) =>
    act(async (out) => {
      const found = await out.readProject(context, file);
      chooser.value = '';
      setWaiting(typeof found === 'string' ? undefined : found);
      return typeof found === 'string' ? found : '';
    });
  const merge = (found: FoundProject) =>
    act(async (out) => {
      const told = await out.mergeProject(context, found);
      setWaiting(undefined);
      return told;
    });

  return (
    <section class="out" aria-labelledby="out-title">
      <h2 id="out-title">{list.text.out}</h2>
      {out.note()}
      <button class="button primary" type="button" disabled={!project.current()} onClick={() => void printAs(false)}>
        {out.print(list.text.printReport)}
      </button>
      <button class="button" type="button" disabled={!project.isReady()} onClick={() => void printAs(true)}>
        {out.print(list.text.printBlank)}
      </button>
      <button class="button" type="button" disabled={!project.current()} onClick={() => exportTable('xlsx')}>
        {out.file(list.text.exportXlsx)}
      </button>
      <button
        class="button"
        type="button"
        disabled={!project.current()}
        onClick={() => void act((out) => out.exportProjectFile(context))}
      >
        {out.file(list.text.exportFile)}
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
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void openFile(file);
        }}
      />
      <Show when={waiting()}>
        {(found) => (
          <MergePreview
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
          <button class="button" type="button" disabled={!project.current()} onClick={() => exportTable('csv')}>
            {out.file(list.text.exportCsv)}
          </button>
          <button class="button" type="button" disabled={!project.current()} onClick={() => exportTable('json')}>
            {out.file(list.text.exportJson)}
          </button>
        </div>
      </details>
      <details>
        <summary>{list.text.wayOut}</summary>
        <p>{list.text.wayOutText}</p>
        <button
          class="button"
          type="button"
          disabled={!project.current()}
          onClick={() => void act((out) => out.shareProjectFile(context))}
        >
          {list.text.share}
        </button>
      </details>
    </section>
  );
}
