import { createSignal } from 'solid-js';

const [count, setCount] = createSignal(0);

/** Whether some field of the page holds text that has not been handed to the project yet: then nothing is called saved. */
export const isAnythingWaiting = (): boolean => count() > 0;

/** What one field tells of itself. */
export interface Waiting {
  set(isWaiting: boolean): void;
}

/** A field's own say in it; tell `false` when the field goes away. */
export function createWaiting(): Waiting {
  let now = false;
  return {
    set: (isWaiting) => {
      if (isWaiting === now) return;
      now = isWaiting;
      setCount((all) => all + (isWaiting ? 1 : -1));
    },
  };
}
