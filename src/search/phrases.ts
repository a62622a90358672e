import { isTail, stem } from './english.ts';
import { eachPlace } from './hits.ts';
import type { Chunk, Place, Places } from './places.ts';

/** A place of a phrase: how much of its line it is, and how it stands there. */
export interface PhraseHit {
  place: Place;
  field: Chunk['field'];
  ratio: number;
  /** `begun`: it only begins a longer word. `bent`: with other endings (tenders, tendering). */
  as: 'typed' | 'bent' | 'begun';
}

/** Where a phrase stands; what is not cut into smaller units is looked for in names only. */
export function phraseHits({ chunks }: Places, text: string): PhraseHit[] {
  if (/^[a-z ]+$/.test(text)) return bentHits(chunks, text.split(' '));
  const inNamesOnly = text.length < 3 || /^[a-z0-9.%]+$/.test(text);
  const hits: PhraseHit[] = [];
  for (const chunk of chunks) {
    const { field, owners, starts } = chunk;
    if (inNamesOnly && isText(field)) continue;
    eachPlace(chunk.text, starts, text, (line, at) => {
      const place = owners[line];
      if (!place || (isLatin(text, 0) && isLatin(chunk.text, at - 1))) return false;
      const isBegun = isLatin(text, text.length - 1) && isLatin(chunk.text, at + text.length);
      hits.push({ place, field, ratio: text.length / lineLength(chunk, line), as: isBegun ? 'begun' : 'typed' });
      return !isBegun;
    });
  }
  return hits;
}

/** Walked by hand from the word that is longest and so mostly rarest: a pattern made anew for each key costs more than it finds. */
function bentHits(chunks: readonly Chunk[], words: readonly string[]): PhraseHit[] {
  const stems = words.map(stem);
  const rare = stems.reduce((best, base, i) => (base.length > (stems[best] ?? '').length ? i : best), 0);
  const anchor = stems[rare] ?? '';
  if (anchor === '') return [];
  const typed = words.join(' ');
  const last = stems.at(-1) ?? '';
  const hits: PhraseHit[] = [];
  for (const chunk of chunks) {
    const { field, owners, starts, text } = chunk;
    if (words.length === 1 && isText(field)) continue;
    let line = 0;
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
      // Most places are within a word.
      if (isLatin(text, at - 1)) continue;
      const from = wordsBefore(text, at, rare);
      if (from < 0 || isLatin(text, from - 1)) continue;
      const tail = lastTail(text, from, stems);
      if (tail === undefined) continue;
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= from) line++;
      const place = owners[line];
      if (!place) continue;
      const isBegun = !isTail(tail.letters);
      if (isBegun && !(last + tail.letters).startsWith(words.at(-1) ?? '')) continue;
      const isAsTyped = tail.end - from === typed.length && text.startsWith(typed, from);
      hits.push({
        place,
        field,
        ratio: (isBegun ? typed.length : tail.end - from) / lineLength(chunk, line),
        as: isBegun ? 'begun' : isAsTyped ? 'typed' : 'bent',
      });
    }
  }
  return hits;
}

/** Where the words begin of which so many stand before this place; -1 where there are not so many. */
function wordsBefore(text: string, at: number, count: number): number {
  let from = at;
  for (let i = 0; i < count; i++) {
    if (text[from - 1] !== ' ') return -1;
    from--;
    while (isLetter(text, from - 1)) from--;
  }
  return from;
}

/** The ending of the last of the words that stand there, if they do and end as words do. */
function lastTail(text: string, from: number, stems: readonly string[]): { letters: string; end: number } | undefined {
  let at = from;
  for (const [i, base] of stems.entries()) {
    if (!text.startsWith(base, at)) return undefined;
    at += base.length;
    const begun = at;
    while (isLetter(text, at)) at++;
    if (i === stems.length - 1) return isLatin(text, at) ? undefined : { letters: text.slice(begun, at), end: at };
    if (text[at] !== ' ' || !isTail(text.slice(begun, at))) return undefined;
    at++;
  }
  return undefined;
}

function isText(field: Chunk['field']): boolean {
  return field === 'body' || field === 'weak';
}

function lineLength(chunk: Chunk, line: number): number {
  return Math.max(1, (chunk.starts[line + 1] ?? chunk.text.length + 1) - 1 - (chunk.starts[line] ?? 0));
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
