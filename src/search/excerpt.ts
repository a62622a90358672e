import { stem } from './english.ts';
import { foldWithPlaces, HAN } from './fold.ts';
import type { Query } from './query.ts';

/** Text with the places to be marked, [start, end) each, in order. */
export interface Marked {
  text: string;
  marks: [number, number][];
}

const LONGEST = 72;
const ONE_HAN = new RegExp(`^[${HAN}]$`);

/** Texts that were shown for one key are mostly shown for the next. */
const lately = new Map<string, ReturnType<typeof foldWithPlaces>>();
const LATELY = 200;

function foldedOf(text: string): ReturnType<typeof foldWithPlaces> {
  let known = lately.get(text);
  if (!known) {
    known = foldWithPlaces(text);
    if (lately.size > LATELY) lately.clear();
    lately.set(text, known);
  }
  return known;
}

/** Marks what was asked for in a short text. */
export function mark(text: string, query: Query): Marked {
  const { folded, places } = foldedOf(text);
  const spans: [number, number][] = [];
  // A character alone is marked where nothing longer is to be: in 未成年人 nobody was looking for 人.
  const [single, longer] = [[], []] as [string[], string[]];
  for (const needle of needles(query)) (ONE_HAN.test(needle) ? single : longer).push(needle);
  for (const needle of longer.some((one) => folded.includes(one)) ? longer : [...longer, ...single]) {
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
      const latin = /^[a-z0-9]/.test(needle);
      if (latin && /[a-z0-9]/.test(folded[at - 1] ?? ' ')) continue;
      let end = at + needle.length;
      if (/^[a-z]/.test(needle)) while (/[a-z]/.test(folded[end] ?? ' ')) end++;
      spans.push([places[at] ?? 0, (places[end - 1] ?? 0) + 1]);
    }
  }
  spans.sort((a, b) => a[0] - b[0]);
  const marks: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return { text, marks };
}

/** The part of the blocks that holds most of the query, cut to one or two lines. */
export function excerpt(blocks: readonly string[], folded: readonly string[], query: Query): Marked | undefined {
  const wanted = needles(query);
  let best: string | undefined;
  let most = -1;
  blocks.forEach((block, i) => {
    const text = folded[i] ?? '';
    let found = 0;
    for (const needle of wanted) if (text.includes(needle)) found += needle.length;
    // A line that is nothing but what was asked tells nothing more.
    const worth = Math.min(text.length - 1, found) + Math.min(text.length, 12) / 12;
    if (worth > most) [best, most] = [block, worth];
  });
  return best === undefined ? undefined : shorten(mark(best, query));
}

function shorten({ text, marks }: Marked): Marked {
  const longest = /[\u3400-\u9fff]/.test(text) ? LONGEST : 2 * LONGEST;
  if (text.length <= longest) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  let from = Math.max(0, Math.min(first - Math.round(longest / 4), text.length - longest));
  if (from > 0) {
    const gap = text.slice(from, first).search(/[\s，。；：、]/);
    if (gap >= 0) from += gap + 1;
  }
  const to = Math.min(text.length, from + longest);
  const head = from > 0 ? '…' : '';
  return {
    text: `${head}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: marks
      .filter(([start]) => start >= from && start < to)
      .map(([start, end]) => [start - from + head.length, Math.min(end, to) - from + head.length]),
  };
}

function needles(query: Query): string[] {
  const texts = new Set<string>();
  for (const { kind, forms } of query.units) for (const [form] of forms) texts.add(kind === 'word' ? stem(form) : form);
  return [...texts].filter((text) => text !== '');
}
