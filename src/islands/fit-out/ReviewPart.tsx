import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { answerPath, itemPath } from '../../domain/checklist/item-path.ts';
import type { Json } from '../../domain/checklist/json.ts';
import { entailed } from '../../domain/fit-out/tenant.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import { downloadBook } from '../shared/files-out.ts';
import SavedText from '../shared/SavedText.tsx';
import { today } from '../today.ts';
import { documentsRun, neededDocuments } from './DocumentsPart.tsx';
import { useDesk } from './desk-state.ts';
import { kilowatts, loadOf } from './LoadPart.tsx';
import { reviewRows } from './review-rows.ts';

/** The review as it stands, closed reviews, and the ways to return it to the tenant. */
export default function ReviewPart(props: { onPrint(): void }): JSX.Element {
  const desk = useDesk();
  const { project } = desk;
  const { text, locale } = desk.props;
  const [message, setMessage] = createSignal('');
  const next = () => (desk.reviews().at(-1)?.n ?? 0) + 1;
  const close = () => {
    const tenant = desk.tenant();
    if (!tenant) return;
    const verdicts = Object.fromEntries(desk.judged().map(({ rule, judgement }) => [rule.id, judgement.verdict]));
    const sheet: Json = { day: today(), reviewer: String(desk.value('reviewer') ?? ''), verdicts };
    void project.write(itemPath(...tenant.split('/'), 'review', String(next())), 'sheet', sheet);
  };
  const count = (verdicts: Readonly<Record<string, string>>, verdict: string) =>
    Object.values(verdicts).filter((each) => each === verdict).length;
  const toXlsx = async () => {
    const { load, capacity } = loadOf(desk);
    const head = fill(text.sheetHead, {
      project: project.current()?.name ?? '',
      tenant: String(desk.value('name') ?? ''),
      unit: String(desk.value('unit') ?? ''),
      day: today(),
    });
    const file = `${text.sheetTitle} ${String(desk.value('name') ?? '')} ${today()}.xlsx`;
    await downloadBook(
      [
        {
          name: text.reviewPart,
          headerRows: 1,
          filter: true,
          landscape: true,
          printHeader: head,
          rows: [
            [
              text.colNo,
              text.colRule,
              text.required,
              text.colMeasured,
              text.colVerdict,
              text.bySource.replace(/[:：]?\s*\{verdict\}/, ''),
              text.advice,
              text.basis,
              '',
            ],
            ...reviewRows(desk).map((row) => [
              row.number,
              row.title,
              row.required,
              row.measured,
              row.verdictText,
              row.bySource,
              row.advice,
              row.basis,
              row.progressText,
            ]),
          ],
        },
        {
          name: text.documents,
          headerRows: 1,
          rows: [
            [text.documents, text.issuedBy, text.colVerdict],
            ...neededDocuments(desk).map(({ item }) => [item.label, item.evidence, statusText(item.id)]),
          ],
        },
        {
          name: text.loadPart,
          headerRows: 1,
          rows: [
            [text.group, `${text.installed} (kW)`, text.diversity, `${text.demand} (kW)`],
            ...load.groups.map((group) => [
              desk.props.load.groups.find(({ id }) => id === group.id)?.label ?? group.id,
              { decimal: kilowatts(group.watts) },
              { decimal: kilowatts({ n: group.diversity.n * 1000n, d: group.diversity.d }) },
              { decimal: kilowatts(group.demand) },
            ]),
            [text.total, { decimal: kilowatts(load.installed) }, null, { decimal: kilowatts(load.demand) }],
            [text.capacity, null, null, capacity === undefined ? text.empty : { decimal: capacity }],
            [text.loadVerdict, null, null, load.verdict === 'not-given' ? text.loadOpen : text[load.verdict]],
          ],
        },
      ],
      file,
    );
    setMessage(fill(text.exported, { file }));
  };
  const statusText = (item: string) => {
    const tenant = desk.tenant();
    const status = tenant ? project.answer(answerPath(documentsRun(tenant), item)).status : 'open';
    return status === 'done' ? text.received : status === 'problem' ? text.incomplete : text.notReceived;
  };
  return (
    <section class="desk-part" aria-labelledby="review">
      <h2 id="review">{text.reviewPart}</h2>
      <p class="quiet">{text.reviewWhat}</p>
      <div class="fields">
        <SavedText
          label={text.reviewer}
          value={String(desk.value('reviewer') ?? '')}
          store={(typed) => desk.store('reviewer', typed)}
        />
        <SavedText
          label={text.comments}
          rows={3}
          value={String(desk.value('comments') ?? '')}
          store={(typed) => desk.store('comments', typed)}
        />
      </div>
      <Show when={desk.reviews().length > 0}>
        <ul>
          <For each={desk.reviews()}>
            {(review) => (
              <li class="nums">
                {fill(text.closed, {
                  n: review.n,
                  day: formatDay(review.day, locale),
                  fail: count(review.verdicts, 'fail'),
                  person: count(review.verdicts, 'person'),
                  open: count(review.verdicts, 'not-given'),
                })}
                {review.reviewer ? ` · ${review.reviewer}` : ''}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="buttons">
        <button class="button primary" type="button" disabled={!desk.tenant()} onClick={close}>
          {fill(text.closeReview, { n: next() })}
        </button>
        <button class="button" type="button" disabled={!desk.tenant()} onClick={() => props.onPrint()}>
          {text.print}
        </button>
        <button class="button" type="button" disabled={!desk.tenant()} onClick={() => void toXlsx()}>
          {text.xlsx}
        </button>
      </p>
      <p role="status">{message()}</p>
    </section>
  );
}

/** The sheet on paper: shown only in print. */
export function ReviewReport(): JSX.Element {
  const desk = useDesk();
  const { project } = desk;
  const { text, locale } = desk.props;
  const rows = createMemo(() => reviewRows(desk));
  const judgedRows = () => rows().filter(({ verdict }) => verdict !== 'not-given');
  const openRows = () => rows().filter(({ verdict }) => verdict === 'not-given');
  const conflicts = () => entailed(desk.props.conflicts, desk.given()).filter(({ holding }) => holding === 'yes');
  const missing = () => {
    const tenant = desk.tenant();
    if (!tenant) return [];
    return neededDocuments(desk).filter(
      ({ item, holding }) =>
        holding === 'yes' && project.answer(answerPath(documentsRun(tenant), item.id)).status !== 'done',
    );
  };
  return (
    <section class="report review-sheet" data-pagefind-ignore>
      <table>
        <thead>
          <tr class="report-head">
            <th colspan={5}>
              <b>
                {text.sheetTitle} · {fill(text.review, { n: (desk.reviews().at(-1)?.n ?? 0) + 1 })}
              </b>
              <small>
                {fill(text.sheetHead, {
                  project: project.current()?.name ?? '',
                  tenant: String(desk.value('name') ?? ''),
                  unit: String(desk.value('unit') ?? ''),
                  day: project.isReady() ? formatDay(today(), locale) : '',
                })}
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
                <b>{text['not-given']}</b>：
                {openRows()
                  .map((row) => `${row.number} ${row.title}`)
                  .join(text.and)}
              </td>
            </tr>
          </Show>
          <Show when={missing().length > 0}>
            <tr>
              <td />
              <td colspan={4}>
                <b>{text.missingPapers}</b>：
                {missing()
                  .map(({ item }) => item.label)
                  .join(text.and)}
              </td>
            </tr>
          </Show>
          <Show when={desk.value('comments')}>
            <tr>
              <td />
              <td colspan={4}>
                <b>{text.comments}</b>：{String(desk.value('comments'))}
              </td>
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
