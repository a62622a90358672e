import { createUniqueId, For, type JSX, Show } from 'solid-js';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';
import type { FoundProject } from './out-actions.ts';

/** What merging a file would do, before anything is written. */
export default function MergePreview(props: {
  found: FoundProject;
  text: ChecklistText;
  onMerge(): void;
  onCancel(): void;
}): JSX.Element {
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
