import type { Locale } from '../i18n/locale.ts';
import { OFFLINE } from '../i18n/offline-strings.ts';
import { isRefused, type OfflineStatus, order, removeOffline, storeNow } from './offline.ts';

/** The page about offline use: what is stored, storing more, removing all. */
const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
const find = <T extends HTMLElement>(id: string): T => document.querySelector<T>(`#${id}`) as T;
const state = find('offline-state');
const how = find('offline-how');
const buttons = { [locale]: find('store-this'), [other]: find('store-other') } as Record<Locale, HTMLButtonElement>;
const remove = find<HTMLButtonElement>('offline-remove');

function fillIn(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function show({ groups, failed }: OfflineStatus): void {
  const of = (wanted: string) => groups.find(({ group }) => group === wanted);
  const mine = [of('shell'), of(locale)].filter((group) => group !== undefined);
  const sum = (pick: 'files' | 'stored' | 'bytes') => mine.reduce((total, group) => total + group[pick], 0);
  const isReady = mine.length === 2 && sum('files') === sum('stored');
  state.textContent = OFFLINE[isReady ? 'ready' : 'partly'][locale];
  how.textContent = failed
    ? OFFLINE.failed[locale]
    : fillIn(OFFLINE[isReady ? 'readyHow' : 'partlyHow'][locale], {
        stored: sum('stored'),
        files: sum('files'),
        size: inMegabytes(sum('bytes')),
      });
  for (const [group, label] of [
    [locale, OFFLINE.storeThis],
    [other, OFFLINE.storeOther],
  ] as const) {
    const there = of(group);
    const button = buttons[group];
    button.textContent = fillIn(label[locale], { size: inMegabytes(there?.bytes ?? 0) });
    button.hidden = there?.files === there?.stored;
    button.disabled = false;
  }
  remove.hidden = false;
}

function showOff(reason: 'off' | 'insecure' | 'unsupported'): void {
  state.textContent = OFFLINE[reason][locale];
  how.textContent = '';
  remove.hidden = true;
  buttons[other].hidden = true;
  buttons[locale].hidden = reason !== 'off';
  buttons[locale].textContent = OFFLINE.storeThis[locale].replace(/ ?[（(]\{size\}[）)]/, '');
}

for (const group of [locale, other]) {
  buttons[group].addEventListener('click', async () => {
    buttons[group].disabled = true;
    how.textContent = OFFLINE.storing[locale];
    const status = await storeNow(group);
    if (status) show(status);
    else showOff('unsupported');
  });
}
remove.addEventListener('click', async () => {
  await removeOffline();
  showOff('off');
});

async function watch(): Promise<void> {
  if (isRefused()) return;
  const status = await order('status');
  show(status);
  const isFilling = status.groups.some(({ kept, files, stored }) => kept && stored < files);
  if (isFilling && buttons[locale].disabled === false) setTimeout(watch, 2000);
}

if (!isSecureContext) showOff('insecure');
else if (!navigator.serviceWorker) showOff('unsupported');
else if (isRefused()) showOff('off');
else watch();
