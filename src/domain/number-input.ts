import { add, type Exact, negate, shareOfPercent } from './exact.ts';
import { readJiaoAndFen, readMagnitude } from './number-magnitude.ts';
import { normalise, type Sign, skipSpaces, stop, Trouble, type TroubleCode } from './number-signs.ts';

export type NumberTrouble = TroubleCode;

/** What a field expects; `any` takes a percentage or an amount as well. */
export type NumberKind = 'any' | 'plain' | 'percent' | 'money';

export type NumberReading =
  /**
   * `value` is what was typed, a percentage in percent (90 for `90%` and `90`, in every kind of field);
   * `unit` is what was typed beside it. `text` is the text as typed, always.
   */
  | { readonly ok: true; readonly value: Exact; readonly unit: 'none' | 'percent' | 'yuan'; readonly text: string }
  /** `position` counts UTF-16 units from 0 and points at the sign that could not be read, or behind the last. */
  | { readonly ok: false; readonly code: NumberTrouble; readonly position: number; readonly text: string };

/**
 * Reads a number as people type it: full-width digits and signs, `。` or `．` as the decimal point, thousands
 * separators (half or full width, or spaces, in groups of three), 万, 亿, 千, 百, Chinese numerals small and capital
 * (一百二十, 三千万, 壹仟, 二〇二六, 三点五), `¥`, `￥`, 元, 角, 分, `%`, `％`, 百分之, minus, 负, and brackets for minus.
 *
 * Nothing is guessed: what can be read in two ways (`1,23`, `3万5`) is refused with the reason and the place.
 * No floating point: `0.1` is one tenth.
 */
export function readNumber(text: string, kind: NumberKind = 'any'): NumberReading {
  try {
    const { value, unit, position } = readSigns(normalise(text), text.length);
    if (unit === 'percent' && (kind === 'plain' || kind === 'money')) stop('percent-not-expected', position);
    if (unit === 'yuan' && (kind === 'plain' || kind === 'percent')) stop('currency-not-expected', position);
    return { ok: true, value, unit, text };
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    return { ok: false, code: trouble.code, position: trouble.position, text };
  }
}

/** The share that a percentage means: 9/10 for a reading of `90%` or of `90` in a percent field. */
export function readShare(reading: Extract<NumberReading, { ok: true }>): Exact {
  return shareOfPercent(reading.value);
}

interface Read {
  readonly value: Exact;
  readonly unit: 'none' | 'percent' | 'yuan';
  /** Where the unit stands. */
  readonly position: number;
}

function readSigns(all: readonly Sign[], end: number): Read {
  let signs = skipSpaces(all);
  if (signs.length === 0) stop('empty', 0);
  let isNegative = false;
  let unit: Read['unit'] = 'none';
  let unitAt = 0;
  const last = signs[signs.length - 1];
  if (signs[0]?.sign === '(' && last?.sign === ')') {
    isNegative = true;
    signs = skipSpaces(signs.slice(1, -1));
  }
  for (let first = signs[0]; first !== undefined; first = signs[0]) {
    if (first.sign === '-' || first.sign === '负' || first.sign === '+') {
      if (isNegative) stop('unexpected-sign', first.at);
      if (signs[1] && '+-负'.includes(signs[1].sign)) stop('unexpected-sign', signs[1].at);
      isNegative = first.sign !== '+';
      signs = skipSpaces(signs.slice(1));
    } else if (first.sign === '¥' && unit === 'none') {
      unit = 'yuan';
      unitAt = first.at;
      signs = skipSpaces(signs.slice(1));
    } else if (first.sign === '百' && signs[1]?.sign === '分' && signs[2]?.sign === '之' && unit === 'none') {
      unit = 'percent';
      unitAt = first.at;
      signs = skipSpaces(signs.slice(3));
    } else break;
  }
  const percent = signs[signs.length - 1];
  if (percent?.sign === '%') {
    if (unit !== 'none') stop('unexpected-sign', percent.at);
    unit = 'percent';
    unitAt = percent.at;
    signs = skipSpaces(signs.slice(0, -1));
  }
  const yuanAt = signs.findIndex(({ sign }) => sign === '元');
  const hasParts = yuanAt >= 0 || (unit === 'yuan' ? false : signs.some(({ sign }) => sign === '角' || sign === '分'));
  let value: Exact;
  if (hasParts) {
    const at = (yuanAt >= 0 ? signs[yuanAt] : signs[0])?.at ?? 0;
    if (unit === 'percent') stop('unexpected-sign', at);
    if (unit === 'none') unitAt = at;
    unit = 'yuan';
    const whole = yuanAt >= 0 ? skipSpaces(signs.slice(0, yuanAt)) : [];
    const rest = skipSpaces(yuanAt >= 0 ? signs.slice(yuanAt + 1) : signs);
    const read = yuanAt >= 0 ? readMagnitude(whole, at) : undefined;
    if (read && read.d !== 1n && rest.some(({ sign }) => sign === '角' || sign === '分')) stop('misplaced-unit', at);
    value = add(read ?? { n: 0n, d: 1n }, readJiaoAndFen(rest, end));
  } else value = readMagnitude(signs, end);
  return { value: isNegative ? negate(value) : value, unit, position: unitAt };
}

/**
 * Reads a range pasted from a spreadsheet: cells part at tabs, rows at line ends; a cell in double quotes may hold
 * both. The line end behind the last row is no row. Rows keep their own lengths; wrong cells keep their text.
 */
export function readTable(text: string, kind: NumberKind = 'any'): readonly (readonly NumberReading[])[] {
  return splitTable(text).map((row) => row.map((cell) => readNumber(cell, kind)));
}

/** The cells of a pasted range as text, by the rules of `readTable`. */
export function splitTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const lineEnd = /[\t\r\n]/g;
  while (at < text.length || row.length > 0) {
    let cell = '';
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(at)) : null;
    if (quoted) {
      cell = (quoted[1] ?? '').replaceAll('""', '"');
      at += quoted[0].length;
    } else {
      lineEnd.lastIndex = at;
      const stopAt = lineEnd.exec(text)?.index ?? text.length;
      cell = text.slice(at, stopAt);
      at = stopAt;
    }
    row.push(cell);
    const mark = text[at];
    if (mark === '\t') {
      at += 1;
      continue;
    }
    at += mark === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}
