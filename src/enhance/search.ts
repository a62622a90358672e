import { fill } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { pick } from '../i18n/pick.ts';
import { SEARCH } from '../i18n/search-strings.ts';
import { findInText, type TextHit } from '../search/full-text.ts';

const MOST = 8;
const root = document.documentElement.dataset.root ?? '/';
const text = pick(SEARCH, (document.documentElement.lang === 'en' ? 'en' : 'zh-CN') satisfies Locale);

/** Gives the search form of the header its list of results: links, by pointer or by arrow keys. */
export function enhanceSearch(form: HTMLFormElement): void {
  const box = form.querySelector('input');
  if (!box) return;
  const panel = document.createElement('div');
  panel.className = 'found';
  panel.hidden = true;
  form.append(panel);
  let asked = '';

  const ask = async (): Promise<void> => {
    const query = box.value.trim();
    if (query === asked) return;
    asked = query;
    if (query === '') {
      panel.hidden = true;
      return;
    }
    panel.hidden = false;
    if (panel.childElementCount === 0) showMessage(panel, text.searching);
    try {
      const hits = await findInText(root, query, MOST);
      if (query === asked) showHits(panel, hits, query, form.action);
    } catch {
      if (query === asked) showMessage(panel, text.failed);
      asked = '';
    }
  };

  box.addEventListener('input', (event) => {
    // Half-composed pinyin is not a query.
    if (!(event as InputEvent).isComposing) void ask();
  });
  box.addEventListener('compositionend', () => void ask());
  form.addEventListener('submit', (event) => {
    if (box.value.trim() === '') event.preventDefault();
  });
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) {
      // Enter takes a candidate of the input method; it asks nothing yet.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && !panel.hidden) {
      // The browser's own Escape would empty the box.
      event.preventDefault();
      panel.hidden = true;
      box.focus();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops: HTMLElement[] = [box, ...panel.querySelectorAll<HTMLElement>('a')];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) panel.hidden = true;
  });
  box.addEventListener('focus', () => {
    if (box.value.trim() !== '' && panel.childElementCount > 0) panel.hidden = false;
  });
  void ask();
}

function showMessage(panel: HTMLElement, message: string): void {
  const line = document.createElement('p');
  line.role = 'status';
  line.textContent = message;
  panel.replaceChildren(line);
}

/** Lists hits as links; the last one leads to the results page. */
export function showHits(panel: HTMLElement, hits: readonly TextHit[], query: string, all?: string): void {
  showMessage(panel, hits.length === 0 ? fill(text.none, { query }) : fill(text.results, { count: hits.length }));
  if (hits.length === 0) return;
  const list = document.createElement('ul');
  for (const hit of hits) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = hit.href;
    const title = document.createElement('b');
    title.textContent = hit.section ? `${hit.title} › ${hit.section}` : hit.title;
    link.append(title, excerpt(hit));
    item.append(link);
    list.append(item);
  }
  panel.append(list);
  if (all !== undefined) {
    const link = document.createElement('a');
    link.href = `${all}?q=${encodeURIComponent(query)}`;
    link.textContent = text.all;
    panel.append(link);
  }
}

function excerpt({ excerpt: words, marks }: TextHit): HTMLElement {
  const line = document.createElement('span');
  let at = 0;
  for (const [start, end] of marks) {
    const mark = document.createElement('mark');
    mark.textContent = words.slice(start, end);
    line.append(words.slice(at, start), mark);
    at = end;
  }
  line.append(words.slice(at));
  return line;
}
