import { onMount, sharedConfig } from 'solid-js';

/**
 * Tells of a choice that was made in the static page before this code arrived: it counts, as typed text does.
 *
 * @param prerendered - What the page was delivered with.
 * @param read - What stands chosen in the page now; `undefined` if nothing does.
 */
export function createChosenEarly(
  prerendered: string,
  read: () => string | undefined,
  store: (id: string) => void,
): void {
  // A field that is drawn later has nothing but what it was drawn with.
  const isPrerendered = sharedConfig.context !== undefined;
  onMount(() => {
    const chosen = isPrerendered ? read() : undefined;
    if (chosen !== undefined && chosen !== prerendered) store(chosen);
  });
}
