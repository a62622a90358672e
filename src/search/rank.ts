import { eachHit, eachPlace } from './hits.ts';
import type { Chunk, Kind, PageInfo, Place, Places } from './places.ts';
import type { Query, Unit } from './query.ts';

/** What a hit is worth by the field it is in. */
const FIELD = { label: 0.95, alias: 0.8, foreign: 0.85, other: 0.7, body: 0.55, weak: 0.2 } as const;
/** A heading or item that is named so says a little less than a page that is. */
const PART_NAME = 0.92;
/** What a place has from the page and the section it stands in. */
const FROM_TITLE = 0.8;
const FROM_TYPED = 0.7;
const FROM_HEADING = 0.75;
/** Leaning between kinds that match alike. A term leads only when it is named. */
const LEANING: Partial<Record<Kind, number>> = {
  service: 0.93,
  path: 0.75,
  checklist: 0.95,
  source: 0.55,
  list: 0.75,
  tool: 0.85,
};
const TERM = 0.82;
/** All that was asked, in one piece in the text: the longer it is the less it is chance, and the more than its parts in names. */
const bodyPhrase = (length: number) => (length < 3 ? 0.22 : length < 5 ? 0.45 : length < 6 ? 0.6 : 0.75);
const NAMED_TERM = 0.93;

export interface Ranked {
  page: PageInfo;
  place: Place;
  score: number;
  /** Share of what was asked that the page has, by weight. */
  covered: number;
  /** Other places of the page that answer nearly as well, best first. */
  more: Place[];
}

export interface Answer {
  ranked: Ranked[];
  /** Units that were found nowhere: a query with such units wants a correction. */
  unknown: Unit[];
}

/** Where a unit stands, with what it is worth there; computed once for all queries that hold it. */
interface Spread {
  found: number;
  places: Place[];
  /** Worth for finding the page, and for choosing the place in it. */
  value: number[];
  local: number[];
  /** How many characters of the place's name it is. */
  named: number[];
}

/** A place of a phrase: how much of its line it is, and whether it only begins a longer word. */
interface PhraseHit {
  place: Place;
  field: Chunk['field'];
  ratio: number;
  isBegun: boolean;
}

/** Ranks pages over what has been read so far; one function for titles alone and for everything. */
export class Ranker {
  readonly #places: Places;
  #spreads = new Map<string, Spread>();
  #phraseHits = new Map<string, readonly PhraseHit[]>();
  #version = -1;

  constructor(places: Places) {
    this.#places = places;
  }

  isKnown(unit: Unit): boolean {
    return this.#spread(unit, false).found > 0;
  }

  rank(query: Query): Answer {
    const count = this.#places.all.length;
    const total = new Float32Array(count);
    const local = new Float32Array(count);
    const named = new Float32Array(count);
    const covered = new Float32Array(count);
    const touched = new Set<Place>();
    const share = new Map<PageInfo, { best: number; covered: number; last: number; lastBest: number }>();
    const unknown: Unit[] = [];
    const weights: number[] = [];
    let all = 0;
    query.units.forEach((unit, i) => {
      const spread = this.#spread(unit, query.open && i === query.units.length - 1);
      if (spread.found === 0) unknown.push(unit);
      const weight = unit.weight * Math.log(1 + count / (spread.found + 2));
      weights.push(weight);
      all += weight;
      spread.places.forEach((place, n) => {
        const value = spread.value[n] ?? 0;
        total[place.id] = (total[place.id] ?? 0) + weight * value;
        local[place.id] = (local[place.id] ?? 0) + weight * (spread.local[n] ?? 0);
        named[place.id] = (named[place.id] ?? 0) + (spread.named[n] ?? 0);
        covered[place.id] = (covered[place.id] ?? 0) + weight;
        touched.add(place);
        if (place.kind === 'term') return;
        let page = share.get(place.page);
        if (!page) {
          page = { best: 0, covered: 0, last: -1, lastBest: 0 };
          share.set(place.page, page);
        }
        if (page.last !== i) {
          page.last = i;
          page.covered += weight;
          page.lastBest = 0;
        }
        if (value > page.lastBest) {
          page.best += weight * (value - page.lastBest);
          page.lastBest = value;
        }
      });
    });
    if (all === 0) return { ranked: [], unknown };

    const bonus = this.#phrases(query, weights, all, touched);
    const pages = new Map<PageInfo, Place[]>();
    const ranked: Ranked[] = [];
    const scoreOf = (place: Place) => (total[place.id] ?? 0) / all + (bonus.value[place.id] ?? 0);
    for (const place of touched) {
      if (place.kind === 'term') {
        const isNamed = bonus.named.has(place.id);
        ranked.push({
          page: place.page,
          place,
          score: scoreOf(place) * (isNamed ? NAMED_TERM : TERM),
          covered: (covered[place.id] ?? 0) / all,
          more: [],
        });
      } else {
        const known = pages.get(place.page);
        if (known) known.push(place);
        else pages.set(place.page, [place]);
      }
    }
    for (const [page, places] of pages) {
      const best = Math.max(...places.map(scoreOf));
      const localOf = (place: Place) =>
        (local[place.id] ?? 0) / all +
        (bonus.local[place.id] ?? 0) +
        0.25 * Math.min(1, (named[place.id] ?? 0) / Math.max(2, place.length));
      // Of equals the first wins, so that a title leads to the top of its page.
      const byPlace = places
        .map((place): [Place, number] => [place, localOf(place)])
        .sort((a, b) => b[1] - a[1] || a[0].id - b[0].id);
      const [first] = byPlace;
      if (!first) continue;
      const more = byPlace
        .slice(1, 4)
        .filter(([, value]) => value > 0.75 * first[1])
        .map(([other]) => other);
      const sum = share.get(page);
      const score = (0.8 * best + (0.2 * (sum?.best ?? 0)) / all) * (LEANING[page.kind] ?? 1) + pin(page, query);
      ranked.push({ page, place: first[0], score, covered: (sum?.covered ?? 0) / all, more });
    }
    ranked.sort((a, b) => b.score - a.score);
    return { ranked, unknown };
  }

