import { createSignal, For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { BackupPart } from '../../interchange/backup-file.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import { download, shareFile, sizeText } from '../shared/files-out.ts';
import { mergeFaultText } from '../shared/merge-fault.ts';
import { localTime } from '../today.ts';
import type { StorageProps } from './storage-props.ts';

/** Everything into one file, and back. */
export default function BackupPanel(props: { list: StorageProps; project: Project; onDone(): void }): JSX.Element {
  const { text, words } = props.list;
  const [message, setMessage] = createSignal('');
  const [made, setMade] = createSignal<{ blob: Blob; name: string }>();
  const [found, setFound] = createSignal<{ made: string; projects: readonly BackupPart[] }>();
  const [isBusy, setBusy] = createSignal(false);
  let chooser!: HTMLInputElement;

  const backup = async () => {
    setBusy(true);
    setMessage(text.backingUp);
    try {
      setMessage(await writeBackup());
    } catch (cause) {
      setMessage(fill(text.backupFailed, { reason: cause instanceof Error ? cause.message : String(cause) }));
    }
    setBusy(false);
    props.onDone();
  };
  /** @returns what to tell the reader. */
  const writeBackup = async (): Promise<string> => {
    const [{ makeBackup }, { BACKUP_FILE_EXTENSION }] = await Promise.all([
      import('./make-backup.ts'),
      import('../../interchange/backup-file.ts'),
    ]);
    const at = new Date().toISOString();
    const { blob, held, omitted } = await makeBackup(props.project, at);
    const left = [
      omitted.projects.length > 0 ? fill(text.notAll, { names: omitted.projects.join('、') }) : '',
      omitted.photos > 0 ? fill(text.photosNotIn, { count: omitted.photos }) : '',
      omitted.isStorageShut ? text.storageShut : '',
    ];
    if (held.length === 0) return [text.nothingToBackUp, ...left].join(' ');
    const name = `${words.backupName}-${localTime(at).replace(/[ :]/g, '-')}${BACKUP_FILE_EXTENSION}`;
    setMade({ blob, name });
    if (!(await download(blob, name))) return '';
    // A file without what the storage keeps shut is no backup of it.
    if (!omitted.isStorageShut) await props.project.noteBackup(at);
    for (const { project, records } of held) await props.project.noteExport(project, records);
    return [fill(text.backedUp, { file: name, size: sizeText(blob.size), count: held.length }), ...left].join(' ');
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    const [{ readBackup }, { blobSource }] = await Promise.all([
      import('../../interchange/backup-file.ts'),
      import('../../interchange/byte-source.ts'),
    ]);
    const backup = await readBackup(blobSource(file));
    chooser.value = '';
    if (backup.ok) {
      setMessage('');
      setFound(backup);
      return;
    }
    setFound(undefined);
    const reason =
      backup.reason === 'foreign'
        ? text.notBackup
        : backup.reason === 'newer'
          ? words.refusedNewer
          : words.refusedDamaged;
    setMessage(fill(text.restoreRefused, { reason }));
  };
  const restore = async (parts: readonly BackupPart[]) => {
    setBusy(true);
    let count = 0;
    const faults: string[] = [];
    for (const { name, file } of parts) {
      if (!file.ok) continue;
      const outcome = await props.project.merge(file.project, file.name, file.records, file.photos);
      if (outcome.ok) count += 1;
      else faults.push(fill(text.restoreFailed, { name, reason: mergeFaultText(words, outcome.reason) }));
    }
    setFound(undefined);
    setMessage([fill(text.restored, { count }), ...faults].join(' '));
    setBusy(false);
    props.onDone();
  };

  return (
    <section aria-labelledby="backup-title">
      <h2 id="backup-title">{text.backup}</h2>
      <div class="acts">
        <button
          class="button primary"
          type="button"
          disabled={!props.project.isReady() || isBusy()}
          onClick={() => void backup()}
        >
          {text.backupAll}
        </button>
        <button
          class="button"
          type="button"
          disabled={!props.project.isReady() || isBusy()}
          onClick={() => chooser.click()}
        >
          {text.restore}
        </button>
        <input
          ref={chooser}
          class="visually-hidden"
          type="file"
          tabindex={-1}
          aria-label={text.restore}
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
        <Show when={made()}>
          {(file) => (
            <button class="button" type="button" onClick={() => void shareFile(file().blob, file().name)}>
              {text.share}
            </button>
          )}
        </Show>
      </div>
      <p class="told" role="status">
        {message()}
      </p>
      <Show when={found()}>
        {(backup) => (
          <div class="card preview">
            <p>{fill(text.restoreFound, { at: localTime(backup().made), count: backup().projects.length })}</p>
            <ul>
              <For each={backup().projects}>
                {({ name, file }) => (
                  <li classList={{ bad: !file.ok }}>
                    {file.ok
                      ? fill(text.restorePart, { name, count: file.records.length, photos: file.photos.length })
                      : fill(text.restoreBad, { name })}
                  </li>
                )}
              </For>
            </ul>
            <div class="acts">
              <button
                class="button primary"
                type="button"
                disabled={isBusy()}
                onClick={() => void restore(backup().projects)}
              >
                {text.restoreDo}
              </button>
              <button class="button" type="button" onClick={() => setFound(undefined)}>
                {words.cancel}
              </button>
            </div>
          </div>
        )}
      </Show>
      <p class="hint">{text.cannotDownload}</p>
    </section>
  );
}
