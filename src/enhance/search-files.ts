import { type Part, Search } from '../search/search.ts';

const root = document.documentElement.dataset.root ?? '/';
export const language = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
/** Where the pages of this language begin. */
export const home = language === 'en' ? `${root}en/` : root;

export const search = new Search();
const wanted = new Map<Part, Promise<void>>();
/** What a part continues; it is read after it. */
const AFTER: Record<Part, Part | undefined> = {
  titles: undefined,
  entries: 'titles',
  text: 'entries',
  sounds: 'entries',
};

/** Fetches a part of the index and adds it, once; after a failure the next call tries again. */
export function want(part: Part): Promise<void> {
  let loading = wanted.get(part);
  if (!loading) {
    loading = load(part);
    wanted.set(part, loading);
    loading.catch(() => wanted.delete(part));
  }
  return loading;
}

async function load(part: Part): Promise<void> {
  const before = AFTER[part];
  const [first] = await Promise.all([fetchPart(part), before && want(before)]);
  // After an update the browser may still hold one of the old files.
  const file = search.fits(first, part) ? first : await fetchPart(part, 'reload');
  if (!search.fits(file, part)) throw new Error(`search-index/${language}/${part}.txt belongs to another build`);
  await search.add(part, file, pause);
}

async function fetchPart(part: Part, cache: RequestCache = 'default'): Promise<string> {
  const response = await fetch(`${root}search-index/${language}/${part}.txt`, { cache });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.text();
}

/** Lets the page answer to the reader between two parts of long work. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
