/** Starts in a way that a spreadsheet program takes for a formula when it opens a CSV file. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** Looks like a number, date or time that such a program would store as something else than this text. */
const LOSSY = [
  /^\s*0\d/, // 00123 loses its zeros
  /^\s*[\d.,]{16,}\s*$/, // an identity number loses its last digits
  /^\s*\d*\.\d*0\s*$/, // section 1.10 becomes 1.1
  /^\s*[\d.]+[eE][+-]?\d+\s*$/, // house 12E3 becomes 12000
  /^\s*\d{1,4}[-/]\d{1,4}(?:[-/]\d{1,4})?\s*$/, // building 3-1 becomes the first of March
  /^\s*\d{1,4}年\d{1,2}月/,
  /^\s*\d{1,2}月\d{1,2}日/,
  /^\s*\d+:\d+/, // 1:30 becomes half past one
];

/** Whether a spreadsheet program that opens a CSV file would not show this text as it stands. */
export const isMisread = (text: string): boolean => FORMULA.test(text) || LOSSY.some((shape) => shape.test(text));

/**
 * Puts an apostrophe before a text that a spreadsheet program would run or change. Apostrophes that already stand
 * there get one more, so that `unguard` gives back exactly what was written.
 */
export const guard = (text: string): string => (isMisread(withoutApostrophes(text)) ? `'${text}` : text);

/** Takes off what `guard` put on; also reads `="00123"`, by which other programs keep a text a text. */
export function unguard(text: string): string {
  if (text.startsWith("'") && isMisread(withoutApostrophes(text))) return text.slice(1);
  const quoted = /^="((?:[^"]|"")*)"$/.exec(text);
  return quoted?.[1] === undefined ? text : quoted[1].replaceAll('""', '"');
}

const withoutApostrophes = (text: string): string => text.replace(/^'+/, '');