  #spread(unit: Unit, open: boolean): Spread {
    if (this.#version !== this.#places.chunks.length) {
      this.#spreads = new Map();
      this.#phraseHits = new Map();
      this.#version = this.#places.chunks.length;
    }
    const key = `${unit.kind}${open ? '+' : ' '}${unit.forms.join('|')}`;
    const known = this.#spreads.get(key);
    if (known) return known;
    const spread = this.#compute(unit, open);
    if (this.#spreads.size > 400) this.#spreads.clear();
    this.#spreads.set(key, spread);
    return spread;
  }

  #compute(unit: Unit, open: boolean): Spread {
    interface Own {
      value: number;
      local: number;
      label: number;
      typed: number;
      named: number;
    }
    const own = new Map<Place, Own>();
    eachHit(this.#places, unit, open, (place, field, how) => {
      let mine = own.get(place);
      if (!mine) {
        mine = { value: 0, local: 0, label: 0, typed: 0, named: 0 };
        own.set(place, mine);
      }
      const value = how * FIELD[field] * (field === 'label' && isPart(place) ? PART_NAME : 1);
      if (value > mine.value) mine.value = value;
      if (isOwnText(field, place) && value > mine.local) mine.local = value;
      if (field === 'label') {
        mine.label = Math.max(mine.label, how);
        mine.named = unit.kind === 'han' ? 1 : (unit.forms[0]?.[0].length ?? 0);
      } else if (field !== 'body' && field !== 'weak') mine.typed = Math.max(mine.typed, how);
    });
    const spread: Spread = { found: own.size, places: [], value: [], local: [], named: [] };
    const put = (place: Place, value: number, local: number, named: number): void => {
      spread.places.push(place);
      spread.value.push(value);
      spread.local.push(local);
      spread.named.push(named);
    };
    // What a title or heading says holds for all that stands below it.
    const below = new Set<PageInfo>();
    const under = new Set<Place>();
    for (const [place, mine] of own) {
      if (mine.label + mine.typed === 0) continue;
      if (place === place.page.top) below.add(place.page);
      else if (place.kind === 'section' && mine.label > 0) under.add(place);
    }
    const one = (place: Place): void => {
      const mine = own.get(place);
      const top = own.get(place.page.top);
      const heading = place.section ? own.get(place.section) : undefined;
      const title = place.kind === 'term' ? 0 : FROM_TITLE * (top?.label ?? 0);
      const typed = place.kind === 'term' ? 0 : FROM_TYPED * (top?.typed ?? 0);
      const fromHeading = FROM_HEADING * (heading?.label ?? 0);
      const value = Math.max(mine?.value ?? 0, title, typed, fromHeading);
      if (value > 0) put(place, value, Math.max(mine?.local ?? 0, title, fromHeading), mine?.named ?? 0);
    };
    for (const page of below) for (const place of [page.top, ...page.sections, ...page.entries]) one(place);
    for (const section of under)
      if (!below.has(section.page))
        for (const entry of section.page.entries) if (entry.section === section && !own.has(entry)) one(entry);
    for (const place of own.keys()) if (!below.has(place.page)) one(place);
    return spread;
  }

  /** Where a phrase stands; what is not cut into smaller units is looked for in names only. */
  #phrase(text: string): readonly PhraseHit[] {
    const known = this.#phraseHits.get(text);
    if (known) return known;
    const isUncut = text.length < 3 || /^[a-z0-9.%]+$/.test(text);
    const hits: PhraseHit[] = [];
    for (const chunk of this.#places.chunks) {
      const { field, owners, starts } = chunk;
      if (isUncut && (field === 'body' || field === 'weak')) continue;
      eachPlace(chunk.text, starts, text, (line, at) => {
        const place = owners[line];
        if (!place || (isLatin(text, 0) && isLatin(chunk.text, at - 1))) return false;
        const isBegun = isLatin(text, text.length - 1) && isLatin(chunk.text, at + text.length);
        hits.push({ place, field, ratio: text.length / lineLength(chunk, line), isBegun });
        return !isBegun;
      });
    }
    if (this.#phraseHits.size > 400) this.#phraseHits.clear();
    this.#phraseHits.set(text, hits);
    return hits;
  }

  /** What it is worth that words stand together as they were typed, more so when they are most of a name. */
  #phrases(query: Query, weights: readonly number[], all: number, touched: ReadonlySet<Place>) {
    const size = this.#places.all.length;
    const value = new Float32Array(size);
    const local = new Float32Array(size);
    const named = new Set<number>();
    const exact = query.folded.trim();
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
      for (const { place, field, ratio, isBegun } of this.#phrase(text)) {
        if (!touched.has(place) || (isBegun && !query.open)) continue;
        const part = field === 'label' && isPart(place) ? PART_NAME : 1;
        const gain =
          (isBegun ? 0.4 : 1) *
          part *
          gainOf(field, text.length === 1 ? 0.5 * ratio : ratio, isWhole ? text.length : 0);
        const mine = found.get(place) ?? [0, 0];
        found.set(place, [Math.max(mine[0], gain), isOwnText(field, place) ? Math.max(mine[1], gain) : mine[1]]);
        if (isWhole && field === 'label' && ratio > 0.8) named.add(place.id);
      }
      const worth = share * (isWhole ? 1 : 0.8);
      for (const [{ id }, [gain, near]] of found) {
        value[id] = (value[id] ?? 0) + worth * gain;
        local[id] = (local[id] ?? 0) + worth * near;
      }
    }
    return { value, local, named };
  }
}

