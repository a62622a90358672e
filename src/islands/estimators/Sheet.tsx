import { For, type JSX, Show } from 'solid-js';
import { ENGINE_VERSION } from '../../domain/estimators/estimators.ts';
import { isShown, readText } from '../../domain/estimators/form.ts';
import type { Outcome, ResultLine, ResultSection } from '../../domain/estimators/outcome.ts';
import { grouped } from '../../domain/estimators/working-text.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import { ShapesView, shapesOf } from './ChartView.tsx';
import type { EstimateState } from './estimate-state.ts';
import type { EstimatorProps, FieldView } from './estimator-props.ts';
import { assumptionText, capitals, headline } from './Results.tsx';
import { valueText, word, wordsText } from './words.ts';

/** What comes first on paper; the rest of the results stays on screen and in the files, so that one page holds it. */
/** Lines of one table, and of all tables together. */
const MOST_LINES = 14;
const ALL_LINES = 26;
const ROWS_BESIDE_PICTURE = 22;
/** Two figures a row. */
const pairs = <T,>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / 2) }, (_, place) => all.slice(place * 2, place * 2 + 2));
/** Of the fee the way from what was collected to the surplus is told; what each space paid is in the files. */
const SKIPPED = new Set(['pay-lines', 'parking-uses', 'months', 'collected-lines']);

/** The one-page sheet: seen on paper only. */
export default function Sheet(given: {
  props: EstimatorProps;
  state: EstimateState;
  outcome: Outcome;
  day: string;
}): JSX.Element {
  const { props, state } = given;
  const sections = (): readonly ResultSection[] =>
    given.outcome.sections.filter(({ id }) => !SKIPPED.has(id)).slice(0, 3);
  /** The lines of a table that fit; the first tables have the first claim. */
  const fitting = (section: ResultSection): readonly ResultLine[] => {
    const plain = (each: ResultSection) => each.lines.filter(({ isTotal }) => !isTotal);
    let left = ALL_LINES;
    for (const each of sections()) {
      const count = Math.min(plain(each).length, MOST_LINES, Math.max(left, 3));
      left -= count;
      if (each.id === section.id) return plain(each).slice(0, count);
    }
    return [];
  };
  const hidden = (section: ResultSection): number =>
    section.lines.filter(({ isTotal }) => !isTotal).length - fitting(section).length;
  /** A picture where there is room for it: the page is one. */
  const picture = () => {
    const rows = sections().reduce((sum, { lines }) => sum + Math.min(lines.length, MOST_LINES) + 2, 0);
    const [chart] = given.outcome.charts;
    return chart && rows + given.outcome.figures.length / 2 <= ROWS_BESIDE_PICTURE ? chart : undefined;
  };
  /** An input as it was understood, with its unit: `6%` also where `６％` was typed. */
  const input = ({ id, kind, label, options, optional, unit = '' }: FieldView): string => {
    const typed = state.values().fields[id] ?? '';
    const read = readText({ id, kind, optional, options: options?.map((option) => option.id) }, typed);
    const value = 'value' in read ? read.value : typed;
    const isFigure = ['money', 'percent', 'number'].includes(kind);
    const shown = options?.find((option) => option.id === value)?.label ?? (isFigure ? grouped(value) : value);
    return `${label} ${shown || props.text.dash}${unit === '%' || unit === '' ? unit : ` ${unit}`}`;
  };
  return (
    <section class="report quote" aria-hidden="true">
      <p class="quote-head">
        <b>{props.title}</b> {props.text.sheetTitle} · {state.current().name}
      </p>
      <p>
        {props.number} · {props.version} · {fill(props.text.engine, { version: ENGINE_VERSION })} · {props.text.date}{' '}
        {formatDay(given.day, props.locale)}
      </p>
      <p class="quote-sum">
        {word(props.text, given.outcome.figures[0]?.id ?? '')} <b>{headline(props, given.outcome)}</b>
      </p>
      <Show when={capitals(given.outcome)}>
        <p lang="zh-CN">
          {props.text.capital} 人民币{capitals(given.outcome)}
        </p>
      </Show>
      <table>
        <tbody>
          <For each={pairs(given.outcome.figures.slice(1))}>
            {(pair) => (
              <tr>
                <For each={pair}>
                  {(figure) => (
                    <>
                      <th scope="row">{word(props.text, figure.id)}</th>
                      <td class="num">{valueText(props.text, figure.value)}</td>
                    </>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p>
        <b>{props.text.sheetInputs}</b>{' '}
        {props.fields
          .filter((field) => isShown(field, state.values().fields, state.shape.fields))
          .map(input)
          .join(' · ')}
      </p>
      <For each={sections()}>
        {(section) => (
          <table>
            <caption>{word(props.text, `section-${section.id}`)}</caption>
            <thead>
              <tr>
                <For each={section.columns}>
                  {(column, index) => (
                    <th
                      scope="col"
                      classList={{ num: index() > 0 && section.lines[0]?.cells[index() - 1]?.kind !== 'words' }}
                    >
                      {word(props.text, `col-${column}`)}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={[...fitting(section), ...section.lines.filter(({ isTotal }) => isTotal)]}>
                {(line) => (
                  <tr>
                    <th scope="row">{wordsText(props.text, line.label)}</th>
                    <For each={line.cells}>
                      {(cell) => <td classList={{ num: cell.kind !== 'words' }}>{valueText(props.text, cell)}</td>}
                    </For>
                  </tr>
                )}
              </For>
              <Show when={hidden(section) > 0}>
                <tr>
                  <td colspan={section.columns.length}>{fill(props.text.sheetMore, { count: hidden(section) })}</td>
                </tr>
              </Show>
            </tbody>
          </table>
        )}
      </For>
      <Show when={picture()}>
        {(chart) => (
          <>
            <p>{word(props.text, `chart-${chart().id}`)}</p>
            <ShapesView
              id={`paper-${chart().id}`}
              title={word(props.text, `chart-${chart().id}`)}
              shapes={shapesOf(props.text, chart())}
            />
          </>
        )}
      </Show>
      <p>
        <b>{props.text.assumptions}</b>{' '}
        {given.outcome.assumptions.map((each) => assumptionText(props, each)).join(' · ')}
        {props.locale === 'en' ? '. ' : '。'}
        {props.text.roundingNote}
      </p>
      <Show when={given.outcome.notices.length > 0}>
        <p>{given.outcome.notices.map(({ key }) => `! ${word(props.text, `notice-${key}`)}`).join(' ')}</p>
      </Show>
      <p class="quote-sign">
        <span>{props.text.prepared}</span>
        <span>{props.text.checked}</span>
        <span>{props.text.approved}</span>
      </p>
    </section>
  );
}
