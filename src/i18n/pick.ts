import type { Locale, Localized } from './locale.ts';

/** Interface words of one language, out of a table that has both side by side. */
export function pick<K extends string>(table: Record<K, Localized>, locale: Locale): Record<K, string> {
  return Object.fromEntries(Object.entries<Localized>(table).map(([key, text]) => [key, text[locale]])) as Record<
    K,
    string
  >;
}
