import { onCleanup, onMount } from 'solid-js';

/** Calls back when what is being typed must be handed over: the page is hidden or left, or the field itself goes away. */
export function onLeave(handOver: () => void): void {
  onMount(() => {
    document.addEventListener('visibilitychange', handOver);
    addEventListener('pagehide', handOver);
    onCleanup(() => {
      document.removeEventListener('visibilitychange', handOver);
      removeEventListener('pagehide', handOver);
      handOver();
    });
  });
}
