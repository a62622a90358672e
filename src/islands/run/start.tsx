import { render } from 'solid-js/web';
import checklistCss from '../../styles/checklist.css?inline';
import runCss from '../../styles/run.css?inline';
import { addStyles } from '../shared/late-style.ts';
import RunRoot from './RunRoot.tsx';
import type { RunCard } from './run-card.ts';
import { type RunStart, writeMark } from './run-state.ts';

/**
 * Puts the run in the place of the card. Fetched when a run begins or goes on, so that the card itself stays small.
 *
 * @param place - Empty element on the card's page; the card beside it is hidden while the run is there.
 */
export function startRun(place: HTMLElement, card: RunCard, start: RunStart): void {
  addStyles([checklistCss, runCss]);
  const page = document.documentElement;
  page.dataset.run = 'on';
  const dispose = render(
    () => (
      <RunRoot
        card={card}
        start={start}
        onBack={() => {
          // Looking at the log of before ends nothing.
          if (!('list' in start)) writeMark(undefined);
          delete page.dataset.run;
          dispose();
          scrollTo(0, 0);
        }}
      />
    ),
    place,
  );
  scrollTo(0, 0);
  queueMicrotask(() => place.querySelector<HTMLElement>('#run-title')?.focus());
}
