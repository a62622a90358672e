/** A value as JSON knows it: the only kind of value that a record may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Deeper values than this are refused, so that no walk over a value can exhaust the stack. */
const MAX_DEPTH = 32;

/** A half of a surrogate pair on its own; UTF-8, and so a stored document, cannot hold it. */
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Whether a value survives both JSON and the stored document unchanged: no `undefined`, no `NaN`, no
 * negative zero, no lone surrogates, no `__proto__` key, at most 32 levels deep.
 */
export function isJson(value: unknown, depth = 0): value is Json {
  if (depth > MAX_DEPTH) return false;
  switch (typeof value) {
    case 'boolean':
      return true;
    case 'string':
      return !LONE_SURROGATE.test(value);
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return Array.from(value as unknown[]).every((part) => isJson(part, depth + 1));
      if (Object.getPrototypeOf(value) !== Object.prototype) return false;
      return Object.entries(value).every(
        ([key, part]) => key !== '__proto__' && !LONE_SURROGATE.test(key) && isJson(part, depth + 1),
      );
    default:
      return false;
  }
}

/** Whether two values are the same; the order of an object's keys does not matter. */
export function isSameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((part: Json, place) => isSameJson(part, b[place] as Json));
  }
  const [own, other] = [a, b] as readonly { readonly [key: string]: Json }[];
  const keys = Object.keys(own ?? {});
  return (
    keys.length === Object.keys(other ?? {}).length &&
    keys.every((key) => Object.hasOwn(other ?? {}, key) && isSameJson(own?.[key] as Json, other?.[key] as Json))
  );
}

/** The value as one text, keys sorted: equal values, and only those, give equal texts. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as { readonly [key: string]: Json });
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}
