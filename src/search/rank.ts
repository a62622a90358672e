import { HAN } from './fold.ts';
import { Phrases } from './phrases.ts';
import { pin } from './pin.ts';
import type { Chunk, Kind, PageInfo, Place, Places } from './places.ts';
import type { Query, Unit } from './query.ts';
import { isOwnText, isPart, PART_NAME, type Spread, spreadOf } from './spreads.ts';

/** Leaning between kinds that match alike: the handbook explains, the others use, list or prove what it says. */
const LEANING: Partial<Record<Kind, number>> = {
  emergency: 0.8,
  checklist: 0.9,
  service: 0.9,
  tool: 0.8,
  path: 0.75,
  list: 0.6,
  source: 0.55,
};
/** A term leads only when it is named, and then it is no question; one that is but touched on lacks what it does not cover. */
const NAMED_TERM = 0.96;
const TERM = 0.82;
const TERM_ASKED = 0.9;
/** Share of a page's score that its best place has; the rest is what all of its places have together. */
const BEST_PLACE = 0.85;
/** What it is worth to the place that all of its name was asked for. */
const ALL_NAMED = 0.15;
/** All that was asked, in one piece in the text: the longer it is the less it is chance. */
const bodyPhrase = (length: number) => (length < 3 ? 0.22 : length < 5 ? 0.45 : length < 6 ? 0.6 : 0.75);
/** Characters typed in one go: a page that holds them as they are stands before those that hold only their parts. */
const literal = (length: number) => (length < 3 ? 0.2 : length < 4 ? 0.7 : 0.9);
const ONLY_HAN = new RegExp(`^[${HAN}]+$`);
/** Less than this is worth no more than the text alone gives. */
const BY_NAME = 0.57;
const MEMORY = 400;

export interface Ranked {
  page: PageInfo;
  place: Place;
  score: number;
  /** Share of what was asked that one place of the page has, by weight: words that are strewn over a page answer nothing. */
  covered: number;
  /** Other places of the page that answer nearly as well, best first. */
  more: Place[];
}

export interface Answer {
  ranked: Ranked[];
  /** Units that were found nowhere: a query with such units wants a correction. */
  unknown: Unit[];
}

/** Ranks pages over what has been read so far; one function for titles alone and for everything. */
export class Ranker {
  readonly #places: Places;
  #spreads = new Map<string, Spread>();
  readonly #phrases: Phrases;
  #version = -1;
  /** Sums by place, all zero between two queries: a key must not make and throw away a dozen lists of thousands. */
  #sums = sumsFor(0);

  constructor(places: Places) {
    this.#places = places;
    this.#phrases = new Phrases(places);
  }

  isKnown(unit: Unit): boolean {
    return this.#spread(unit, false).found > 0;
  }

