import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type BuiltPage,
  brotliBytes,
  builtPages,
  fileBytes,
  inlineScripts,
  loadedByItself,
  scriptClosure,
} from './site.ts';

interface Budget {
  readonly paths: readonly string[];
  readonly bytes: number;
  /** Scripts that are fetched when something is written. */
  readonly onTick?: readonly string[];
}

const budgets = JSON.parse(readFileSync('tests/budgets.json', 'utf8')) as Record<
  'reading' | 'index' | 'checklistScripts',
  Budget
>;

const isIndex = ({ path }: BuiltPage) => budgets.index.paths.includes(path);
const isReading = (page: BuiltPage) =>
  budgets.reading.paths.some((path) => page.path.startsWith(path)) && !isIndex(page);

/** Everything that comes over the wire before the reader acts. */
function pageBytes(page: BuiltPage): number {
  const { scripts, others } = loadedByItself(page);
  return brotliBytes(page.html) + [...scripts, ...others].reduce((sum, address) => sum + fileBytes(address), 0);
}

function findTooLarge(pages: readonly BuiltPage[], limit: number): string[] {
  return pages
    .map((page) => [page.address, pageBytes(page)] as const)
    .filter(([, bytes]) => bytes > limit)
    .map(([address, bytes]) => `${address} ${bytes} bytes, ${bytes - limit} over ${limit}`);
}

describe('bytes', () => {
  test('a page for reading loads within its budget before any action', () => {
    expect(findTooLarge(builtPages().filter(isReading), budgets.reading.bytes)).toEqual([]);
  });

  test('an index page loads within its budget', () => {
    expect(findTooLarge(builtPages().filter(isIndex), budgets.index.bytes)).toEqual([]);
  });

  test('a checklist page needs no more JavaScript than its budget up to the first saved tick', () => {
    const { paths, bytes: limit, onTick = [] } = budgets.checklistScripts;
    const isOnTick = (address: string) => onTick.some((pattern) => new RegExp(pattern).test(address));
    const tools = builtPages().filter(({ path }) => paths.some((prefix) => path.startsWith(prefix) && path !== prefix));
    expect(tools.length).toBeGreaterThan(0);
    const sizes = tools.map((page) => {
      const first = loadedByItself(page).scripts;
      const later = [...scriptClosure(first, { later: true })].filter(isOnTick);
      expect(later.length, `${page.address} should fetch the document library`).toBe(onTick.length);
      const scripts = scriptClosure([...first, ...later]);
      const bytes =
        [...scripts].reduce((sum, address) => sum + fileBytes(address), 0) + brotliBytes(inlineScripts(page).join(''));
      return [page.address, bytes] as const;
    });
    expect(sizes.filter(([, bytes]) => bytes > limit)).toEqual([]);
  });

  test('a page without a tool fetches no code of the tools by itself', () => {
    const withTool = (page: BuiltPage) => /<astro-island|data-island/.test(page.html);
    const isToolCode = (address: string) => /\/(tool|document|checklist)\.[\w-]+\.js$/.test(address);
    const pages = builtPages();
    expect(pages.some((page) => withTool(page) && [...loadedByItself(page).scripts].some(isToolCode))).toBe(true);
    const wrong = pages.filter((page) => !withTool(page) && [...loadedByItself(page).scripts].some(isToolCode));
    expect(wrong.map(({ address }) => address)).toEqual([]);
  });
});
