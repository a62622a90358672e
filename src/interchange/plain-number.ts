const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Decimals farther from the point than this are not written out; no spreadsheet holds such numbers. */
const MAX_EXPONENT = 400;

/**
 * A number's text without exponent, plus sign or idle zeros: `1.5E-3` is `0.0015`. Exact: digits are moved, never
 * computed.
 *
 * @returns `undefined` for what is no number.
 */
export function plainNumber(text: string): string | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const exponent = Number(power);
  if (whole + fraction === '' || Math.abs(exponent) > MAX_EXPONENT) return undefined;
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const padded = digits.padStart(digits.length - Math.min(point, 0), '0').padEnd(point, '0');
  const at = Math.max(point, 0);
  const before = padded.slice(0, at).replace(/^0+/, '') || '0';
  const after = padded.slice(at).replace(/0+$/, '');
  const plain = after === '' ? before : `${before}.${after}`;
  return sign === '-' && plain !== '0' ? `-${plain}` : plain;
}

/**
 * The number that a person sees in a spreadsheet cell, from the text stored in its file. Programs store the nearest
 * double with 17 digits, 1.1 as `1.1000000000000001` and 0.1 + 0.2 as `0.30000000000000004`; such noise in the last
 * digits is taken off. Digits that are no noise are kept, all of them.
 */
export function storedNumber(text: string): string | undefined {
  const exact = plainNumber(text);
  if (exact === undefined) return undefined;
  const digits = significantDigits(exact);
  if (digits < 16) return exact;
  const value = Number(exact);
  const rounded = plainNumber(value.toPrecision(15));
  if (rounded === undefined || Math.abs(Number(rounded) - value) > Math.abs(value) * 2 ** -51) return exact;
  // Sixteen digits with at most two behind the point are an amount of trillions with its fen, and meant.
  return digits === 16 && /^-?\d+(?:\.\d{1,2})?$/.test(exact) ? exact : rounded;
}

const significantDigits = (plain: string): number =>
  plain
    .replace(/^-?0*\.?0*/, '')
    .replace('.', '')
    .replace(plain.includes('.') ? /$/ : /0+$/, '').length;