  /** @param isMeant - The words are the reader's, or their correction, not other words for them. */
  rank(query: Query, isMeant = true): Answer {
    const count = this.#places.all.length;
    if (this.#sums.size !== count) this.#sums = sumsFor(count);
    const sums = this.#sums;
    const touched: Place[] = [];
    const answer = this.#rankInto(sums, touched, query, isMeant);
    for (const { id } of touched) for (const list of sums.lists) list[id] = 0;
    return answer;
  }

  /** @param touched - Takes every place in which a sum was changed. */
  #rankInto(sums: Sums, touched: Place[], query: Query, isMeant: boolean): Answer {
    const { size: count, total, local, named, namedWeight, covered, isTouched } = sums;
    const share = new Map<PageInfo, { best: number; last: number; lastBest: number }>();
    const unknown: Unit[] = [];
    const weights: number[] = [];
    let all = 0;
    query.units.forEach((unit, i) => {
      const spread = this.#spread(unit, query.open && i === query.units.length - 1);
      if (spread.found === 0) unknown.push(unit);
      const weight = unit.weight * Math.log(1 + count / (spread.found + 2));
      weights.push(weight);
      all += weight;
      for (let n = 0; n < spread.places.length; n++) {
        const place = spread.places[n] as Place;
        const { id } = place;
        const value = spread.value[n] ?? 0;
        total[id] = (total[id] ?? 0) + weight * value;
        local[id] = (local[id] ?? 0) + weight * (spread.local[n] ?? 0);
        covered[id] = (covered[id] ?? 0) + weight;
        const letters = spread.named[n] ?? 0;
        if (letters > 0) {
          // The first of overlapping pairs has a character more.
          named[id] = (named[id] ?? 0) + (unit.kind === 'han' && (named[id] ?? 0) === 0 ? letters + 1 : letters);
          namedWeight[id] = (namedWeight[id] ?? 0) + weight;
        }
        if (isTouched[id] === 0) {
          isTouched[id] = 1;
          touched.push(place);
        }
        if (place.kind === 'term') continue;
        let page = share.get(place.page);
        if (!page) {
          page = { best: 0, last: -1, lastBest: 0 };
          share.set(place.page, page);
        }
        if (page.last !== i) {
          page.last = i;
          page.lastBest = 0;
        }
        if (value > page.lastBest) {
          page.best += weight * (value - page.lastBest);
          page.lastBest = value;
        }
      }
    });
    if (all === 0) return { ranked: [], unknown };
    for (const unit of query.asks) {
      const spread = this.#spread(unit, false);
      const weight = (unit.weight * all) / query.units.length;
      spread.places.forEach((place, n) => {
        if (isTouched[place.id] === 0 || !spread.named[n]) return;
        // The words of the question stand only in the text there: the heading answers another one.
        if ((total[place.id] ?? 0) < BY_NAME * (covered[place.id] ?? 0)) return;
        const worth = (weight * (covered[place.id] ?? 0)) / all;
        add(total, place, worth);
        add(local, place, worth);
      });
    }

    const bonus = this.#phraseGains(sums, query, weights, all, isMeant);
    const scoreOf = (place: Place) => (total[place.id] ?? 0) / all + (bonus.value[place.id] ?? 0);
    const localOf = (place: Place) =>
      (local[place.id] ?? 0) / all +
      (bonus.local[place.id] ?? 0) +
      (bonus.holds[place.id] ?? 0) +
      (ALL_NAMED * Math.min(1, (named[place.id] ?? 0) / Math.max(2, place.length)) * (namedWeight[place.id] ?? 0)) /
        all;
    const pages = new Map<PageInfo, Place[]>();
    const ranked: Ranked[] = [];
    for (const place of touched) {
      if (place.kind === 'term') {
        const has = (covered[place.id] ?? 0) / all;
        const isNamed = bonus.named.has(place.id) && query.asks.length === 0;
        const leaning = isNamed ? NAMED_TERM : TERM * Math.sqrt(has) * (query.asks.length > 0 ? TERM_ASKED : 1);
        const score = scoreOf(place) * leaning + (bonus.holds[place.id] ?? 0);
        ranked.push({ page: place.page, place, score, covered: has, more: [] });
      } else {
        const known = pages.get(place.page);
        if (known) known.push(place);
        else pages.set(place.page, [place]);
      }
    }
    for (const [page, places] of pages) {
      // Of equals the first wins, so that a title leads to the top of its page.
      const byPlace = firstOf(places, localOf);
      const [first] = byPlace;
      if (!first) continue;
      const more = byPlace
        .slice(1)
        .filter(([, value]) => value > 0.75 * first[1])
        .map(([other]) => other);
      const sum = share.get(page);
      let best = 0;
      let holds = 0;
      let together = 0;
      for (const place of places) {
        together = Math.max(together, covered[place.id] ?? 0);
        best = Math.max(best, scoreOf(place));
        holds = Math.max(holds, bonus.holds[place.id] ?? 0);
      }
      const matched = BEST_PLACE * best + ((1 - BEST_PLACE) * (sum?.best ?? 0)) / all;
      const score = matched * (LEANING[page.kind] ?? 1) + holds + pin(page, query);
      ranked.push({ page, place: first[0], score, covered: together / all, more });
    }
    ranked.sort((a, b) => b.score - a.score);
    return { ranked, unknown };
  }

  #spread(unit: Unit, open: boolean): Spread {
    this.#forgetOld();
    const key = `${unit.kind}${open ? '+' : ' '}${unit.forms.join('|')}`;
    let spread = this.#spreads.get(key);
    if (!spread) {
      spread = spreadOf(this.#places, unit, open);
      this.#spreads.set(key, spread);
    }
    return spread;
  }

  /** What was computed holds for what had been read then. */
  #forgetOld(): void {
    const version = this.#places.chunks.length;
    const isOld = this.#version !== version;
    this.#version = version;
    if (isOld || this.#spreads.size > MEMORY) this.#spreads.clear();
  }

