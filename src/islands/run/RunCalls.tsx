import { For, type JSX, Show } from 'solid-js';
import { telephone } from '../../domain/telephone.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import { readMirror } from '../../state/mirror-read.ts';
import type { Run } from './run-state.ts';

/** Numbers to tap, national and local; tapping one notes the time. */
export default function RunCalls(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const { card } = run;
  const numbers = readMirror();
  return (
    <section>
      <h2>{text.calls}</h2>
      <div class="calls">
        <For each={card.calls}>
          {(call) => {
            const number = () => call.number ?? numbers.numbers[call.id]?.number;
            return (
              <Show
                when={number()}
                fallback={
                  <a href={card.numbersHref}>
                    <b class="none">{text.noNumber}</b>
                    <small>{call.for}</small>
                  </a>
                }
              >
                {(dialled) => (
                  <a
                    href={`tel:${telephone(dialled())}`}
                    onClick={() => {
                      if (!run.ended()) run.add({ kind: 'call', about: call.id, text: dialled() });
                    }}
                  >
                    <b>{dialled()}</b>
                    <small>{call.for}</small>
                  </a>
                )}
              </Show>
            );
          }}
        </For>
      </div>
    </section>
  );
}
