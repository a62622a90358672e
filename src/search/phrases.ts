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

function bentHits(chunks: readonly Chunk[], words: readonly string[]): PhraseHit[] {
  const stems = words.map(stem);
  const pattern = new RegExp(`${stems.map((base) => `${base}([a-z]*)`).join(' ')}(?![a-z0-9])`, 'g');
  const text = words.join(' ');
  const last = stems.at(-1) ?? '';
  const hits: PhraseHit[] = [];
  for (const chunk of chunks) {
    const { field, owners, starts } = chunk;
    if (words.length === 1 && isText(field)) continue;
    let line = 0;
    for (const match of chunk.text.matchAll(pattern)) {
      if (isLatin(chunk.text, match.index - 1)) continue;
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= match.index) line++;
      const place = owners[line];
      const tails = match.slice(1);
      const tail = tails.at(-1) ?? '';
      if (!place || !tails.slice(0, -1).every(isTail)) continue;
      const isBegun = !isTail(tail);
      if (isBegun && !(last + tail).startsWith(words.at(-1) ?? '')) continue;
      hits.push({
        place,
        field,
        ratio: (isBegun ? text : match[0]).length / lineLength(chunk, line),
        as: isBegun ? 'begun' : match[0] === text ? 'typed' : 'bent',
      });
    }
  }
  return hits;
}

function isText(field: Chunk['field']): boolean {
  return field === 'body' || field === 'weak';
}

function lineLength(chunk: Chunk, line: number): number {
  return Math.max(1, (chunk.starts[line + 1] ?? chunk.text.length + 1) - 1 - (chunk.starts[line] ?? 0));
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
