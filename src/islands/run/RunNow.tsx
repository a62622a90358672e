import { For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import type { Run } from './run-state.ts';
import { clockText } from './words.ts';

/** The second click of a double one falls on the step that has just come: a shaking hand must not stamp it. */
const once = (act: () => void) => (event: MouseEvent) => {
  if (event.detail <= 1) act();
};

/** The one step that is to be done now, as large as it gets; a decision shows its two ways. */
export default function RunNow(props: { run: Run; text: RunText; elapsed: number }): JSX.Element {
  const { run, text } = props;
  const { card } = run;
  const next = () => run.steps().find(({ state }) => state === 'next');
  const nextStep = () => card.steps.find(({ id }) => id === next()?.id);
  return (
    <div class="run-now">
      <Show when={nextStep()} keyed fallback={<p class="run-text">{text.allDone}</p>}>
        {(step) => (
          <>
            <p class="meta">
              {text.now} · {fill(text.step, { n: card.steps.indexOf(step) + 1, all: card.steps.length })} · {step.role}
              <Show when={step.within}>
                {(within) => (
                  <b classList={{ bad: props.elapsed > within() }}>
                    {' '}
                    · {fill(text.target, { time: clockText(within()) })}
                  </b>
                )}
              </Show>
            </p>
            <p class="run-text" aria-live="polite">
              {step.text}
            </p>
            <Show
              when={step.decision}
              fallback={
                <button
                  class="button run-big"
                  type="button"
                  onClick={once(() => run.add({ kind: 'step', about: step.id }))}
                >
                  ✓ {text.stamp}
                </button>
              }
            >
              {(decision) => (
                <fieldset class="run-decide">
                  <legend>{decision().question}</legend>
                  <For each={['yes', 'no'] as const}>
                    {(way) => (
                      <button
                        class="button run-big"
                        type="button"
                        onClick={once(() => run.add({ kind: 'decision', about: step.id, way }))}
                      >
                        {fill(text.way, { way: text[way], text: decision()[way].text })}
                      </button>
                    )}
                  </For>
                </fieldset>
              )}
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
