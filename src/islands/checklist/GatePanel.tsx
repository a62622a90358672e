import { createMemo, For, type JSX, Show } from 'solid-js';
import { isOpenProblem } from '../../domain/checklist/answer.ts';
import { type GateMissing, gate } from '../../domain/checklist/gate.ts';
import { fill } from '../../i18n/format.ts';
import { keepEqual } from '../shared/keep-equal.ts';
import { useChecklist } from './checklist-context.ts';
import { SignForm } from './later-parts.ts';

const AT_FIRST = 8;

/** Whether the stage can be signed off, what is missing, the signature, and how to open it again. */
export default function GatePanel(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, items, signOff } = context;
  const state = createMemo(() => gate(items(), context.answer));
  const missing = createMemo<readonly GateMissing[]>(
    (before) => keepEqual(before, state().missing, ({ item, reason }) => `${item} ${reason}`),
    [],
  );
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
                : items().length === 0
                  ? list.text.gateEmpty
                  : fill(list.text.gateNo, { count: state().missing.length })}
            </p>
            <Missing missing={missing().slice(0, AT_FIRST)} />
            <Show when={missing().length > AT_FIRST}>
              <details>
                <summary>{fill(list.text.gateMore, { count: missing().length - AT_FIRST })}</summary>
                <Missing missing={missing().slice(AT_FIRST)} />
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
              <SignForm isSigned={false} />
            </Show>
          </>
        }
      >
        <p class="gate-answer" classList={{ warn: signOff().state === 'changed' }} role="status">
          {signOff().state === 'changed' ? list.text.signedChanged : list.text.signedState}
        </p>
        <SignForm isSigned />
      </Show>
    </section>
  );
}

function Missing(props: { missing: readonly GateMissing[] }): JSX.Element {
  const { props: list, items } = useChecklist();
  const rows = createMemo(() => new Map(items().map((row) => [row.path, row])));
  return (
    <ol class="missing">
      <For each={props.missing}>
        {({ item, reason }) => (
          <Show when={rows().get(item)}>
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
