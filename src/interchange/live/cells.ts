import {
  add,
  ceiling,
  compare,
  type Exact,
  exact,
  floor,
  larger,
  multiply,
  signOf,
  smaller,
  subtract,
  ZERO,
} from '../../domain/exact.ts';
import { roundToFen, yuanOfFen } from '../../domain/money.ts';

/**
 * A spreadsheet formula together with the value that it has now, reckoned exactly. With `text` it shows that word
 * instead of a number, such as a dash where there is nothing to divide by.
 */
export interface Live {
  readonly f: string;
  readonly v: Exact;
  readonly text?: string;
}

/** A question that a formula asks, and the answer that it has now. */
export interface Test {
  readonly f: string;
  readonly holds: boolean;
}

export const NOTHING = '–';
const joined = (sign: string, parts: readonly Live[]): string => parts.map(({ f }) => wrapped(f)).join(sign);
const isPlain = (f: string): boolean => /^[A-Za-z_0-9.$!']+$/.test(f);
const wrapped = (f: string): string => (isPlain(f) ? f : `(${f})`);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const constant = (text: string): Live => ({ f: text, v: exact(text) });
export const times = (...parts: readonly Live[]): Live => ({
  f: joined('*', parts),
  v: parts.map(({ v }) => v).reduce(multiply),
});
/** A sum in a form that takes any number of parts. */
export const plus = (...parts: readonly Live[]): Live => {
  if (parts.length === 0) return constant('0');
  return { f: joined('+', parts), v: parts.map(({ v }) => v).reduce(add) };
};
export const minus = (a: Live, ...parts: readonly Live[]): Live => ({
  f: joined('-', [a, ...parts]),
  v: parts.map(({ v }) => v).reduce(subtract, a.v),
});
const quotient = (a: Exact, b: Exact): Exact => multiply(a, { n: b.n < 0n ? -b.d : b.d, d: b.n < 0n ? -b.n : b.n });
/** For a divisor that is never zero. */
export const over = (a: Live, b: Live): Live => ({ f: joined('/', [a, b]), v: quotient(a.v, b.v) });
/** A dash where there is nothing to divide by: never `#DIV/0!`. */
export const overOrNothing = (a: Live, b: Live): Live => {
  const f = `IF(${wrapped(b.f)}=0,${quoted(NOTHING)},${joined('/', [a, b])})`;
  return signOf(b.v) === 0 ? { f, v: ZERO, text: NOTHING } : { f, v: quotient(a.v, b.v) };
};
/** Zero where there is nothing to divide by. */
export const overOrZero = (a: Live, b: Live): Live => ({
  f: `IF(${wrapped(b.f)}=0,0,${joined('/', [a, b])})`,
  v: signOf(b.v) === 0 ? ZERO : quotient(a.v, b.v),
});
/** What `then` makes of a value that may be a dash. */
export const unlessNothing = (a: Live, then: (a: Live) => Live): Live => {
  const made = then(a);
  const f = `IF(ISNUMBER(${a.f}),${made.f},${quoted(NOTHING)})`;
  return a.text === undefined ? { ...made, f } : { f, v: ZERO, text: NOTHING };
};
export const least = (...parts: readonly Live[]): Live => ({
  f: `MIN(${parts.map(({ f }) => f).join(',')})`,
  v: parts.map(({ v }) => v).reduce(smaller),
});
export const greatest = (...parts: readonly Live[]): Live => ({
  f: `MAX(${parts.map(({ f }) => f).join(',')})`,
  v: parts.map(({ v }) => v).reduce(larger),
});
export const notBelowZero = (a: Live): Live => greatest(constant('0'), a);
export const percentOf = (percent: Live): Live => over(percent, constant('100'));
/** Half up to the fen; rounded to nine decimals first, since a spreadsheet reckons in binary. */
export const toFen = (a: Live): Live => ({ f: `ROUND(ROUND(${a.f},9),2)`, v: yuanOfFen(roundToFen(a.v)) });
export const roundedUp = (a: Live): Live => ({ f: `ROUNDUP(ROUND(${a.f},9),0)`, v: { n: ceiling(a.v), d: 1n } });
export const roundedDown = (a: Live): Live => ({ f: `ROUNDDOWN(ROUND(${a.f},9),0)`, v: { n: floor(a.v), d: 1n } });

export const isAtLeast = (a: Live, b: Live): Test => ({
  f: `ROUND(${wrapped(a.f)}-${wrapped(b.f)},9)>=0`,
  holds: compare(a.v, b.v) >= 0,
});
export const isAbove = (a: Live, b: Live): Test => ({
  f: `ROUND(${wrapped(a.f)}-${wrapped(b.f)},9)>0`,
  holds: compare(a.v, b.v) > 0,
});
/** To nine decimals: what a spreadsheet reckons in binary is compared at that. */
export const toNine = (a: Live): Live => ({ f: `ROUND(${a.f},9)`, v: a.v });
export const isZero = (a: Live): Test => ({ f: `${wrapped(a.f)}=0`, holds: signOf(a.v) === 0 });
export const both = (...parts: readonly Test[]): Test => ({
  f: `AND(${parts.map(({ f }) => f).join(',')})`,
  holds: parts.every(({ holds }) => holds),
});
export const opposite = ({ f, holds }: Test): Test => ({ f: `NOT(${f})`, holds: !holds });
/** Whether the text of a cell is this one. */
export const isText = (cell: string, text: string, holds: boolean): Test => ({ f: `${cell}=${quoted(text)}`, holds });
export const either = (test: Test, then: Live, otherwise: Live): Live => {
  const now = test.holds ? then : otherwise;
  return { ...now, f: `IF(${test.f},${then.f},${otherwise.f})` };
};
/** 1 where it holds, else 0. */
export const counted = (test: Test): Live => either(test, constant('1'), constant('0'));
