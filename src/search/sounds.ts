import { HAN } from './fold.ts';
import type { Chunk } from './places.ts';
import { eachPlace } from './hits.ts';

const isHan = new RegExp(`^[${HAN}]$`);

/** How characters sound and which ones are written otherwise in traditional script; fetched only when a query needs it. */
export class Sounds {
  readonly #readings = new Map<string, string[]>();
  readonly #simplified = new Map<string, string>();

  /** @param pairs - traditional and simplified characters in turn. @param syllables - `hang行航`, one a line. */
  constructor(pairs: string, syllables: readonly string[]) {
    const letters = [...pairs];
    for (let i = 0; i + 1 < letters.length; i += 2) this.#simplified.set(letters[i] ?? '', letters[i + 1] ?? '');
    for (const line of syllables) {
      const [, syllable = '', characters = ''] = /^([a-z]+)(.*)$/.exec(line) ?? [];
      for (const character of characters) {
        const known = this.#readings.get(character);
        if (known) known.push(syllable);
        else this.#readings.set(character, [syllable]);
      }
    }
  }

  simplify(text: string): string {
    return [...text].map((character) => this.#simplified.get(character) ?? character).join('');
  }

  /** Runs of Chinese characters in the chunks that sound like `run`, with how often; never the run itself. */
  soundingLike(run: string, chunks: readonly Chunk[]): Map<string, number> {
    const wanted = [...run].map((character) => new Set(this.#rough(character)));
    const found = new Map<string, number>();
    if (wanted.some((readings) => readings.size === 0)) return found;
    for (const { text, field } of chunks) {
      const weight = field === 'body' || field === 'weak' ? 1 : 20;
      for (let at = 0; at + wanted.length <= text.length; at++) {
        if (!wanted.every((readings, i) => this.#rough(text[at + i] ?? '').some((reading) => readings.has(reading)))) continue;
        const heard = text.slice(at, at + wanted.length);
        if (heard !== run) found.set(heard, (found.get(heard) ?? 0) + weight);
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
      for (let line = 0; line < starts.length; line++) {
        const from = starts[line] ?? 0;
        const to = (starts[line + 1] ?? text.length + 1) - 1;
        for (let at = from; at < to; at++) {
          const end = how === 'full' ? this.#spell(letters, 0, text, at, to) : this.#initials(letters, text, at, to);
          if (end <= at + (how === 'full' ? 0 : 1)) continue;
          const run = text.slice(at, end);
          // What begins a name, or is all of it, is more likely meant.
          const weight = (chunk.field === 'label' ? 2 : 1) * (at === from ? (end === to ? 12 : 5) : 1);
          found.set(run, (found.get(run) ?? 0) + weight);
        }
      }
    }
    return found;
  }

  #spell(letters: string, from: number, text: string, at: number, to: number): number {
    if (from === letters.length) return at;
    if (at >= to) return -1;
    for (const reading of this.#readings.get(text[at] ?? '') ?? []) {
      if (letters.startsWith(reading, from)) {
        const end = this.#spell(letters, from + reading.length, text, at + 1, to);
        if (end > 0) return end;
      } else if (from > 0 && reading.startsWith(letters.slice(from))) return at + 1;
    }
    return -1;
  }

  #initials(letters: string, text: string, at: number, to: number): number {
    if (at + letters.length > to) return -1;
    for (let i = 0; i < letters.length; i++) {
      if (!this.#readings.get(text[at + i] ?? '')?.some((reading) => reading[0] === letters[i])) return -1;
    }
    return at + letters.length;
  }

  /** Readings without the differences that many speakers do not make: zh/z, ch/c, sh/s, -ng/-n, l/n. */
  #rough(character: string): string[] {
    return (this.#readings.get(character) ?? []).map((reading) => reading.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n').replace(/^l/, 'n'));
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
        if (start >= 0 && near.startsWith(before) && near.endsWith(after) && near.length === run.length && near !== run && isHan.test(near[i] ?? '')) {
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
  return [...found].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length).slice(0, most).map(([text]) => text);
}
