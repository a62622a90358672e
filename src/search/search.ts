import { excerpt, type Marked, mark } from './excerpt.ts';
import { HAN } from './fold.ts';
import { type Kind, type PageInfo, type Place, Places } from './places.ts';
import { type Query, readQuery } from './query.ts';
import { type Ranked, Ranker } from './rank.ts';
import { Sounds } from './sounds.ts';
import { mendCharacters, mendWords, otherSpelling, readLetters, sameMeaning, type Variant } from './variants.ts';

export interface Hit {
  /** Path below the language's root, with its anchor. */
  path: string;
  kind: Kind | 'section';
  /** What the page is that it stands in. */
  pageKind: Kind | 'section';
  scheme: string;
  /** Far behind the best: folded away, never dropped. */
  weak: boolean;
  /** What is shown of it; made only when asked for. */
  show(): Shown;
}

export interface Shown {
  title: Marked;
  /** The section, item, rule or step within the page. */
  part?: Marked;
  excerpt?: Marked;
  calls: string[];
  /** Other places of the same page. */
  more: { path: string; label: string }[];
}

export interface Found {
  hits: Hit[];
  /** What was looked for instead of what was typed. */
  instead?: string;
  /** Nothing holds most of what was asked; these are guesses. */
  guess: boolean;
  /** The sounds are not there and could better the answer: letters where Chinese is read, Chinese where English is, something unknown. */
  wantsSounds: boolean;
}

/** Which files have been read. */
export type Part = 'titles' | 'entries' | 'text' | 'sounds';

const han = new RegExp(`[${HAN}]`);
/** Below this share of the best score a result is folded away. */
const WEAK = 0.45;
/** A result that covers less of the query than this is a guess. */
const SURE = 0.6;
/** One that covers this much was meant as typed; there is nothing to mend. */
const KNOWN = 0.9;

/** Search over one language's handbook. Knows what has been added so far and answers from that. */
export class Search {
  readonly #places = new Places();
  readonly #ranker = new Ranker(this.#places);
  readonly #parts = new Set<Part>();
  readonly #stamps = new Map<Part, string>();
  #sounds: Sounds | undefined;
  #isChinese = false;

  has(part: Part): boolean {
    return this.#parts.has(part);
  }

  /** Was a file written for what has been read before it? The first line of each says which build it belongs to. */
  fits(file: string, part: Part): boolean {
    return part === 'titles' || stampsOf(file)[0] === this.#stamps.get(part === 'entries' ? 'titles' : 'entries');
  }

  /** Adds a file; the full text in parts between which `pause` is awaited. */
  async add(part: Part, file: string, pause: () => Promise<void> = async () => {}): Promise<void> {
    const places = this.#places;
    this.#stamps.set(part, stampsOf(file).at(-1) ?? '');
    if (part === 'titles') {
      places.addTitles(file);
      this.#isChinese = han.test(places.chunks[0]?.text ?? '');
    } else if (part === 'entries') places.addEntries(file);
    else if (part === 'text') await places.addText(file, pause);
    else {
      const [, pairs = '', ...lines] = file.split('\n');
      const gap = lines.indexOf('');
      this.#sounds = new Sounds(pairs, lines.slice(0, gap));
      places.addOther(lines.slice(gap + 1).filter((line) => line !== ''));
    }
    this.#parts.add(part);
  }

  /** Letters on the Chinese site, Chinese on the English one. */
  #isForeign(query: Query): boolean {
    return this.#isChinese ? query.units.every(({ kind }) => kind === 'word') : han.test(query.folded);
  }

  find(text: string): Found {
    let query = readQuery(text);
    if (query.units.length === 0) return { hits: [], guess: false, wantsSounds: false };
    const places = this.#places;
    if (this.#sounds && han.test(query.text)) {
      const simplified = this.#sounds.simplify(query.text);
      if (simplified !== query.text) query = readQuery(simplified);
    }
    const answer = this.#ranker.rank(query);
    const best = new Map<Place, [Ranked, Query, Variant | undefined]>();
    for (const one of answer.ranked) best.set(one.place, [one, query, undefined]);

    const tryVariants = (variants: readonly Variant[]): void => {
      for (const variant of variants) {
        const asked = readQuery(variant.text);
        const { ranked } = this.#ranker.rank(asked, variant.told);
        for (const one of ranked) {
          const scored = { ...one, score: one.score * variant.worth };
          const known = best.get(one.place);
          if (!known || known[0].score < scored.score) best.set(one.place, [scored, asked, variant]);
        }
      }
    };
    const surest = (): number => {
      let most = 0;
      for (const [one] of best.values()) most = Math.max(most, one.covered);
      return most;
    };
    tryVariants(sameMeaning(query, places));
    tryVariants(otherSpelling(query, places, this.#ranker));
    if (answer.unknown.length > 0) {
      if (this.#isForeign(query)) {
        if (this.#sounds && surest() < SURE) tryVariants(readLetters(query, places, this.#sounds));
        if (surest() < SURE) tryVariants(mendWords(query, answer.unknown, places));
      } else if (surest() < KNOWN) {
        tryVariants(mendWords(query, answer.unknown, places));
        tryVariants(mendCharacters(query, answer.unknown, places, this.#sounds));
      }
    } else if (this.#sounds && this.#isForeign(query) && surest() < SURE)
      tryVariants(readLetters(query, places, this.#sounds));

    const sorted = [...best.values()].sort((a, b) => b[0].score - a[0].score);
    const top = sorted[0];
    const bar = (top?.[0].score ?? 0) * WEAK;
    const seen = new Set<PageInfo>();
    const hits: Hit[] = [];
    for (const [one, asked] of sorted) {
      // A page comes once; only terms are results of their own.
      if (one.place.kind !== 'term') {
        if (seen.has(one.page)) continue;
        seen.add(one.page);
      }
      hits.push(toHit(one, asked, bar));
    }
    const guess = (top?.[0].covered ?? 0) < SURE;
    const wantsSounds =
      !this.has('sounds') && (this.#isForeign(query) || answer.unknown.some(({ kind }) => kind === 'han'));
    return { hits, guess, wantsSounds, ...(top?.[2]?.told ? { instead: top[1].text } : {}) };
  }
}

/** What a file continues and, where others continue it, its own stamp. */
function stampsOf(file: string): string[] {
  return file.slice(0, file.indexOf('\n')).split(' ');
}

function toHit({ page, place, score, more }: Ranked, query: Query, bar: number): Hit {
  return {
    path: at(place),
    kind: place.kind,
    pageKind: page.kind,
    scheme: page.scheme,
    weak: score < bar,
    show: () => {
      const own = place.kind === 'term' || place === page.top;
      const source = place.body.length > 0 ? place : page.top;
      const words = excerpt(source.body, source.folded, query);
      return {
        title: mark(own ? place.label : page.top.label, query),
        ...(own ? {} : { part: mark(place.label, query) }),
        ...(words ? { excerpt: words } : {}),
        calls: page.calls,
        more: more
          .filter((other) => other !== page.top && other !== place)
          .map((other) => ({ path: at(other), label: other.label })),
      };
    },
  };
}

function at({ page, anchor }: Place): string {
  return anchor === '' ? page.path : `${page.path}#${anchor}`;
}
