import { createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';

/** A page that is not seen paints nothing. */
const UNSEEN_MS = 250;

/**
 * The same value once the frame with the present change is on the screen: for what stands further down, which must
 * not hold up the result. A newer value takes the place of one that still waits.
 */
export function afterPaint<T>(source: () => T): () => T {
  const [shown, setShown] = createSignal(untrack(source));
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
  };
  createEffect(
    on(
      source,
      (value) => {
        stop();
        const show = (): void => {
          stop();
          setShown(() => value);
        };
        // The first frame carries the change itself; the second begins when that one is painted.
        frame = requestAnimationFrame(() => {
          frame = requestAnimationFrame(() => {
            clearTimeout(timer);
            timer = setTimeout(show);
          });
        });
        timer = setTimeout(show, UNSEEN_MS);
      },
      { defer: true },
    ),
  );
  onCleanup(() => {
    if (typeof cancelAnimationFrame === 'function') stop();
  });
  return shown;
}
