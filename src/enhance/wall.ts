/**
 * Writes the current project's numbers on the lines of the wall set, as `zg.local` has them (see `state/mirror-read.ts`). No links
 * and no more than this: the page is for paper, and at the edge of its budget.
 */
export function writeLocalNumbers(): void {
  try {
    const { numbers } = JSON.parse(localStorage.getItem('zg.local') ?? '');
    for (const place of document.querySelectorAll<HTMLElement>('[data-local]')) {
      const line = place.querySelector('i');
      if (line) line.textContent = numbers[place.dataset.local ?? '']?.number ?? '';
    }
  } catch {
    // Nothing was entered on this device: the lines stay blank, to be written on.
  }
}
