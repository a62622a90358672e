import type { Verdict } from '../../domain/fit-out/rule-verdict.ts';

/** A sign for each verdict, beside its word: it must survive a black-and-white printer. */
export const MARKS: Record<Verdict, string> = {
  pass: '✓',
  fail: '✕',
  person: '?',
  'not-given': '○',
  'not-applicable': '–',
};
