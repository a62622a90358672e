import type { Locale } from '../i18n/locale.ts';
import { OFFLINE } from '../i18n/offline-strings.ts';

/** Asks the reader to change over to an edition that the worker has stored completely. Nothing changes without the answer. */
const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
const LOOK_AGAIN_MS = 2000;

export function offer(registration: ServiceWorkerRegistration): void {
  const { installing, waiting } = registration;
  if (waiting) showOnceSaved(registration);
  installing?.addEventListener('statechange', () => {
    if (installing.state === 'installed') showOnceSaved(registration);
  });
}

/** Who keeps something that is not stored yet objects to this event. */
function mayLeave(): boolean {
  return dispatchEvent(new Event('zg:may-leave', { cancelable: true }));
}

function showOnceSaved(registration: ServiceWorkerRegistration): void {
  if (mayLeave()) show(registration);
  else setTimeout(() => showOnceSaved(registration), LOOK_AGAIN_MS);
}

function show(registration: ServiceWorkerRegistration): void {
  document.querySelector('#offline-offer')?.remove();
  const bar = document.createElement('div');
  bar.id = 'offline-offer';
  bar.popover = 'manual';
  bar.role = 'status';
  bar.className = 'noprint';
  Object.assign(bar.style, {
    inset: 'auto 1rem 1rem auto',
    maxWidth: 'min(24rem, calc(100vw - 2rem))',
    padding: '0.6rem 1rem 0.8rem',
    border: '1px solid var(--quiet)',
    background: 'var(--surface)',
    color: 'var(--ink)',
  });
  const words = document.createElement('p');
  words.textContent = OFFLINE.update[locale];
  const button = (label: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button';
    made.textContent = label;
    made.addEventListener('click', act);
    return made;
  };
  const take = (): void => {
    if (!mayLeave()) {
      words.textContent = OFFLINE.unsaved[locale];
      return;
    }
    const { waiting } = registration;
    // Another tab has changed over already: this one only has to follow.
    if (!waiting) {
      location.reload();
      return;
    }
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ order: 'take-over' });
  };
  bar.append(
    words,
    button(OFFLINE.switchNow[locale], take),
    ' ',
    button(OFFLINE.later[locale], () => bar.remove()),
  );
  document.body.append(bar);
  bar.showPopover();
}
