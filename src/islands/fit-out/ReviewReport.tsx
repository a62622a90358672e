import { createMemo, For, type JSX, Show } from 'solid-js';
import { fill, formatDay } from '../../i18n/format.ts';
import { useDesk } from './desk-state.ts';
import { sheetWords } from './kept-words.ts';
import type { LoadView } from './load-view.ts';
import { loadVerdict, sheetHead, sheetTitle } from './review-book.ts';
import { ownFigureLines } from './review-rows.ts';
import type { ReviewSheet } from './review-sheet.ts';
import SignatureLines from './SignatureLines.tsx';

/** The sheet on paper: shown only in print. Its signatures are a row too, so that they never stand on a sheet without the last line. */
export default function ReviewReport(props: { sheet: ReviewSheet }): JSX.Element {
  const desk = useDesk();
  const { text, locale } = desk.props;
  const words = createMemo(() => sheetWords(desk, props.sheet));
  const judgedRows = () => words().rows.filter(({ verdict }) => verdict !== 'not-given');
  const openRows = () => words().rows.filter(({ verdict }) => verdict === 'not-given');
  /** Said of a line that stands in the words of its day. */
  const oldWords = (id: string) => (words().old.has(id) ? text.oldWords : '');
  const pair = (name: string, value: string) => fill(text.pair, { name, value });
  const ownLines = createMemo(() => ownFigureLines(desk, props.sheet));
  /** Capacity and sums, then each group with its share, and each circuit. */
  const loadWords = (load: LoadView): string => {
    const nameOf = (id: string) => desk.props.load.groups.find((group) => group.id === id)?.label ?? id;
    const capacity = load.capacity === '' ? text.empty : `${load.capacity} kW`;
    return [
      `${text.installed} ${load.installed} kW`,
      `${text.demand} ${load.demand} kW`,
      `${text.capacity} ${capacity}`,
      ...load.groups.map((group) => fill(text.groupDemand, { ...group, group: nameOf(group.id) })),
      pair(text.circuits, load.circuits.map(({ id, power }) => `${id} ${power} kW`).join(text.and)),
      load.bad === '0' ? '' : fill(text.badLines, { count: load.bad }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <section class="report review-sheet" data-pagefind-ignore>
      <table>
        <colgroup>
          <col class="no" />
          <col class="rule" />
          <col class="design" />
          <col class="judged" />
          <col />
        </colgroup>
        <thead>
          <tr class="report-head">
            <th colspan={5}>
              <b>{sheetTitle(desk, props.sheet)}</b>
              <small>
                {sheetHead(desk, { day: props.sheet.day === '' ? '' : formatDay(props.sheet.day, locale) })}
              </small>
            </th>
          </tr>
          <tr>
            <th>{text.colNo}</th>
            <th>{text.colRule}</th>
            <th>{text.colMeasured}</th>
            <th>{text.colVerdict}</th>
            <th>{text.colAdvice}</th>
          </tr>
        </thead>
        <tbody>
          <For each={words().conflicts}>
            {(entry) => (
              <tr lang={words().old.get(entry.id)}>
                <td>!</td>
                <td colspan={2}>
                  {entry.title}
                  <small>{entry.text}</small>
                </td>
                <td>{entry.levelText}</td>
                <td>
                  {entry.advice}
                  <small>
                    {entry.basis} {oldWords(entry.id)}
                  </small>
                </td>
              </tr>
            )}
          </For>
          <For
            each={judgedRows()}
            fallback={
              <Show when={openRows().length === 0 && words().conflicts.length === 0}>
                <tr>
                  <td colspan={5}>{text.allClear}</td>
                </tr>
              </Show>
            }
          >
            {(row) => (
              <tr lang={words().old.get(row.id)}>
                <td>{row.number}</td>
                <td>
                  {row.title}
                  <small>{row.required}</small>
                </td>
                <td>{row.measured}</td>
                <td>
                  {row.verdictText}
                  <small>{row.progressText}</small>
                </td>
                <td>
                  {row.advice}
                  <small>
                    {row.bySource} {row.basis} {oldWords(row.id)}
                  </small>
                </td>
              </tr>
            )}
          </For>
          <Show when={openRows().length > 0}>
            <tr>
              <td>○</td>
              <td colspan={4}>
                {pair(
                  text['not-given'],
                  openRows()
                    .map((row) => `${row.number} ${row.title}`)
                    .join(text.apart),
                )}
              </td>
            </tr>
          </Show>
          <Show when={words().papers.length > 0}>
            <tr>
              <td />
              <td colspan={4}>
                {pair(
                  text.missingPapers,
                  words()
                    .papers.map((paper) => fill(text.paperFrom, { label: paper.label, role: paper.role }))
                    .join(text.apart),
                )}
              </td>
            </tr>
          </Show>
          <Show when={ownLines().length > 0}>
            <tr class="own-figures">
              <td>⚑</td>
              <td colspan={4}>{pair(text.ownFigures, ownLines().join(text.and))}</td>
            </tr>
          </Show>
          <Show when={props.sheet.load}>
            {(load) => (
              <tr class="load-row">
                <td />
                <td colspan={4}>
                  {pair(text.loadPart, loadVerdict(load(), text))}
                  <small>{loadWords(load())}</small>
                </td>
              </tr>
            )}
          </Show>
          <Show when={props.sheet.comments}>
            <tr>
              <td />
              <td colspan={4}>{pair(text.comments, props.sheet.comments)}</td>
            </tr>
          </Show>
          <tr class="report-signatures">
            <td colspan={5}>
              <p>
                <small>{text.disclaimer}</small>
              </p>
              <SignatureLines labels={[text.signReviewer, text.signFire, text.signTenant]} text={text} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
