import { createSignal, type JSX } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import TextField from '../checklist/TextField.tsx';
import type { StorageProps } from './storage-props.ts';

/** Removes all that this site keeps, after the reader has typed what they are about to do. */
export default function RemovePanel(props: { list: StorageProps; remove(): Promise<boolean> }): JSX.Element {
  const { text } = props.list;
  const [typed, setTyped] = createSignal('');
  const [fault, setFault] = createSignal<string>();
  const [message, setMessage] = createSignal('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    // What stands in the field, stored or not yet.
    const field = (event.currentTarget as HTMLFormElement).querySelector('input');
    const isMeant = (field?.value ?? '').trim().toLowerCase() === text.removeWord;
    setFault(isMeant ? undefined : fill(text.removeWrong, { word: text.removeWord }));
    if (!isMeant) return;
    setTyped('');
    setMessage((await props.remove()) ? text.removed : text.removeFailed);
  };
  return (
    <section aria-labelledby="remove-title">
      <h2 id="remove-title">{text.removeTitle}</h2>
      <p>{text.removeHint}</p>
      <form class="remove" onSubmit={(event) => void submit(event)}>
        <TextField
          label={fill(text.removeType, { word: text.removeWord })}
          value={typed()}
          store={setTyped}
          problem={fault()}
        />
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
