import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { StorageProps } from './storage-props.ts';

/** Removes all that this site keeps, after the reader has typed what they are about to do. */
export default function RemovePanel(props: { list: StorageProps; remove(): Promise<boolean> }): JSX.Element {
  const { text } = props.list;
  const id = createUniqueId();
  const [fault, setFault] = createSignal<string>();
  const [message, setMessage] = createSignal('');
  let field!: HTMLInputElement;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const isMeant = field.value.trim().toLowerCase() === text.removeWord;
    setFault(isMeant ? undefined : fill(text.removeWrong, { word: text.removeWord }));
    if (!isMeant) return field.focus();
    field.value = '';
    setMessage((await props.remove()) ? text.removed : text.removeFailed);
  };
  return (
    <section aria-labelledby="remove-title">
      <h2 id="remove-title">{text.removeTitle}</h2>
      <p>{text.removeHint}</p>
      <form class="remove" onSubmit={(event) => void submit(event)}>
        <div>
          <label class="lab" for={`${id}-word`}>
            {fill(text.removeType, { word: text.removeWord })}
          </label>
          <input
            ref={field}
            class="field"
            id={`${id}-word`}
            type="text"
            autocomplete="off"
            aria-invalid={fault() !== undefined}
            aria-describedby={fault() ? `${id}-fault` : undefined}
          />
          <Show when={fault()}>
            <p class="problem-text" id={`${id}-fault`}>
              ! {fault()}
            </p>
          </Show>
        </div>
        <button class="button danger" type="submit">
          {text.removeDo}
        </button>
      </form>
      <p class="told" role="status">
        {message()}
      </p>
    </section>
  );
}
