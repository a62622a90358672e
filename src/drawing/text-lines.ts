/** East Asian full-width: ideographs, kana, full-width punctuation and forms. */
const WIDE = /[⺀-鿿豈-﫿︰-﹏！-｠￠-￦—…‘’“”]/u;
/** May not begin a line. */
const CLOSING = '，。、；：！？）》」』】”’%‰℃·…—-–/';
/** May not end a line. */
const OPENING = '（《「『【“‘(';

/**
 * Width of a text in the unit of `size`, estimated: no font is measured, so that the same drawing comes out on every machine.
 * Errs on the wide side. In a Latin text, quotation marks are narrow.
 */
export function textWidth(text: string, size: number, bold = false): number {
  const latin = !/[㐀-鿿]/u.test(text);
  let em = 0;
  for (const character of text) {
    if (latin && /[‘’“”…—]/u.test(character)) em += 0.5;
    else if (WIDE.test(character)) em += 1;
    else if (character === ' ') em += 0.28;
    else if (/[ijltfI.,:;'|()]/.test(character)) em += 0.34;
    else if (/[A-Zmw%≥≤＋−+=@&Δ]/.test(character)) em += 0.74;
    else em += 0.56;
  }
  return em * size * (bold ? 1.06 : 1);
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
      while (fitting < characters.length - 1 && textWidth(characters.slice(0, fitting + 1).join(''), size, bold) <= width) fitting++;
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
        (before !== ' ' && !WIDE.test(before) && !WIDE.test(character)));
    if (glued) found[found.length - 1] = last + character;
    else found.push(character);
  }
  return found;
}
