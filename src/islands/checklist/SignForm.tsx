import { createSignal, createUniqueId, For, type JSX, onMount, Show } from 'solid-js';
import { drawnSignature, type Stroke } from '../../domain/checklist/drawn-signature.ts';
import { runPath } from '../../domain/checklist/item-path.ts';
import { reopenRunChanges, signChanges } from '../../domain/checklist/sign-changes.ts';
import type { Signature } from '../../domain/checklist/signature.ts';
import { pick } from '../../i18n/pick.ts';
import { SIGN } from '../../i18n/sign-strings.ts';
import { later } from '../shared/later.ts';
import { createUnsent } from '../shared/waiting.ts';
import { useChecklist } from './checklist-context.ts';
import SignatureLine from './SignatureLine.tsx';

/** What is drawn in is fetched when a stage is there to be signed. */
const SignaturePad = later(() => import('./SignaturePad.tsx'));

/** Signs a stage with a typed name or a drawn signature; shows who signed, and opens a signed stage again with a reason. */
export default function SignForm(props: { isSigned: boolean }): JSX.Element {
  return (
    <Show when={props.isSigned} fallback={<Sign />}>
      <Signatures />
      <Reopen />
    </Show>
  );
}

function Signatures(): JSX.Element {
  const { props: list, signOff } = useChecklist();
  return (
    <For each={signOff().signatures}>
      {(signed) => (
        <p class="signed-line">
          <SignatureLine signed={signed} text={list.text} roles={list.roles} locale={list.locale} />
        </p>
      )}
    </For>
  );
}

function Sign(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, run } = context;
  const id = createUniqueId();
  const words = pick(SIGN, list.locale);
  const [fault, setFault] = createSignal<'name' | 'missing' | 'tooLong'>();
  const [isDrawn, setDrawn] = createSignal(false);
  const [strokes, setStrokes] = createSignal<readonly Stroke[]>([]);
  let name!: HTMLInputElement;
  let role!: HTMLInputElement;
  let drawing!: HTMLInputElement;
  onMount(() => void SignaturePad.fetch().catch(() => {}));

  const lookUnsent = createUnsent(
    () => name.value.trim() !== project.who() || role.value.trim() !== '' || strokes().length > 0,
  );

  /** The signature as it is to be stored, or what is wrong with it. */
  const signatureOf = (who: string): Signature | 'name' | 'missing' | 'tooLong' => {
    if (who === '') return 'name';
    if (!isDrawn()) return { typed: who };
    return drawnSignature(strokes()) ?? (strokes().length > 0 ? 'tooLong' : 'missing');
  };
  const sign = async (event: SubmitEvent) => {
    event.preventDefault();
    const who = name.value.trim();
    const signature = signatureOf(who);
    if (typeof signature === 'string') {
      setFault(signature);
      return (signature === 'name' ? name : drawing).focus();
    }
    setFault(undefined);
    const post = role.value.trim();
    const roleId = Object.entries(list.roles).find(([, known]) => known === post)?.[0] ?? post;
    const stated = { on: context.today, who, role: roleId, signature };
    await context.write([]);
    const result = project.under(runPath(run()), (index) => signChanges(index, run(), stated, list.template));
    if (result.ok) await project.writeAll(result.changes);
  };
  return (
    <form class="sign-form" aria-label={list.text.sign} onInput={lookUnsent} onSubmit={(event) => void sign(event)}>
      <label>
        <span class="lab">{isDrawn() ? words.name : list.text.signer}</span>
        <input
          class="field"
          type="text"
          autocomplete="off"
          maxlength={40}
          value={project.who()}
          ref={name}
          aria-invalid={fault() === 'name'}
          aria-describedby={fault() === 'name' ? `${id}-missing` : `${id}-hint`}
          onKeyDown={keepComposing}
        />
      </label>
      <Show when={fault() === 'name'}>
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
      <fieldset class="how-to-sign">
        <legend class="lab">{words.how}</legend>
        <label class="check">
          <input type="radio" name={`${id}-how`} autocomplete="off" checked onChange={() => setDrawn(false)} />
          {words.typed}
        </label>
        <label class="check">
          <input
            type="radio"
            name={`${id}-how`}
            autocomplete="off"
            ref={drawing}
            aria-describedby={isDrawn() ? `${id}-drawing` : undefined}
            onChange={() => setDrawn(true)}
          />
          {words.drawn}
        </label>
      </fieldset>
      <Show when={isDrawn()}>
        <SignaturePad
          words={words}
          strokes={strokes()}
          onStrokes={(next) => {
            setStrokes(next);
            lookUnsent();
            setFault(undefined);
          }}
          describedBy={`${id}-drawing`}
        />
        <p class="hint" id={`${id}-drawing`}>
          <Show when={fault() === 'missing' || fault() === 'tooLong'} fallback={words.padHint}>
            <span class="problem-text" role="alert">
              ! {fault() === 'tooLong' ? words.tooLong : words.missing}
            </span>
          </Show>
        </p>
      </Show>
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
  const lookUnsent = createUnsent(() => field.value.trim() !== '');
  const reopen = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = field.value.trim();
    setMissing(reason === '');
    if (reason === '') return field.focus();
    void project.writeAll(reopenRunChanges(run(), { on: context.today, who: project.who(), reason }));
  };
  return (
    <form class="sign-form" aria-label={list.text.reopenRun} onInput={lookUnsent} onSubmit={reopen}>
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
