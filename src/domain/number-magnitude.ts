import { add, compare, type Exact, multiply, tenTo, ZERO } from './exact.ts';
import { type Sign, skipSpaces, stop } from './number-signs.ts';

const CHINESE = '〇一二三四五六七八九';
const SMALL_UNITS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const LARGE_UNITS = [
  { sign: '亿', value: 100_000_000n, digits: 8 },
  { sign: '万', value: 10_000n, digits: 4 },
] as const;

/**
 * Reads a number without sign and currency: `1,234.5`, `1.2万`, `3亿5000万`, 一百二十.
 *
 * @param end - Where to point when nothing stands there.
 */
export function readMagnitude(signs: readonly Sign[], end: number): Exact {
  const spaced = skipSpaces(signs);
  const first = spaced[0];
  if (first === undefined) stop('no-digits', end);
  return readLarge(spaced, end);
}

function readLarge(signs: readonly Sign[], end: number): Exact {
  for (const unit of LARGE_UNITS) {
    const at = signs.findLastIndex(({ sign }) => sign === unit.sign);
    const mark = signs[at];
    if (mark === undefined) continue;
    const before = skipSpaces(signs.slice(0, at));
    const after = skipSpaces(signs.slice(at + 1));
    if (before.length === 0) stop('misplaced-unit', mark.at);
    const many = multiply(readLarge(before, end), { n: unit.value, d: 1n });
    return after.length === 0 ? many : add(many, readRest(after, unit, many, before, end));
  }
  return readSmall(signs, end);
}

