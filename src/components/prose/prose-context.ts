import type { Locale } from '../../i18n/locale.ts';

/** Handed to the components inside a page's prose through `Astro.locals`. */
export interface ProseContext {
  locale: Locale;
  /** Every source the page cites, in the order of first use; the number shown is the place in it, from 1. */
  citations: readonly string[];
  /** The tables of facts that the page shows whole, so that a picture need not repeat them. */
  tables?: readonly string[];
}

/** The tables of facts that the prose shows whole. */
export function collectTables(body: string): string[] {
  return [...body.matchAll(/<FactTable\s+of="([^"]+)"/g)].map(([, id = '']) => id);
}

/** Citations in the order in which the prose uses them, then those that only the page's own list names. */
export function collectCitations(body: string, listed: readonly string[]): string[] {
  const used = [...body.matchAll(/<Src\s+id="([^"]+)"/g)].map(([, id = '']) => id);
  return [...new Set([...used, ...listed])];
}
