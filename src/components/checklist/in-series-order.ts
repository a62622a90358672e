import type { CollectionEntry } from 'astro:content';

type Ordered = Pick<CollectionEntry<'checklists'>, 'data'>;

/** Compares checklists for sorting: by series, and within a series by its stages, as the handbook lists them. */
export function inSeriesOrder(a: Ordered, b: Ordered): number {
  return a.data.series.localeCompare(b.data.series, 'en') || a.data.order - b.data.order;
}
