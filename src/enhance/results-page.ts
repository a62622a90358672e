import { fill } from '../i18n/format.ts';
import type { Hit } from '../search/search.ts';
import { search, want } from './search-files.ts';
import { count, element, grouped, groupOf, items, listItem, remark, text } from './search-list.ts';
import { rememberQuery } from './search-recent.ts';

/** The results page: the query of the address, answered in full, narrowed by kind and scheme. */
const parameters = new URLSearchParams(location.search);
const query = parameters.get('q')?.trim() ?? '';
const place = document.querySelector<HTMLElement>('#results');
const topics = document.querySelector<HTMLElement>('[data-topics]');
for (const box of document.querySelectorAll<HTMLInputElement>('input[name="q"]')) box.value = query;

if (place && query !== '') void answer(place);

async function answer(results: HTMLElement): Promise<void> {
  const heading = document.querySelector('h1');
  const words = fill(text.resultsFor, { query });
  if (heading) heading.textContent = words;
  document.title = document.title.replace(/^[^·]*/, `${words} `);
  const status = element('p', { role: 'status' }, text.searching);
  results.append(status);
  const parts = await Promise.allSettled([want('titles'), want('entries'), want('text')]);
  if (parts[0].status === 'rejected') {
    status.textContent = text.failed;
    return;
  }
  let found = search.find(query);
  if (found.wantsSounds) {
    await want('sounds').catch(() => {});
    found = search.find(query);
  }
  if (found.hits.length === 0) {
    status.textContent = fill(text.none, { query });
    return;
  }
  rememberQuery(query);
  if (topics) topics.hidden = true;
  const list = element('div');
  const before = remark(found, query);
  if (before !== '') results.append(element('p', { class: 'remark' }, before));
  if (parts.some((part) => part.status === 'rejected')) results.append(element('p', { class: 'remark' }, text.partly));
  const schemes = JSON.parse(results.dataset.schemes ?? '{}') as Record<string, string>;
  const chosen = { kind: parameters.get('kind') ?? '', scheme: parameters.get('scheme') ?? '' };

  const narrow = (): void => {
    const hits = found.hits.filter((hit) => fits(chosen.kind, groupOf(hit)) && fits(chosen.scheme, hit.scheme));
    const strong = hits.filter((hit) => !hit.weak);
    const weak = hits.filter((hit) => hit.weak);
    list.replaceChildren(
      ...grouped(strong).flatMap(([group, some], i) => [
        element('h2', {}, text[group]),
        element('ul', {}, ...items(some, i === 0, true)),
      ]),
    );
    if (weak.length > 0) list.append(fold(weak, strong.length === 0));
    status.textContent = count(hits);
    for (const [name, value] of Object.entries(chosen)) {
      if (value === '') parameters.delete(name);
      else parameters.set(name, value);
    }
    history.replaceState(history.state, '', `?${parameters}`);
  };
  const kinds = tally(found.hits.map(groupOf)).map(([group, n]): [string, string, number] => [group, text[group], n]);
  const inSchemes = tally(found.hits.map(({ scheme }) => scheme)).flatMap(([id, n]): [string, string, number][] =>
    schemes[id] ? [[id, schemes[id], n]] : [],
  );
  results.append(
    element(
      'div',
      { class: 'narrow' },
      choose(text.filterKind, kinds, chosen.kind, (kind) => {
        chosen.kind = kind;
        narrow();
      }),
      choose(text.filterScheme, inSchemes, chosen.scheme, (scheme) => {
        chosen.scheme = scheme;
        narrow();
      }),
    ),
    list,
  );
  narrow();
}

function fits(wanted: string, own: string): boolean {
  return wanted === '' || wanted === own;
}

function tally<T extends string>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}

/** A field that narrows the list; none where there is nothing to choose. */
function choose(
  name: string,
  options: readonly [id: string, label: string, count: number][],
  now: string,
  change: (id: string) => void,
): HTMLElement {
  const field = element('select', { class: 'field' }, element('option', { value: '' }, text.everything));
  for (const [id, label, n] of options) field.append(element('option', { value: id }, `${label} ${n}`));
  field.value = options.some(([id]) => id === now) ? now : '';
  field.addEventListener('change', () => change(field.value));
  const label = element('label', {}, `${name} `, field);
  label.hidden = options.length < 2;
  return label;
}

/** Weak results, made only when they are looked at. */
function fold(hits: readonly Hit[], open: boolean): HTMLElement {
  const list = element('ul');
  const folded = element('details', {}, element('summary', {}, fill(text.weak, { count: hits.length })), list);
  const fillList = (): void => {
    if (folded.open && list.childElementCount === 0) list.append(...hits.map((hit) => listItem(hit, true)));
  };
  folded.addEventListener('toggle', fillList);
  folded.open = open;
  fillList();
  return folded;
}
