import type { WhenCondition } from '../../schema/when.ts';
import { compare, exact } from '../exact.ts';
import { type Given, type GivenValue, givenFigure, isGiven } from './given.ts';

/** `unknown`: an answer is missing that would decide it. */
export type Holding = 'yes' | 'no' | 'unknown';

function conditionHolds(condition: WhenCondition, given: Given): Holding {
  if ('in' in condition) {
    if (!isGiven(given, condition.field)) return 'unknown';
    return condition.in.includes(given[condition.field] as Exclude<GivenValue, number>) ? 'yes' : 'no';
  }
  const figure = givenFigure(given, condition.field);
  if (figure === undefined) return 'unknown';
  const is =
    'above' in condition
      ? compare(figure, exact(condition.above)) > 0
      : 'atLeast' in condition
        ? compare(figure, exact(condition.atLeast)) >= 0
        : compare(figure, exact(condition.atMost)) <= 0;
  return is ? 'yes' : 'no';
}

/** Whether all conditions of any one list hold. Without lists it always holds. */
export function anyHolds(when: readonly (readonly WhenCondition[])[], given: Given): Holding {
  if (when.length === 0) return 'yes';
  const lists = when.map((list): Holding => {
    const each = list.map((condition) => conditionHolds(condition, given));
    return each.includes('no') ? 'no' : each.includes('unknown') ? 'unknown' : 'yes';
  });
  return lists.includes('yes') ? 'yes' : lists.includes('unknown') ? 'unknown' : 'no';
}

/** Empty fields that keep an entry undecided, each once. */
export function openFields(when: readonly (readonly WhenCondition[])[], given: Given): string[] {
  const lists = when.filter((list) => !list.some((condition) => conditionHolds(condition, given) === 'no'));
  return [...new Set(lists.flat().map(({ field }) => field))].filter((field) => !isGiven(given, field));
}

export interface Entailed<T> {
  readonly entry: T;
  readonly holding: Exclude<Holding, 'no'>;
  readonly open: readonly string[];
}

/** Entries that apply, and those of which it cannot be told yet, in their own order. */
export function entailed<T extends { readonly when: readonly (readonly WhenCondition[])[] }>(
  entries: readonly T[],
  given: Given,
): Entailed<T>[] {
  return entries.flatMap((entry) => {
    const holding = anyHolds(entry.when, given);
    return holding === 'no' ? [] : [{ entry, holding, open: openFields(entry.when, given) }];
  });
}

export interface RequiredDocument<I> {
  readonly item: I;
  readonly group: string;
  /** `unknown`: whether the tenant has the trait has not been answered yet. */
  readonly holding: Exclude<Holding, 'no'>;
  readonly open: readonly string[];
}

type Lists = readonly (readonly WhenCondition[])[];

/** The items of the submissions checklist that this tenant has to hand in, in the order of the list. */
export function requiredDocuments<I extends { readonly when?: string | undefined }>(
  groups: readonly { readonly id: string; readonly items: readonly I[] }[],
  traits: readonly { readonly id: string; readonly when: Lists }[],
  given: Given,
): RequiredDocument<I>[] {
  const byId = new Map(traits.map((trait) => [trait.id, trait]));
  return groups.flatMap((group) =>
    group.items.flatMap((item) => {
      const trait = item.when === undefined ? undefined : byId.get(item.when);
      // A trait that the desk does not know is asked of everybody: too much is seen, too little is not.
      const when = trait?.when ?? [];
      const holding = anyHolds(when, given);
      return holding === 'no' ? [] : [{ item, group: group.id, holding, open: openFields(when, given) }];
    }),
  );
}
