/**
 * An exact decimal number as text: `-12.50`, `0`, `1999`. Text, because a measured 0.1 must stay 0.1 and the noughts
 * behind the point say how exactly somebody measured.
 */
const DECIMAL = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/;

export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && DECIMAL.test(text);
}

/**
 * Reads a number as people type it: full-width digits and signs, thousands commas, spaces around it.
 *
 * @returns the decimal in its normal writing, or `undefined` for anything else.
 */
export function readDecimal(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().replaceAll('−', '-').replaceAll('。', '.');
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction] = match;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const size = fraction === undefined ? digits : `${digits}.${fraction}`;
  const written = sign === '-' && /[1-9]/.test(size) ? `-${size}` : size;
  return isDecimal(written) ? written : undefined;
}

/** Less than, equal to or greater than zero, as `a` is to `b`. Exact. @throws {RangeError} if one is no decimal. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const [left, right] = [scaled(a, places), scaled(b, places)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const placesOf = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

function scaled(text: string, places: number): bigint {
  if (!isDecimal(text)) throw new RangeError(`Not a decimal: "${text}"`);
  return BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)));
}
