import type { Locale } from '../i18n/locale.ts';
import { OFFLINE } from '../i18n/offline-strings.ts';
import { ask, isSaving, type OfflineStatus, register } from './offline-orders.ts';

/** The page about offline use: what is stored, storing more, removing all. It also stands in for a page that is not stored here. */
const { lang, dataset } = document.documentElement;
const root = dataset.root ?? '/';
const locale: Locale = lang === 'en' ? 'en' : 'zh-CN';
const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
const LOOK_AGAIN_MS = 1000;
const find = <T extends HTMLElement>(id: string): T => document.querySelector<T>(`#${id}`) as T;
const state = find('offline-state');
const how = find('offline-how');
const bar = find<HTMLProgressElement>('offline-progress');
const buttons = { [locale]: find('store-this'), [other]: find('store-other') } as Record<Locale, HTMLButtonElement>;
const remove = find<HTMLButtonElement>('offline-remove');
let storing = 0;

function fillIn(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

function say(element: HTMLElement, text: string): void {
  // A status that is written again is read out again.
  if (element.textContent !== text) element.textContent = text;
}

/** Files and megabytes of what a language needs beside what is there anyway. */
function sumOf({ groups }: OfflineStatus, language: Locale) {
  const needed = groups.filter(({ group }) => ['shell', 'tools', language].includes(group));
  const sum = (pick: 'files' | 'stored' | 'bytes') => needed.reduce((total, group) => total + group[pick], 0);
  return { files: sum('files'), stored: sum('stored'), size: `${(sum('bytes') / 1e6).toFixed(1)} MB` };
}

function show(status: OfflineStatus): void {
  const mine = sumOf(status, locale);
  const isReady = status.ready.includes(locale);
  const [shell] = status.groups;
  say(state, OFFLINE[isReady ? 'ready' : 'partly'][locale]);
  if (status.trouble) say(how, OFFLINE[status.trouble][locale]);
  else if (isReady) say(how, fillIn(OFFLINE.readyHow[locale], { size: mine.size }));
  else say(how, OFFLINE[shell?.files === shell?.stored ? 'cardsReady' : 'cardsFirst'][locale]);
  bar.max = mine.files;
  bar.value = mine.stored;
  bar.hidden = isReady || mine.stored === 0;
  for (const [language, label] of [
    [locale, OFFLINE.storeThis],
    [other, OFFLINE.storeOther],
  ] as const) {
    const button = buttons[language];
    button.textContent = fillIn(label[locale], { size: sumOf(status, language).size });
    button.hidden = status.ready.includes(language);
    button.disabled = storing > 0;
  }
  remove.hidden = false;
}

function showWithout(reason: 'off' | 'insecure' | 'unsupported'): void {
  say(state, OFFLINE[reason][locale]);
  say(how, '');
  bar.hidden = true;
  remove.hidden = true;
  buttons[other].hidden = true;
  buttons[locale].hidden = reason !== 'off';
  buttons[locale].disabled = false;
  buttons[locale].textContent = OFFLINE.storeAgain[locale];
}

/** `null` takes the reader's word back. */
function remember(word: 'off' | null): void {
  try {
    if (word) localStorage.setItem('zg.offline', word);
    else localStorage.removeItem('zg.offline');
  } catch {
    // Storage is refused: the choice holds until the next page.
  }
}

function isRefused(): boolean {
  try {
    return localStorage.getItem('zg.offline') === 'off';
  } catch {
    return false;
  }
}

async function store(language: Locale): Promise<void> {
  storing++;
  remember(null);
  say(how, OFFLINE.storing[locale]);
  for (const button of Object.values(buttons)) button.disabled = true;
  if (await isRegistered()) {
    const watching = setInterval(async () => show(await ask({ order: 'status' })), LOOK_AGAIN_MS);
    const status = await ask({ order: 'store', language });
    clearInterval(watching);
    storing--;
    show(status);
  } else storing--;
}

/** Registers the worker, and says so if there is none to be had. */
async function isRegistered(): Promise<boolean> {
  try {
    const { active, installing } = await register();
    installing?.addEventListener('statechange', () => {
      if (installing.state !== 'redundant' || active) return;
      showWithout('off');
      say(how, OFFLINE.network[locale]);
    });
    return true;
  } catch {
    showWithout('unsupported');
    return false;
  }
}

/** Lets go of the worker and of every file that it keeps. What the reader wrote lies elsewhere and stays. */
async function removeAll(): Promise<void> {
  remember('off');
  await ask({ order: 'forget' });
  await (await navigator.serviceWorker.getRegistration(root))?.unregister();
  showWithout('off');
}

/** What every page does by itself is done here before the reader's eyes. */
async function begin(): Promise<void> {
  const isInstead = !/\/offline\/?$/.test(location.pathname);
  find('offline-instead').hidden = !isInstead;
  if (isRefused()) showWithout('off');
  else if (!isSaving() && !isInstead) await store(locale);
  else if (await isRegistered()) show(await ask({ order: 'status' }));
}

for (const language of [locale, other]) buttons[language].addEventListener('click', () => store(language));
remove.addEventListener('click', removeAll);
if (!isSecureContext) showWithout('insecure');
else if (!navigator.serviceWorker) showWithout('unsupported');
else begin();
