import { fill } from '../i18n/format.ts';
import type { Found, Hit } from '../search/search.ts';
import styles from '../styles/search.css?inline';
import { search, want } from './search-files.ts';
import { count, element, type Group, grouped, keptItems, listItem, remark, text } from './search-list.ts';
import { forgetQueries, recentQueries, rememberQuery } from './search-recent.ts';

/** So many results stand in the panel; the page of all results has the rest. */
const MOST = 10;
/** Longer than between two keys, so that the count is told once a query. */
const QUIET_MS = 700;

/** Gives the search form of the header its panel: links, by pointer or by arrow keys. */
export function enhanceSearch(form: HTMLFormElement): void {
  const box = form.querySelector('input');
  if (!box) return;
  const panel = element('div', { class: 'found', role: 'region', 'aria-label': text.panel });
  const list = element('div');
  const status = element('p', { role: 'status', class: 'visually-hidden' });
  panel.hidden = true;
  panel.append(status, list);
  addStyles();
  form.append(panel);
  want('titles').catch(() => {});

  /** The query that is shown, and whether with all that there is. */
  let asked = '';
  let shown: string[] = [];
  let telling: ReturnType<typeof setTimeout> | undefined;
  /** The groups of results that stand in the list, between a remark and the link to all; none while it says something else. */
  let sections: { head: HTMLElement; under: HTMLElement }[] | undefined;
  const remarked = element('p');
  const link = element('a', { class: 'all' });
  let frame = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const tell = (words: string): void => {
    clearTimeout(telling);
    telling = setTimeout(() => {
      status.textContent = words;
    }, QUIET_MS);
  };
  /** What was to be drawn later belongs to a list that is not wanted any more. */
  const dropRest = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(resting);
  };
  const afterFrame = (act: () => void): void => {
    frame = requestAnimationFrame(() => {
      resting = setTimeout(act);
    });
  };
  const put = (...parts: Node[]): void => {
    dropRest();
    list.replaceChildren(...parts);
    sections = undefined;
  };
  const say = (words: string): void => {
    put(element('p', {}, words));
    shown = [];
    tell(words);
  };

  const ask = async (): Promise<void> => {
    const query = box.value.trim();
    if (query === asked && query !== '') return;
    asked = query;
    if (query === '') {
      suggest();
      return;
    }
    panel.hidden = false;
    const isCurrent = () => query === asked;
    // Titles first, then whatever else the first key press has called for; each only adds to what stands there.
    const rest = [want('entries'), want('text')];
    for (const part of rest) part.catch(() => {});
    if (!search.has('titles') && shown.length === 0) say(text.searching);
    try {
      await want('titles');
    } catch {
      if (isCurrent()) {
        say(text.failed);
        asked = '';
      }
      return;
    }
    if (!isCurrent()) return;
    if (!search.has('text')) {
      show(query, search.find(query), false);
      await Promise.allSettled(rest);
      if (!isCurrent()) return;
    }
    const complete = search.has('text');
    let found = search.find(query);
    if (found.wantsSounds) {
      if (found.hits.length > 0) show(query, found, false);
      await want('sounds').catch(() => {});
      if (!isCurrent()) return;
      found = search.find(query);
    }
    show(query, found, true, complete);
  };

  const show = (query: string, found: Found, last: boolean, complete = true): void => {
    const best = found.hits.slice(0, MOST);
    if (best.length === 0) {
      if (last) empty(query);
      else say(text.searching);
      return;
    }
    const keys = best.map(key);
    // Nothing moves under a finger or a focus: what is new comes below.
    const held =
      shown.length > 0 &&
      (panel.matches(':hover') || list.contains(document.activeElement)) &&
      list.dataset.query === query;
    if (held) {
      const fresh = best.filter((hit) => !shown.includes(key(hit)));
      if (fresh.length > 0) sections?.at(-1)?.under.append(...fresh.map((hit) => listItem(hit, false)));
      shown.push(...fresh.map(key));
    } else {
      const words = [remark(found, query), last && !complete ? text.partly : '']
        .filter((part) => part !== '')
        .join(' ');
      const groups = grouped(best);
      const drawAll = (some: readonly [Group, Hit[]][], rest: 'drop' | 'keep'): void =>
        draw(words, some, rest, `${form.action}?q=${encodeURIComponent(query)}`, `${text.all} · ${count(found.hits)}`);
      dropRest();
      list.dataset.query = query;
      shown = keys;
      if (last && groups.length > 1) {
        drawAll(groups.slice(0, 1), 'keep');
        afterFrame(() => {
          drawAll(groups, 'drop');
          panel.dataset.answered = query;
        });
      } else {
        drawAll(groups, 'drop');
        if (last) panel.dataset.answered = query;
      }
    }
    if (last) {
      tell(`${remark(found, query)} ${count(found.hits)}`.trim());
      panel.dataset.drawn = query;
      if (held) panel.dataset.answered = query;
    }
  };

  /**
   * Lets stand what the last key has drawn and this one does not change. What comes below the given groups, of the query
   * before, is dropped or, until it is drawn itself, kept, so that the panel does not shrink and grow with every key.
   */
  const draw = (
    words: string,
    groups: readonly [Group, Hit[]][],
    rest: 'drop' | 'keep',
    address: string,
    all: string,
  ): void => {
    if (!sections) {
      list.replaceChildren(remarked, link);
      sections = [];
    }
    if (remarked.textContent !== words) remarked.textContent = words;
    link.href = address;
    link.textContent = all;
    for (const [i, [group, hits]] of groups.entries()) {
      let section = sections[i];
      if (!section) {
        section = { head: element('h2'), under: element('ul') };
        link.before(section.head, section.under);
        sections.push(section);
      }
      if (section.head.textContent !== text[group]) section.head.textContent = text[group];
      const items = keptItems(hits, i === 0);
      const now = [...section.under.children];
      if (now.length > items.length || now.some((item, n) => item !== items[n]))
        section.under.replaceChildren(...items);
      else section.under.append(...items.slice(now.length));
    }
    if (rest === 'keep') return;
    for (const { head, under } of sections.splice(groups.length)) {
      head.remove();
      under.remove();
    }
  };

  const empty = (query: string): void => {
    const words = fill(text.none, { query });
    put(element('p', {}, words), ...suggestions());
    shown = [];
    tell(words);
    panel.dataset.drawn = query;
    panel.dataset.answered = query;
  };

  const suggestions = (): Node[] => [element('h2', {}, text.suggested), choices(text.suggestions.split('|'))];

  const choices = (queries: readonly string[]): HTMLElement =>
    element(
      'ul',
      { class: 'choices' },
      ...queries.map((query) => {
        const button = element('button', { type: 'button' }, query);
        button.addEventListener('click', () => {
          box.value = query;
          box.focus();
          void ask();
        });
        return element('li', {}, button);
      }),
    );

  const suggest = (): void => {
    const recent = recentQueries();
    const parts: Node[] = [];
    if (recent.length > 0) {
      const clear = element('button', { type: 'button', class: 'clear' }, text.clear);
      clear.addEventListener('click', () => {
        forgetQueries();
        box.focus();
        suggest();
      });
      parts.push(element('h2', {}, text.recent, ' ', clear), choices(recent));
    }
    put(...parts, ...suggestions());
    shown = [];
    status.textContent = '';
    panel.hidden = false;
  };

  box.addEventListener('input', (event) => {
    // Half-composed pinyin is not a query.
    if (!(event as InputEvent).isComposing) void ask();
    else if (asked === '') panel.hidden = true;
  });
  box.addEventListener('compositionend', () => void ask());
  form.addEventListener('submit', (event) => {
    if (box.value.trim() === '') event.preventDefault();
    else rememberQuery(box.value);
  });
  panel.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) rememberQuery(box.value);
  });
  form.addEventListener('keydown', (event) => {
    // 229: Safari says so of the Enter that confirms a candidate.
    if (event.isComposing || event.keyCode === 229) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      if (!panel.hidden) event.preventDefault();
      panel.hidden = true;
      box.focus();
      panel.hidden = true;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (panel.hidden) open();
    const stops: HTMLElement[] = [box, ...panel.querySelectorAll<HTMLElement>('a, button')];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  // Safari gives no focus to what is clicked, so a lost focus alone closes nothing.
  form.addEventListener('focusout', (event) => {
    const to = event.relatedTarget as Node | null;
    if (to && !form.contains(to)) panel.hidden = true;
  });
  document.addEventListener('pointerdown', (event) => {
    if (!form.contains(event.target as Node)) panel.hidden = true;
  });
  const open = (): void => {
    if (box.value.trim() === '') suggest();
    else if (shown.length > 0) panel.hidden = false;
    else void ask();
  };
  box.addEventListener('focus', open);
  if (document.activeElement === box) open();
}

/** A result stays the same when its page does, even if a better place in it is found. */
function key(hit: Hit): string {
  return hit.kind === 'term' ? hit.path : (hit.path.split('#')[0] ?? '');
}

/** A sheet made by script needs no file of its own and is allowed by the policy. */
function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}
