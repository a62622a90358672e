import { type Answer, type AnswerOf, type CheckItem, isOpenProblem, isOverdue, isSettled, personOf } from './answer.ts';

/** How far a set of items has come. Progress is `done` ÷ `applicable`; an empty set has none. */
export interface Progress {
  /** Items that count: all but those not applicable. */
  readonly applicable: number;
  /** Done, and problems that have been closed. */
  readonly done: number;
  /** Problems that are not closed yet. */
  readonly problems: number;
  readonly counts: Readonly<Record<Answer['status'], number>>;
  readonly overdue: number;
}

/**
 * Counts items by their answers. The numbers of `counts` add up to the number of items whose condition is met.
 *
 * @param today - Civil date `YYYY-MM-DD`; a problem due before it is overdue.
 */
export function progress(items: Iterable<CheckItem>, answerOf: AnswerOf, today: string): Progress {
  const counts = { open: 0, done: 0, problem: 0, 'not-applicable': 0, undecided: 0 };
  let [done, problems, overdue] = [0, 0, 0];
  for (const item of items) {
    if (item.applies === false) continue;
    const answer = answerOf(item.path);
    counts[answer.status] += 1;
    if (isSettled(answer)) done += 1;
    if (isOpenProblem(answer)) problems += 1;
    if (isOverdue(answer, today)) overdue += 1;
  }
  return {
    applicable: counts.open + counts.done + counts.problem + counts.undecided,
    done,
    problems,
    counts,
    overdue,
  };
}

/** By what a project's items are told apart. A person is who was named to mend a problem, else who answered. */
export type ProgressBy = 'group' | 'role' | 'person';

/** Progress of each group, role or person, in the order in which they first appear; items of nobody under ''. */
export function progressBy(
  by: ProgressBy,
  items: Iterable<CheckItem>,
  answerOf: AnswerOf,
  today: string,
): ReadonlyMap<string, Progress> {
  const parts = new Map<string, CheckItem[]>();
  for (const item of items) {
    if (item.applies === false) continue;
    const key = by === 'person' ? personOf(answerOf(item.path)) : item[by];
    const part = parts.get(key);
    if (part) part.push(item);
    else parts.set(key, [item]);
  }
  return new Map([...parts].map(([key, part]) => [key, progress(part, answerOf, today)]));
}
