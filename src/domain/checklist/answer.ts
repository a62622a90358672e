import type { AnswerIndex, Current } from './answer-index.ts';
import type { Change } from './change.ts';
import { type Correction, readCorrection, reopenChanges } from './correction.ts';
import type { ItemPath } from './item-path.ts';
import type { Json } from './json.ts';
import { type Measured, readMeasured } from './measured.ts';

export const STATUSES = ['open', 'done', 'problem', 'not-applicable'] as const;
export type Status = (typeof STATUSES)[number];

/** A safety, fire, function · B system, leak · C appearance · D design fault. */
export const SEVERITIES = ['A', 'B', 'C', 'D'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The fields of an answer that the program itself reads. */
export const ANSWER_FIELDS = ['status', 'reason', 'note', 'owner', 'due', 'severity', 'measured'] as const;
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
  readonly measured: Measured | undefined;
  /** How far the mending of a problem has come; kept, but without meaning, while the status is another. */
  readonly correction: Correction;
  /** Who gave the status and when, as stated by the device; empty for an item that nobody has answered. */
  readonly who: string;
  readonly at: string;
  /** Fields that wait for a decision, in the order of `ANSWER_FIELDS`. */
  readonly undecided: readonly AnswerField[];
  /** Whether the status and the severity, as one of the waiting values has them, are an open problem of severity A. */
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
  const measured = now('measured');
  const correction = readCorrection(index, item);
  const says = (current: Current, value: Json): boolean => current.heads.some((head) => head.value === value);
  return {
    status: status.state === 'conflict' ? 'undecided' : (STATUSES.find((known) => known === text('status')) ?? 'open'),
    reason: text('reason'),
    note: text('note'),
    owner: text('owner'),
    due: text('due'),
    severity: SEVERITIES.find((known) => known === text('severity')),
    measured: measured.state === 'value' ? readMeasured(measured.value) : undefined,
    correction,
    who: last?.who ?? '',
    at: last?.at ?? '',
    undecided: ANSWER_FIELDS.filter((field) => now(field).state === 'conflict'),
    mayBlock: says(status, 'problem') && says(severity, 'A') && correction.state !== 'closed',
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

/** A problem that is not closed yet. What waits for a decision is no problem yet; `mayBlock` says if it may be one. */
export function isOpenProblem(answer: Answer): boolean {
  return answer.status === 'problem' && answer.correction.state !== 'closed';
}

/** Done, or a problem that has been closed. */
export function isSettled(answer: Answer): boolean {
  return answer.status === 'done' || (answer.status === 'problem' && answer.correction.state === 'closed');
}

/**
 * A problem whose due date is past and that nobody has stated to be fixed. Its owner is in time with the fixing; the
 * re-check is somebody else's.
 *
 * @param today - Civil date `YYYY-MM-DD`.
 */
export function isOverdue(answer: Answer, today: string): boolean {
  return isDueOpen(answer) && answer.due < today;
}

/** Whether the answer will be overdue once its due date is past. */
export function isDueOpen(answer: Answer): boolean {
  return answer.status === 'problem' && answer.correction.state === 'open' && answer.due !== '';
}

/**
 * Gives an item a status. What becomes a problem again after its loop had begun is reopened, or it would look
 * mended from the start.
 */
export function statusChanges(
  item: ItemPath,
  answer: Answer,
  status: Status,
  words: { readonly on: string; readonly who: string; readonly why?: string },
): readonly Change[] {
  const change: Change = { item, field: 'status', value: status };
  const isProblemAgain = status === 'problem' && answer.status !== 'problem' && answer.correction.state !== 'open';
  if (!isProblemAgain) return [change];
  return [change, ...reopenChanges(item, answer.correction, { on: words.on, who: words.who, why: words.why ?? '' })];
}
