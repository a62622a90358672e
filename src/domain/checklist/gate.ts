import { type Answer, type AnswerField, type AnswerOf, type CheckItem, isSettled } from './answer.ts';
import type { ItemPath } from './item-path.ts';

/** Why an item holds a stage back. */
export type GateReason =
  | 'open'
  /** Two people answered differently; somebody must decide first. */
  | 'undecided'
  | 'reason-missing'
  | 'severity-missing'
  | 'owner-missing'
  | 'due-missing'
  /** An open problem of severity A; it holds back even where the item is not mandatory. */
  | 'severity-a';

export interface GateMissing {
  readonly item: ItemPath;
  readonly reason: GateReason;
}

/** `missing` is in the order of the items; one item can appear once for each thing it lacks. */
export interface Gate {
  readonly canSign: boolean;
  readonly missing: readonly GateMissing[];
}

/**
 * Whether a stage can be signed off: every mandatory item is done, not applicable with a reason, a problem that has
 * been closed, or one of severity B to D with an owner and a due date; and no item at all is an open problem of severity A.
 */
export function gate(items: Iterable<CheckItem>, answerOf: AnswerOf): Gate {
  const missing: GateMissing[] = [];
  for (const item of items) {
    if (item.applies === false) continue;
    for (const reason of reasonsAgainst(answerOf(item.path), item.mandatory)) missing.push({ item: item.path, reason });
  }
  return { canSign: missing.length === 0, missing };
}

function reasonsAgainst(answer: Answer, mandatory: boolean): readonly GateReason[] {
  if (isSettled(answer)) return [];
  if (answer.status === 'problem' && answer.severity === 'A') return ['severity-a'];
  if (!mandatory) return answer.mayBlock ? ['undecided'] : [];
  const isUndecided = (...fields: AnswerField[]): boolean => fields.some((field) => answer.undecided.includes(field));
  switch (answer.status) {
    case 'done':
      return [];
    case 'open':
    case 'undecided':
      return [answer.status];
    case 'not-applicable':
      if (isUndecided('reason')) return ['undecided'];
      return answer.reason.trim() === '' ? ['reason-missing'] : [];
    case 'problem': {
      if (isUndecided('severity', 'owner', 'due')) return ['undecided'];
      const reasons: GateReason[] = [];
      if (answer.severity === undefined) reasons.push('severity-missing');
      if (answer.owner.trim() === '') reasons.push('owner-missing');
      if (answer.due === '') reasons.push('due-missing');
      return reasons;
    }
  }
}
