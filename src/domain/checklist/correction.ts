import type { AnswerIndex } from './answer-index.ts';
import type { Change } from './change.ts';
import type { ItemPath } from './item-path.ts';
import type { Json } from './json.ts';

/** The fields of the corrective loop. Each step replaces what the writer saw of it, so each has its own history. */
export const STEPS = ['fixed', 'rechecked', 'closed'] as const;
export type StepName = (typeof STEPS)[number];
export const CORRECTION_FIELDS = [...STEPS, 'reopened'] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/** What somebody states about a step, as typed: who did it need not be who writes it down. */
export interface StepWords {
  /** Civil date `YYYY-MM-DD`. */
  readonly on: string;
  readonly who: string;
  readonly how: string;
}

export interface Step extends StepWords {
  /** How often the problem had been reopened before this step. */
  readonly round: number;
}

export interface Reopening {
  /** The round that this begins; 1 for the first reopening. */
  readonly round: number;
  readonly on: string;
  readonly who: string;
  readonly why: string;
}

/** How far the mending of a problem has come. */
export interface Correction {
  readonly state: 'open' | StepName;
  readonly round: number;
  /** Steps of this round; of two unequal ones that wait for a decision, the one with the smaller record id. */
  readonly fixed?: Step;
  readonly rechecked?: Step;
  readonly closed?: Step;
  readonly reopened?: Reopening;
}

export const NO_CORRECTION: Correction = { state: 'open', round: 0 };

/**
 * Reads the loop of an item. Only steps of the latest round count, so that a reopening is never lost beside a
 * closing that did not know of it, in whatever order the two meet.
 */
export function readCorrection(index: AnswerIndex, item: ItemPath): Correction {
  if (!CORRECTION_FIELDS.some((field) => index.current(item, field).heads.length > 0)) return NO_CORRECTION;
  const reopenings = index.current(item, 'reopened').heads.map(({ value }) => readReopening(value));
  const round = reopenings.reduce((latest, reopening) => Math.max(latest, reopening?.round ?? 0), 0);
  const reopened = reopenings.find((reopening) => reopening?.round === round);
  const steps: { [name in StepName]?: Step } = {};
  let state: Correction['state'] = 'open';
  for (const name of STEPS) {
    const heads = index.current(item, name).heads.map(({ value }) => readStep(value));
    const step = heads.find((head) => head?.round === round);
    if (!step) continue;
    steps[name] = step;
    state = name;
  }
  return { state, round, ...steps, ...(reopened && { reopened }) };
}

/** What can be done next, in the order in which it is usually done. A step that is done can be stated once only. */
export function nextSteps({ state }: Correction): readonly CorrectionField[] {
  switch (state) {
    case 'open':
      return ['fixed'];
    case 'fixed':
      return ['rechecked', 'reopened'];
    case 'rechecked':
      return ['closed', 'reopened'];
    case 'closed':
      return ['reopened'];
  }
}

/** States a step of the round that is on. @throws {RangeError} if it is not that step's turn. */
export function stepChanges(
  item: ItemPath,
  correction: Correction,
  name: StepName,
  words: StepWords,
): readonly Change[] {
  if (!nextSteps(correction).includes(name)) throw new RangeError(`${name} cannot follow ${correction.state}`);
  const { on, who, how } = words;
  return [{ item, field: name, value: { round: correction.round, on, who, how } }];
}

/** Begins the next round; the steps of this one stay in the history. */
export function reopenChanges(
  item: ItemPath,
  correction: Correction,
  words: Omit<Reopening, 'round'>,
): readonly Change[] {
  const { on, who, why } = words;
  return [{ item, field: 'reopened', value: { round: correction.round + 1, on, who, why } }];
}

function readStep(value: Json): Step | undefined {
  const { round, on, who, how } = fieldsOf(value);
  if (!isRound(round) || typeof on !== 'string' || typeof who !== 'string' || typeof how !== 'string') return undefined;
  return { round, on, who, how };
}

function readReopening(value: Json): Reopening | undefined {
  const { round, on, who, why } = fieldsOf(value);
  if (!isRound(round) || typeof on !== 'string' || typeof who !== 'string' || typeof why !== 'string') return undefined;
  return { round, on, who, why };
}

const isRound = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const fieldsOf = (value: Json): { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : {};
