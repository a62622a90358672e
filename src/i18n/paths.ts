import { DEFAULT_LOCALE, LOCALES, type Locale } from './locale.ts';

/** Where the site is hosted: `/` or `/sub/folder/`. */
const BASE = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/');

/** Route parameter of `src/pages/[...lang]/`: none for the language at the root. */
export const LANG_PARAMS = LOCALES.map((locale) => ({
  lang: locale === DEFAULT_LOCALE ? undefined : locale,
  locale,
}));

/**
 * Address of a page in one language.
 *
 * @param path - Path without language and without slashes at its ends, with an anchor or query if one is
 *   meant: `''`, `handbook/complex/fit-out/site#hot-work`.
 */
export function href(locale: Locale, path: string): string {
  const [, place = '', rest = ''] = /^([^?#]*)(.*)$/.exec(path) ?? [];
  const prefix = locale === DEFAULT_LOCALE ? '' : `${locale}/`;
  return `${BASE}${prefix}${place === '' ? '' : `${place}/`}${rest}`;
}

/** Address of a file that is the same in every language. */
export function asset(path: string): string {
  return `${BASE}${path}`;
}
