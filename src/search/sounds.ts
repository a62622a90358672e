import { HAN } from './fold.ts';
import { eachPlace } from './hits.ts';
import type { Chunk } from './places.ts';

const isHan = new RegExp(`^[${HAN}]$`);

/** For each character of a chunk the numbers of its one or two readings. */
interface Heard {
  first: Uint16Array;
  second: Uint16Array;
  /** The same without the differences that many speakers do not make; where there is no reading, `NOTHING`. */
  rough: Uint16Array;
  otherRough: Uint16Array;
}
/** Like no reading of a character, which begin at 1. */
const NOTHING = 0;

/** How characters sound and which ones are written otherwise in traditional script; fetched only when a query needs it. */
export class Sounds {
  readonly #readings = new Map<string, number[]>();
  readonly #simplified = new Map<string, string>();
  /** By number; 0 is no reading. */
  readonly #syllables: string[] = [''];
  /** Number of the syllable without the differences that many speakers do not make: zh/z, ch/c, sh/s, -ng/-n, l/n. */
  readonly #rough: number[] = [0];
  readonly #heard = new WeakMap<Chunk, Heard>();

  /** @param pairs - traditional and simplified characters in turn. @param syllables - `hang行航`, one a line. */
  constructor(pairs: string, syllables: readonly string[]) {
    const letters = [...pairs];
    for (let i = 0; i + 1 < letters.length; i += 2) this.#simplified.set(letters[i] ?? '', letters[i + 1] ?? '');
    const classes = new Map<string, number>();
    for (const line of syllables) {
      const [, syllable = '', characters = ''] = /^([a-z]+)(.*)$/.exec(line) ?? [];
      const id = this.#syllables.push(syllable) - 1;
      const rough = syllable
        .replace(/^([zcs])h/, '$1')
        .replace(/ng$/, 'n')
        .replace(/^l/, 'n');
      if (!classes.has(rough)) classes.set(rough, classes.size + 1);
      this.#rough.push(classes.get(rough) ?? 0);
      for (const character of characters) {
        const known = this.#readings.get(character);
        if (known) known.push(id);
        else this.#readings.set(character, [id]);
      }
    }
  }

