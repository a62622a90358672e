import { sha256 } from '../../domain/sha-256.ts';
import { LOCALES, type Locale } from '../../i18n/locale.ts';

const SIGNS = 10;

/** What an entry says in one language, with a mark of what it says in all of them: another mark, other words. */
export function marked<T extends object>(locale: Locale, view: (locale: Locale) => T): T & { mark: string } {
  const all = JSON.stringify(LOCALES.map(view));
  return { ...view(locale), mark: sha256(new TextEncoder().encode(all)).slice(0, SIGNS) };
}