function isPart(place: Place): boolean {
  return place !== place.page.top && place.kind !== 'term';
}

/** Not what people type for a page as a whole, but what stands in it, or is asked of this very place. */
function isOwnText(field: Chunk['field'], place: Place): boolean {
  return field === 'label' || field === 'body' || (field === 'alias' && place !== place.page.top);
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
    case 'body':
      return bodyPhrase(whole);
    default:
      return 0.05;
  }
}

function lineLength(chunk: Chunk, line: number): number {
  return Math.max(1, (chunk.starts[line + 1] ?? chunk.text.length + 1) - 1 - (chunk.starts[line] ?? 0));
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** An emergency card whose name or trigger is most of the query stands before everything else. */
function pin(page: PageInfo, query: Query): number {
  if (page.names === undefined) return 0;
  const texts = query.runs.map(({ text }) => text);
  const latin = texts.every((text) => /^[\x20-\x7f]*$/.test(text));
  const asked = texts.join(latin ? ' ' : '');
  let best = 0;
  for (const name of page.names) {
    let share = 0;
    if (name === asked) share = 1.1;
    else if (latin) {
      if (name.startsWith(asked)) share = (0.7 * asked.length) / name.length;
      else if (` ${asked} `.includes(` ${name} `)) share = name.length / asked.length;
    } else if (name.includes(asked)) share = asked.length / name.length;
    else if (name.length > 1 && asked.includes(name)) share = (0.85 * name.length) / asked.length;
    if (share > best) best = share;
  }
  return best >= 0.5 ? best : 0.2 * best;
}
