/**
 * An exact rational number, `n / d` with `d > 0`. It need not be in lowest terms, so compare with `compare` or
 * `equals`, never field by field: decimals multiply and add far faster when nothing is reduced in between.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * What the estimators take for a number: decimal text (`'1234.5'`, `'-2'`, `'1e-7'`), a ratio (`'1/3'`), a bigint,
 * an `Exact`, or a number, which stands for its shortest decimal text (0.1 is one tenth).
 */
export type Decimal = string | number | bigint | Exact;

const DECIMAL = /^([+-]?)(\d{1,60})(?:\.(\d{1,60}))?(?:e([+-]?\d{1,2}))?$/i;
const RATIO = /^([+-]?\d{1,120})\/(\d{1,120})$/;

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };
export const HUNDRED: Exact = { n: 100n, d: 1n };

const POWERS_OF_TEN: bigint[] = Array.from({ length: 64 }, (_, index) => 10n ** BigInt(index));

/** @param exponent - A whole number, not negative. */
export function tenTo(exponent: number): bigint {
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);
}

/** Reads a plain number; what people type is read by `readNumber` instead. `undefined` for anything else. */
export function readExact(value: unknown): Exact | undefined {
  if (typeof value === 'bigint') return { n: value, d: 1n };
  if (typeof value === 'number') return Number.isFinite(value) ? readExact(String(value)) : undefined;
  if (typeof value === 'string') return readText(value.trim());
  return isExact(value) ? value : undefined;
}

/** @throws {RangeError} if `value` is no number. */
export function exact(value: Decimal): Exact {
  const read = readExact(value);
  if (read === undefined) throw new RangeError(`Not a number: ${String(value)}`);
  return read;
}

export function isExact(value: unknown): value is Exact {
  if (typeof value !== 'object' || value === null) return false;
  const { n, d } = value as Partial<Exact>;
  return typeof n === 'bigint' && typeof d === 'bigint' && d > 0n;
}

function readText(text: string): Exact | undefined {
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const [, sign, whole = '', decimals = '', exponent = '0'] = decimal;
    const size = BigInt(whole + decimals);
    const n = sign === '-' ? -size : size;
    const places = decimals.length - Number(exponent);
    return places >= 0 ? { n, d: tenTo(places) } : { n: n * tenTo(-places), d: 1n };
  }
  const ratio = RATIO.exec(text);
  if (!ratio) return undefined;
  const d = BigInt(ratio[2] ?? '0');
  return d === 0n ? undefined : { n: BigInt(ratio[1] ?? '0'), d };
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  return lowest({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
}

export function negate(a: Exact): Exact {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** @throws {RangeError} if `b` is zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new RangeError('Division by zero');
  return lowest(b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n });
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equals(a: Exact, b: Exact): boolean {
  return compare(a, b) === 0;
}

export function signOf(a: Exact): -1 | 0 | 1 {
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0;
}

export function absolute(a: Exact): Exact {
  return a.n < 0n ? negate(a) : a;
}

export function smaller(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

export function total(values: Iterable<Exact>): Exact {
  let sum = ZERO;
  for (const value of values) sum = add(sum, value);
  return sum;
}

/** A percentage as a share: 90 becomes 9/10. */
export function shareOfPercent(percent: Exact): Exact {
  return { n: percent.n, d: percent.d * 100n };
}

/** Greatest whole number not above `a`. */
export function floor(a: Exact): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

/** Least whole number not below `a`. */
export function ceiling(a: Exact): bigint {
  return -floor(negate(a));
}

/** Nearest whole number; a tie goes away from zero. */
export function roundHalfUp(a: Exact): bigint {
  const size = a.n < 0n ? -a.n : a.n;
  const rounded = (2n * size + a.d) / (2n * a.d);
  return a.n < 0n ? -rounded : rounded;
}

/** The same number in lowest terms. */
export function lowest(a: Exact): Exact {
  let x = a.n < 0n ? -a.n : a.n;
  let y = a.d;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 1n ? a : { n: a.n / x, d: a.d / x };
}

/** Rounded half up (ties away from zero) to so many decimals: `decimalText(1/3, 2)` is `0.33`. Never `-0.00`. */
export function decimalText(a: Exact, places: number): string {
  const scaled = roundHalfUp({ n: a.n * tenTo(places), d: a.d });
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${scaled < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(digits.length - places)}` : ''}`;
}

/** The whole number in text: a decimal where it ends (`12.5`), else a ratio (`1/3`). `readExact` reads it back. */
export function exactText(a: Exact): string {
  const { n, d } = lowest(a);
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? decimalText({ n, d }, Math.max(twos, fives)) : `${n}/${d}`;
}
