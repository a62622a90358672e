import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import type { Run } from './run-state.ts';
import { clockText, lineText, timeBeside } from './words.ts';

/** The log in the order of events. Nothing in it can be changed; what is wrong is corrected by a new entry. */
export default function LogTable(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const [correcting, setCorrecting] = createSignal('');
  const id = createUniqueId();
  let field: HTMLInputElement | undefined;
  const correct = (event: SubmitEvent) => {
    event.preventDefault();
    const said = field?.value.trim() ?? '';
    if (said === '') return field?.focus();
    run.add({ kind: 'correction', corrects: correcting(), text: said });
    setCorrecting('');
  };
  return (
    <>
      <h2>{text.log}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label={text.log}>
        <table class="run-log">
          <thead>
            <tr>
              <th>{text.colEvent}</th>
              <th class="num">{text.colElapsed}</th>
              <th>{text.colWhat}</th>
              <th>{text.colWho}</th>
              <th>{text.colRecorded}</th>
              <th>
                <span class="visually-hidden">{text.correct}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={run.log()}>
              {(line) => (
                <tr data-kind={line.kind}>
                  <td class="nums">{timeBeside(line.event, run.started())}</td>
                  <td class="num">{clockText(line.elapsed)}</td>
                  <td>
                    <Show when={line.correctedBy.length > 0} fallback={lineText(line, run.card, text, run.log())}>
                      <s>{lineText(line, run.card, text, run.log())}</s>{' '}
                      <span class="tag assume">{text.corrected}</span>
                    </Show>
                  </td>
                  <td>{line.who}</td>
                  <td class="nums">
                    {timeBeside(line.recorded, line.event)}
                    <Show when={line.isLate}>
                      {' '}
                      <span class="tag assume">{text.isLate}</span>
                    </Show>
                  </td>
                  <td>
                    <Show when={line.kind !== 'start' && line.correctedBy.length === 0}>
                      <button
                        class="button"
                        type="button"
                        aria-label={fill(text.correctOf, { what: lineText(line, run.card, text, run.log()) })}
                        onClick={() => {
                          setCorrecting(line.id);
                          queueMicrotask(() => field?.focus());
                        }}
                      >
                        {text.correct}
                      </button>
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={correcting() !== ''}>
        <form class="run-correct card" onSubmit={correct}>
          <label class="lab" for={id}>
            {text.correctWhat}
          </label>
          <input
            ref={(found) => {
              field = found;
            }}
            id={id}
            class="field"
            type="text"
            autocomplete="off"
            maxlength={400}
          />
          <p class="buttons">
            <button class="button primary" type="submit">
              {text.correct}
            </button>
            <button class="button" type="button" onClick={() => setCorrecting('')}>
              {text.cancel}
            </button>
          </p>
        </form>
      </Show>
    </>
  );
}
