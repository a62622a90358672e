import { createSignal, For, type JSX, Show } from 'solid-js';
import { fill, formatDay } from '../../i18n/format.ts';
import { downloadBook } from '../shared/files-out.ts';
import SavedText from '../shared/SavedText.tsx';
import { createWayOut } from '../shared/way-out.tsx';
import { today } from '../today.ts';
import { type ClosedReview, useDesk } from './desk-state.ts';
import { reviewBook } from './review-book.ts';
import { closedSheet, closeReview, draftSheet, type ReviewSheet } from './review-sheet.ts';

/** The review as it stands, closed reviews, and the ways to return each of them to the tenant. */
export default function ReviewPart(props: { onPrint(sheet: ReviewSheet): void }): JSX.Element {
  const desk = useDesk();
  const { text, locale } = desk.props;
  const [message, setMessage] = createSignal('');
  const out = createWayOut();
  const next = () => (desk.reviews().at(-1)?.n ?? 0) + 1;
  const count = ({ verdicts }: ClosedReview, verdict: string) =>
    Object.values(verdicts).filter((each) => each === verdict).length;
  const toXlsx = async (sheet: ReviewSheet) => {
    const title = [text.sheetTitle, desk.value('name'), fill(text.review, { n: sheet.n }), sheet.day || today()];
    const file = `${title.filter(Boolean).join(' ')}.xlsx`;
    if (await downloadBook(reviewBook(desk, sheet), file)) setMessage(fill(text.exported, { file }));
  };
  return (
    <section class="desk-part" aria-labelledby="review">
      <h2 id="review">{text.reviewPart}</h2>
      <p class="quiet">{text.reviewWhat}</p>
      {out.note()}
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
      <p class="buttons">
        <button class="button primary" type="button" disabled={!desk.tenant()} onClick={() => void closeReview(desk)}>
          {fill(text.closeReview, { n: next() })}
        </button>
        <button class="button" type="button" disabled={!desk.tenant()} onClick={() => props.onPrint(draftSheet(desk))}>
          {out.print(text.print)}
        </button>
        <button class="button" type="button" disabled={!desk.tenant()} onClick={() => void toXlsx(draftSheet(desk))}>
          {out.file(text.xlsx)}
        </button>
      </p>
      <Show when={desk.reviews().length > 0}>
        <h3>{text.closedReviews}</h3>
        <ul class="closed-reviews">
          <For each={desk.reviews()}>
            {(review) => (
              <li>
                <span class="nums">
                  {fill(text.closed, {
                    n: review.n,
                    day: formatDay(review.day, locale),
                    fail: count(review, 'fail'),
                    person: count(review, 'person'),
                    open: count(review, 'not-given'),
                  })}
                  {review.reviewer ? ` · ${review.reviewer}` : ''}
                </span>
                <button class="button" type="button" onClick={() => props.onPrint(closedSheet(desk, review))}>
                  {fill(text.printOf, { n: review.n })}
                </button>
                <button class="button" type="button" onClick={() => void toXlsx(closedSheet(desk, review))}>
                  {fill(text.xlsxOf, { n: review.n })}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p role="status">{message()}</p>
    </section>
  );
}
