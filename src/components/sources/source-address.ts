import type { CollectionEntry } from 'astro:content';

/** Fields of law in the order of the ledger; a field is the file `content/sources/laws-<field>.yaml`. */
export const LAW_FIELDS = ['property', 'fees', 'fit-out', 'fire', 'equipment', 'people'] as const;
export type LawField = (typeof LAW_FIELDS)[number];

/** The field of a law, by the file in which it stands; `undefined` for anything that is no law. */
export function lawField({ data, filePath = '' }: CollectionEntry<'sources'>): LawField | undefined {
  if (data.kind !== 'law') return undefined;
  const name = /laws-([a-z-]+)\.ya?ml$/.exec(filePath)?.[1];
  const field = LAW_FIELDS.find((known) => known === name);
  if (field === undefined) throw new Error(`No field of law for ${filePath}: see LAW_FIELDS`);
  return field;
}

/** Anchor of one article of a law; only articles that the law's entry lists have one. */
export function articleAnchor(id: string, article: string): string {
  return `${id}-art-${article.replaceAll(/[^0-9A-Za-z]+/g, '-').replace(/-$/, '')}`;
}

/** Where a source stands in the ledger: path below the root with its anchor. */
export function sourceAddress(entry: CollectionEntry<'sources'>, article?: string): string {
  const field = lawField(entry);
  if (field === undefined) return `sources#${entry.id}`;
  return `sources/laws/${field}#${article === undefined ? entry.id : articleAnchor(entry.id, article)}`;
}
