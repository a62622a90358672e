import { createComputed, createSignal, untrack } from 'solid-js';

/**
 * Like a memo, but while it stays equal its readers are not even visited. A memo that is reckoned again has each of
 * them look whether it changed; with thousands of fields that costs more than the reckoning.
 */
export function settled<T>(source: () => T, equals: (a: T, b: T) => boolean): () => T {
  const [value, setValue] = createSignal(untrack(source), { equals });
  createComputed(() => {
    const next = source();
    setValue(() => next);
  });
  return value;
}
