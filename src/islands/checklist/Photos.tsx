import { createResource, createSignal, createUniqueId, For, type JSX, onCleanup, Show } from 'solid-js';
import { findPhotos, type Photo, type PhotoKind, photoField, pictureType } from '../../domain/checklist/photo.ts';
import { fill } from '../../i18n/format.ts';
import { sizeText } from '../shared/files-out.ts';
import { createWaiting } from '../shared/waiting.ts';
import { localTime } from '../today.ts';
import { useChecklist } from './checklist-context.ts';
import type { RowView } from './run-view.ts';
import { storageReason } from './SaveStatus.tsx';

/** The photos of an item: taken or chosen, reduced, kept on this device one by one. */
export default function Photos(props: { item: RowView; kind: PhotoKind }): JSX.Element {
  const context = useChecklist();
  const { props: list, project } = context;
  const id = createUniqueId();
  const [message, setMessage] = createSignal('');
  const [burn, setBurn] = createSignal(false);
  const [place, setPlace] = createSignal('');
  const photos = () =>
    project
      .under(props.item.path, (index) => findPhotos(index, props.item.path))
      .filter(({ kind }) => kind === props.kind);
  const isLocked = () => (props.kind === 'photo' ? context.isLocked() : project.trouble() !== undefined);

  /** Pictures that were chosen and are not kept yet: nothing is called saved meanwhile. */
  const waiting = createWaiting();
  let underWay = 0;
  onCleanup(() => waiting.set(false));
  const add = async (field: HTMLInputElement) => {
    const files = [...(field.files ?? [])];
    field.value = '';
    underWay += 1;
    waiting.set(true);
    try {
      await keep(files);
    } finally {
      underWay -= 1;
      waiting.set(underWay > 0);
    }
  };
  const keep = async (files: readonly File[]) => {
    const { isHeic, reducePhoto } = await import('./reduce-photo.ts');
    // Of several pictures each that was not kept is named; none is covered by the next one's success.
    const failed: string[] = [];
    let keptBytes = 0;
    for (const file of files) {
      setMessage(list.text.photoBusy);
      const at = new Date().toISOString();
      const where = place().trim();
      const words = [localTime(at), `${props.item.number} ${props.item.label}`, where].filter(Boolean);
      const reduced = await reducePhoto(file, burn() ? words : []);
      if (!reduced) {
        const trouble = (await isHeic(file)) ? list.text.photoHeic : list.text.photoBad;
        failed.push(fill(trouble, { name: file.name }));
        continue;
      }
      // Pins the run's template first, as any answer does.
      await context.write([]);
      const outcome = await project.addPhoto(
        props.item.path,
        { ...reduced, name: file.name, at, ...(where !== '' && { place: where }) },
        props.kind,
      );
      if (outcome.ok) keptBytes += reduced.bytes.length;
      else failed.push(fill(list.text.photoFailed, { name: file.name, reason: reasonText(outcome) }));
    }
    const kept = keptBytes > 0 ? [fill(list.text.photoSaved, { size: sizeText(keptBytes) })] : [];
    setMessage([...kept, ...failed].join(' '));
  };
  const reasonText = ({ reason, detail }: { reason: string; detail: string }): string =>
    reason === 'locked' ? list.text.lockedHint : storageReason(list.text, reason, detail || reason);
  const title = () => (props.kind === 'photo' ? list.text.photos : list.text.fixedPhotos);
  return (
    <section class="photos-part" aria-label={`${title()} · ${props.item.number}`}>
      <p class="lab">{title()}</p>
      <Show when={photos().length > 0}>
        <ul class="photos">
          <For each={photos().map(({ hash }) => hash)}>
            {(hash) => (
              <Show when={photos().find((photo) => photo.hash === hash)}>
                {(photo) => (
                  <li>
                    <Picture photo={photo()} item={props.item} />
                    <small class="nums">
                      {localTime(photo().at)} {photo().place}
                    </small>
                    <Show when={!isLocked()}>
                      <button
                        class="button"
                        type="button"
                        onClick={() =>
                          void context.write([
                            { item: props.item.path, field: photoField(hash, props.kind), value: null },
                          ])
                        }
                      >
                        {list.text.removePhoto}
                      </button>
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={!isLocked()}>
        <div class="acts">
          <label class="button file">
            {list.text.takePhoto}
            <input
              type="file"
              accept="image/*"
              capture="environment"
              onChange={(event) => void add(event.currentTarget)}
            />
          </label>
          <label class="button file">
            {list.text.addPhoto}
            <input type="file" accept="image/*" multiple onChange={(event) => void add(event.currentTarget)} />
          </label>
        </div>
        <label class="check">
          <input
            type="checkbox"
            autocomplete="off"
            checked={burn()}
            onChange={(event) => setBurn(event.currentTarget.checked)}
          />
          {list.text.burnIn}
        </label>
        <label for={`${id}-place`} class="lab">
          {list.text.photoPlace}
        </label>
        <input
          class="field"
          id={`${id}-place`}
          type="text"
          autocomplete="off"
          maxlength={60}
          value={place()}
          onInput={(event) => setPlace(event.currentTarget.value)}
        />
      </Show>
      <p class="hint" role="status">
        {message()}
      </p>
    </section>
  );
}

function Picture(props: { photo: Photo; item: RowView }): JSX.Element {
  const { props: list, project } = useChecklist();
  const [address] = createResource(
    () => props.photo.hash,
    async (hash) => {
      const bytes = await project.photo(hash);
      const type = bytes && pictureType(bytes);
      return bytes && type ? URL.createObjectURL(new Blob([bytes as BlobPart], { type })) : '';
    },
  );
  onCleanup(() => {
    const made = address();
    if (made) URL.revokeObjectURL(made);
  });
  return (
    <Show when={address()} fallback={<p class="hint">{address.loading ? '…' : list.text.photoGone}</p>}>
      {(source) => (
        <a href={source()} target="_blank" rel="noopener">
          <img
            src={source()}
            width={props.photo.width}
            height={props.photo.height}
            loading="lazy"
            alt={fill(list.text.photoAlt, { number: props.item.number, at: localTime(props.photo.at) })}
          />
        </a>
      )}
    </Show>
  );
}
