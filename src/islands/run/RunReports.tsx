import { For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import type { Run } from './run-state.ts';
import { clockText, timeBeside } from './words.ts';

/** Whom to tell, with the time that is left. */
export default function RunReports(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const { card } = run;
  return (
    <section>
      <h2>{text.reports}</h2>
      <ul class="run-reports">
        <For each={card.report}>
          {(report, place) => {
            const state = () => run.reports()[place()];
            return (
              <li>
                <span>
                  <b>{report.whom}</b> {report.by}
                  <br />
                  <span
                    class="nums"
                    classList={{ bad: state()?.isLate === true }}
                    role={state()?.done ? undefined : 'timer'}
                  >
                    {said(state(), run.started(), text)}
                  </span>
                </span>
                <Show when={!state()?.done && !run.ended()}>
                  <button
                    class="button"
                    type="button"
                    aria-label={fill(text.reportOf, { whom: report.whom })}
                    onClick={() => run.add({ kind: 'report', about: report.id })}
                  >
                    {text.report}
                  </button>
                </Show>
              </li>
            );
          }}
        </For>
      </ul>
    </section>
  );
}

function said(state: ReturnType<Run['reports']>[number] | undefined, started: string, text: RunText): string {
  if (!state) return '';
  if (state.done) {
    const at = timeBeside(state.done.event, started);
    return state.isLate
      ? fill(text.reportedLate, { at, time: clockText(-(state.left ?? 0)) })
      : fill(text.reported, { at });
  }
  if (state.left === undefined) return '';
  return fill(state.left < 0 ? text.late : text.left, { time: clockText(Math.abs(state.left)) });
}
