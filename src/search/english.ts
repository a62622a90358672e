/** Light English: what follows a stem in the text, and how words are spelt elsewhere. */

const ENDINGS = ['ations', 'ation', 'ings', 'ing', 'ions', 'ion', 'ies', 'ers', 'ed', 'es', 'er', 'or', 'y', 'e', 's'];
/** After a stem: nothing, one of the endings, two of them (tend-er-ing), or one after a doubled consonant (plan, planned). */
const TAIL = new RegExp(
  `^(?:([b-df-hj-np-tv-z])?(?:${ENDINGS.join('|')}|er(?:ing|ed)|e?ment|ments|ly|al|ance|ability|able|ors))$`,
);

/** The part of a word that stays when it is bent: `inspections` → `inspect`. At least four letters stay, three for a plain plural. */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  for (const ending of ENDINGS) {
    const rest = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || rest.length < (ending === 's' ? 3 : 4)) continue;
    if (ending === 's' && /[su]$/.test(rest)) continue;
    // stopped → stop, but not cell, pass, staff
    return ending !== 's' && /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
  }
  return word;
}

/** May `tail`, the letters after a stem in the text, belong to the same word? */
export function isTail(tail: string): boolean {
  return tail === '' || TAIL.test(tail);
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/iz(?=e|ed|es|ing|ation|ations|er)/, 'is'],
  [/^(col|lab|neighb|hon|fav|flav|harb|behavi)or/, '$1our'],
  [/^(cent|met|lit|theat|fib)er(s?)$/, '$1re$2'],
  [/^jewelry$/, 'jewellery'],
  [/^(program)(s?)$/, '$1me$2'],
  [/^(catalog|dialog)(s?)$/, '$1ue$2'],
  [/^licens(e|es)$/, 'licenc$1'],
  [/^defens/, 'defenc'],
  [/^practic/, 'practis'],
  [/^inquir/, 'enquir'],
  [/^aluminum$/, 'aluminium'],
  [/^gray/, 'grey'],
  [/^(fulfil|enrol|instal)l(?=$|ment)/, '$1'],
  [/^(travel|label|model|cancel|signal)(ed|ing|er)/, '$1l$2'],
];

/** The same word in British spelling, if it is written otherwise there. */
export function britishSpelling(word: string): string | undefined {
  for (const [pattern, replacement] of SPELLINGS) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return undefined;
}

/** Edits between two words (a swap of neighbours is one), or `most + 1` when there are more. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
