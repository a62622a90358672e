import { eachHit, eachPlace } from './hits.ts';
import type { Chunk, PageInfo, Place, Places } from './places.ts';
import type { Query, Unit } from './query.ts';

/** What a hit is worth by the field it is in. */
const FIELD = { label: 0.95, alias: 0.8, other: 0.75, body: 0.55, weak: 0.2 } as const;
/** What a place has from the page and the section it stands in. */
const FROM_TITLE = 0.8;
const FROM_HEADING = 0.75;
/** Leaning between kinds that match alike. */
const LEANING: Partial<Record<Place['kind'], number>> = { term: 0.96, service: 0.93, item: 0.93, step: 0.96, path: 0.8, checklist: 0.97 };

export interface Ranked {
  page: PageInfo;
  place: Place;
  score: number;
  /** Share of what was asked that the best place has, by weight. */
  covered: number;
  /** Does the place hold everything, as it was typed? */
  whole: boolean;
  /** Other places of the page that answer nearly as well, best first. */
  more: Place[];
}

/** Which unit was found nowhere? A query with such units wants a correction. */
export interface Answer {
  ranked: Ranked[];
  unknown: Unit[];
}

/** Ranks the pages that hold anything of the query; one function for titles alone and for all that has been fetched. */
export function rank(places: Places, query: Query): Answer {
  const count = places.all.length;
  const total = new Float32Array(count);
  const covered = new Float32Array(count);
  const pageShare = new Map<PageInfo, number>();
  const unknown: Unit[] = [];
  const weights: number[] = [];
  let all = 0;

  for (const [i, unit] of query.units.entries()) {
    const open = query.open && i === query.units.length - 1;
    const own = { label: new Float32Array(count), best: new Float32Array(count) };
    const alias = new Float32Array(count);
    let found = 0;
    for (const chunk of places.chunks) {
      const worth = FIELD[chunk.field];
      eachHit(chunk, unit, open, (line, how) => {
        const place = chunk.owners[line];
        if (!place) return;
        const value = how * worth;
        if ((own.best[place.id] ?? 0) === 0) found++;
        if (value > (own.best[place.id] ?? 0)) own.best[place.id] = value;
        if (chunk.field === 'label' && how > (own.label[place.id] ?? 0)) own.label[place.id] = how;
        if ((chunk.field === 'alias' || chunk.field === 'other') && how > (alias[place.id] ?? 0)) alias[place.id] = how;
      });
    }
    if (found === 0) unknown.push(unit);
    const weight = Math.log(1 + count / (found + 1));
    weights.push(weight);
    all += weight;
    for (const page of places.pages) {
      const title = Math.max(FROM_TITLE * (own.label[page.top.id] ?? 0), 0.7 * (alias[page.top.id] ?? 0));
      let best = 0;
      for (const list of [[page.top], page.sections, page.entries]) {
        for (const place of list) {
          const heading = place.section ? FROM_HEADING * (own.label[place.section.id] ?? 0) : 0;
          const mine = own.best[place.id] ?? 0;
          const value = place.kind === 'term' ? mine : Math.max(mine, heading, title);
          if (value === 0) continue;
          total[place.id] = (total[place.id] ?? 0) + weight * value;
          covered[place.id] = (covered[place.id] ?? 0) + weight;
          if (value > best) best = value;
        }
      }
      if (best > 0) pageShare.set(page, (pageShare.get(page) ?? 0) + weight * best);
    }
  }
  if (all === 0) return { ranked: [], unknown };

  const bonus = phraseBonus(places, query, weights, all);
  const ranked: Ranked[] = [];
  for (const [page, share] of pageShare) {
    const isGlossary = page.entries[0]?.kind === 'term';
    const scored: [Place, number][] = [];
    for (const list of [[page.top], page.sections, page.entries]) {
      for (const place of list) {
        const value = total[place.id] ?? 0;
        if (value === 0) continue;
        const score = (value / all + (bonus.value[place.id] ?? 0)) * (LEANING[place.kind] ?? 1);
        // Of equals the first wins, so that a title leads to the top of its page.
        scored.push([place, score]);
      }
    }
    scored.sort((a, b) => b[1] - a[1]);
    // A term is a result of its own: the glossary is no page to land on.
    const groups = isGlossary ? scored.map((one) => [one]) : [scored];
    for (const group of groups) {
      const [first] = group;
      if (!first) continue;
      const [place, score] = first;
      ranked.push({
        page,
        place,
        score: 0.8 * score + (isGlossary ? 0.2 * score : (0.2 * share) / all) + pin(page, query),
        covered: (covered[place.id] ?? 0) / all,
        whole: bonus.whole.has(place.id),
        more: group.slice(1, 4).filter(([, value]) => value > 0.75 * score).map(([other]) => other),
      });
    }
  }
  ranked.sort((a, b) => b.score - a.score);
  return { ranked, unknown };
}