  /** What it is worth that words stand together as they were typed, more so when they are most of a name. */
  #phraseGains(
    { isTouched, bonus: value, localBonus: local, holds }: Sums,
    query: Query,
    weights: readonly number[],
    all: number,
    isMeant: boolean,
  ): { value: Float32Array; local: Float32Array; holds: Float32Array; named: Set<number> } {
    const named = new Set<number>();
    const exact = query.folded.trim();
    const isLiteral = isMeant && query.text === query.folded && ONLY_HAN.test(exact);
    const content = query.runs.map(({ text }) => text).join(' ');
    const phrases = query.runs.map(({ text, from, to }): [string, number] => [
      text,
      weights.slice(from, to).reduce((sum, weight) => sum + weight, 0) / all,
    ]);
    if (query.runs.length > 1) phrases.push([content, 1]);
    if (exact !== content) phrases.push([exact, 1]);
    for (const [text, share] of phrases) {
      const isWhole = text === exact || text === content;
      const found = new Map<Place, [value: number, local: number]>();
      for (const { place, field, ratio, as } of this.#phrases.of(text)) {
        if (isTouched[place.id] === 0 || (as === 'begun' && !query.open) || (as === 'bent' && !isWhole)) continue;
        const gain =
          (as === 'begun' ? 0.4 : 1) *
          (field === 'label' && isPart(place) ? PART_NAME : 1) *
          gainOf(field, text.length === 1 ? 0.5 * ratio : ratio, isWhole ? text.length : 0);
        // A title that holds a part of the query says it of every place of its page.
        const isNear = isOwnText(field, place) && (isWhole || place !== place.page.top);
        const mine = found.get(place) ?? [0, 0];
        found.set(place, [Math.max(mine[0], gain), isNear ? Math.max(mine[1], gain) : mine[1]]);
        if (field === 'weak') continue;
        if (isLiteral && text === exact) holds[place.id] = literal(text.length);
        if (isWhole && (field === 'label' ? ratio > 0.8 : field !== 'body' && ratio === 1)) named.add(place.id);
      }
      const worth = share * (isWhole ? 1 : 0.8);
      for (const [place, [gain, near]] of found) {
        add(value, place, worth * gain);
        add(local, place, worth * near);
      }
    }
    return { value, local, holds, named };
  }
}

const MORE = 4;

/** The best places, best first; of equals the one that stands first. */
function firstOf(places: readonly Place[], worthOf: (place: Place) => number): [Place, number][] {
  const best: [Place, number][] = [];
  for (const place of places) {
    const worth = worthOf(place);
    let at = best.length;
    while (at > 0 && isBefore(place, worth, best[at - 1] as [Place, number])) at--;
    if (at >= MORE) continue;
    best.splice(at, 0, [place, worth]);
    if (best.length > MORE) best.pop();
  }
  return best;
}

function isBefore(place: Place, worth: number, [other, its]: readonly [Place, number]): boolean {
  return worth > its || (worth === its && place.id < other.id);
}

interface Sums {
  readonly size: number;
  readonly total: Float32Array;
  readonly local: Float32Array;
  readonly named: Float32Array;
  readonly namedWeight: Float32Array;
  readonly covered: Float32Array;
  readonly bonus: Float32Array;
  readonly localBonus: Float32Array;
  readonly holds: Float32Array;
  readonly isTouched: Uint8Array;
  /** All of them. */
  readonly lists: readonly (Float32Array | Uint8Array)[];
}

function sumsFor(size: number): Sums {
  const list = (): Float32Array => new Float32Array(size);
  const sums = {
    total: list(),
    local: list(),
    named: list(),
    namedWeight: list(),
    covered: list(),
    bonus: list(),
    localBonus: list(),
    holds: list(),
    isTouched: new Uint8Array(size),
  };
  return { size, ...sums, lists: Object.values(sums) };
}

function add(sums: Float32Array, { id }: Place, worth: number): void {
  sums[id] = (sums[id] ?? 0) + worth;
}

function gainOf(field: Chunk['field'], ratio: number, whole: number): number {
  switch (field) {
    case 'label':
      return 0.3 + 0.4 * ratio + (ratio === 1 ? 0.25 : 0);
    case 'foreign':
      return 0.25 + 0.4 * ratio + (ratio === 1 ? 0.25 : 0);
    case 'alias':
    case 'other':
      return 0.15 + 0.35 * ratio + (ratio === 1 ? 0.1 : 0);
    case 'asked':
      return 0.25 + 0.6 * ratio + (ratio === 1 ? 0.1 : 0);
    case 'body':
      return bodyPhrase(whole);
    default:
      return 0.05;
  }
}
