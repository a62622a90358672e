/** More than this a cell cannot hold; Excel calls such a file broken. */
const MAX_TEXT = 32_767;

const ENTITIES: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For element text and attribute values. What XML 1.0 cannot hold must have been escaped before. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string);

/**
 * A cell's text as XML: signs that XML cannot hold, and text that already looks so, in the spreadsheet's own escape
 * `_x000D_`. A longer text than a cell can hold ends in "…".
 */
export function cellTextXml(text: string): string {
  const whole = text.toWellFormed();
  const fitting = whole.length > MAX_TEXT ? `${whole.slice(0, MAX_TEXT - 1).toWellFormed()}…` : whole;
  const escaped = fitting
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /(?![\t\n])[\p{Cc}\ufffe\uffff]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  return escapeXml(escaped);
}

/** Signs that a sheet's name must not have. */
const FORBIDDEN = /[\\/?*[\]:]/g;
const MAX_NAME = 31;

/** Excel keeps this name for itself and calls a file broken that uses it. */
const RESERVED = 'history';

export const isSheetName = (name: string): boolean =>
  name.trim() === name &&
  name !== '' &&
  name.length <= MAX_NAME &&
  name.search(FORBIDDEN) < 0 &&
  !/^'|'$/.test(name) &&
  name.toLowerCase() !== RESERVED;

/** Makes sheet names of any wishes: short, allowed and different from each other without regard to case. */
export function fitSheetNames(wishes: readonly string[]): string[] {
  const taken = new Set<string>([RESERVED]);
  return wishes.map((wish) => {
    const clean = wish
      .replace(FORBIDDEN, '-')
      .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
      .toWellFormed();
    const base = cut(clean.replace(/^[\s']+/, ''), MAX_NAME) || '-';
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${cut(base, MAX_NAME - ` ${n}`.length)} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Never between the halves of a surrogate pair. */
const cut = (text: string, length: number): string =>
  (text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')).replace(/[\s']+$/, '');

/** A sheet's name as formulas refer to it: `'Costs'!`. */
export const sheetReference = (name: string): string => `'${name.replaceAll("'", "''")}'!`;
