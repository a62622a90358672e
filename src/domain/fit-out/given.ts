import { type Exact, readExact } from '../exact.ts';

/** What was filled in for one field: a figure as decimal text or number, a choice, a yes or no. Nothing is an empty field. */
export type GivenValue = number | string | boolean;
export type Given = Readonly<Record<string, GivenValue | undefined>>;

/** The figure of a field; `undefined` for an empty one and for what is no number. */
export function givenFigure(given: Given, field: string): Exact | undefined {
  const value = given[field];
  return typeof value === 'boolean' || value === undefined ? undefined : readExact(value);
}

/** Whether anything was filled in. Blank text is nothing. */
export function isGiven(given: Given, field: string): boolean {
  const value = given[field];
  return value !== undefined && value !== '';
}
