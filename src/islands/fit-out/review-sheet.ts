import { itemPath } from '../../domain/checklist/item-path.ts';
import type { Json } from '../../domain/checklist/json.ts';
import type { Given } from '../../domain/fit-out/given.ts';
import type { ReviewVerdicts } from '../../domain/fit-out/review.ts';
import { today } from '../today.ts';
import type { ClosedReview, Desk } from './desk-state.ts';
import { type JudgedRuleView, judgeAll } from './judge-all.ts';
import { type KeptWords, keepWords } from './kept-words.ts';
import { type LoadView, loadView } from './load-view.ts';
import { neededDocuments, paperStatus } from './submissions.ts';

/** One review on its way to the tenant: as it stands now, or as it was when it was closed. */
export interface ReviewSheet {
  n: number;
  day: string;
  reviewer: string;
  comments: string;
  isDraft: boolean;
  given: Given;
  judged: readonly JudgedRuleView[];
  /** Verdicts of the reviews before it, the earliest first. */
  earlier: readonly ReviewVerdicts[];
  /** Ids of papers that had not come. */
  missing: readonly string[];
  /** What it said when it was closed; nothing in a draft, and in a review closed before words were kept. */
  words?: KeptWords | undefined;
  /** The electrical load, where there is one. */
  load: LoadView | undefined;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export function draftSheet(desk: Desk): ReviewSheet {
  const reviews = desk.reviews();
  return {
    n: (reviews.at(-1)?.n ?? 0) + 1,
    day: desk.project.isReady() ? today() : '',
    reviewer: textOf(desk.value('reviewer')),
    comments: textOf(desk.value('comments')),
    isDraft: true,
    given: desk.given(),
    judged: desk.judged(),
    earlier: reviews.map(({ verdicts }) => verdicts),
    missing: desk.tenant()
      ? neededDocuments(desk)
          .filter(({ item, holding }) => holding === 'yes' && paperStatus(desk, item.id) !== 'done')
          .map(({ item }) => item.id)
      : [],
    load: loadView(desk),
  };
}

/** A closed review again: judged by what was given and by the figures that held on its day. */
export function closedSheet(desk: Desk, review: ClosedReview): ReviewSheet {
  return {
    n: review.n,
    day: review.day,
    reviewer: review.reviewer,
    comments: review.comments,
    isDraft: false,
    given: review.given,
    judged: judgeAll(desk.props.rules, review.own, review.given),
    earlier: desk
      .reviews()
      .filter(({ n }) => n < review.n)
      .map(({ verdicts }) => verdicts),
    missing: review.missing,
    words: review.words,
    load: review.load,
  };
}

/** Closes the review as it stands: everything that the sheet says is kept with it. */
export async function closeReview(desk: Desk): Promise<void> {
  const tenant = desk.tenant();
  if (!tenant) return;
  const draft = draftSheet(desk);
  const { n, day, reviewer, comments, given, judged, missing, load } = draft;
  const verdicts = Object.fromEntries(judged.map(({ rule, judgement }) => [rule.id, judgement.verdict]));
  const sheet = {
    day,
    reviewer,
    comments,
    verdicts,
    given,
    own: desk.ownFigures(),
    missing,
    words: keepWords(desk, draft),
    ...(load ? { load } : {}),
  };
  await desk.project.write(itemPath(...tenant.split('/'), 'review', String(n)), 'sheet', sheet as unknown as Json);
}
