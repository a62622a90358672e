import { type Answer, type AnswerOf, type CheckItem, isOverdue } from './answer.ts';

/** What a reader wants to see. A part that is absent does not restrict; parts that are there must all hold. */
export interface AnswerFilter {
  /** Any of these; an empty list restricts to nothing at all. */
  readonly statuses?: readonly Answer['status'][];
  readonly group?: string;
  readonly role?: string;
  /** Who is to mend it. An empty text finds problems without an owner. */
  readonly owner?: string;
  readonly overdue?: boolean;
  /** Only items with a field that waits for a decision. */
  readonly undecided?: boolean;
  readonly mandatory?: boolean;
}

/** The items that pass the filter, in their order. @param today - Civil date `YYYY-MM-DD`. */
export function findItems<Item extends CheckItem>(
  items: Iterable<Item>,
  answerOf: AnswerOf,
  filter: AnswerFilter,
  today: string,
): readonly Item[] {
  return [...items].filter((item) => item.applies !== false && isWanted(item, answerOf(item.path), filter, today));
}

function isWanted(item: CheckItem, answer: Answer, filter: AnswerFilter, today: string): boolean {
  if (filter.statuses !== undefined && !filter.statuses.includes(answer.status)) return false;
  if (filter.group !== undefined && item.group !== filter.group) return false;
  if (filter.role !== undefined && item.role !== filter.role) return false;
  if (filter.mandatory !== undefined && item.mandatory !== filter.mandatory) return false;
  if (filter.overdue !== undefined && isOverdue(answer, today) !== filter.overdue) return false;
  if (filter.undecided !== undefined && answer.undecided.length > 0 !== filter.undecided) return false;
  if (filter.owner !== undefined) return answer.status === 'problem' && answer.owner === filter.owner;
  return true;
}
