import { isTail, stem } from './english.ts';
import { eachPlace } from './hits.ts';
import type { Chunk, Place, Places } from './places.ts';

/** A place of a phrase: how much of its line it is, and how it stands there. */
export interface PhraseHit {
  place: Place;
  field: Chunk['field'];
  chunk: Chunk;
  line: number;
  ratio: number;
  /** `begun`: it only begins a longer word. `bent`: with other endings (tenders, tendering). */
  as: 'typed' | 'bent' | 'begun';
}

const MEMORY = 400;

/** Where phrases stand; what was found is kept while the same files are read. */
export class Phrases {
  readonly #places: Places;
  readonly #known = new Map<string, readonly PhraseHit[]>();
  #version = -1;

  constructor(places: Places) {
    this.#places = places;
  }

  of(text: string): readonly PhraseHit[] {
    const version = this.#places.chunks.length;
    if (version !== this.#version || this.#known.size > MEMORY) this.#known.clear();
    this.#version = version;
    let hits = this.#known.get(text);
    if (!hits) {
      hits = /^[a-z ]+$/.test(text) ? this.#bent(text) : typedHits(this.#places.chunks, text);
      this.#known.set(text, hits);
    }
    return hits;
  }

  /** While a query is being typed, only where its beginning stood is looked at again. */
  #bent(text: string): PhraseHit[] {
    const words = text.split(' ');
    for (let end = text.length - 1; end > 0; end--) {
      const begun = this.#known.get(text.slice(0, end));
      if (begun && isNarrowing(text.slice(0, end).split(' '), words)) return bentHits(linesOf(begun), words);
    }
    return bentHits(wholeChunks(this.#places.chunks), words);
  }
}

/**
 * Does every line that holds `words`, bent or not, hold `begun` too? The last word of `begun` may be unfinished: what
 * stands in the text must begin with it as it was typed, or be a bent form of the same stem.
 */
function isNarrowing(begun: readonly string[], words: readonly string[]): boolean {
  // A single word is looked for in names only.
  if (begun.length === 1 && words.length > 1) return false;
  const last = begun.length - 1;
  const [typed = '', now = ''] = [begun[last], words[last]];
  if (typed === '' || begun.some((word, i) => i < last && word !== words[i]) || !now.startsWith(typed)) return false;
  return stem(now) === stem(typed) || stem(now).startsWith(typed);
}

/** A part of a chunk, [from, to), whose first line is `line`. */
interface Stretch {
  readonly chunk: Chunk;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

function wholeChunks(chunks: readonly Chunk[]): Stretch[] {
  return chunks.map((chunk) => ({ chunk, line: 0, from: 0, to: chunk.text.length }));
}

/** The lines of hits, each once; hits stand in order. */
function linesOf(hits: readonly PhraseHit[]): Stretch[] {
  return hits
    .filter(({ chunk, line }, i) => hits[i - 1]?.chunk !== chunk || hits[i - 1]?.line !== line)
    .map(({ chunk, line }) => ({
      chunk,
      line,
      from: chunk.starts[line] ?? 0,
      to: chunk.starts[line + 1] ?? chunk.text.length,
    }));
}

/** As it was typed; what is not cut into smaller units is looked for in names only. */
function typedHits(chunks: readonly Chunk[], text: string): PhraseHit[] {
  const inNamesOnly = text.length < 3 || /^[a-z0-9.%]+$/.test(text);
  const hits: PhraseHit[] = [];
  for (const chunk of chunks) {
    const { field, owners, starts } = chunk;
    if (inNamesOnly && isText(field)) continue;
    eachPlace(chunk.text, starts, text, (line, at) => {
      const place = owners[line];
      if (!place || (isLatin(text, 0) && isLatin(chunk.text, at - 1))) return false;
      const isBegun = isLatin(text, text.length - 1) && isLatin(chunk.text, at + text.length);
      const ratio = text.length / lineLength(chunk, line);
      hits.push({ place, field, chunk, line, ratio, as: isBegun ? 'begun' : 'typed' });
      return !isBegun;
    });
  }
  return hits;
}

/** Walked by hand from the word that is longest and so mostly rarest: a pattern made anew for each key costs more than it finds. */
function bentHits(stretches: readonly Stretch[], words: readonly string[]): PhraseHit[] {
  const stems = words.map(stem);
  const rare = stems.reduce((best, base, i) => (base.length > (stems[best] ?? '').length ? i : best), 0);
  const anchor = stems[rare] ?? '';
  if (anchor === '') return [];
  const typed = words.join(' ');
  const last = stems.at(-1) ?? '';
  const hits: PhraseHit[] = [];
  for (const { chunk, line: first, from: begin, to } of stretches) {
    const { field, owners, starts } = chunk;
    if (words.length === 1 && isText(field)) continue;
    const text = chunk.text.slice(begin, to);
    let line = first;
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
      // Most places are within a word.
      if (isLatin(text, at - 1)) continue;
      const from = wordsBefore(text, at, rare);
      if (from < 0 || isLatin(text, from - 1)) continue;
      const tail = lastTail(text, from, stems);
      if (tail === undefined) continue;
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= begin + from) line++;
      const place = owners[line];
      if (!place) continue;
      const isBegun = !isTail(tail.letters);
      if (isBegun && !(last + tail.letters).startsWith(words.at(-1) ?? '')) continue;
      const isAsTyped = tail.end - from === typed.length && text.startsWith(typed, from);
      hits.push({
        place,
        field,
        chunk,
        line,
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
