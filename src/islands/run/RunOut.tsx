import { createSignal, For, type JSX, Show } from 'solid-js';
import { day, isDay } from '../../domain/day.ts';
import { drillDue } from '../../domain/emergency/drill.ts';
import { secondsBetween } from '../../domain/emergency/incident.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import { downloadBook, downloadJson } from '../shared/files-out.ts';
import { localSecond, localTime, today } from '../today.ts';
import { difference, REVIEW } from './RunView.tsx';
import { type Run, runPath } from './run-state.ts';
import { clockText, lineText } from './words.ts';

const titleOf = (run: Run, text: RunText) =>
  fill(run.kind() === 'drill' ? text.drillLogOf : text.logOf, { card: run.card.title });

/** The day until which the next drill is in time, in words. */
export function nextDrillText(run: Run, text: RunText): string {
  const on = localTime(run.started()).slice(0, 10);
  if (run.kind() !== 'drill' || !isDay(on)) return '';
  const { due } = drillDue([day(on)], run.card.drill.months, today());
  return due === undefined
    ? ''
    : fill(text.nextDrill, { day: formatDay(due, run.card.locale), rule: run.card.drill.text });
}

/** After the end: paper, Excel and JSON. */
export default function RunOut(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const [message, setMessage] = createSignal('');
  const name = (extension: string) => `${titleOf(run, text)} ${localTime(run.started()).replace(':', '')}.${extension}`;
  const toXlsx = async () => {
    const file = name('xlsx');
    await downloadBook(
      [
        {
          name: text.log,
          headerRows: 1,
          landscape: true,
          printHeader: titleOf(run, text),
          rows: [
            [text.colEvent, text.colElapsed, text.colWhat, text.colWho, text.colRecorded, ''],
            ...run
              .log()
              .map((line) => [
                localSecond(line.event),
                clockText(line.elapsed),
                lineText(line, run.card, text, run.log()),
                line.who,
                localSecond(line.recorded),
                [line.isLate ? text.isLate : '', line.correctedBy.length > 0 ? text.corrected : '']
                  .filter(Boolean)
                  .join(' '),
              ]),
          ],
        },
        {
          name: text.targets,
          headerRows: 1,
          rows: [
            [text.colStep, text.colTarget, text.colReal, text.colDifference],
            ...run.card.steps.map((step, place) => {
              const state = run.steps()[place];
              return [
                step.text,
                step.within === undefined ? '' : clockText(step.within),
                state?.elapsed === undefined
                  ? state?.state === 'skipped'
                    ? text.skipped
                    : text.open
                  : clockText(state.elapsed),
                difference(state?.over, text),
              ];
            }),
          ],
        },
      ],
      file,
    );
    setMessage(fill(text.exported, { file }));
  };
  const toJson = async () => {
    const file = name('json');
    await downloadJson(
      {
        project: run.project.current()?.name ?? '',
        card: run.card.id,
        number: run.card.number,
        version: run.card.version,
        kind: run.kind(),
        started: run.started(),
        ended: run.ended() ?? null,
        entries: run.log().map(({ elapsed: _elapsed, isLate: _late, correctedBy: _by, ...entry }) => entry),
        review: Object.fromEntries(
          REVIEW.map(([field]) => [field, run.project.value(runPath(run.run()), field) ?? '']),
        ),
      },
      file,
    );
    setMessage(fill(text.exported, { file }));
  };
  return (
    <div class="run-out">
      <Show when={nextDrillText(run, text)}>
        <p>
          <b>{nextDrillText(run, text)}</b>
        </p>
      </Show>
      <p class="buttons">
        <button class="button primary" type="button" onClick={() => print()}>
          {text.print}
        </button>
        <button class="button" type="button" onClick={() => void toXlsx()}>
          {text.xlsx}
        </button>
        <button class="button" type="button" onClick={() => void toJson()}>
          {text.json}
        </button>
      </p>
      <p role="status">{message()}</p>
    </div>
  );
}

/** The log on paper, with target times beside real ones and the review form. */
export function RunReport(props: { run: Run; text: RunText }): JSX.Element {
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
                {card.number} · {card.version} · {text.project} {project.current()?.name ?? ''} ·{' '}
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
                  <Show when={line.correctedBy.length > 0}> （{text.corrected}）</Show>
                </td>
                <td>{line.who}</td>
                <td>
                  {localSecond(line.recorded).slice(11)} {line.isLate ? text.isLate : ''}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <table>
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
      <Show when={run.ended()}>
        <table>
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
        <p class="quiet">{nextDrillText(run, text)}</p>
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
    </section>
  );
}
