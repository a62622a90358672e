/**
 * What the emergency pages gain from JavaScript before anything is tapped, in as few bytes as can be: the local numbers on the
 * cards, the way back to a run in progress, and the buttons that fetch the run itself.
 */
import { callLink, type Numbers } from './local-numbers.ts';

type Start = { kind: 'incident' | 'drill' } | { run: string } | { list: true };

function readMark(): { card: string; run: string; title: string; href: string } | null {
  try {
    return JSON.parse(localStorage.getItem('zg.run') ?? 'null');
  } catch {
    return null;
  }
}

/** A run that has begun and not ended: the list of cards leads back to it. */
export function showRunInProgress(): void {
  const link = document.querySelector<HTMLAnchorElement>('#run-back');
  const mark = readMark();
  if (!link || !mark?.href?.startsWith('/')) return;
  link.href = mark.href;
  link.textContent = (link.textContent ?? '').replace('{card}', mark.title);
  if (link.parentElement) link.parentElement.hidden = false;
}

/** Makes the buttons of a card work; a run of this card that goes on is opened at once. */
export function armRun(load: () => Promise<{ startRun(place: HTMLElement, card: never, start: Start): void }>): void {
  const place = document.querySelector<HTMLElement>('#run');
  const data = document.querySelector('#run-card')?.textContent;
  if (!place || !data) return;
  const card = JSON.parse(data) as { id: string };
  const start = async (how: Start) => {
    try {
      const { startRun } = await load();
      startRun(place, card as never, how);
    } catch {
      say('.run-start [data-failed]');
    }
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-begin]')) {
    const { begin } = button.dataset;
    button.addEventListener('click', () =>
      start(begin === 'list' ? { list: true } : { kind: begin === 'drill' ? 'drill' : 'incident' }),
    );
  }
  const mark = readMark();
  if (mark?.card === card.id) void start({ run: mark.run });
}

/** Shows the numbers of this device and fetches the form for them when it is wanted. */
export function armNumbers(
  mirror: { project: string; numbers: Numbers },
  telephone: (number: string) => string,
  load: () => Promise<{ startNumbers(place: HTMLElement, data: never): void }>,
): void {
  const data = JSON.parse(document.querySelector('#number-rows')?.textContent ?? '{"rows":[]}') as {
    rows: { id: string; label: string }[];
  };
  const own = document.querySelector<HTMLElement>('#own-numbers');
  const heading = own?.querySelector('h2');
  for (const { id, label } of data.rows) {
    const local = mirror.numbers[id];
    if (!local?.number || !own) continue;
    const link = callLink(local, label, telephone);
    own.querySelector('.calls')?.append(link);
    own.hidden = false;
  }
  if (heading) heading.textContent = (heading.textContent ?? '').replace('{project}', mirror.project);
  document.querySelector('#fill-numbers')?.addEventListener('click', async () => {
    const place = document.querySelector<HTMLElement>('#numbers');
    if (!place) return;
    try {
      const { startNumbers } = await load();
      if (own) own.hidden = true;
      startNumbers(place, data as never);
    } catch {
      say('#numbers [data-failed]');
    }
  });
}

function say(selector: string): void {
  const status = document.querySelector<HTMLElement>(selector);
  if (status) status.textContent = status.dataset.failed ?? '';
}
