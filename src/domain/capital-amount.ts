import { isWithinMoneyLimit } from './money.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];

export type CapitalAmount =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'too-large' };

/**
 * Writes an amount in the capital numerals of Chinese bills (中文大写金额), without the currency's name.
 *
 * 整 follows 元 and nothing follows 角 or 分. Zeros inside are read once. Where the rules leave a 零 free, it is
 * written after a 元 whose own digit is 0 and that 角 follow (1680.32 壹仟陆佰捌拾元零叁角贰分) and not after a 万
 * whose digit is 0 and that 仟 follow (107000.53 壹拾万柒仟元零伍角叁分).
 */
export function capitalAmount(fen: bigint): CapitalAmount {
  if (!isWithinMoneyLimit(fen)) return { ok: false, code: 'too-large' };
  const size = fen < 0n ? -fen : fen;
  const yuan = size / 100n;
  const jiao = Number((size / 10n) % 10n);
  const rest = Number(size % 10n);
  const sign = fen < 0n ? '负' : '';
  if (size === 0n) return { ok: true, text: '零元整' };
  const whole = yuan > 0n ? `${numeral(yuan)}元` : '';
  if (jiao === 0 && rest === 0) return { ok: true, text: `${sign}${whole}整` };
  const needsZero = yuan > 0n && (jiao === 0 || yuan % 10n === 0n);
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : '';
  const hundredths = rest > 0 ? `${DIGITS[rest]}分` : '';
  return { ok: true, text: `${sign}${whole}${needsZero ? '零' : ''}${tenths}${hundredths}` };
}

/** A whole number above zero. */
function numeral(value: bigint): string {
  for (const [unit, name] of [
    [100_000_000n, '亿'],
    [10_000n, '万'],
  ] as const) {
    const rest = value % unit;
    if (value >= unit) {
      const gap = rest > 0n && rest < unit / 10n ? '零' : '';
      return `${numeral(value / unit)}${name}${gap}${rest > 0n ? numeral(rest) : ''}`;
    }
  }
  return belowTenThousand(Number(value));
}

function belowTenThousand(value: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    gap = false;
  }
  return text;
}
