import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { type Part, Search } from '../../src/search/search.ts';
import { expect, test } from './fixtures.ts';
import { allPages, shareOf } from './site-map.ts';

interface Judged {
  q: string | number;
  want?: string[];
  none?: boolean;
}
type Queries = Record<'zh-CN' | 'en', Record<string, Judged[]>>;

const read = (name: string) => parse(readFileSync(`tests/fixtures/${name}-queries.yaml`, 'utf8')) as Queries;
const judged = read('search');
const newcomers = read('newcomer');
const FIRST_PARTS = new Set([
  'emergency',
  'checklists',
  'glossary',
  'directory',
  'learn',
  'sources',
  'fit-out',
  'estimators',
  'questions',
  'planner',
  'projects',
  'requests',
  'storage',
  'offline',
  'about',
  'handbook',
]);
/** The goals; see `src/decisions/0016-search-ranking.md` for the numbers that are reached. */
const GOAL = {
  'zh-CN': { first: 0.97, third: 0.99, section: 0.93 },
  en: { first: 0.95, third: 0.98, section: 0.88 },
};
/** What is reached with queries that less or nothing was tuned to, with room for one or two that a changed word loses. */
const FLOOR = {
  'zh-CN': {
    heldOut: { first: 0.8, third: 0.88 },
    seen: { first: 0.87, third: 0.94 },
    blind: { first: 0.68, third: 0.86 },
  },
  en: {
    heldOut: { first: 0.85, third: 0.9 },
    seen: { first: 0.82, third: 0.95 },
    blind: { first: 0.76, third: 0.86 },
  },
};
const ALL_SETS = ['judged', 'heldOut', 'seen', 'blind'] as const;
type SetName = (typeof ALL_SETS)[number];
/** What fails of the others is not shown, so that nobody tunes to it. */
const SHOWN: readonly SetName[] = ['judged', 'seen'];

/** What the box shows for each query, in order, once all is loaded: links, and whether it calls itself a guess. */
function askAll(page: Page, queries: readonly string[]) {
  return page.evaluate(async (all) => {
    const box = document.querySelector<HTMLInputElement>('.find input');
    if (!box) throw new Error('no box');
    const answers: { links: string[]; text: string; ms: number }[] = [];
    for (const query of all) {
      const started = performance.now();
      box.value = query;
      box.dispatchEvent(new InputEvent('input'));
      const panel = document.querySelector<HTMLElement>('.find .found');
      while (panel?.dataset.answered !== query.trim()) await new Promise((resolve) => setTimeout(resolve, 1));
      const links = [...(panel?.querySelectorAll<HTMLAnchorElement>('li > a') ?? [])].map(
        (link) => link.getAttribute('href') ?? '',
      );
      answers.push({
        links,
        text: panel?.querySelector(':scope > div > p')?.textContent ?? '',
        ms: performance.now() - started,
      });
    }
    return answers;
  }, queries);
}

interface Sum {
  asked: number;
  first: number;
  third: number;
  none: number;
  sections: number;
  rightSection: number;
  unanswerable: number;
  admitted: number;
}
const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 1000;

