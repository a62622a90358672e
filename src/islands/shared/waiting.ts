import { createSignal, onCleanup } from 'solid-js';

/** `soon`: handed over by itself, in a moment or on leaving the field. `press`: taken only when its form is sent. */
type Kind = 'soon' | 'press';

const counts = { soon: createSignal(0), press: createSignal(0) };

/** Whether some field of the page holds text that has not been handed to the project yet: then nothing is called saved. */
export const isAnythingWaiting = (kind: Kind = 'soon'): boolean => counts[kind][0]() > 0;

/** What one field tells of itself. */
export interface Waiting {
  set(isWaiting: boolean): void;
}

/** A field's own say in it; tell `false` when the field goes away. */
export function createWaiting(kind: Kind = 'soon'): Waiting {
  let now = false;
  return {
    set: (isWaiting) => {
      if (isWaiting === now) return;
      now = isWaiting;
      counts[kind][1]((all) => all + (isWaiting ? 1 : -1));
    },
  };
}

/**
 * For a form that is taken only when it is sent.
 *
 * @returns to be called when something in it was typed, sent or thrown away.
 */
export function createUnsent(isFilled: () => boolean): () => void {
  const waiting = createWaiting('press');
  onCleanup(() => waiting.set(false));
  return () => waiting.set(isFilled());
}
