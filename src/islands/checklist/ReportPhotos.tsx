import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Photo } from '../../domain/checklist/photo.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import { smallPhoto } from './small-photos.ts';

/** A photo and the item that it belongs to. */
export interface ItemPhoto {
  readonly photo: Photo;
  readonly number: string;
  readonly label: string;
}

const IN_A_ROW = 3;

/** The photos of a list as small pictures, each with number, item, time and place. Rows of a report's table, which do not split. */
export default function ReportPhotos(props: { photos: readonly ItemPhoto[]; text: ChecklistText }): JSX.Element {
  const rows = createMemo(() =>
    Array.from({ length: Math.ceil(props.photos.length / IN_A_ROW) }, (_, i) =>
      props.photos.slice(i * IN_A_ROW, (i + 1) * IN_A_ROW),
    ),
  );
  return (
    <Show when={props.photos.length > 0}>
      <tr class="report-group">
        <th colspan={4}>{props.text.photos}</th>
      </tr>
      <For each={rows()}>
        {(row) => (
          <tr class="report-photos">
            <td colspan={4}>
              <div>
                <For each={row}>{(one) => <Picture of={one} text={props.text} />}</For>
              </div>
            </td>
          </tr>
        )}
      </For>
    </Show>
  );
}

function Picture(props: { of: ItemPhoto; text: ChecklistText }): JSX.Element {
  const small = createMemo(() => smallPhoto(props.of.photo.hash));
  const copy = () => {
    const found = small();
    return found === 'gone' ? undefined : found;
  };
  const { photo, number, label } = props.of;
  const at = localTime(photo.at);
  return (
    <figure>
      <Show
        when={copy()}
        fallback={<p class="no-picture">{small() === 'gone' ? props.text.photoGone : props.text.photoPending}</p>}
      >
        {(found) => (
          <img
            src={found().address}
            width={found().width}
            height={found().height}
            alt={fill(props.text.photoAlt, { number, at })}
          />
        )}
      </Show>
      <figcaption>
        <b>{number}</b> {label}
        <small class="nums">
          {[at, photo.place, photo.who, photo.kind === 'fixed-photo' ? props.text.fixedPhotos : '']
            .filter(Boolean)
            .join(' · ')}
        </small>
      </figcaption>
    </figure>
  );
}
