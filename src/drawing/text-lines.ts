/** East Asian full-width: ideographs, kana, full-width punctuation and forms. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6㎡℃—…‘’“”]/u;
/** May not begin a line. */
const CLOSING = '，。、；：！？）》」』】”’%‰℃·…—-–/';
/** May not end a line. */
const OPENING = '（《「『【“‘(';

/** Widths in em of the widest of the common system fonts, so that a narrower one leaves room. Everything else is 0.63. */
const LATIN: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'|()![\]il·]/, 0.34],
  [/[jtfrI/‘’-]/, 0.42],
  [/[“”]/, 0.52],
  [/[mMW@%…—≥≤]/, 0.97],
  [/[A-Zw+=−–&Δ<>~]/, 0.76],
];

/**
 * Width of a text in the unit of `size`, estimated: no font is measured, so that the same drawing comes out on every machine.
 * Quotation marks and dashes are narrow in a text without Chinese.
 */
export function textWidth(text: string, size: number, bold = false): number {
  const latin = !/[\u3400-\u9fff]/u.test(text);
  let em = 0;
  for (const character of text) {
    if (WIDE.test(character) && !(latin && /[‘’“”…—]/u.test(character))) em += 1;
    else em += (LATIN.find(([which]) => which.test(character))?.[1] ?? 0.63) * (bold ? 1.1 : 1);
  }
  return em * size;
}

/** Breaks a text into lines no wider than `width`: anywhere between Chinese characters, at spaces between words, in a word only if it alone is too wide. */
export function wrapLines(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const longer = line + piece;
    if (textWidth(longer.trimEnd(), size, bold) <= width) {
      line = longer;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    line = piece.trimStart();
    while (textWidth(line.trimEnd(), size, bold) > width && [...line].length > 1) {
      const characters = [...line];
      let fitting = 1;
      while (
        fitting < characters.length - 1 &&
        textWidth(characters.slice(0, fitting + 1).join(''), size, bold) <= width
      )
        fitting++;
      lines.push(characters.slice(0, fitting).join(''));
      line = characters.slice(fitting).join('');
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/** The smallest pieces between which a line may break. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const character of text) {
    const last = found.at(-1);
    const before = last?.at(-1) ?? '';
    const glued =
      last !== undefined &&
      (CLOSING.includes(character) ||
        OPENING.includes(before) ||
        character === ' ' ||
        (before !== ' ' && !/[-–/]/.test(before) && !WIDE.test(before) && !WIDE.test(character)));
    if (glued) found[found.length - 1] = last + character;
    else found.push(character);
  }
  return found;
}
