import { findInText } from '../search/full-text.ts';
import { showHits } from './search.ts';

/** The results page: the query of the address, answered in full. */
const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
const place = document.querySelector<HTMLElement>('#results');
const box = document.querySelector<HTMLInputElement>('.find input');
if (box) box.value = query;
if (place && query !== '') {
  findInText(document.documentElement.dataset.root ?? '/', query, 50).then(
    (hits) => showHits(place, hits, query),
    () => {
      place.textContent = place.dataset.failed ?? '';
    },
  );
}
