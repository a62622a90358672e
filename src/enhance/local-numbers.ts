export type Numbers = Readonly<Record<string, { readonly number: string; readonly post: string }>>;

/** A number to tap, with what it is for and the post that answers. */
export function callLink(
  local: Numbers[string],
  words: string | null | undefined,
  telephone: (number: string) => string,
): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `tel:${telephone(local.number)}`;
  const number = document.createElement('b');
  number.textContent = local.number;
  const small = document.createElement('small');
  small.textContent = [words, local.post].filter(Boolean).join(' · ');
  link.append(number, small);
  return link;
}

/** On paper the table has them in its own column; where none is known the cell stays empty for a pen. */
export function writeNumbers(numbers: Numbers): void {
  for (const cell of document.querySelectorAll<HTMLElement>('[data-write-in]')) {
    const local = numbers[cell.dataset.writeIn ?? ''];
    cell.textContent = local?.number ? [local.number, local.post].filter(Boolean).join(' · ') : '';
  }
}

/** Puts the numbers of the current project into the cards: as links on screen, as figures on paper. */
export function showLocalNumbers(numbers: Numbers, telephone: (number: string) => string): void {
  for (const place of document.querySelectorAll<HTMLElement>('span[data-local]')) {
    const id = place.dataset.local ?? '';
    const local = numbers[id];
    if (!local?.number) continue;
    const link = callLink(local, place.querySelector('small')?.textContent, telephone);
    link.dataset.local = id;
    place.replaceWith(link);
  }
}
