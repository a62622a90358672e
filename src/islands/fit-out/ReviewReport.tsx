import { createMemo, For, type JSX, Show } from 'solid-js';
import { entailed } from '../../domain/fit-out/tenant.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import { useDesk } from './desk-state.ts';
import { sheetHead, sheetTitle } from './review-book.ts';
import { reviewRows } from './review-rows.ts';
import type { ReviewSheet } from './review-sheet.ts';

/** The sheet on paper: shown only in print. */
export default function ReviewReport(props: { sheet: ReviewSheet }): JSX.Element {
  const desk = useDesk();
  const { text, locale, conflicts: all, documents } = desk.props;
  const rows = createMemo(() => reviewRows(desk, props.sheet));
  const judgedRows = () => rows().filter(({ verdict }) => verdict !== 'not-given');
  const openRows = () => rows().filter(({ verdict }) => verdict === 'not-given');
  const conflicts = () => entailed(all, props.sheet.given).filter(({ holding }) => holding === 'yes');
  const missing = () => documents.flatMap((group) => group.items).filter(({ id }) => props.sheet.missing.includes(id));
  const pair = (name: string, value: string) => fill(text.pair, { name, value });
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
          <For each={conflicts()}>
            {({ entry }) => (
              <tr>
                <td>!</td>
                <td colspan={2}>
                  {entry.title}
                  <small>{entry.text}</small>
                </td>
                <td>{entry.level === 'stop' ? text.stop : text.person}</td>
                <td>
                  {entry.advice}
                  <small>{entry.sources.join(' · ')}</small>
                </td>
              </tr>
            )}
          </For>
          <For
            each={judgedRows()}
            fallback={
              <tr>
                <td colspan={5}>{text.allClear}</td>
              </tr>
            }
          >
            {(row) => (
              <tr>
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
                    {row.bySource} {row.basis}
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
                    .join(text.and),
                )}
              </td>
            </tr>
          </Show>
          <Show when={missing().length > 0}>
            <tr>
              <td />
              <td colspan={4}>
                {pair(
                  text.missingPapers,
                  missing()
                    .map(({ label }) => label)
                    .join(text.and),
                )}
              </td>
            </tr>
          </Show>
          <Show when={props.sheet.comments}>
            <tr>
              <td />
              <td colspan={4}>{pair(text.comments, props.sheet.comments)}</td>
            </tr>
          </Show>
        </tbody>
      </table>
      <p>
        <small>{text.disclaimer}</small>
      </p>
      <div class="sign">
        <For each={[text.signReviewer, text.signFire, text.signTenant]}>
          {(label) => (
            <div>
              <b>{label}</b>
              <i />
              <small>{text.signature}</small>
              <i />
              <small>{text.date}</small>
            </div>
          )}
        </For>
      </div>
    </section>
  );
}
