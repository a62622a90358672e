import { isTail, stem } from './english.ts';
import type { Chunk } from './places.ts';
import type { Unit } from './query.ts';

const WORD = /[a-z0-9]/;

/**
 * Calls `see` for each line of a chunk that holds the unit, with how well (0 to 1); a line may be told more than once.
 *
 * Chinese is found anywhere; a word begins where a word begins and may be bent; a figure is a whole figure (950 is not in 1950).
 */
export function eachHit(chunk: Chunk, unit: Unit, open: boolean, see: (line: number, worth: number) => void): void {
  for (const [form, worth] of unit.forms) {
    const needle = unit.kind === 'word' ? stem(form) : form;
    // Two letters begin too many words of a text to mean one.
    if (unit.kind === 'word' && form.length < 3 && chunk.field === 'body' && chunk.isLatin) continue;
    eachPlace(chunk.text, chunk.starts, needle, (line, at) => {
      const how = unit.kind === 'han' ? 1 : unit.kind === 'number' ? wholeFigure(chunk.text, at, needle) : wholeWord(chunk.text, at, needle, form, open);
      if (how > 0) see(line, worth * how);
      return how === 1;
    });
  }
}

/** Walks over the places of `needle`; when `see` answers true the rest of the line is skipped. */
export function eachPlace(text: string, starts: readonly number[], needle: string, see: (line: number, at: number) => boolean): void {
  if (needle === '') return;
  let line = 0;
  let at = text.indexOf(needle);
  while (at >= 0) {
    line = lineAt(starts, at, line);
    const done = see(line, at);
    const next = done ? starts[line + 1] : at + 1;
    if (next === undefined) return;
    at = text.indexOf(needle, next);
  }
}

/** Line of a position, not before `from`. */
function lineAt(starts: readonly number[], at: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  // Hits come in order: the line is mostly near.
  if ((starts[low + 1] ?? Number.POSITIVE_INFINITY) > at) return low;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function wholeFigure(text: string, at: number, needle: string): number {
  const before = text[at - 1] ?? ' ';
  const after = text.slice(at + needle.length, at + needle.length + 2);
  if (/[\d.]/.test(before) || /^\d|^\.\d/.test(after)) return 0;
  return /[a-z]$/.test(needle) && /^[a-z]/.test(after) ? 0 : 1;
}

function wholeWord(text: string, at: number, needle: string, word: string, open: boolean): number {
  if (WORD.test(text[at - 1] ?? ' ')) return 0;
  let end = at + needle.length;
  while (end < text.length && WORD.test(text[end] ?? '')) end++;
  const found = text.slice(at, end);
  if (found === word) return 1;
  if (isTail(found.slice(needle.length))) return 0.95;
  return open && found.startsWith(word) ? 0.7 : 0;
}
