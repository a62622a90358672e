import { For, type JSX, Show } from 'solid-js';
import { secondsBetween } from '../../domain/emergency/incident.ts';
import { fill } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import { localSecond } from '../today.ts';
import { REVIEW } from './review-fields.ts';
import { type Run, runPath } from './run-state.ts';
import { nextDrillText, titleOf } from './run-titles.ts';
import { clockText, difference, lineText, timeBeside } from './words.ts';

/** The log on paper, with target times beside real ones and the review form. */
export default function RunReport(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const { card, project } = run;
  return (
    <section class="report" data-pagefind-ignore>
      <table>
        <thead>
          <tr class="report-head">
            <th colspan={5}>
              <b>{titleOf(run, text)}</b>
              <small>
                {card.number} · {run.version()} · {text.project} {project.current()?.name ?? ''} ·{' '}
                {fill(text.started, { at: localSecond(run.started()) })}
                <Show when={run.ended()}>
                  {(ended) =>
                    ` · ${fill(text.ended, {
                      at: localSecond(ended()),
                      time: clockText(secondsBetween(run.started(), ended())),
                    })}`
                  }
                </Show>
              </small>
            </th>
          </tr>
          <tr>
            <th>{text.colEvent}</th>
            <th>{text.colElapsed}</th>
            <th>{text.colWhat}</th>
            <th>{text.colWho}</th>
            <th>{text.colRecorded}</th>
          </tr>
        </thead>
        <tbody>
          <For each={run.log()}>
            {(line) => (
              <tr>
                <td>{localSecond(line.event)}</td>
                <td>{clockText(line.elapsed)}</td>
                <td>
                  {lineText(line, card, text, run.log())}
                  <Show when={line.correctedBy.length > 0}> [{text.corrected}]</Show>
                </td>
                <td>{line.who}</td>
                <td>
                  {timeBeside(line.recorded, line.event)} {line.isLate ? text.isLate : ''}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <table class="times">
        <thead>
          <tr>
            <th>{text.colStep}</th>
            <th>{text.colTarget}</th>
            <th>{text.colReal}</th>
            <th>{text.colDifference}</th>
          </tr>
        </thead>
        <tbody>
          <For each={card.steps}>
            {(step, place) => {
              const state = () => run.steps()[place()];
              return (
                <tr>
                  <td>{step.text}</td>
                  <td>{step.within === undefined ? '' : clockText(step.within)}</td>
                  <td>
                    {state()?.elapsed === undefined
                      ? state()?.state === 'skipped'
                        ? text.skipped
                        : text.open
                      : clockText(state()?.elapsed ?? 0)}
                  </td>
                  <td>{difference(state()?.over, text)}</td>
                </tr>
              );
            }}
          </For>
        </tbody>
      </table>
      <div class="run-close">
        <Show when={run.ended()}>
          <table>
            <thead>
              <tr class="report-head">
                <th colspan={2}>
                  <b>{text.review}</b>
                  <small>
                    {titleOf(run, text)} · {card.number} · {localSecond(run.started())}
                  </small>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={REVIEW}>
                {([field, label]) => (
                  <tr class="review-row">
                    <th scope="row">{text[label]}</th>
                    <td>{String(project.value(runPath(run.run()), field) ?? '')}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <p>{nextDrillText(run, text)}</p>
        </Show>
        <div class="sign">
          <For each={[text.commander, text.recorder]}>
            {(label) => (
              <div>
                <b>{label}</b>
                <i />
                <small>{text.sign}</small>
                <i />
                <small>{text.date}</small>
              </div>
            )}
          </For>
        </div>
      </div>
    </section>
  );
}
