let isPressed = false;
if (typeof document !== 'undefined') {
  const note = ({ type }: Event): void => {
    isPressed = type === 'pointerdown';
  };
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) addEventListener(type, note, { capture: true });
}

/**
 * Does what leaving a field asks for: at once, or, if it was left by pressing on something else, after that press has become a click.
 * What is drawn meanwhile could move the thing away from under the finger, and the click would be lost.
 */
export function afterPress(work: () => void): void {
  if (!isPressed) {
    work();
    return;
  }
  const stop = new AbortController();
  const done = (): void => {
    stop.abort();
    setTimeout(work);
  };
  for (const type of ['pointerup', 'pointercancel']) addEventListener(type, done, { signal: stop.signal });
}
