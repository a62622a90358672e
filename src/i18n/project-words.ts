import { CHECKLIST } from './checklist-strings.ts';
import type { Locale } from './locale.ts';

const KEYS = [
  'project',
  'firstProject',
  'who',
  'whoHint',
  'undo',
  'redo',
  'notSaved',
  'loading',
  'saving',
  'saved',
  'nothingYet',
  'unsent',
  'failed',
  'memory',
  'retry',
  'newerForm',
  'damaged',
  'reasonQuota',
  'reasonRefused',
  'reasonOther',
] as const;
export type ProjectWords = Record<(typeof KEYS)[number], string>;

/** What every tool says about the project and about saving, in one language. */
export function projectWords(locale: Locale): ProjectWords {
  return Object.fromEntries(KEYS.map((key) => [key, CHECKLIST[key][locale]])) as ProjectWords;
}
