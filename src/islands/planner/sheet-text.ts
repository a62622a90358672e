/** Width of a text on paper in millimetres: a Chinese character takes about 2.7, a Latin one about half of that. */
export function widthOf(words: string): number {
  let width = 0;
  for (const character of words) width += character > '⺀' ? 2.7 : 1.3;
  return width;
}

/** Cuts a name, with its number ahead of it, to a width in millimetres. */
export function shorten(name: string, width: number): string {
  const room = width - 6;
  if (widthOf(name) <= room) return name;
  let kept = '';
  for (const character of name) {
    if (widthOf(kept + character) > room - 2) return `${kept}…`;
    kept += character;
  }
  return kept;
}
