/** A choice that a result rests on; printed with it. Ids and values are symbolic, the page has the words. */
export interface Assumption {
  readonly id: string;
  readonly value: string;
  /** Whether it is what the handbook decides where the source is silent. */
  readonly isDefault: boolean;
}

export function assumption(id: string, value: string, usual: string): Assumption {
  return { id, value, isDefault: value === usual };
}
