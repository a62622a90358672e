import { createSignal, type JSX } from 'solid-js';
import { findPlace } from '../../domain/in-app.ts';
import { fill } from '../../i18n/format.ts';
import { IN_APP } from '../../i18n/in-app-strings.ts';
import { pick } from '../../i18n/pick.ts';

/** What takes the place of downloads and printing where there are none. Fetched only there. */
const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
const text = pick(IN_APP, locale);
const place = findPlace(navigator) ?? 'home-screen';
const app = text[place];
const howToOpen = place === 'home-screen' ? text.howFromHome : text.howToOpen;

export const labelOf = (kind: 'fileLabel' | 'printLabel', label: string): string => fill(text[kind], { label });

/** Why the buttons of a panel are others here, and how to reach a browser. */
export function InAppNote(): JSX.Element {
  const [message, setMessage] = createSignal('');
  const copy = async () => setMessage((await copyText(location.href)) ? text.copied : location.href);
  return (
    <div class="notice in-app">
      <p>
        {fill(text.why, { app })} {fill(text.keeps, { app })} {howToOpen}
      </p>
      <button class="button" type="button" onClick={() => void copy()}>
        {text.copyAddress}
      </button>
      <span role="status">{message()}</span>
    </div>
  );
}

async function copyText(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
}

export function explainPrint(): void {
  openSheet([element('p', fill(text.whyPrint, { app })), element('p', howToOpen)], (say) => [
    button(text.copyAddress, () => say(location.href)),
  ]);
}

/** @returns whether the file was shared or copied. */
export function offerFile(content: Blob, name: string): Promise<boolean> {
  const file = new File([content], name, { type: content.type });
  const canShare = navigator.canShare?.({ files: [file] }) ?? false;
  const isText = /^text\/|\/(json|xml)$/.test(content.type);
  const words = [element('p', fill(text.whyFile, { app, file: name }))];
  if (content.type.startsWith('image/')) {
    const image = element('img', '');
    image.src = URL.createObjectURL(content);
    image.alt = name;
    image.style.maxWidth = '100%';
    words.push(element('p', text.longPress), image);
  } else if (!canShare && !isText) words.push(element('p', text.onlyBrowser));
  words.push(element('p', howToOpen));
  return new Promise((resolve) => {
    const sheet = openSheet(words, (say) => [
      ...(canShare
        ? [
            button(text.share, async () => {
              // The reader may think better of it in the sheet of the system.
              const isGone = await navigator.share({ files: [file] }).then(
                () => true,
                () => false,
              );
              if (!isGone) return;
              resolve(true);
              sheet.close();
            }),
          ]
        : []),
      ...(isText
        ? [
            button(text.copy, async () => {
              await say(await content.text());
              resolve(true);
            }),
          ]
        : []),
      button(text.copyAddress, () => say(location.href)),
    ]);
    sheet.addEventListener('close', () => resolve(false));
  });
}

function element<K extends 'p' | 'img' | 'div'>(tag: K, words: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

/** A dialog with words, acts and a way to copy; `say` copies, or shows what is to be copied by hand. */
function openSheet(
  words: readonly HTMLElement[],
  acts: (say: (content: string) => Promise<void>) => readonly HTMLElement[],
): HTMLDialogElement {
  const sheet = document.createElement('dialog');
  Object.assign(sheet.style, { maxWidth: 'min(32rem, calc(100vw - 2rem))', padding: '1rem' });
  const told = element('p', '');
  told.role = 'status';
  const say = async (content: string): Promise<void> => {
    if (await copyText(content)) {
      told.textContent = text.copied;
      return;
    }
    told.textContent = text.copyByHand;
    const field = document.createElement('textarea');
    field.className = 'field';
    field.rows = 6;
    field.readOnly = true;
    field.ariaLabel = text.toCopy;
    field.value = content;
    sheet.querySelector('textarea')?.remove();
    told.after(field);
    field.select();
  };
  const row = element('div', '');
  row.className = 'acts';
  row.append(
    ...acts(say),
    button(text.close, () => sheet.close()),
  );
  sheet.append(...words, told, row);
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
}