/** What stands behind a 万 or 亿. */
function readRest(
  after: readonly Sign[],
  unit: (typeof LARGE_UNITS)[number],
  many: Exact,
  before: readonly Sign[],
  end: number,
): Exact {
  const first = after[0] as Sign;
  if (before.some(({ sign }) => sign === '.')) stop('misplaced-unit', first.at);
  const [only] = after;
  // 一万二 is 12,000, as 三百五 is 350; in Arabic digits (3万5) people write it both ways.
  if (after.length === 1 && only && CHINESE.indexOf(only.sign) > 0 && before.every(({ sign }) => isChinese(sign))) {
    return { n: BigInt(CHINESE.indexOf(only.sign)) * (unit.value / 10n), d: 1n };
  }
  const isArabic = after.every(({ sign }) => /[\d.,' ]/.test(sign));
  const wholeDigits = after.filter(({ sign }) => sign !== ',' && sign !== "'" && sign !== ' ');
  const point = wholeDigits.findIndex(({ sign }) => sign === '.');
  const count = point < 0 ? wholeDigits.length : point;
  if (isArabic && count < unit.digits) stop('unit-missing', end);
  const rest = readLarge(after, end);
  if (compare(rest, { n: unit.value, d: 1n }) >= 0 || many.d !== 1n) stop('misplaced-unit', first.at);
  return rest;
}

function isChinese(sign: string): boolean {
  return CHINESE.includes(sign) || sign in SMALL_UNITS || sign === '万' || sign === '亿' || sign === ' ';
}

/** No 万 or 亿 in it. */
function readSmall(signs: readonly Sign[], end: number): Exact {
  const point = signs.findIndex(({ sign }) => sign === '.');
  const again = signs.findLastIndex(({ sign }) => sign === '.');
  if (point !== again) stop('two-points', signs[again]?.at ?? end);
  const whole = skipSpaces(point < 0 ? signs : signs.slice(0, point));
  const unitAt = signs.findIndex(({ sign }) => sign in SMALL_UNITS);
  const isPlain = whole.every(({ sign }) => !CHINESE.includes(sign)) && unitAt < 0;
  if (isPlain) return readArabic(whole, point < 0 ? undefined : signs.slice(point + 1), end);
  const decimals = point < 0 ? undefined : signs.slice(point + 1);
  if (decimals === undefined) return readChinese(whole, end);
  // 3.5千, 三点五百: a decimal before one closing unit.
  const last = decimals[decimals.length - 1];
  const unit = last && SMALL_UNITS[last.sign];
  const part = readDecimals(skipSpaces(unit ? decimals.slice(0, -1) : decimals), end);
  if (unit && whole.some(({ sign }) => sign in SMALL_UNITS)) stop('misplaced-unit', last.at);
  const value = add(
    whole.every(({ sign }) => /[\d,' ]/.test(sign)) ? readArabic(whole, undefined, end) : readChinese(whole, end),
    part,
  );
  return unit ? multiply(value, { n: unit, d: 1n }) : value;
}

function readDecimals(signs: readonly Sign[], end: number): Exact {
  let digits = '';
  for (const { sign, at } of signs) digits += digitOf(sign) ?? stop(unexpected(sign), at);
  if (digits === '') stop('no-digits', end);
  return { n: BigInt(digits), d: tenTo(digits.length) };
}

function readArabic(whole: readonly Sign[], decimals: readonly Sign[] | undefined, end: number): Exact {
  let digits = '';
  let group = -1;
  for (const [index, { sign, at }] of whole.entries()) {
    if (/\d/.test(sign)) {
      digits += sign;
      if (group >= 0) group += 1;
      if (group > 3) stop('misplaced-separator', at);
    } else if (sign === ',' || sign === "'" || sign === ' ') {
      if (index === 0 || (group < 0 ? digits.length > 3 : group !== 3)) stop('misplaced-separator', at);
      group = 0;
    } else stop(unexpected(sign), at);
  }
  if (group >= 0 && group !== 3) stop('misplaced-separator', whole[whole.length - 1]?.at ?? end);
  const places = decimals && skipSpaces(decimals);
  const fraction = places && places.length > 0 ? readArabicDecimals(places, end) : ZERO;
  if (digits === '' && (places === undefined || places.length === 0)) stop('no-digits', whole[0]?.at ?? end);
  return add({ n: BigInt(digits === '' ? '0' : digits), d: 1n }, fraction);
}

function readArabicDecimals(signs: readonly Sign[], end: number): Exact {
  const separator = signs.find(({ sign }) => sign === ',' || sign === "'" || sign === ' ');
  if (separator) stop('misplaced-separator', separator.at);
  return readDecimals(signs, end);
}

/** 一百二十, 3千5百, 二〇二六. */
function readChinese(signs: readonly Sign[], end: number): Exact {
  const hasUnit = signs.some(({ sign }) => sign in SMALL_UNITS);
  if (!hasUnit)
    return {
      n: BigInt(
        signs.map(({ sign, at }) => digitOf(sign) ?? stop(unexpected(sign), at)).join('') || stop('no-digits', end),
      ),
      d: 1n,
    };
  let sum = 0n;
  let pending: string | undefined;
  let lastUnit = 10_000n;
  let afterZero = false;
  for (const { sign, at } of signs) {
    const unit = SMALL_UNITS[sign];
    if (unit !== undefined) {
      // 十五 is 15; a bare 百 or 千 counts nothing.
      if (pending === undefined && !(sign === '十' && sum === 0n && lastUnit === 10_000n)) stop('misplaced-unit', at);
      if (unit >= lastUnit) stop('misplaced-unit', at);
      sum += BigInt(pending ?? '1') * unit;
      pending = undefined;
      lastUnit = unit;
      afterZero = false;
    } else {
      const digit = digitOf(sign);
      if (digit === undefined) stop(unexpected(sign), at);
      if (sign === '〇' && pending === undefined) {
        afterZero = true;
        continue;
      }
      // Arabic digits may stand together (12百); Chinese ones may not (一二百).
      if (pending !== undefined && !/\d/.test(sign)) stop('misplaced-unit', at);
      pending = (pending ?? '') + digit;
    }
  }
  if (pending === undefined) return { n: sum, d: 1n };
  const isArabic = signs.some(({ sign }) => /\d/.test(sign));
  if (isArabic && lastUnit > 10n && !afterZero && BigInt(pending) < lastUnit / 10n) stop('unit-missing', end);
  const isShort = !isArabic && !afterZero && lastUnit > 10n;
  if (BigInt(pending) >= lastUnit) stop('misplaced-unit', signs[signs.length - 1]?.at ?? end);
  return { n: sum + BigInt(pending) * (isShort ? lastUnit / 10n : 1n), d: 1n };
}

/** What stands behind 元: `5角2分`, `5`, nothing. */
export function readJiaoAndFen(signs: readonly Sign[], end: number): Exact {
  let value = ZERO;
  let rest = signs;
  const zero = rest[0];
  if (zero && (zero.sign === '〇' || zero.sign === '0') && rest.length > 1) rest = rest.slice(1);
  for (const [unit, worth] of [
    ['角', 10n],
    ['分', 100n],
  ] as const) {
    const at = rest.findIndex(({ sign }) => sign === unit);
    if (at < 0) continue;
    const mark = rest[at] as Sign;
    const before = skipSpaces(rest.slice(0, at));
    const digit = before.length === 1 && before[0] ? digitOf(before[0].sign) : undefined;
    if (digit === undefined) stop('misplaced-unit', mark.at);
    value = add(value, { n: BigInt(digit), d: worth });
    rest = skipSpaces(rest.slice(at + 1));
    if (rest.length > 1 && (rest[0]?.sign === '〇' || rest[0]?.sign === '0')) rest = rest.slice(1);
  }
  const left = rest[0];
  if (left === undefined) return value;
  // 三元五: five what?
  if (digitOf(left.sign) !== undefined && rest.length === 1) stop('unit-missing', end);
  return stop(unexpected(left.sign), left.at);
}

function digitOf(sign: string): string | undefined {
  if (/^\d$/.test(sign)) return sign;
  const digit = CHINESE.indexOf(sign);
  return digit < 0 ? undefined : String(digit);
}

function unexpected(sign: string): 'unexpected-sign' | 'misplaced-unit' | 'misplaced-separator' | 'two-points' {
  if (sign === '.') return 'two-points';
  if (sign === ',' || sign === "'") return 'misplaced-separator';
  return sign in SMALL_UNITS || '万亿角分元'.includes(sign) ? 'misplaced-unit' : 'unexpected-sign';
}
