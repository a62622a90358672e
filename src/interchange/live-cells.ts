import { add, type Exact, exact, larger, multiply, signOf, subtract, ZERO } from '../domain/exact.ts';
import { roundToFen, yuanOfFen } from '../domain/money.ts';

/** A spreadsheet formula together with the value that it has now, reckoned exactly. */
export interface Live {
  readonly f: string;
  readonly v: Exact;
}

const joined = (sign: string, parts: readonly Live[]): string => parts.map(({ f }) => `(${f})`).join(sign);

export const constant = (text: string): Live => ({ f: text, v: exact(text) });
export const times = (...parts: readonly Live[]): Live => ({
  f: joined('*', parts),
  v: parts.map(({ v }) => v).reduce(multiply),
});
export const plus = (...parts: readonly Live[]): Live =>
  parts.length === 0 ? constant('0') : { f: joined('+', parts), v: parts.map(({ v }) => v).reduce(add) };
export const minus = (a: Live, ...parts: readonly Live[]): Live => ({
  f: joined('-', [a, ...parts]),
  v: parts.map(({ v }) => v).reduce(subtract, a.v),
});
export const over = (a: Live, b: Live): Live => ({
  f: joined('/', [a, b]),
  v: multiply(a.v, { n: b.v.n < 0n ? -b.v.d : b.v.d, d: b.v.n < 0n ? -b.v.n : b.v.n }),
});
export const notBelowZero = (a: Live): Live => ({ f: `MAX(0,${a.f})`, v: larger(a.v, ZERO) });
export const percentOf = (percent: Live): Live => over(percent, constant('100'));
/** Half up to the fen; rounded to nine decimals first, since a spreadsheet reckons in binary. */
export const toFen = (a: Live): Live => ({ f: `ROUND(ROUND(${a.f},9),2)`, v: yuanOfFen(roundToFen(a.v)) });
/** `then` where `a` is at least `b`, else `otherwise`. */
export const ifAtLeast = (a: Live, b: Live, then: Live, otherwise: Live): Live => ({
  f: `IF(ROUND((${a.f})-(${b.f}),9)>=0,${then.f},${otherwise.f})`,
  v: signOf(subtract(a.v, b.v)) >= 0 ? then.v : otherwise.v,
});
export const ifZero = (a: Live, then: Live, otherwise: Live): Live => ({
  f: `IF((${a.f})=0,${then.f},${otherwise.f})`,
  v: signOf(a.v) === 0 ? then.v : otherwise.v,
});
