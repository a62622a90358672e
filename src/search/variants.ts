import { britishSpelling, distance, stem } from './english.ts';
import { HAN } from './fold.ts';
import type { Chunk, Places } from './places.ts';
import type { Query, Unit } from './query.ts';
import type { Ranker } from './rank.ts';
import { mostFrequent, oneCharacterOff, type Sounds } from './sounds.ts';

/** Another way to ask. `told` when the reader must be told that something else was looked for. */
export interface Variant {
  text: string;
  worth: number;
  told: boolean;
}

/** So many characters that sound like the text are no chance. */
const SURE_LENGTH = 4;
/** No everyday word is longer. */
const LONGEST_WORD = 16;
const MOST_TOKENS = 6;
const han = new RegExp(`[${HAN}]`);
const isWord = (text: string) => /^[a-z][a-z0-9]*$/.test(text);

/** What the handbook calls it: replaces words that people say by those that stand in the text. */
export function sameMeaning(query: Query, places: Places): Variant[] {
  const variants: Variant[] = [];
  const asked = query.runs.map(({ text }) => text).join(han.test(query.folded) ? '' : ' ');
  const found = wordsIn(query.text, places.words);
  // The longest word says most; one inside another says nothing of its own.
  found.sort((a, b) => b.length - a.length);
  for (const word of found.slice(0, 3)) {
    if (found.some((longer) => longer !== word && longer.includes(word))) continue;
    for (const meaning of places.words.get(word) ?? []) {
      if (query.text.includes(meaning)) continue;
      variants.push({ text: query.text.replace(word, meaning), worth: word === asked ? 0.92 : 0.85, told: false });
    }
  }
  return variants.slice(0, 5);
}

/** Words of the list that stand in the text: Chinese anywhere, others as whole words, also in the plural. */
function wordsIn(text: string, list: ReadonlyMap<string, unknown>): string[] {
  const found = new Set<string>();
  for (let from = 0; from < text.length; from++) {
    for (let to = from + 2; to <= Math.min(text.length, from + LONGEST_WORD); to++) {
      const word = text.slice(from, to);
      if (list.has(word) && han.test(word)) found.add(word);
    }
  }
  const tokens = text.split(' ');
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 1; to <= Math.min(tokens.length, from + MOST_TOKENS); to++) {
      const word = tokens.slice(from, to).join(' ');
      if (list.has(word)) found.add(word);
      else if (word.endsWith('s') && list.has(word.slice(0, -1))) found.add(word.slice(0, -1));
    }
  }
  return [...found];
}

/** British spelling, and words that are written together or apart elsewhere. */
export function otherSpelling(query: Query, places: Places, ranker: Ranker): Variant[] {
  const variants: Variant[] = [];
  const words = query.text.split(' ');
  words.forEach((word, i) => {
    if (!isWord(word)) return;
    const put = (...now: string[]) =>
      variants.push({
        text: [...words.slice(0, i), ...now, ...words.slice(i + now.length > 1 ? i + 1 : i + 1)].join(' '),
        worth: 0.97,
        told: false,
      });
    const british = britishSpelling(word);
    if (british) put(british);
    if (word.length >= 6 && !isKnown(word, ranker)) {
      for (let cut = 3; cut <= word.length - 3; cut++) {
        const apart = `${word.slice(0, cut)} ${word.slice(cut)}`;
        if (!places.vocabulary.has(word.slice(0, cut)) || !places.vocabulary.has(word.slice(cut))) continue;
        if (places.chunks.some(({ text, field }) => field !== 'weak' && text.includes(apart))) put(apart);
      }
    }
    const next = words[i + 1];
    if (next && isWord(next) && isKnown(word + next, ranker)) {
      variants.push({
        text: [...words.slice(0, i), word + next, ...words.slice(i + 2)].join(' '),
        worth: 0.97,
        told: false,
      });
    }
  });
  return variants;
}

function isKnown(word: string, ranker: Ranker): boolean {
  return ranker.isKnown({ kind: 'word', weight: 1, forms: [[word, 1]] });
}

