import { createMemo, createSignal, Index, type JSX, Show } from 'solid-js';
import { capitalAmount } from '../../domain/capital-amount.ts';
import type { Figure, Outcome, ResultLine, ResultSection } from '../../domain/estimators/outcome.ts';
import { workingText } from '../../domain/estimators/working-text.ts';
import { fill } from '../../i18n/format.ts';
import ChartView from './ChartView.tsx';
import type { EstimatorProps } from './estimator-props.ts';
import { valueText, word, wordsText } from './words.ts';

/** The headline, sticky beside what is typed. */
export function Headline(given: {
  props: EstimatorProps;
  outcome: Outcome | undefined;
  /** By path; those of the result itself have none. */
  problems: ReadonlyMap<string, string>;
}): JSX.Element {
  const { props } = given;
  const trouble = (): string => {
    const result = given.problems.get('');
    const count = given.problems.size - (result === undefined ? 0 : 1);
    const fields = count > 0 ? fill(props.text.noResult, { count }) : '';
    return [fields, result === undefined ? '' : word(props.text, `err-${result}`)].filter(Boolean).join(' ');
  };
  return (
    <section class="headl" aria-live="polite" aria-labelledby="results">
      <h2 id="results" class="visually-hidden">
        {props.text.results}
      </h2>
      <Show when={given.outcome} fallback={<p class="bad">! {trouble()}</p>}>
        {(outcome) => (
          <>
            <p class="lab">{word(props.text, mainFigure(outcome())?.id ?? '')}</p>
            <p class="big" data-figure={mainFigure(outcome())?.id}>
              {headline(props, outcome())}
            </p>
            <Show when={props.locale === 'zh-CN' && capitals(outcome())}>
              <p class="cap">{capitals(outcome())}</p>
            </Show>
          </>
        )}
      </Show>
    </section>
  );
}

/** The other figures, below the headline and not sticky, so that the headline leaves room for typing on a phone. */
export function Figures(given: { props: EstimatorProps; outcome: Outcome }): JSX.Element {
  const { props } = given;
  return (
    <dl class="figures">
      <Index each={given.outcome.figures.slice(1)}>
        {(figure) => (
          <div>
            <dt>{word(props.text, figure().id)}</dt>
            <dd data-figure={figure().id}>{valueText(props.text, figure().value)}</dd>
          </div>
        )}
      </Index>
    </dl>
  );
}

/** The figure that leads, without waiting for the others. */
export function mainFigure(outcome: Outcome): Figure | undefined {
  return outcome.headline ?? outcome.figures[0];
}

export function headline(props: EstimatorProps, outcome: Outcome): string {
  const first = mainFigure(outcome);
  return first ? valueText(props.text, first.value, true) : '';
}

export function capitals(outcome: Outcome): string | undefined {
  const value = mainFigure(outcome)?.value;
  if (value?.kind !== 'money') return undefined;
  const written = capitalAmount(value.fen);
  return written.ok ? written.text : undefined;
}

export function Results(given: { props: EstimatorProps; outcome: Outcome }): JSX.Element {
  const { props } = given;
  return (
    <>
      <Index each={given.outcome.notices}>
        {(notice) => (
          <p class="notice" data-tone={notice().tone}>
            <strong>{notice().tone === 'law' ? props.text.law : '!'}</strong>{' '}
            {word(props.text, `notice-${notice().key}`)}
          </p>
        )}
      </Index>
      <Index each={given.outcome.charts}>{(chart) => <ChartView chart={chart()} text={props.text} />}</Index>
      <Index each={given.outcome.sections}>{(section) => <SectionTable props={props} section={section()} />}</Index>
      <Show when={given.outcome.assumptions.length > 0}>
        <h3>{props.text.assumptions}</h3>
        <ul class="assumed">
          <Index each={given.outcome.assumptions}>
            {(each) => (
              <li>
                {assumptionText(props, each())}{' '}
                <span class="tag" classList={{ assume: !each().isDefault }}>
                  {each().isDefault ? props.text.isDefault : props.text.isChosen}
                </span>
              </li>
            )}
          </Index>
        </ul>
      </Show>
      <p class="hint">{props.text.roundingNote}</p>
    </>
  );
}

export function assumptionText({ text, locale }: EstimatorProps, { id, value }: { id: string; value: string }): string {
  const key = `is-${value}`;
  return `${word(text, `assume-${id}`)}${locale === 'en' ? ': ' : '：'}${key in text ? word(text, key) : value.replace('at-most-', '≤ ')}`;
}

const SHOWN_LINES = 40;

function SectionTable(given: { props: EstimatorProps; section: ResultSection }): JSX.Element {
  const { props } = given;
  const [all, setAll] = createSignal(false);
  /** A column of words reads from the left. */
  const isWords = (column: number): boolean => given.section.lines[0]?.cells[column]?.kind === 'words';
  const lines = () => (all() ? given.section.lines : given.section.lines.slice(0, SHOWN_LINES));
  return (
    <section class="lines">
      <h3 id={`s-${given.section.id}`}>{word(props.text, `section-${given.section.id}`)}</h3>
      <div class="scroll" tabindex={0} role="group" aria-labelledby={`s-${given.section.id}`}>
        <table>
          <thead>
            <tr>
              <Index each={given.section.columns}>
                {(column, index) => (
                  <th scope="col" classList={{ num: index > 0 && !isWords(index - 1) }}>
                    {word(props.text, `col-${column()}`)}
                  </th>
                )}
              </Index>
            </tr>
          </thead>
          <tbody>
            <Index each={lines()}>
              {(line) => (
                <tr classList={{ tot: line().isTotal === true }}>
                  <th scope="row">
                    {wordsText(props.text, line().label)}
                    <Show when={line().working !== undefined}>
                      <WorkingOf props={props} line={line()} />
                    </Show>
                    <Show when={!line().working}>
                      <Clause props={props} line={line()} />
                    </Show>
                  </th>
                  <Index each={line().cells}>
                    {(cell) => (
                      <td classList={{ num: cell().kind !== 'words' }} data-tone={toneOf(cell())}>
                        {valueText(props.text, cell())}
                      </td>
                    )}
                  </Index>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </div>
      <Show when={!all() && given.section.lines.length > SHOWN_LINES}>
        <button class="button" type="button" onClick={() => setAll(true)}>
          {fill(props.text.showAll, { count: given.section.lines.length })}
        </button>
      </Show>
    </section>
  );
}

/** The formula with the reader's numbers. One that is closed is not written anew with every change. */
function WorkingOf(given: { props: EstimatorProps; line: ResultLine }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const text = createMemo((before: string | undefined) => {
    if (!open() && before !== undefined) return before;
    const { working, cells, workingOf = 0 } = given.line;
    return working ? workingText(working, cells[workingOf]) : '';
  });
  return (
    <details class="working" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{given.props.text.working}</summary>
      <code>{text()}</code>
      <Clause props={given.props} line={given.line} />
    </details>
  );
}

function toneOf(cell: ResultLine['cells'][number]): string | undefined {
  if (cell.kind === 'words') return cell.tone;
  return cell.kind === 'money' && cell.fen < 0n ? 'bad' : undefined;
}

function Clause(given: { props: EstimatorProps; line: ResultLine }): JSX.Element {
  const clause = () => given.props.clauses[given.line.working?.formula ?? given.line.rests ?? ''];
  return (
    <Show when={clause()}>
      {(found) => (
        <small>
          {given.props.text.restsOn} <a href={`#rule-${found().id}`}>{found().text}</a>
        </small>
      )}
    </Show>
  );
}
