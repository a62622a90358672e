import { createResource, createSignal, For, type JSX, Show } from 'solid-js';
import { fill } from '../i18n/format.ts';
import { createProject } from '../state/create-project.ts';
import SaveStatus from './checklist/SaveStatus.tsx';
import { sizeText } from './shared/files-out.ts';
import BackupPanel from './storage/BackupPanel.tsx';
import RemovePanel from './storage/RemovePanel.tsx';
import type { StorageProps } from './storage/storage-props.ts';
import { localTime } from './today.ts';

/** What is stored on this device, how safe it is, and how to take it out or away. */
export default function StorageIsland(props: StorageProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const [asked, setAsked] = createSignal('');
  const ready = () => project.isReady();
  const entries = () => [
    ...project.projects().map((entry) => ({ entry, note: '' })),
    ...project.archived().map((entry) => ({ entry, note: props.text.archived })),
    ...project.trash().map((entry) => ({ entry, note: props.text.trashed })),
  ];
  const [report, { refetch }] = createResource(ready, () => project.storageReport());
  const [contents, { refetch: again }] = createResource(
    () => ready() && entries(),
    (all) =>
      Promise.all(
        all.map(async ({ entry, note }) => {
          const content = await project.content(entry.id);
          const bytes = content?.photos.reduce((sum, { length }) => sum + length, 0) ?? 0;
          return { entry, note, records: content?.records.length, bytes };
        }),
      ),
  );
  const refresh = () => {
    void refetch();
    void again();
  };
  const ask = async () => {
    const granted = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
    setAsked(granted ? props.text.keptGranted : props.text.keptRefused);
    refresh();
  };
  const clean = async () => {
    const removed = await project.cleanPhotos();
    setAsked(fill(props.text.cleaned, { count: removed.length }));
    refresh();
  };
  const removeAll = async (): Promise<boolean> => {
    for (const { entry } of entries()) await project.remove(entry.id);
    await project.emptyTrash();
    await project.setWho('');
    await project.cleanPhotos();
    localStorage.clear();
    sessionStorage.clear();
    const isGone = await new Promise<boolean>((resolve) => {
      const request = indexedDB.deleteDatabase('zongguan');
      request.onsuccess = () => resolve(true);
      request.onerror = () => resolve(false);
      // This page's own connection lets go by itself; another tab's may not.
      setTimeout(() => resolve(false), 3000);
    });
    refresh();
    return isGone;
  };

  return (
    <div class="projects">
      <div class="bar">
        <SaveStatus project={project} text={props.words} />
      </div>
      <Show when={ready() && report()} fallback={<p class="quiet">{props.text.needsScript}</p>}>
        {(told) => (
          <section aria-labelledby="state-title">
            <h2 id="state-title">{props.text.state}</h2>
            <dl class="facts told-facts">
              <div>
                <dt>{props.text.kept}</dt>
                <dd>
                  {told().kind === 'memory'
                    ? props.text.inMemory
                    : told().persisted === undefined
                      ? props.text.keptUnknown
                      : told().persisted
                        ? props.text.keptYes
                        : props.text.keptNo}{' '}
                  <Show when={told().persisted === false}>
                    <button class="button" type="button" onClick={() => void ask()}>
                      {props.text.keptAsk}
                    </button>
                  </Show>
                </dd>
              </div>
              <div>
                <dt>{props.text.used}</dt>
                <dd class="nums">
                  {told().used === undefined
                    ? props.text.unknown
                    : fill(props.text.usedOf, {
                        used: sizeText(told().used ?? 0),
                        quota: told().quota === undefined ? props.text.unknown : sizeText(told().quota ?? 0),
                      })}
                </dd>
              </div>
              <div>
                <dt>{props.text.photos}</dt>
                <dd class="nums">
                  {fill(props.text.photosValue, {
                    count: told().photos.count,
                    size: sizeText(told().photos.bytes),
                  })}{' '}
                  <button class="button" type="button" onClick={() => void clean()}>
                    {props.text.clean}
                  </button>
                </dd>
              </div>
              <div>
                <dt>{props.text.lastBackup}</dt>
                <dd class="nums">{told().lastBackup ? localTime(told().lastBackup ?? '') : props.text.never}</dd>
              </div>
              <div>
                <dt>{props.text.since}</dt>
                <dd class="nums">{project.unsavedElsewhere()}</dd>
              </div>
            </dl>
            <p class="told" role="status">
              {asked()}
            </p>
          </section>
        )}
      </Show>
      <BackupPanel list={props} project={project} onDone={refresh} />
      <Show when={ready()}>
        <section aria-labelledby="stored-projects">
          <h2 id="stored-projects">{props.text.projects}</h2>
          <Show when={(contents()?.length ?? 0) > 0} fallback={<p class="quiet">{props.text.noProjects}</p>}>
            <div class="scroll" tabindex="0" role="group" aria-label={props.text.projects}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{props.text.projectName}</th>
                    <th scope="col" class="num">
                      {props.text.records}
                    </th>
                    <th scope="col" class="num">
                      {props.text.size}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={contents()}>
                    {({ entry, note, records, bytes }) => (
                      <tr>
                        <th scope="row">
                          {entry.name}{' '}
                          <Show when={note}>
                            <span class="tag">{note}</span>
                          </Show>
                        </th>
                        <td class="num">{records ?? props.text.unreadable}</td>
                        <td class="num">{sizeText(bytes)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </Show>
        </section>
        <RemovePanel list={props} remove={removeAll} />
      </Show>
    </div>
  );
}
