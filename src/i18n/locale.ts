/** The languages of the handbook, in the order in which every content file lists them. */
export const LOCALES = ['zh-CN', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text);

/** A text in every language of the handbook. */
export type Localized<T = string> = Record<Locale, T>;

/** The language at `/`; every other one lives below its own prefix. */
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** The other language of the pair, for the switch in the header. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh-CN' : 'en';
}
