import { type Accessor, createEffect, createSignal, onCleanup, onMount } from 'solid-js';

/** Keeps the screen on while it is wanted, where the browser can, and no longer. @returns whether it does now. */
export function createWakeLock(isWanted: Accessor<boolean>): Accessor<boolean> {
  const [isHeld, setHeld] = createSignal(false);
  let lock: WakeLockSentinel | undefined;
  let isAsking = false;
  const release = () => {
    void lock?.release();
    lock = undefined;
    setHeld(false);
  };
  const take = async () => {
    // The browser lets go of it whenever the page is hidden; it is asked again when the page comes back.
    if (!isWanted() || document.visibilityState !== 'visible' || lock || isAsking) return;
    isAsking = true;
    try {
      const taken = await navigator.wakeLock?.request('screen');
      lock = taken;
      taken?.addEventListener('release', () => {
        if (lock === taken) release();
      });
      setHeld(taken !== undefined);
      if (!isWanted()) release();
    } catch {
      setHeld(false);
    } finally {
      isAsking = false;
    }
  };
  onMount(() => {
    createEffect(() => {
      if (isWanted()) void take();
      else release();
    });
    document.addEventListener('visibilitychange', take);
    onCleanup(() => {
      document.removeEventListener('visibilitychange', take);
      release();
    });
  });
  return isHeld;
}
