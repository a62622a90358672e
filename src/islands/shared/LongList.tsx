import { createEffect, createSignal, For, type JSX, onCleanup } from 'solid-js';

/** More than a screen holds. */
const AT_ONCE = 30;
/** A phone draws so many within a frame or two. */
const A_TIME = 40;

/** The rows of a list that may be hundreds long: the first ones at once, the others between the frames after it, so that nobody waits for what is below the screen. */
export default function LongList<Row>(props: {
  each: readonly Row[];
  children: (row: Row) => JSX.Element;
}): JSX.Element {
  const [count, setCount] = createSignal(AT_ONCE);
  createEffect(() => {
    if (count() >= props.each.length) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setCount((drawn) => drawn + A_TIME));
    });
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    });
  });
  return <For each={props.each.slice(0, count())}>{(row) => props.children(row)}</For>;
}
