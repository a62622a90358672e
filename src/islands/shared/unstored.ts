import { createSignal } from 'solid-js';

const [count, setCount] = createSignal(0);

/** Whether anything on this page was typed or chosen and is not in the project's records yet: then nothing is called saved. */
export const isUnstored = (): boolean => count() > 0;

/** Holds back "saved" until the returned function is called; calling that again does nothing. */
export function holdSaved(): () => void {
  let isHeld = true;
  setCount((held) => held + 1);
  return () => {
    if (isHeld) setCount((held) => held - 1);
    isHeld = false;
  };
}
