import { fill } from '../i18n/format.ts';
import { pick } from '../i18n/pick.ts';
import { SEARCH } from '../i18n/search-strings.ts';
import type { Marked } from '../search/excerpt.ts';
import type { Found, Hit, Shown } from '../search/search.ts';
import { home, language } from './search-files.ts';

export const text = pick(SEARCH, language);

/** The groups in which results are shown, by what they are. */
export type Group =
  | 'best'
  | 'emergencies'
  | 'pages'
  | 'checklists'
  | 'rules'
  | 'terms'
  | 'services'
  | 'learning'
  | 'tools'
  | 'lists'
  | 'sources';

const GROUPS: Record<Hit['pageKind'], Group> = {
  emergency: 'emergencies',
  page: 'pages',
  section: 'pages',
  step: 'emergencies',
  checklist: 'checklists',
  item: 'checklists',
  rule: 'rules',
  term: 'terms',
  service: 'services',
  path: 'learning',
  tool: 'tools',
  list: 'lists',
  source: 'sources',
};

export function groupOf(hit: Hit): Group {
  return hit.kind === 'rule' || hit.kind === 'term' ? GROUPS[hit.kind] : GROUPS[hit.pageKind];
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function address(path: string): string {
  const [page = '', anchor] = path.split('#');
  return `${home}${page}/${anchor === undefined ? '' : `#${anchor}`}`;
}

/** What must be said before the list: a correction, or that these are guesses. */
export function remark({ instead, guess, hits }: Found, query: string): string {
  if (hits.length === 0) return '';
  return [instead === undefined ? '' : fill(text.instead, { query, now: instead }), guess ? text.guess : '']
    .filter((words) => words !== '')
    .join(' ');
}

/** Weak ones are told of where they are folded. */
export function count(hits: readonly Hit[]): string {
  const strong = hits.filter(({ weak }) => !weak).length;
  return strong === 1 ? text.oneResult : fill(text.results, { count: strong });
}

/** So many lead the list whatever they are; a phone with its keyboard open has room for no more. */
const BEST = 3;

/** The best results, then the others by kind; the group of the best of them comes first. */
export function grouped(hits: readonly Hit[]): [Group, Hit[]][] {
  const groups = new Map<Group, Hit[]>();
  if (hits.length > 0) groups.set('best', hits.slice(0, BEST));
  for (const hit of hits.slice(BEST)) {
    const group = groupOf(hit);
    const list = groups.get(group);
    if (list) list.push(hit);
    else groups.set(group, [hit]);
  }
  return [...groups];
}

/** Results of one group. The card that leads the whole list shows the numbers to call. */
export function items(hits: readonly Hit[], isFirst: boolean, wide: boolean): HTMLLIElement[] {
  return hits.map((hit, i) => listItem(hit, wide, isFirst && i === 0 && hit.pageKind === 'emergency'));
}

/** As they were made last; what still says the same is not made again. */
const made = new Map<string, { says: string; item: HTMLLIElement }>();

const MANY = 200;

/** The results of the panel, drawn anew at every key: only what changed is made. */
export function keptItems(hits: readonly Hit[], isFirst: boolean): HTMLLIElement[] {
  return hits.map((hit, i) => {
    const shown = hit.show();
    const urgent = isFirst && i === 0 && hit.pageKind === 'emergency';
    const says = JSON.stringify([hit.kind, urgent, shown]);
    const known = made.get(hit.path);
    if (known?.says === says) return known.item;
    const item = itemOf(hit, shown, false, urgent);
    if (made.size > MANY) made.clear();
    made.set(hit.path, { says, item });
    return item;
  });
}

/** One result: its name with its kind, the words around what was found. */
export function listItem(hit: Hit, wide: boolean, urgent = false): HTMLLIElement {
  return itemOf(hit, hit.show(), wide, urgent);
}

function itemOf(hit: Hit, shown: Shown, wide: boolean, urgent: boolean): HTMLLIElement {
  const link = element('a', { href: address(hit.path) });
  const name = element('b', {}, ...marked(shown.title));
  if (shown.part) name.append(' › ', ...marked(shown.part));
  link.append(name, ' ', element('i', {}, text[hit.kind]));
  if (shown.excerpt) link.append(element('span', {}, ...marked(shown.excerpt)));
  const item = element('li', {}, link);
  if (urgent) {
    item.className = 'urgent';
    item.append(
      element(
        'p',
        {},
        ...shown.calls.map((number) =>
          element('a', { href: `tel:${number}`, 'aria-label': fill(text.call, { number }) }, number),
        ),
      ),
    );
  }
  if (wide && shown.more.length > 0) {
    const others = shown.more.flatMap(({ path, label }, i) => [
      i === 0 ? '' : ' · ',
      element('a', { href: address(path) }, label),
    ]);
    item.append(element('small', {}, text.alsoHere, ...others));
  }
  return item;
}

function marked({ text: words, marks }: Marked): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push(words.slice(at, start));
    parts.push(element('mark', {}, words.slice(start, end)));
    at = end;
  }
  parts.push(words.slice(at));
  return parts;
}
