import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { runPath } from '../../domain/checklist/item-path.ts';
import { reopenRunChanges, signChanges } from '../../domain/checklist/sign-off.ts';
import { useChecklist } from './checklist-context.ts';

/** Signs a stage with a typed name, or opens a signed one again with a reason. */
export default function SignForm(props: { isSigned: boolean }): JSX.Element {
  return (
    <Show when={props.isSigned} fallback={<Sign />}>
      <Reopen />
    </Show>
  );
}

function Sign(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, run } = context;
  const id = createUniqueId();
  const [isMissing, setMissing] = createSignal(false);
  let name!: HTMLInputElement;
  let role!: HTMLInputElement;
  const sign = async (event: SubmitEvent) => {
    event.preventDefault();
    const who = name.value.trim();
    setMissing(who === '');
    if (who === '') return name.focus();
    const post = role.value.trim();
    const roleId = Object.entries(list.roles).find(([, known]) => known === post)?.[0] ?? post;
    const words = { on: context.today, who, role: roleId, signature: { typed: who } };
    await context.write([]);
    const result = project.under(runPath(run()), (index) => signChanges(index, run(), words, list.template));
    if (result.ok) await project.writeAll(result.changes);
  };
  return (
    <form class="sign-form" aria-label={list.text.sign} onSubmit={(event) => void sign(event)}>
      <label>
        <span class="lab">{list.text.signer}</span>
        <input
          class="field"
          type="text"
          autocomplete="off"
          maxlength={40}
          value={project.who()}
          ref={name}
          aria-invalid={isMissing()}
          aria-describedby={isMissing() ? `${id}-missing` : `${id}-hint`}
          onKeyDown={keepComposing}
        />
      </label>
      <Show when={isMissing()}>
        <p class="problem-text" id={`${id}-missing`} role="alert">
          ! {list.text.signerMissing}
        </p>
      </Show>
      <label>
        <span class="lab">{list.text.signerRole}</span>
        <input
          class="field"
          type="text"
          autocomplete="off"
          maxlength={60}
          list={`${id}-roles`}
          ref={role}
          onKeyDown={keepComposing}
        />
      </label>
      <datalist id={`${id}-roles`}>
        <For each={Object.values(list.roles)}>{(known) => <option value={known} />}</For>
      </datalist>
      <p class="hint" id={`${id}-hint`}>
        {list.text.signHint}
      </p>
      <button class="button primary" type="submit">
        {list.text.sign}
      </button>
    </form>
  );
}

function Reopen(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, run } = context;
  const id = createUniqueId();
  const [isMissing, setMissing] = createSignal(false);
  let field!: HTMLInputElement;
  const reopen = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = field.value.trim();
    setMissing(reason === '');
    if (reason === '') return field.focus();
    void project.writeAll(reopenRunChanges(run(), { on: context.today, who: project.who(), reason }));
  };
  return (
    <form class="sign-form" aria-label={list.text.reopenRun} onSubmit={reopen}>
      <label>
        <span class="lab">{list.text.reopenReason}</span>
        <input
          class="field"
          type="text"
          autocomplete="off"
          maxlength={200}
          ref={field}
          aria-invalid={isMissing()}
          aria-describedby={isMissing() ? `${id}-missing` : undefined}
          onKeyDown={keepComposing}
        />
      </label>
      <Show when={isMissing()}>
        <p class="problem-text" id={`${id}-missing`} role="alert">
          ! {list.text.reopenMissing}
        </p>
      </Show>
      <button class="button" type="submit">
        {list.text.reopenRun}
      </button>
    </form>
  );
}

/** Enter that confirms a candidate of the input method must not submit. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.isComposing) event.preventDefault();
}
