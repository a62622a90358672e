import { keepOffline } from './keep-offline.ts';
import { rememberPage } from './reading-memory.ts';

/**
 * What every page gains from JavaScript, in as few bytes as can be: the theme switch, the print button, the search box (whose code
 * is fetched only when it is wanted) and the memory of what was read.
 */
const find = document.querySelector<HTMLFormElement>('.find');
const box = find?.querySelector('input');

async function openSearch(): Promise<void> {
  if (!find || find.dataset.ready) return;
  find.dataset.ready = 'yes';
  const { enhanceSearch } = await import('./search.ts');
  enhanceSearch(find);
}

box?.addEventListener('focus', openSearch);
if (document.activeElement === box) openSearch();
addEventListener('keydown', (event) => {
  // The Enter that takes a candidate of the input method submits no form, on any page. Safari marks it by its number only.
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  const typing = (event.target as Element | null)?.closest('input, textarea, select, [contenteditable]');
  if ((event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    box?.focus();
    box?.select();
  }
});

// The other language has the same anchors, so the switch leads to the very place.
const language = document.querySelector<HTMLAnchorElement>('.lang');
language?.addEventListener('click', () => {
  language.hash = location.hash;
});

const theme = document.querySelector<HTMLSelectElement>('#theme');
if (theme) {
  theme.value = document.documentElement.dataset.theme ?? '';
  theme.addEventListener('change', () => {
    document.documentElement.dataset.theme = theme.value;
    try {
      localStorage.setItem('zg.theme', theme.value);
    } catch {
      // Storage is refused: the choice holds for this page only.
    }
  });
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', async () => {
    if (document.documentElement.dataset.limited === undefined) print();
    else (await import('./no-print.ts')).explain();
  });
}
rememberPage();
keepOffline();
