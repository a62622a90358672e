import type { RunItem } from './run.ts';

/** Items of a run under one heading. */
export interface RunGroup<Item> {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/**
 * A run's items under the headings of its template, each with its number, group and place in it (`2.3`): the same on
 * screen, in the blank form, in reports and in files. What fits under no heading comes last, under `ownTitle`.
 */
export function groupRun<Item>(
  items: readonly RunItem[],
  headings: readonly { readonly id: string; readonly title: string }[],
  ownTitle: string,
  rowOf: (item: RunItem, group: string, number: string) => Item,
): readonly RunGroup<Item>[] {
  const named = new Set(headings.map(({ id }) => id));
  const groupOf = ({ group }: RunItem): string => (named.has(group) ? group : 'own');
  const groups = items.some((item) => groupOf(item) === 'own')
    ? [...headings, { id: 'own', title: ownTitle }]
    : headings;
  return groups.map(({ id, title }, g) => ({
    id,
    title,
    items: items.filter((item) => groupOf(item) === id).map((item, i) => rowOf(item, id, `${g + 1}.${i + 1}`)),
  }));
}
