import type { CollectionEntry } from 'astro:content';
import type { Locale } from '../../i18n/locale.ts';

type Term = CollectionEntry<'glossary'>;

/** The letters under which a reader looks: pinyin without its tone marks, or the English term. */
function sortKey({ data }: Term, locale: Locale): string {
  return locale === 'en' ? data.term.en : data.pinyin.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/['\s]/g, '');
}

/** Terms under their first letter, in order; those that begin with a figure come first, under `0–9`. */
export function byFirstLetter(terms: readonly Term[], locale: Locale): { letter: string; entries: Term[] }[] {
  const sorted = [...terms].sort((a, b) => sortKey(a, locale).localeCompare(sortKey(b, locale), 'en'));
  const groups = Map.groupBy(sorted, (term) => {
    const first = sortKey(term, locale).charAt(0).toUpperCase();
    return /[A-Z]/.test(first) ? first : '0–9';
  });
  return [...groups].map(([letter, entries]) => ({ letter, entries }));
}
