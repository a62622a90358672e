import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';
import type { Day } from '../../domain/day.ts';
import { today } from '../today.ts';

const LOOK_MS = 60_000;

/**
 * Today's civil date where the reader is; none until mount, as the clock of the build is not the reader's. It goes on
 * in a page that stays open over midnight: what is stated or signed the next morning must not bear yesterday's date.
 */
export function createToday(): Accessor<Day | undefined> {
  const [day, setDay] = createSignal<Day>();
  const look = () => setDay(today());
  onMount(() => {
    look();
    const timer = setInterval(look, LOOK_MS);
    onCleanup(() => clearInterval(timer));
  });
  return day;
}
