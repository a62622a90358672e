/** Full text search over the built pages, by Pagefind's own API; its code and index are fetched on the first call. */
export interface TextHit {
  href: string;
  title: string;
  /** Where in the page: a heading with its anchor, if the best place has one. */
  section?: string;
  /** Plain text around the best place. `marks` are the [start, end) of the words that were found. */
  excerpt: string;
  marks: [number, number][];
}

interface PagefindModule {
  options(options: { baseUrl?: string; excerptLength?: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindData> }[] }>;
}

interface PagefindData {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results: { url: string; title: string; excerpt: string }[];
}

let loading: Promise<PagefindModule> | undefined;

function load(root: string): Promise<PagefindModule> {
  loading ??= (async () => {
    const path = `${root}pagefind/pagefind.js`;
    const module = (await import(/* @vite-ignore */ path)) as PagefindModule;
    await module.options({ baseUrl: root, excerptLength: 24 });
    await module.init();
    return module;
  })();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/**
 * Pages of the current language that hold the query, best first.
 *
 * @param root - Folder the site is hosted in, with both slashes.
 * @throws when the index cannot be fetched; the next call tries again.
 */
export async function findInText(root: string, query: string, most: number): Promise<TextHit[]> {
  const module = await load(root);
  const { results } = await module.search(query.normalize('NFKC'));
  const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return pages.map((page) => {
    const best = page.sub_results[0];
    const { text, marks } = readMarks(best?.excerpt ?? page.excerpt);
    const title = page.meta.title ?? '';
    return {
      href: best?.url ?? page.url,
      title,
      ...(best && best.title !== title ? { section: best.title } : {}),
      excerpt: text,
      marks,
    };
  });
}

/** Pagefind marks words with `<mark>` and escapes the rest; we want text and places, never HTML. */
export function readMarks(html: string): { text: string; marks: [number, number][] } {
  let text = '';
  const marks: [number, number][] = [];
  for (const part of html.split(/(<mark>[\s\S]*?<\/mark>)/)) {
    const marked = part.startsWith('<mark>');
    const plain = decode(marked ? part.slice(6, -7) : part);
    if (marked) marks.push([text.length, text.length + plain.length]);
    text += plain;
  }
  return { text, marks };
}

function decode(html: string): string {
  return html.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
  );
}
