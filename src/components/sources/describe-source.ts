import { getCollection } from 'astro:content';
import type { Locale } from '../../i18n/locale.ts';
import { SHELL } from '../../i18n/shell-strings.ts';

/** Says in words where an entry comes from, for tools that cannot link each figure: law with article, section of the source, practice. */
export async function describeSources(locale: Locale): Promise<(ref: string) => string> {
  const sources = new Map((await getCollection('sources')).map(({ id, data }) => [id, data]));
  return (ref) => {
    const [id = '', article] = ref.split('@');
    const source = sources.get(id);
    if (!source) throw new Error(`No source "${id}"`);
    switch (source.kind) {
      case 'document':
        return `${SHELL.kindDocument[locale]} ${source.scheme} · ${source.section[locale]}`;
      case 'law':
        return `${source.title[locale]}${article === undefined ? '' : locale === 'en' ? `, art. ${article}` : `第${article}条`}`;
      default:
        return SHELL.kindPractice[locale];
    }
  };
}
