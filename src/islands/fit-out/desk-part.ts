import { type Accessor, createEffect, createSignal, onCleanup, onMount } from 'solid-js';

/**
 * Which part of the desk is on screen: the one in which the place lies that the address names, else the first. Nothing
 * while the page is static: then all of them are.
 */
export function createDeskPart(first: string): Accessor<string | undefined> {
  const [part, setPart] = createSignal<string>();
  const follow = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const found = place?.closest<HTMLElement>('[data-part]')?.dataset.part;
    setPart(found ?? (location.hash === '' ? first : (part() ?? first)));
    // What was hidden until now could not be scrolled to.
    if (found) place?.scrollIntoView();
  };
  onMount(() => {
    follow();
    addEventListener('hashchange', follow);
    onCleanup(() => removeEventListener('hashchange', follow));
    createEffect(() => {
      for (const link of document.querySelectorAll<HTMLAnchorElement>('.desk-nav a')) {
        if (link.hash === `#${part()}`) link.setAttribute('aria-current', 'step');
        else link.removeAttribute('aria-current');
      }
      // The worked cases are static; they are a part like the others.
      for (const still of document.querySelectorAll<HTMLElement>('.rule-cases'))
        still.hidden = still.dataset.part !== part();
    });
  });
  return part;
}
