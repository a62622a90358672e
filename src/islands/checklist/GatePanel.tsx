import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { isOpenProblem } from '../../domain/checklist/answer.ts';
import { type GateMissing, gate } from '../../domain/checklist/gate.ts';
import { runPath } from '../../domain/checklist/item-path.ts';
import { reopenRunChanges, signChanges } from '../../domain/checklist/sign-off.ts';
import { fill } from '../../i18n/format.ts';
import { useChecklist } from './checklist-context.ts';

const AT_FIRST = 8;

/** Whether the stage can be signed off, what is missing, the signature, and how to open it again. */
export default function GatePanel(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, items, signOff } = context;
  const state = createMemo(() => gate(items(), context.answer));
  const fine = createMemo(() => {
    const held = new Set(state().missing.map(({ item }) => item));
    return items().filter(
      ({ path, applies }) => applies !== false && !held.has(path) && isOpenProblem(context.answer(path)),
    ).length;
  });
  const isActive = () => project.isReady() && project.current() !== undefined;
  return (
    <section class="gate card" aria-labelledby="gate-title">
      <h2 id="gate-title">{list.text['stage-gate']}</h2>
      <Show
        when={signOff().isLocked}
        fallback={
          <>
            <p class="gate-answer">
              {state().canSign && items().length > 0
                ? `✓ ${list.text.gateYes}`
                : fill(list.text.gateNo, { count: state().missing.length })}
            </p>
            <Missing missing={state().missing.slice(0, AT_FIRST)} />
            <Show when={state().missing.length > AT_FIRST}>
              <details>
                <summary>{fill(list.text.gateMore, { count: state().missing.length - AT_FIRST })}</summary>
                <Missing missing={state().missing.slice(AT_FIRST)} />
              </details>
            </Show>
            <Show when={fine() > 0}>
              <p class="hint">{fill(list.text.gateFine, { count: fine() })}</p>
            </Show>
            <Show when={signOff().reopened}>
              {(reopened) => (
                <p class="hint">
                  {fill(list.text.reopenedLine, {
                    on: reopened().on,
                    who: reopened().who || list.text.unnamed,
                    reason: reopened().reason,
                  })}
                </p>
              )}
            </Show>
            <Show when={isActive() && state().canSign && items().length > 0}>
              <SignForm />
            </Show>
          </>
        }
      >
        <p class="gate-answer" classList={{ warn: signOff().state === 'changed' }} role="status">
          {signOff().state === 'changed' ? list.text.signedChanged : list.text.signedState}
        </p>
        <For each={signOff().signatures}>
          {(signed) => (
            <p>
              {fill(signed.role ? list.text.signedBy : list.text.signedByOnly, {
                who: 'typed' in signed.signature ? signed.signature.typed : signed.who,
                role: list.roles[signed.role] ?? signed.role,
                on: signed.on,
              })}
            </p>
          )}
        </For>
        <ReopenForm />
      </Show>
    </section>
  );
}

function Missing(props: { missing: readonly GateMissing[] }): JSX.Element {
  const { props: list, items } = useChecklist();
  return (
    <ol class="missing">
      <For each={props.missing}>
        {({ item, reason }) => (
          <Show when={items().find(({ path }) => path === item)}>
            {(row) => (
              <li>
                <a href={`#${row().id}`}>
                  <span
                    classList={{ bad: reason === 'severity-a', warn: reason !== 'severity-a' && reason !== 'open' }}
                  >
                    {list.text[`gate-${reason}`]}
                  </span>
                  <span>
                    <b class="nums">{row().number}</b> {row().label}
                  </span>
                </a>
              </li>
            )}
          </Show>
        )}
      </For>
    </ol>
  );
}

function SignForm(): JSX.Element {
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

function ReopenForm(): JSX.Element {
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
