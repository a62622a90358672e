import { findPlace } from '../domain/in-app.ts';
import { IN_APP } from '../i18n/in-app-strings.ts';

const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';

/** Says where the page can be printed, and gives its address to take there. */
export function explain(): void {
  const place = findPlace(navigator) ?? 'home-screen';
  const sheet = document.createElement('dialog');
  Object.assign(sheet.style, { maxWidth: 'min(32rem, calc(100vw - 2rem))', padding: '1rem' });
  const say = (words: string): HTMLParagraphElement => {
    const line = document.createElement('p');
    line.textContent = words;
    return line;
  };
  const told = say('');
  told.role = 'status';
  const address = document.createElement('input');
  address.className = 'field';
  address.readOnly = true;
  address.value = location.href;
  address.ariaLabel = IN_APP.toCopy[locale];
  const button = (label: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button';
    made.textContent = label;
    made.addEventListener('click', act);
    return made;
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      told.textContent = IN_APP.copied[locale];
    } catch {
      address.select();
      told.textContent = IN_APP.copyByHand[locale];
    }
  };
  sheet.append(
    say(IN_APP.whyPrint[locale].replace('{app}', IN_APP[place][locale])),
    say(IN_APP[place === 'home-screen' ? 'howFromHome' : 'howToOpen'][locale]),
    address,
    told,
    button(IN_APP.copyAddress[locale], copy),
    ' ',
    button(IN_APP.close[locale], () => sheet.close()),
  );
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
}
