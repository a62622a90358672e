import type { AnswerIndex, Current } from './answer-index.ts';
import type { ItemPath } from './item-path.ts';
import type { Json } from './json.ts';

export const STATUSES = ['open', 'done', 'problem', 'not-applicable'] as const;
export type Status = (typeof STATUSES)[number];

/** A safety, fire, function · B system, leak · C appearance · D design fault. */
export const SEVERITIES = ['A', 'B', 'C', 'D'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The fields of an answer that the program itself reads. */
export const ANSWER_FIELDS = ['status', 'reason', 'note', 'owner', 'due', 'severity'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

/** What a run says about one item now. Texts are empty when nothing was stated or it is undecided. */
export interface Answer {
  /** `undecided` when two people answered differently and nobody has decided yet. */
  readonly status: Status | 'undecided';
  readonly reason: string;
  readonly note: string;
  readonly owner: string;
  /** Civil date `YYYY-MM-DD`, or empty. */
  readonly due: string;
  readonly severity: Severity | undefined;
  /** Who gave the status and when, as stated by the device; empty for an item that nobody has answered. */
  readonly who: string;
  readonly at: string;
  /** Fields that wait for a decision, in the order of `ANSWER_FIELDS`. */
  readonly undecided: readonly AnswerField[];
  /** Whether the status or the severity, as one of the waiting values has it, is an open problem of severity A. */
  readonly mayBlock: boolean;
}

/** Reads an item's answer. A value that this version does not know counts as not stated; it stays stored. */
export function readAnswer(index: AnswerIndex, item: ItemPath): Answer {
  const now = (field: AnswerField): Current => index.current(item, field);
  const text = (field: AnswerField): string => {
    const current = now(field);
    return current.state === 'value' && typeof current.value === 'string' ? current.value : '';
  };
  const status = now('status');
  const severity = now('severity');
  const last = status.heads[0];
  const says = (current: Current, value: Json): boolean => current.heads.some((head) => head.value === value);
  return {
    status: status.state === 'conflict' ? 'undecided' : (STATUSES.find((known) => known === text('status')) ?? 'open'),
    reason: text('reason'),
    note: text('note'),
    owner: text('owner'),
    due: text('due'),
    severity: SEVERITIES.find((known) => known === text('severity')),
    who: last?.who ?? '',
    at: last?.at ?? '',
    undecided: ANSWER_FIELDS.filter((field) => now(field).state === 'conflict'),
    mayBlock: says(status, 'problem') && says(severity, 'A'),
  };
}

/** One item of a run as the tools need it: what the checklist says, without its words. */
export interface CheckItem {
  readonly path: ItemPath;
  /** Id of the group or stage. */
  readonly group: string;
  /** Id of the post that answers for it. */
  readonly role: string;
  readonly mandatory: boolean;
  /** False for an item whose condition this run does not meet: its answers are kept but not counted. */
  readonly applies?: boolean;
}

/** Gives the answer of an item; `(path) => readAnswer(index, path)` when nothing is cached. */
export type AnswerOf = (path: ItemPath) => Answer;

/** The person an item hangs on: who was named to mend it, else who answered it, else nobody (empty). */
export function personOf(answer: Answer): string {
  return answer.owner !== '' ? answer.owner : answer.who;
}

/** A problem whose due date is past. @param today - Civil date `YYYY-MM-DD`. */
export function isOverdue(answer: Answer, today: string): boolean {
  return answer.status === 'problem' && answer.due !== '' && answer.due < today;
}