  simplify(text: string): string {
    return [...text].map((character) => this.#simplified.get(character) ?? character).join('');
  }

  /** Runs of Chinese characters in the chunks that sound like `run`, with how often; never the run itself. */
  soundingLike(run: string, chunks: readonly Chunk[]): Map<string, number> {
    const wanted = [...run].map((character) => this.#of(character).map((id) => this.#rough[id] ?? 0));
    const found = new Map<string, number>();
    if (wanted.length === 0 || wanted.some((readings) => readings.length === 0)) return found;
    const one = wanted.map(([first = 0]) => first);
    const two = wanted.map(([first = 0, second = first]) => second);
    const [ofOne, ofTwo] = [one[0], two[0]];
    for (const chunk of chunks) {
      const { rough, otherRough } = this.#hear(chunk);
      const weight = chunk.field === 'body' || chunk.field === 'weak' ? 1 : 20;
      for (let at = 0; at + wanted.length <= rough.length; at++) {
        const [first, other] = [rough[at], otherRough[at]];
        if (first !== ofOne && first !== ofTwo && other !== ofOne && other !== ofTwo) continue;
        let i = 1;
        for (; i < wanted.length; i++) {
          const [now, also] = [rough[at + i], otherRough[at + i]];
          if (now !== one[i] && now !== two[i] && also !== one[i] && also !== two[i]) break;
        }
        if (i < wanted.length) continue;
        const near = chunk.text.slice(at, at + wanted.length);
        if (near !== run) found.set(near, (found.get(near) ?? 0) + weight);
      }
    }
    return found;
  }

  /**
   * Runs of Chinese characters that typed letters may mean. `full`: every character is spelt out, the last one perhaps not to its end;
   * `initials`: one letter each.
   */
  spelt(letters: string, chunks: readonly Chunk[], how: 'full' | 'initials'): Map<string, number> {
    const found = new Map<string, number>();
    for (const chunk of chunks) {
      const { text, starts } = chunk;
      const heard = this.#hear(chunk);
      let line = 0;
      for (let at = 0; at < text.length; at++) {
        while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line++;
        const end = how === 'full' ? this.#spell(letters, 0, heard, at) : this.#initials(letters, heard, at);
        if (end <= at + (how === 'full' ? 0 : 1)) continue;
        const run = text.slice(at, end);
        // What begins a name, or is all of it, is more likely meant.
        const isStart = at === starts[line];
        const isAll = isStart && (text[end] ?? '\n') === '\n';
        const weight = (chunk.field === 'label' ? 2 : 1) * (isAll ? 12 : isStart ? 5 : 1);
        found.set(run, (found.get(run) ?? 0) + weight);
      }
    }
    return found;
  }

  #spell(letters: string, from: number, heard: Heard, at: number): number {
    if (from === letters.length) return at;
    for (const id of [heard.first[at], heard.second[at]]) {
      const reading = id ? this.#syllables[id] : undefined;
      if (!reading || reading[0] !== letters[from]) continue;
      if (letters.startsWith(reading, from)) {
        const end = this.#spell(letters, from + reading.length, heard, at + 1);
        if (end > 0) return end;
      } else if (from > 0 && reading.startsWith(letters.slice(from))) return at + 1;
    }
    return -1;
  }

  #initials(letters: string, heard: Heard, at: number): number {
    for (let i = 0; i < letters.length; i++) {
      const letter = letters[i];
      const [first, second] = [heard.first[at + i] ?? 0, heard.second[at + i] ?? 0];
      if (this.#syllables[first]?.[0] !== letter && this.#syllables[second]?.[0] !== letter) return -1;
    }
    return at + letters.length;
  }

  #of(character: string): readonly number[] {
    return this.#readings.get(character) ?? [];
  }

  #hear(chunk: Chunk): Heard {
    const known = this.#heard.get(chunk);
    if (known) return known;
    const letters = () => new Uint16Array(chunk.text.length);
    const heard = { first: letters(), second: letters(), rough: letters(), otherRough: letters() };
    for (let at = 0; at < chunk.text.length; at++) {
      const [first = 0, second = 0] = this.#of(chunk.text[at] ?? '');
      heard.first[at] = first;
      heard.second[at] = second;
      heard.rough[at] = this.#rough[first] ?? NOTHING;
      heard.otherRough[at] = this.#rough[second] ?? NOTHING;
    }
    this.#heard.set(chunk, heard);
    return heard;
  }
}

/** Runs that differ from `run` in one character, with how often they stand in the chunks. */
export function oneCharacterOff(run: string, chunks: readonly Chunk[]): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < run.length; i++) {
    const before = run.slice(0, i);
    const after = run.slice(i + 1);
    const anchor = before.length >= after.length ? before : after;
    if (anchor.length < 2) continue;
    for (const { text, starts, field } of chunks) {
      const weight = field === 'body' || field === 'weak' ? 1 : 20;
      eachPlace(text, starts, anchor, (_, at) => {
        const start = anchor === before ? at : at - i - 1;
        const near = text.slice(start, start + run.length);
        if (
          start >= 0 &&
          near.startsWith(before) &&
          near.endsWith(after) &&
          near.length === run.length &&
          near !== run &&
          isHan.test(near[i] ?? '')
        ) {
          found.set(near, (found.get(near) ?? 0) + weight);
        }
        return false;
      });
    }
  }
  return found;
}

/** The most frequent ones, best first. */
export function mostFrequent(found: ReadonlyMap<string, number>, most: number): string[] {
  return [...found]
    .sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)
    .slice(0, most)
    .map(([text]) => text);
}
