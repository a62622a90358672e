import { fill } from '../i18n/format.ts';
import { fold } from '../search/fold.ts';

/**
 * A field that narrows a long list as one types, in the words of the search (width, case and marks do not count; every word must be
 * there). The list says which of its parts are filtered, and in what words: `<ul data-filter="li" data-label="…" data-shown="…">`. Without JavaScript there is the whole list.
 */
export function enhanceFilter(list: HTMLElement): void {
  const items = [...list.querySelectorAll<HTMLElement>(list.dataset.filter ?? 'li')].map((element) => ({
    element,
    words: fold(`${element.textContent} ${element.dataset.words ?? ''}`),
  }));
  const parts = new Map<Element | null, HTMLElement[]>();
  for (const { element } of items)
    parts.set(element.parentElement, [...(parts.get(element.parentElement) ?? []), element]);
  const box = document.createElement('input');
  box.type = 'search';
  box.className = 'field';
  box.autocomplete = 'off';
  const label = document.createElement('label');
  label.append(`${list.dataset.label} `, box);
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  status.className = 'quiet';
  const row = document.createElement('p');
  row.className = 'filter-row noprint';
  row.append(label, ' ', status);
  const before = list.querySelector('[data-filter-here]');
  if (before) before.replaceWith(row);
  else list.before(row);

  const narrow = (): void => {
    const wanted = fold(box.value.replace(/\s+/g, '\n'))
      .split('\n')
      .filter((word) => word !== '');
    let count = 0;
    for (const { element, words } of items) {
      element.hidden = !wanted.every((word) => words.includes(word));
      if (!element.hidden) count++;
    }
    // An empty part goes with the heading above it.
    for (const [holder, own] of parts) {
      if (!(holder instanceof HTMLElement) || holder === list) continue;
      holder.hidden = own.every((element) => element.hidden);
      const above = holder.previousElementSibling;
      if (above instanceof HTMLHeadingElement) above.hidden = holder.hidden;
    }
    status.textContent = wanted.length === 0 ? '' : fill(list.dataset.shown ?? '', { count, all: items.length });
  };
  box.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) narrow();
  });
  box.addEventListener('compositionend', narrow);
}

for (const list of document.querySelectorAll<HTMLElement>('[data-filter]')) enhanceFilter(list);
