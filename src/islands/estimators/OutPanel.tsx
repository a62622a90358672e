import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { ENGINE_VERSION } from '../../domain/estimators/estimators.ts';
import { type FormValues, fitToForm } from '../../domain/estimators/form.ts';
import { fill } from '../../i18n/format.ts';
import { createWayOut, handOut, printPage } from '../shared/way-out.tsx';
import type { EstimateState } from './estimate-state.ts';
import type { EstimatorProps } from './estimator-props.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
} as const;

/** Ways out: paper, Excel, CSV, JSON, a link; and back in. Their code is fetched on use. */
export default function OutPanel(given: { props: EstimatorProps; state: EstimateState }): JSX.Element {
  const { props, state } = given;
  const [message, setMessage] = createSignal('');
  const [link, setLink] = createSignal('');
  const out = createWayOut();
  let chooser!: HTMLInputElement;
  const isReady = () => state.outcome().ok;
  const nameOf = (extension: string) =>
    `${props.title}-${state.current().name}.${extension}`.replace(/[\\/:*?"<>|\s]/g, '-');
  const save = async (bytes: Uint8Array, extension: keyof typeof TYPES) => {
    const isOut = await handOut(new Blob([bytes as BlobPart], { type: TYPES[extension] }), nameOf(extension));
    if (isOut) setMessage(fill(props.text.exported, { file: nameOf(extension) }));
  };
  const exportAs = async (kind: 'xlsx' | 'csv' | 'json') => {
    const outcome = state.outcome();
    if (!outcome.ok) return;
    const files = await import('./estimate-files.ts');
    await save(files.writeEstimate(kind, props, state.current(), outcome), kind);
  };
  const copyLink = async () => {
    const { writeEstimateLink, MAX_LINK_BYTES } = await import('../../interchange/estimate-link.ts');
    const { name, values } = state.current();
    const fragment = writeEstimateLink({ estimator: props.estimator, engine: ENGINE_VERSION, name, values });
    if (fragment === undefined) return setMessage(fill(props.text.linkTooLong, { limit: MAX_LINK_BYTES }));
    const url = `${location.origin}${location.pathname}#${fragment}`;
    try {
      await navigator.clipboard.writeText(url);
      setLink('');
      return setMessage(props.text.linkCopied);
    } catch {
      setLink(url);
      return setMessage(props.text.linkShown);
    }
  };
  const open = (values: FormValues, words: string) => {
    state.replace({
      fields: { ...props.preset.fields, ...values.fields },
      tables: { ...props.preset.tables, ...values.tables },
    });
    setMessage(words);
  };
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    const files = await import('./estimate-files.ts');
    const read = files.readEstimate(new Uint8Array(await file.arrayBuffer()), props);
    chooser.value = '';
    // Once the stored scenarios are there, or they would take its place.
    await until(() => state.project.isReady());
    if (read.ok) {
      const done = fill(props.text.imported, { file: file.name });
      const some = read.faults.slice(0, 5).join(props.locale === 'en' ? '; ' : '；');
      open(
        read.values,
        read.faults.length === 0
          ? done
          : `${done} ${fill(props.text.importFaults, { count: read.faults.length, faults: some })}`,
      );
    } else setMessage(fill(props.text.importRefused, { reason: read.reason }));
  };
  onMount(() => {
    const openLink = async () => {
      const fragment = location.hash.slice(1);
      // Also what is left of a link that was cut after its first letter, and one of a form that is not known yet.
      if (!/^e(?:\d|$)/.test(fragment)) return;
      const { readEstimateLink } = await import('../../interchange/estimate-link.ts');
      const read = readEstimateLink(fragment);
      if (!read.ok) return setMessage(props.text.linkBroken);
      if (read.estimator !== props.estimator) return setMessage(props.text.linkOther);
      // Once the stored scenarios are there, or they would take its place.
      await until(() => state.project.isReady());
      state.add(read.name, fitToForm(state.shape, read.values));
      history.replaceState(null, '', location.pathname + location.search);
      return setMessage(
        read.engine === ENGINE_VERSION ? props.text.linkOpened : `${props.text.linkOpened} ${props.text.linkEngine}`,
      );
    };
    void openLink();
    // A link that is put into the address line of this very page loads nothing anew.
    const onHash = () => void openLink();
    addEventListener('hashchange', onHash);
    onCleanup(() => removeEventListener('hashchange', onHash));
    // A file that was chosen before this code arrived counts.
    void openFile(chooser.files?.[0]);
  });
  return (
    <section class="out" aria-labelledby="out-title" data-needs-script>
      <h2 id="out-title">{props.text.out}</h2>
      {out.note()}
      <div class="tools">
        <button class="button primary" type="button" disabled={!isReady()} onClick={() => void printPage()}>
          {out.print(props.text.printSheet)}
        </button>
        <button class="button" type="button" disabled={!isReady()} onClick={() => void exportAs('xlsx')}>
          {out.file(props.text.exportXlsx)}
        </button>
        <button class="button" type="button" disabled={!isReady()} onClick={() => void exportAs('csv')}>
          {out.file(props.text.exportCsv)}
        </button>
        <button class="button" type="button" disabled={!isReady()} onClick={() => void exportAs('json')}>
          {out.file(props.text.exportJson)}
        </button>
        <button class="button" type="button" onClick={() => chooser.click()}>
          {props.text.importFile}
        </button>
        <button class="button" type="button" onClick={() => void copyLink()}>
          {props.text.copyLink}
        </button>
      </div>
      <input
        ref={chooser}
        class="visually-hidden"
        type="file"
        accept=".json,.xlsx"
        tabindex={-1}
        aria-label={props.text.importFile}
        onChange={(event) => void openFile(event.currentTarget.files?.[0])}
      />
      <p role="status">{message()}</p>
      <Show when={link()}>
        <textarea class="field" rows={3} readonly aria-label={props.text.copyLink}>
          {link()}
        </textarea>
      </Show>
    </section>
  );
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 50));
}
