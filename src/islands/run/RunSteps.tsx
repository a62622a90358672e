import { For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import type { Run } from './run-state.ts';
import { clockText, difference } from './words.ts';

/** All steps at a glance; any of them can be stamped out of turn. */
export default function RunSteps(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const { card } = run;
  return (
    <>
      <h2>{text.steps}</h2>
      <ol class="run-steps">
        <For each={card.steps}>
          {(step, place) => {
            const state = () => run.steps()[place()];
            return (
              <li data-state={state()?.state}>
                <span>
                  {step.text} <small>{step.role}</small>
                </span>
                <span class="nums">
                  <Show
                    when={state()?.entry}
                    fallback={
                      <Show
                        when={!run.ended() && !step.decision}
                        fallback={state()?.state === 'skipped' ? text.skipped : text.open}
                      >
                        <button
                          class="button"
                          type="button"
                          aria-label={fill(text.stampOf, { step: step.text })}
                          onClick={() => run.add({ kind: 'step', about: step.id })}
                        >
                          {state()?.state === 'skipped' ? text.skipped : text.stamp}
                        </button>
                      </Show>
                    }
                  >
                    ✓ {clockText(state()?.elapsed ?? 0)} <small>{difference(state()?.over, text)}</small>
                  </Show>
                </span>
              </li>
            );
          }}
        </For>
      </ol>
    </>
  );
}
