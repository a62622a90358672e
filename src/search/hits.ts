import { isTail, stem } from './english.ts';
import type { Chunk, Place, Places } from './places.ts';
import type { Unit } from './query.ts';

/**
 * Calls `see` for each place that holds the unit, with how well (0 to 1); a place may be told more than once.
 *
 * Chinese is found anywhere; a word may be bent, and one that is still being typed is the beginning of others; a figure is a whole
 * figure (950 is not in 1950).
 */
export function eachHit(
  places: Places,
  unit: Unit,
  open: boolean,
  see: (place: Place, field: Chunk['field'], worth: number) => void,
): void {
  for (const [form, worth] of unit.forms) {
    if (unit.kind === 'word') {
      const base = stem(form);
      const plural = `${form}s`;
      for (const [word, { places: owners, fields }] of places.beginningWith(base)) {
        const how = likeness(word, form, plural, base, open);
        if (how === 0) continue;
        for (let i = 0; i < owners.length; i++) {
          const [place, field] = [owners[i], fields[i]];
          // One letter begins too many words of a text to mean one.
          if (place && field && (form.length > 1 || field !== 'body')) see(place, field, worth * how);
        }
      }
      continue;
    }
    for (const { text, starts, owners, field } of places.chunks) {
      eachPlace(text, starts, form, (line, at) => {
        if (unit.kind === 'number' && !isWholeFigure(text, at, form)) return false;
        const place = owners[line];
        if (place) see(place, field, worth);
        return true;
      });
    }
  }
}

function likeness(word: string, form: string, plural: string, base: string, open: boolean): number {
  if (word === form) return 1;
  if (word === plural || (form.length === word.length + 1 && form === `${word}s`)) return 0.98;
  if (isTail(word.slice(base.length))) return 0.9;
  return open && word.startsWith(form) ? 0.7 : 0;
}

/** Walks over the places of `needle`; when `see` answers true the rest of the line is skipped. */
export function eachPlace(
  text: string,
  starts: readonly number[],
  needle: string,
  see: (line: number, at: number) => boolean,
): void {
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

function isWholeFigure(text: string, at: number, needle: string): boolean {
  const after = text.slice(at + needle.length, at + needle.length + 2);
  if (/[\d.]/.test(text[at - 1] ?? ' ') || /^\d|^\.\d/.test(after)) return false;
  return !(/[a-z]$/.test(needle) && /^[a-z]/.test(after));
}
