import { fold } from '../search/fold.ts';

/**
 * Narrows the service directory by its four facets and by words. The choice stands in the address, so that it can be sent and
 * survives the way back; the number of services shown is announced.
 */
export function enhanceDirectory(): void {
  const form = document.querySelector<HTMLFormElement>('#directory-filter');
  const status = form?.querySelector<HTMLElement>('[role="status"]');
  if (!form || !status) return;
  const services = [...document.querySelectorAll<HTMLElement>('[data-facets]')].map((element) => ({
    element,
    facets: new Set(element.dataset.facets?.split(' ')),
    words: fold(`${element.textContent} ${element.dataset.words}`),
  }));
  const sections = [...document.querySelectorAll<HTMLElement>('.directory section')];

  const narrow = (): void => {
    const chosen = [...new FormData(form)]
      .map(([name, value]) => [name, String(value).trim()] as const)
      .filter(([, value]) => value !== '');
    const wanted = chosen.flatMap(([name, value]) => (name === 'q' ? value.split(/\s+/).map(fold) : []));
    const facets = chosen.flatMap(([name, value]) => (name === 'q' ? [] : [value]));
    let count = 0;
    for (const { element, facets: own, words } of services) {
      element.hidden = !(facets.every((facet) => own.has(facet)) && wanted.every((word) => words.includes(word)));
      if (!element.hidden) count++;
    }
    for (const section of sections) section.hidden = !section.querySelector('[data-facets]:not([hidden])');
    status.textContent =
      count === 0 ? (form.dataset.none ?? '') : (form.dataset.shown ?? '').replace('{count}', String(count));
    const query = new URLSearchParams(chosen.map(([name, value]) => [name, value])).toString();
    history.replaceState(
      history.state,
      '',
      query === '' ? location.pathname + location.hash : `?${query}${location.hash}`,
    );
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
  form.addEventListener('input', (event) => {
    // Half-composed pinyin is no word yet.
    if (!(event as InputEvent).isComposing) narrow();
  });
  form.addEventListener('compositionend', narrow);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are emptied only when every listener of the event has run.
  form.addEventListener('reset', () => setTimeout(narrow));
  narrow();
}

/** Marks in the list what the current project filled in, and what of it has grown old. */
export function markFilled(
  services: Readonly<Record<string, { readonly at: string }>>,
  isOld: (at: string) => boolean,
): void {
  const { filled = '', old = '' } = document.querySelector<HTMLElement>('#directory-filter')?.dataset ?? {};
  for (const entry of document.querySelectorAll<HTMLElement>('[data-service]')) {
    const own = services[entry.dataset.service ?? ''];
    if (!own) continue;
    const mark = document.createElement('small');
    mark.className = isOld(own.at) ? 'old' : '';
    mark.textContent = isOld(own.at) ? old : filled;
    entry.append(mark);
  }
}
