import type { Locale } from '../../i18n/locale.ts';
import { SHELL } from '../../i18n/shell-strings.ts';
import type { Source } from '../../schema/source.ts';

/** Whether a source binds anybody here: a foreign standard stands in the ledger of laws, but only to compare with. */
export function isLaw(source: Source | undefined): boolean {
  return source?.kind === 'law' && source.benchmark === undefined;
}

/** The one word that says what kind of backing a source gives. */
export function kindWord(source: Source, locale: Locale): string {
  switch (source.kind) {
    case 'document':
      return `${SHELL.kindDocument[locale]} ${source.scheme}`;
    case 'law':
      return source.benchmark ? SHELL.kindBenchmark[locale] : SHELL.kindLaw[locale];
    default:
      return SHELL.kindPractice[locale];
  }
}
