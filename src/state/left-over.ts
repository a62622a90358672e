import { type AnswerRecord, isAnswerRecord } from '../domain/checklist/record.ts';
import type { ProjectEntry } from './storage.ts';

const KEY = 'zg.left';

/** What a page could not store before it was left, kept for the same tab until it is opened again. */
export interface LeftOver {
  readonly entry: ProjectEntry;
  readonly records: readonly AnswerRecord[];
}

/** Called while the page goes, so it must be done at once. What is too much for it, or refused, was said not to be saved. */
export function writeLeftOver(left: readonly LeftOver[]): void {
  try {
    if (left.length > 0) sessionStorage.setItem(KEY, JSON.stringify(left));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Nothing more can be done here.
  }
}

/** Stays where it is until the page is left again: a tab that is killed before it has stored it finds it once more. */
export function readLeftOver(): readonly LeftOver[] {
  try {
    const left = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as LeftOver[];
    return left.map(({ entry, records }) => ({ entry, records: records.filter(isAnswerRecord) }));
  } catch {
    return [];
  }
}
