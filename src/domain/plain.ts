import { exactText, isExact } from './exact.ts';

/** What JSON can hold. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * The JSON-able form of a result: exact numbers become decimal text (`'12.5'`, or `'1/3'` where a decimal does not
 * end), bigints (fen) whole-number text; parts that are `undefined` are left out. `readExact` reads both back.
 *
 * @throws {RangeError} for what no result holds: a function, a symbol, or a number that is not finite.
 */
export function plainForm(value: unknown): Plain {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isExact(value)) return exactText(value);
  if (Array.isArray(value)) return value.map((part) => plainForm(part === undefined ? null : part));
  if (value instanceof Map) return plainForm(Object.fromEntries(value));
  if (typeof value !== 'object') throw new RangeError(`Not part of a result: ${String(value)}`);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.map(([key, part]) => [key, plainForm(part)]));
}
