import { createSignal, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import { downloadBook, downloadJson } from '../shared/files-out.ts';
import { createWayOut, printPage } from '../shared/way-out.tsx';
import { localSecond, localTime } from '../today.ts';
import { REVIEW } from './review-fields.ts';
import { type Run, runPath } from './run-state.ts';
import { nextDrillText, titleOf } from './run-titles.ts';
import { clockText, difference, lineText } from './words.ts';

/** After the end: paper, Excel and JSON. */
export default function RunOut(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const [message, setMessage] = createSignal('');
  const out = createWayOut();
  const name = (extension: string) => `${titleOf(run, text)} ${localTime(run.started()).replace(':', '')}.${extension}`;
  const toXlsx = async () => {
    const file = name('xlsx');
    const isOut = await downloadBook(
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
        {
          name: text.review,
          rows: [
            [titleOf(run, text), `${run.card.number} · ${run.version()}`],
            [text.project, run.project.current()?.name ?? ''],
            [text.start, localSecond(run.started())],
            [text.end, localSecond(run.ended() ?? '')],
            ...REVIEW.map(([field, label]) =>
              [text[label], run.project.value(runPath(run.run()), field) ?? ''].map(String),
            ),
            ...(nextDrillText(run, text) === '' ? [] : [[text.drillMark, nextDrillText(run, text)]]),
          ],
        },
      ],
      file,
    );
    if (isOut) setMessage(fill(text.exported, { file }));
  };
  const toJson = async () => {
    const file = name('json');
    const isOut = await downloadJson(
      {
        project: run.project.current()?.name ?? '',
        card: run.card.id,
        number: run.card.number,
        version: run.version(),
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
    if (isOut) setMessage(fill(text.exported, { file }));
  };
  return (
    <div class="run-out">
      <Show when={nextDrillText(run, text)}>
        <p>
          <b>{nextDrillText(run, text)}</b>
        </p>
      </Show>
      {out.note()}
      <p class="buttons">
        <button class="button primary" type="button" onClick={() => void printPage()}>
          {out.print(text.print)}
        </button>
        <button class="button" type="button" onClick={() => void toXlsx()}>
          {out.file(text.xlsx)}
        </button>
        <button class="button" type="button" onClick={() => void toJson()}>
          {out.file(text.json)}
        </button>
      </p>
      <p role="status">{message()}</p>
    </div>
  );
}