for (const locale of ['zh-CN', 'en'] as const) {
  test(`the judged queries find their place: ${locale}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.goto(locale === 'en' ? '/en/' : '/');
    await page.locator('.find input').focus();
    await expect(page.locator('.find .found')).toBeAttached();
    const named = (set: SetName, kind: string, list: readonly Judged[]) =>
      list.map((one) => ({ ...one, set, kind, q: String(one.q) }));
    const queries = [
      ...Object.entries(judged[locale]).flatMap(([kind, list]) =>
        named(kind === 'heldOut' ? 'heldOut' : 'judged', kind, list),
      ),
      ...(['seen', 'blind'] as const).flatMap((set) => named(set, set, newcomers[locale][set] ?? [])),
    ];
    const answers = await askAll(
      page,
      queries.map(({ q }) => q),
    );
    const sectionOf = await sectionsOf(
      page,
      answers.flatMap(({ links }) => links.slice(0, 1)),
    );
    const none = { asked: 0, first: 0, third: 0, none: 0, sections: 0, rightSection: 0, unanswerable: 0, admitted: 0 };
    const sums: Record<SetName, Sum> = {
      judged: { ...none },
      heldOut: { ...none },
      seen: { ...none },
      blind: { ...none },
    };
    const failed: string[] = [];
    queries.forEach(({ q, want, set, kind }, i) => {
      const answer = answers[i];
      if (!answer) return;
      const sum = sums[set];
      if (!want) {
        sum.unanswerable++;
        if (answer.links.length === 0 || /最接近|come closest/.test(answer.text)) sum.admitted++;
        else if (SHOWN.includes(set)) failed.push(`${kind}: ${q} → ${answer.links[0]}`);
        return;
      }
      sum.asked++;
      const at = answer.links.findIndex((link) => wanted(link, want) !== undefined);
      if (at === 0) sum.first++;
      if (at >= 0 && at < 3) sum.third++;
      if (answer.links.length === 0) sum.none++;
      if (at !== 0 && SHOWN.includes(set))
        failed.push(`${kind}: ${q} → ${at < 0 ? '—' : at + 1} ${answer.links.slice(0, 2).join(' ')}`);
      const anchors = at === 0 ? wanted(answer.links[0] ?? '', want) : undefined;
      if (anchors && anchors.length > 0) {
        sum.sections++;
        const [, anchor = ''] = (answer.links[0] ?? '').split('#');
        if (anchors.includes(anchor) || anchors.includes(sectionOf.get(answer.links[0] ?? '') ?? ''))
          sum.rightSection++;
      }
    });
    const rates = ({ first, third, asked, rightSection, sections }: Sum) => ({
      first: share(first, asked),
      third: share(third, asked),
      section: share(rightSection, sections),
    });
    const told = Object.entries(sums).map(([set, sum]) => `${set}: ${JSON.stringify({ ...rates(sum), ...sum })}`);
    console.log(`\n${locale}\n${told.join('\n')}\n${failed.join('\n')}`);
    expect(rates(sums.judged).first).toBeGreaterThanOrEqual(GOAL[locale].first);
    expect(rates(sums.judged).third).toBeGreaterThanOrEqual(GOAL[locale].third);
    expect(rates(sums.judged).section).toBeGreaterThanOrEqual(GOAL[locale].section);
    for (const [set, floor] of Object.entries(FLOOR[locale])) {
      const reached = rates(sums[set as SetName]);
      expect(reached.first, set).toBeGreaterThanOrEqual(floor.first);
      expect(reached.third, set).toBeGreaterThanOrEqual(floor.third);
    }
    const together = (what: keyof Sum, sets: readonly SetName[]) => sets.reduce((all, set) => all + sums[set][what], 0);
    const admitted = (...sets: SetName[]) => share(together('admitted', sets), together('unanswerable', sets));
    expect(share(together('none', ALL_SETS), together('asked', ALL_SETS))).toBeLessThanOrEqual(0.005);
    expect(admitted('judged', 'heldOut')).toBeGreaterThanOrEqual(0.9);
    expect(admitted('seen', 'blind')).toBeGreaterThanOrEqual(0.75);
  });
}

/** Anchors of the judgement that a link fulfils; none are needed when the page is enough. */
function wanted(link: string, want: readonly string[]): string[] | undefined {
  const [path = '', anchor = ''] = link.replace(/^\/(en\/)?/, '').split('#');
  for (const one of want) {
    const [page = '', ...anchors] = one.split(/\s*#/);
    const full = FIRST_PARTS.has(page.split('/')[0] ?? '') ? page : `handbook/${page}`;
    if (path.replace(/\/$/, '') !== full) continue;
    if (full !== 'glossary') return anchors;
    if (anchors.includes(anchor)) return [];
  }
  return undefined;
}

/** For a link into a page, the heading above its anchor. */
async function sectionsOf(page: Page, links: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const link of new Set(links.filter((one) => one.includes('#')))) {
    const [path = '', anchor = ''] = link.split('#');
    const html = await (await page.request.get(path)).text();
    const before = html.slice(0, html.indexOf(`id="${anchor}"`));
    found.set(link, [...before.matchAll(/<h[23][^>]*\sid="([^"]+)"/g)].at(-1)?.[1] ?? '');
  }
  return found;
}

/** So many runs of characters are looked for, in every so manieth page; the soak takes a thousand from all pages, with a fresh seed. */
const SUBSTRINGS = process.env.SOAK ? { count: 1000, everyPage: 1 } : { count: 50, everyPage: 8 };
const seed = Number(process.env.SEARCH_SEED ?? (process.env.SOAK ? Date.now() % 2 ** 31 : 20261124));
/** The goal is 98 %; so many of fifty may miss it by chance (one seed in a hundred), of a thousand by less. */
const FIRST_HOLDS = process.env.SOAK ? 0.97 : 0.92;

test('any run of two to eight characters of a page finds the page', async ({ page }) => {
  test.setTimeout(300_000);
  const textOf = new Map<string, string>();
  const blocks: { path: string; text: string }[] = [];
  const read = async (path: string): Promise<string[]> => {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const texts = await blocksOf(page);
    textOf.set(path, texts.join('\n').replace(/\s+/g, ''));
    return texts;
  };
  const chinese = allPages().filter((one) => !one.startsWith('/en/'));
  for (const path of shareOf(chinese, seed % SUBSTRINGS.everyPage, SUBSTRINGS.everyPage)) {
    const texts = await read(path);
    // Of a page that only lists others, its title is what is found.
    if (await page.locator('main[data-pagefind-body]').count()) blocks.push(...texts.map((text) => ({ path, text })));
  }
  const runs = cut(blocks, SUBSTRINGS.count, seed);
  const search = new Search();
  for (const part of ['titles', 'entries', 'text', 'sounds'] satisfies Part[]) {
    await search.add(part, await (await page.request.get(`/search-index/zh-CN/${part}.txt`)).text());
  }
  const missed: string[] = [];
  const elsewhere: string[] = [];
  for (const { path, run } of runs) {
    const paths = search.find(run).hits.map((hit) => `/${hit.path.split('#')[0]}/`);
    if (!paths.includes(path)) missed.push(`${run} (${path})`);
    const [first = ''] = paths;
    if (first !== '' && !textOf.has(first)) await read(first);
    if (!textOf.get(first)?.includes(run)) elsewhere.push(`${run} (${path}) → ${first}`);
  }
  console.log(
    `\nsubstrings, seed ${seed}: ${runs.length - missed.length} of ${runs.length} found; the first result holds ${runs.length - elsewhere.length}\n${missed.join('\n')}\n${elsewhere.join('\n')}`,
  );
  expect(missed.length / runs.length).toBeLessThanOrEqual(0.005);
  expect(1 - elsewhere.length / runs.length).toBeGreaterThanOrEqual(FIRST_HOLDS);
});

/** Names and triggers of the cards, as `titles` has them: path, title, triggers. One word may call for two cards (水淹). */
for (const locale of ['zh-CN', 'en'] as const) {
  test(`every word that calls for an emergency card leads to one, from titles alone too: ${locale}`, async ({
    request,
  }) => {
    const file = async (part: Part) => (await request.get(`/search-index/${locale}/${part}.txt`)).text();
    const titles = await file('titles');
    const cards = titles
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([path = '']) => /^emergency\/(?!numbers$|wall$)/.test(path));
    const words = cards.flatMap(([, title = '', triggers = '']) => [title, ...triggers.split('|')]);
    expect(cards.length).toBeGreaterThanOrEqual(14);
    expect(words.length).toBeGreaterThan(100);
    const search = new Search();
    for (const part of ['titles', 'entries', 'text', 'sounds'] satisfies Part[]) {
      await search.add(part, await file(part));
      const others = words.filter((word) => search.find(word).hits[0]?.pageKind !== 'emergency');
      expect(others, `with ${part}`).toEqual([]);
    }
  });
}

/** Text of the page's blocks as a reader sees it, without navigation and the document line. */
function blocksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const blocks: string[] = [];
    let block = '';
    const flush = () => {
      if (block.trim() !== '') blocks.push(block);
      block = '';
    };
    const visit = (node: Node): void => {
      if (node instanceof Text) {
        block += node.data;
        return;
      }
      if (
        !(node instanceof HTMLElement) ||
        node.matches('[data-pagefind-ignore], [hidden], nav, script, style, template, noscript, select, sup')
      )
        return;
      const display = getComputedStyle(node).display;
      if (display === 'none') return;
      const isInline = display.startsWith('inline');
      if (!isInline) flush();
      node.childNodes.forEach(visit);
      if (!isInline) flush();
    };
    if (main) visit(main);
    flush();
    return blocks;
  });
}

/** Random runs of Chinese characters, drawn evenly over all of the text; the same for the same seed. */
function cut(
  blocks: readonly { path: string; text: string }[],
  count: number,
  seed: number,
): { path: string; run: string }[] {
  let state = seed >>> 0;
  const random = (below: number): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  const pieces = blocks.flatMap(({ path, text }) =>
    (text.match(/[\u4e00-\u9fff]{2,}/g) ?? []).map((run) => ({ path, run })),
  );
  return Array.from({ length: count }, () => {
    for (;;) {
      const piece = pieces[random(pieces.length)];
      if (!piece) throw new Error('no text');
      const length = 2 + random(7);
      if (piece.run.length < length) continue;
      const from = random(piece.run.length - length + 1);
      return { path: piece.path, run: piece.run.slice(from, from + length) };
    }
  });
}
