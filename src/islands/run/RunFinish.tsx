import { createSignal, For, type JSX, Show } from 'solid-js';
import type { RunText } from '../../i18n/run-strings.ts';
import type { Run } from './run-state.ts';

/** Ends the run, after its conditions have been looked at. */
export default function RunFinish(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const { card } = run;
  const [asking, setAsking] = createSignal(false);
  return (
    <div class="run-finish">
      <Show
        when={asking()}
        fallback={
          <button class="button danger" type="button" onClick={() => setAsking(true)}>
            {run.kind() === 'drill' ? text.finishDrill : text.finish}
          </button>
        }
      >
        <p>
          <b>{text.finishAsk}</b>
        </p>
        <ul>
          <For each={card.over}>{(line) => <li>{line}</li>}</For>
        </ul>
        <p class="buttons">
          <button class="button danger" type="button" onClick={() => run.add({ kind: 'end' })}>
            {text.finishSure}
          </button>
          <button class="button" type="button" onClick={() => setAsking(false)}>
            {text.goOn}
          </button>
        </p>
      </Show>
    </div>
  );
}