/** Known words within one edit of an unknown one, two from seven letters on. */
export function mendWords(query: Query, unknown: readonly Unit[], places: Places): Variant[] {
  const lost = unknown
    .filter(({ kind, forms }) => kind === 'word' && (forms[0]?.[0].length ?? 0) >= 4)
    .map(({ forms }) => forms[0]?.[0] ?? '');
  if (lost.length === 0) return [];
  let text = query.text;
  for (const word of lost) {
    const most = word.length >= 7 ? 2 : 1;
    let best: [word: string, score: number] | undefined;
    for (const [known, { places: owners, fields }] of places.vocabulary) {
      if (Math.abs(known.length - word.length) > most || /\d/.test(known)) continue;
      const edits = Math.min(
        distance(word, known, most),
        stem(word) === word ? 9 : distance(stem(word), stem(known), most) + 0.5,
      );
      if (edits > most) continue;
      // The first letter is seldom wrong.
      const count = fields.includes('label') || fields.includes('alias') ? owners.length + 15 : owners.length;
      const score = Math.log(1 + count) - 4 * edits - (known[0] === word[0] ? 0 : 3);
      if (!best || score > best[1]) best = [known, score];
    }
    if (!best) continue;
    text = text.replace(word, best[0]);
  }
  return text === query.text ? [] : [{ text, worth: 0.95, told: true }];
}

/** Characters that sound alike, then one wrong character, for characters that fit to none of their neighbours. */
export function mendCharacters(
  query: Query,
  unknown: readonly Unit[],
  places: Places,
  sounds: Sounds | undefined,
): Variant[] {
  const lost = new Set(unknown.filter(({ kind }) => kind === 'han').map(({ forms }) => forms[0]?.[0] ?? ''));
  const names = places.chunks.filter(({ field }) => field === 'label' || field === 'alias');
  const variants: Variant[] = [];
  for (const { text: run } of query.runs) {
    if (!han.test(run) || run.length < 2) continue;
    // Between two words a pair may well be unknown; a wrong character makes both of its pairs unknown.
    const near = new Set<number>();
    const wrong = new Set<number>();
    for (let i = 0; i < run.length; i++) {
      const pairs = [run.slice(i - 1, i + 1), run.slice(i, i + 2)].filter((pair) => pair.length === 2);
      if (pairs.some((pair) => lost.has(pair))) near.add(i);
      if (pairs.every((pair) => lost.has(pair))) wrong.add(i);
    }
    // A pair that is lost only where two known words meet is no mistake.
    if (wrong.size === 0 && !unknown.some(({ forms, weight }) => weight === 1 && run.includes(forms[0]?.[0] ?? ' ')))
      continue;
    const mended =
      mendRun(run, Math.min(run.length, 3), near, wrong, names, sounds) ??
      // In running text there is something near to any few characters: there the whole run must sound alike.
      (run.length >= SURE_LENGTH ? mendRun(run, run.length, near, new Set(), places.chunks, sounds) : undefined);
    for (const now of mended ?? []) variants.push({ text: query.text.replace(run, now), worth: 0.95, told: true });
  }
  return variants.slice(0, 3);
}

function mendRun(
  run: string,
  shortest: number,
  near: ReadonlySet<number>,
  wrong: ReadonlySet<number>,
  chunks: readonly Chunk[],
  sounds: Sounds | undefined,
): string[] | undefined {
  const suspects = wrong.size > 0 ? wrong : near;
  for (let size = Math.min(run.length, 8); size >= shortest; size--) {
    for (let from = 0; from + size <= run.length; from++) {
      const window = run.slice(from, from + size);
      const only = (found: ReadonlyMap<string, number>, places: ReadonlySet<number>) =>
        new Map(
          [...found].filter(([text]) =>
            [...text].every((character, i) => character === window[i] || places.has(from + i)),
          ),
        );
      if (![...suspects].some((i) => i >= from && i < from + size)) continue;
      let found = only(sounds?.soundingLike(window, chunks) ?? new Map(), near);
      if (found.size === 0 && wrong.size > 0 && size === run.length && size >= 3)
        found = only(oneCharacterOff(window, chunks), wrong);
      if (found.size > 0) return mostFrequent(found, 2).map((now) => run.slice(0, from) + now + run.slice(from + size));
    }
  }
  return undefined;
}

/** Chinese that typed letters may stand for. */
export function readLetters(query: Query, places: Places, sounds: Sounds): Variant[] {
  const letters = query.text.replace(/ /g, '');
  if (!/^[a-z]{2,24}$/.test(letters)) return [];
  const names = places.chunks.filter(({ field }) => field === 'label' || field === 'alias');
  const body = places.chunks.filter(({ field }) => field === 'body');
  const put = (found: ReadonlyMap<string, number>, worth: number) =>
    mostFrequent(found, 3).map((text, i) => ({ text, worth: worth - 0.03 * i, told: true }));
  const full = sounds.spelt(letters, names, 'full');
  if (full.size > 0) return put(full, 0.97);
  const short =
    letters.length >= 3 && letters.length <= 8 ? sounds.spelt(letters, names, 'initials') : new Map<string, number>();
  if (short.size > 0) return put(short, 0.9);
  const far = letters.length >= 5 ? sounds.spelt(letters, body, 'full') : new Map<string, number>();
  return put(far, 0.85);
}
