/** One sign of the typed text in its plain form, and where it stood. */
export interface Sign {
  readonly sign: string;
  readonly at: number;
}

export type TroubleCode =
  | 'empty'
  /** Only a sign or a unit stands there. */
  | 'no-digits'
  | 'unexpected-sign'
  | 'two-points'
  /** A thousands separator that does not part groups of three. */
  | 'misplaced-separator'
  /** A 万, 亿, 千, 百, 十, 角 or 分 in a place that gives no number. */
  | 'misplaced-unit'
  /** `3万5`: 35,000 or 30,005? */
  | 'unit-missing'
  | 'percent-not-expected'
  | 'currency-not-expected'
  | 'too-long';

/** Thrown inside the reader only; `readNumber` turns it into a result. */
export class Trouble extends Error {
  readonly code: TroubleCode;
  readonly position: number;
  constructor(code: TroubleCode, position: number) {
    super(code);
    this.code = code;
    this.position = position;
  }
}

export function stop(code: TroubleCode, position: number): never {
  throw new Trouble(code, position);
}

const LONGEST_TEXT = 60;

const PLAIN: Readonly<Record<string, string>> = {
  '。': '.',
  点: '.',
  點: '.',
  '︰': ':',
  '‚': ',',
  '−': '-',
  '﹣': '-',
  '–': '-',
  '—': '-',
  負: '负',
  '￥': '¥',
  '﹪': '%',
  萬: '万',
  億: '亿',
  圆: '元',
  圓: '元',
  块: '元',
  塊: '元',
  毛: '角',
  拾: '十',
  佰: '百',
  仟: '千',
};

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['零〇○', '一壹弌', '二贰貳两兩', '三叁參参', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, '〇一二三四五六七八九'[digit] ?? '']),
  ),
);

/** Brings every sign into its plain form, one for one, so that positions stay. */
export function normalise(text: string): readonly Sign[] {
  const leading = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TEXT) stop('too-long', leading + LONGEST_TEXT);
  const signs: Sign[] = [];
  let at = leading;
  for (const typed of trimmed) {
    const folded = typed.normalize('NFKC');
    signs.push({ sign: DIGITS[typed] ?? PLAIN[typed] ?? PLAIN[folded] ?? (folded.length === 1 ? folded : typed), at });
    at += typed.length;
  }
  return withoutCurrencyWords(
    signs.map((each) => (/\s|\u200b|\ufeff/.test(each.sign) ? { ...each, sign: ' ' } : each)),
  );
}

/** `RMB`, `CNY`, 人民币, 整 and 正 say nothing beyond ¥ and 元. */
function withoutCurrencyWords(signs: readonly Sign[]): readonly Sign[] {
  const words = signs.map(({ sign }) => sign).join('');
  const prefix = /^(?:RMB|CNY|人民币)/i.exec(words);
  const first = signs[0];
  const start = prefix && first ? [{ sign: '¥', at: first.at }, ...signs.slice(prefix[0].length)] : signs;
  const last = start[start.length - 1]?.sign;
  const isWhole = (last === '整' || last === '正') && start[start.length - 2]?.sign === '元';
  const close = isWhole ? start.slice(0, -1) : start;
  const second = close[1];
  return close[0]?.sign === '¥' && second?.sign === '¥' ? close.slice(1) : close;
}

/** Without the spaces at both ends. */
export function skipSpaces(signs: readonly Sign[]): readonly Sign[] {
  let first = 0;
  let last = signs.length;
  while (first < last && signs[first]?.sign === ' ') first += 1;
  while (last > first && signs[last - 1]?.sign === ' ') last -= 1;
  return signs.slice(first, last);
}
