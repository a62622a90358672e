import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { canonicalJson, isJson, isSameJson, type Json } from '../../../../src/domain/checklist/json.ts';

const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => isJson(value)) as fc.Arbitrary<Json>;

/** The same value with the keys of its objects in another order. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as { readonly [key: string]: Json }).map(([key, part]) => [key, turned(part)]);
  return Object.fromEntries(entries.toReversed());
}

describe('laws of comparing values', () => {
  test.prop([json, json])('two values are the same exactly when their texts are', (a, b) => {
    expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
  });

  test.prop([json])('a copy, and a copy with its keys in another order, is the same', (value) => {
    expect(isSameJson(value, structuredClone(value))).toBe(true);
    expect(isSameJson(value, turned(value))).toBe(true);
  });

  test.prop([json, json])('a list or an object that holds another value is another one', (a, b) => {
    expect(isSameJson([a, b], [b, a])).toBe(canonicalJson(a) === canonicalJson(b));
    expect(isSameJson({ a, b }, { a: b, b: a })).toBe(canonicalJson(a) === canonicalJson(b));
    expect(isSameJson([a], [a, b])).toBe(false);
    expect(isSameJson({ a }, { b: a })).toBe(false);
    expect(isSameJson([a], { 0: a })).toBe(false);
  });
});
