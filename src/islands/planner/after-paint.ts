import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';

/**
 * A value that follows another one after the page has been painted: for what tells of an edit, and must not hold up the
 * edit itself. In a page that is out of sight it follows when the page is looked at again.
 */
export function afterPaint<T>(source: Accessor<T>): Accessor<T> {
  const [value, setValue] = createSignal(source());
  createEffect(
    on(
      source,
      (now) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        // A frame is painted once its callbacks are done; a task that begins there comes behind it.
        const frame = requestAnimationFrame(() => {
          timer = setTimeout(() => setValue(() => now));
        });
        onCleanup(() => {
          cancelAnimationFrame(frame);
          clearTimeout(timer);
        });
      },
      { defer: true },
    ),
  );
  return value;
}
