import { type Exact, ONE } from '../exact.ts';

/** Millimetres in each unit of length, as people write it. */
const LENGTHS: Readonly<Record<string, bigint>> = {
  mm: 1n,
  毫米: 1n,
  cm: 10n,
  厘米: 10n,
  公分: 10n,
  m: 1000n,
  米: 1000n,
};
const LENGTH = /^(.*?)(mm|cm|m|毫米|厘米|公分|米)$/i;

/**
 * Parts a figure from the unit behind it: `95 cm` in a field of mm is 95 times 10. The field's own unit may be repeated,
 * any other one stays in the text, where it is no number.
 */
export function withoutUnit(typed: string, unit: string | undefined): { readonly text: string; readonly times: Exact } {
  const plain = typed.normalize('NFKC').trim();
  const own = unit?.normalize('NFKC');
  if (own === undefined) return { text: typed, times: ONE };
  const [, text = '', written = ''] = LENGTH.exec(plain) ?? [];
  const [from, to] = [LENGTHS[written.toLowerCase()], LENGTHS[own]];
  if (from !== undefined && to !== undefined) return { text, times: { n: from, d: to } };
  return plain.endsWith(own) ? { text: plain.slice(0, -own.length), times: ONE } : { text: typed, times: ONE };
}
