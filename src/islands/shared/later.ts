import { type Component, createMemo, createSignal, type JSX, untrack } from 'solid-js';

/** A part of a tool whose code is fetched when it is first shown. */
export interface Later<Props> {
  (props: Props): JSX.Element;
  /** Fetches it beforehand; resolves when it is there, rejects where it cannot be had. */
  fetch(): Promise<void>;
}

/**
 * Solid's own `lazy` does this with its resources and suspense, two thousand bytes that no tool needs otherwise. A fetch that failed, as
 * without a signal, is tried again the next time that the part is shown.
 */
export function later<Props extends object>(load: () => Promise<{ default: Component<Props> }>): Later<Props> {
  const [part, setPart] = createSignal<Component<Props>>();
  let fetching: Promise<void> | undefined;
  const fetch = (): Promise<void> => {
    fetching ??= load().then(
      ({ default: found }) => void setPart(() => found),
      (cause) => {
        fetching = undefined;
        throw cause;
      },
    );
    return fetching;
  };
  const show = (props: Props): JSX.Element => {
    fetch().catch(() => {});
    return createMemo(() => {
      const found = part();
      return found && untrack(() => found(props));
    }) as unknown as JSX.Element;
  };
  return Object.assign(show, { fetch });
}
