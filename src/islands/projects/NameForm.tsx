import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { isComposing } from '../shared/composing.ts';

/** Asks for a name; Enter that confirms a candidate of the input method does not submit. */
export default function NameForm(props: {
  label: string;
  value: string;
  missing: string;
  submit: string;
  cancel: string;
  /** A yes or no beside the name. */
  choice?: string;
  onName(name: string, choice: boolean): Promise<void>;
  onCancel(): void;
}): JSX.Element {
  const id = createUniqueId();
  const [isMissing, setMissing] = createSignal(false);
  let field!: HTMLInputElement;
  let choice: HTMLInputElement | undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const name = field.value.trim();
    setMissing(name === '');
    if (name === '') field.focus();
    else void props.onName(name, choice?.checked ?? false);
  };
  return (
    <form class="bar-fields" onSubmit={submit}>
      <label>
        <span class="lab">{props.label}</span>
        <input
          class="field"
          type="text"
          autocomplete="off"
          maxlength={80}
          value={props.value}
          aria-invalid={isMissing()}
          aria-describedby={isMissing() ? `${id}-missing` : undefined}
          ref={(element) => {
            field = element;
            queueMicrotask(() => element.select());
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !isComposing(event)) props.onCancel();
          }}
        />
      </label>
      <Show when={props.choice}>
        <label class="check">
          <input type="checkbox" autocomplete="off" checked ref={(element) => (choice = element)} /> {props.choice}
        </label>
      </Show>
      <button class="button primary" type="submit">
        {props.submit}
      </button>
      <button class="button" type="button" onClick={() => props.onCancel()}>
        {props.cancel}
      </button>
      <Show when={isMissing()}>
        <p class="problem-text" id={`${id}-missing`}>
          ! {props.missing}
        </p>
      </Show>
    </form>
  );
}
