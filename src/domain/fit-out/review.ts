import type { Verdict } from './rule-verdict.ts';

/** Verdicts of one closed review, by rule. */
export type ReviewVerdicts = Readonly<Record<string, Verdict>>;

/** What became of a rule since the review before. */
export type Progress = 'mended' | 'outstanding' | 'new' | 'reopened' | 'settled';

const isOpen = (verdict: Verdict | undefined): boolean =>
  verdict === 'fail' || verdict === 'person' || verdict === 'not-given';

/**
 * Compares a rule now with the closed reviews, earliest first: open in the last one and settled now is mended, open in both
 * outstanding, open now for the first time new, open again after it was settled reopened.
 */
export function reviewProgress(rule: string, now: Verdict, earlier: readonly ReviewVerdicts[]): Progress {
  const last = earlier.at(-1);
  if (!isOpen(now)) return last && isOpen(last[rule]) ? 'mended' : 'settled';
  if (!last) return 'new';
  if (isOpen(last[rule])) return 'outstanding';
  return earlier.some((review) => isOpen(review[rule])) ? 'reopened' : 'new';
}