/** What it is worth that words stand together as they were typed, more so when they are most of a name. */
function phraseBonus(places: Places, query: Query, weights: readonly number[], all: number) {
  const value = new Float32Array(places.all.length);
  const whole = new Set<number>();
  const phrases: [text: string, share: number][] = [];
  let unit = 0;
  const spans = query.runs.map((run) => {
    const from = unit;
    const isHan = /^[^\x00-\x7f]/.test(run);
    unit += isHan ? Math.max(1, run.length - 1) : 1;
    return weights.slice(from, unit).reduce((sum, weight) => sum + weight, 0) / all;
  });
  query.runs.forEach((run, i) => phrases.push([run, spans[i] ?? 0]));
  const allWords = query.runs.join(' ');
  if (query.runs.length > 1 && query.units.every(({ kind }) => kind !== 'han')) phrases.push([allWords, 1]);
  const exact = query.folded.trim();
  if (!phrases.some(([text]) => text === exact)) phrases.push([exact, 1]);
  for (const [text, share] of phrases) {
    const found = new Float32Array(places.all.length);
    for (const chunk of places.chunks) {
      eachPlace(chunk.text, chunk.starts, text, (line, at) => {
        const place = chunk.owners[line];
        if (!place || !standsAlone(chunk.text, at, text, query.open)) return false;
        const ratio = text.length / lineLength(chunk, line);
        const gain = gainOf(chunk.field, text.length === 1 ? 0.5 * ratio : ratio);
        if (gain > (found[place.id] ?? 0)) found[place.id] = gain;
        if (text === exact || (text === allWords && share === 1)) whole.add(place.id);
        return true;
      });
    }
    for (let id = 0; id < found.length; id++) {
      const gain = found[id] ?? 0;
      if (gain > 0) value[id] = Math.max(value[id] ?? 0, 0) + share * gain * (text === exact || text === allWords ? 1 : 0.8);
    }
  }
  return { value, whole };
}

function gainOf(field: Chunk['field'], ratio: number): number {
  switch (field) {
    case 'label':
      return 0.3 + 0.4 * ratio + (ratio === 1 ? 0.25 : 0);
    case 'alias':
    case 'other':
      return 0.2 + 0.4 * ratio + (ratio === 1 ? 0.2 : 0);
    case 'body':
      return 0.22;
    default:
      return 0.05;
  }
}

function lineLength(chunk: Chunk, line: number): number {
  return Math.max(1, (chunk.starts[line + 1] ?? chunk.text.length + 1) - 1 - (chunk.starts[line] ?? 0));
}

/** Latin phrases begin and end with words; the last one may be open. */
function standsAlone(text: string, at: number, phrase: string, open: boolean): boolean {
  const word = /[a-z0-9]/;
  if (word.test(phrase[0] ?? '') && word.test(text[at - 1] ?? ' ')) return false;
  const next = text[at + phrase.length] ?? ' ';
  return open || !word.test(phrase.at(-1) ?? '') || !word.test(next);
}

/** An emergency card whose name or trigger is most of the query stands before everything else. */
function pin(page: PageInfo, query: Query): number {
  if (page.kind !== 'emergency') return 0;
  const asked = query.runs.join(query.units.some(({ kind }) => kind === 'han') ? '' : ' ');
  let best = 0;
  for (const name of page.names ?? []) {
    let share = 0;
    if (name === asked) share = 1.1;
    else if (name.includes(asked)) share = asked.length / name.length;
    else if (name.length > 1 && asked.includes(name)) share = name.length / asked.length;
    if (/^[a-z]/.test(name) && share > 0 && share <= 1 && !` ${asked} `.includes(` ${name} `) && !name.startsWith(asked)) share = 0;
    if (share > best) best = share;
  }
  return best >= 0.5 ? best : 0.2 * best;
}
