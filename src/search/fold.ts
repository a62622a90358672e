/** Letters that stand without spaces between words. */
export const HAN = '\\u3400-\\u9fff\\uf900-\\ufaff';

const UNITS = '(?:mm|cm|km|m|m2|m3|kg|kw|kva|kv|kn|pa|mpa|db)(?![a-z0-9])|%';

/** Applied in order after NFKC and lower case; every replacement is a constant, so places can be followed through them. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // owners’ = owners; 1,350 = 1350
  [/['‘’]/g, ''],
  [/(?<=\d),(?=\d{3}(?!\d))/g, ''],
  // Whatever is neither letter nor figure parts words; a line ends a text.
  [/[^\p{L}\p{N}\n%.]+/gu, ' '],
  [/\.(?!\d)|(?<!\d)\./g, ' '],
  [/ {2,}/g, ' '],
  [/ (?=\n)|(?<=\n) /g, ''],
  // 50 米 = 50米, CCTV、音响 = cctv音响, 800 mm = 800mm
  [new RegExp(`(?<=[${HAN}]) | (?=[${HAN}])`, 'g'), ''],
  [new RegExp(`(?<=\\d) (?=${UNITS})`, 'g'), ''],
];

/**
 * The one form in which texts and queries meet: compatibility forms unified (full width, ㎡), lower case, no punctuation, no space beside
 * Chinese characters, figures glued to their unit. Line ends stay.
 */
export function fold(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase();
  for (const [pattern, replacement] of RULES) folded = folded.replace(pattern, replacement);
  return folded;
}

/** `fold`, and for each of its characters the place in `text` it came from. Slow; for the few texts that are shown. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  let places: number[] = [];
  let at = 0;
  for (const character of text) {
    // Common Chinese characters are what they are; asking costs more than all the rest.
    const unified =
      character >= '\u4e00' && character <= '\u9fff' ? character : character.normalize('NFKC').toLowerCase();
    folded += unified;
    for (let i = 0; i < unified.length; i++) places.push(at);
    at += character.length;
  }
  for (const [pattern, replacement] of RULES) {
    if (folded.search(pattern) < 0) continue;
    const kept: number[] = [];
    let end = 0;
    let next = '';
    for (const match of folded.matchAll(pattern)) {
      next += folded.slice(end, match.index) + replacement;
      for (let i = end; i < match.index; i++) kept.push(places[i] ?? 0);
      for (let i = 0; i < replacement.length; i++) kept.push(places[match.index] ?? 0);
      end = match.index + match[0].length;
    }
    next += folded.slice(end);
    for (let i = end; i < folded.length; i++) kept.push(places[i] ?? 0);
    folded = next;
    places = kept;
  }
  return { folded, places };
}
