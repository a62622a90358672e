import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { findBarriers, findOverflow } from './page-checks.ts';

/** Words of the pages that these tests go by. */
const WORDS = {
  'zh-CN': {
    root: '',
    line: '加一行',
    permit: '开一张',
    close: '第 1 次定稿',
    log: '登记一件',
    read: /^读完了，懂了/,
    ask: /^做题/,
    drill: '演练',
    done: '做完了',
    late: '补记（填发生时刻）',
    end: '结束演练',
    sure: '都做到了，结束',
  },
  en: {
    root: '/en',
    line: 'Add a line',
    permit: 'New form',
    close: 'Close review 1',
    log: 'Log a request',
    read: /^Read and understood/,
    ask: /^Answer \(/,
    drill: 'Drill',
    done: 'Done',
    late: 'Late entry (give the time it happened)',
    end: 'End the drill',
    sure: 'All met: end it',
  },
} as const;
type Language = keyof typeof WORDS;

/** Puts something into every field that is in sight: the first choice, the second option, a figure that breaks most limits. */
async function answerAll(page: Page): Promise<void> {
  await page.locator('main').evaluate((main) => {
    const isSeen = (element: HTMLElement) => element.offsetParent !== null;
    const tell = (element: HTMLElement, ...types: string[]) => {
      for (const type of types) element.dispatchEvent(new Event(type, { bubbles: true }));
    };
    for (const details of main.querySelectorAll('details')) if (isSeen(details)) details.open = true;
    for (const set of main.querySelectorAll<HTMLElement>('fieldset, .seg')) {
      const [first, ...others] = set.querySelectorAll<HTMLInputElement>('input[type="radio"]');
      // Of three the last says that nothing is given.
      const isOpen = !set.querySelector(':checked') || (others.length > 1 && others.at(-1)?.checked);
      if (first && isSeen(set) && isOpen) first.click();
    }
    for (const select of main.querySelectorAll('select')) {
      if (!isSeen(select) || select.closest('.bar') || select.options.length < 2 || select.selectedIndex > 0) continue;
      select.selectedIndex = 1;
      tell(select, 'change');
    }
    for (const field of main.querySelectorAll<HTMLInputElement>('input[type="text"], input:not([type]), textarea')) {
      if (!isSeen(field) || field.closest('.bar') || field.value !== '' || field.readOnly) continue;
      field.focus();
      field.value = field.inputMode === 'decimal' ? '1980' : 'Abcdefghijklm-1980 重庆小面与江湖菜';
      tell(field, 'input', 'change');
      field.blur();
    }
  });
}

/** Where the page sticks out at widths of phones, with usual letters and with letters twice as large. */
async function narrow(page: Page, what: string): Promise<string[]> {
  const faults: string[] = [];
  for (const size of [106.25, 212.5]) {
    await page.evaluate((percent) => {
      // Beside the sheets that the tools themselves have adopted.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html { font-size: ${percent}% !important }`);
      document.adoptedStyleSheets.push(sheet);
    }, size);
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 844 });
      const fault = await findOverflow(page);
      if (fault) faults.push(`${what} at ${width}, ${size} %: ${fault}`);
    }
    await page.evaluate(() => document.adoptedStyleSheets.pop());
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

const ready = (page: Page) => expect(page.locator('.saved')).not.toHaveAttribute('data-state', /not-saved|loading/);
const stored = (page: Page) => expect(page.locator('.saved')).toHaveAttribute('data-state', 'saved');

/** The desk has the longer words and figures in English, the others stand close in Chinese; the long run looks at both in both. */
const languages = (one: Language): readonly Language[] =>
  process.env.SOAK === '1' ? (Object.keys(WORDS) as Language[]) : [one];

for (const language of languages('en')) {
  const words = WORDS[language];

  test(`the fit-out desk with everything filled in fits phones and large letters, without a barrier (${language})`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' });
    await page.goto(`${words.root}/fit-out/`);
    await ready(page);
    const faults: string[] = [];
    for (const part of ['tenant', 'papers', 'rules', 'load', 'review', 'permits', 'cases']) {
      await page.locator(`.desk-nav a[href$="#${part}"]`).click();
      await expect(page.locator(`#${part}`)).toBeVisible();
      if (part === 'load') await page.getByRole('button', { name: words.line }).click();
      if (part === 'permits') await page.getByRole('button', { name: words.permit }).click();
      await answerAll(page);
      if (part === 'review') await page.getByRole('button', { name: words.close }).click();
      if (part !== 'cases') await stored(page);
      faults.push(...(await narrow(page, part)));
      faults.push(...(await findBarriers(page)).map((barrier) => `${part}: ${barrier}`));
    }
    // What was put in is there and is judged.
    for (const verdict of ['fail', 'pass', 'person'])
      expect(await page.locator(`[id^="rule-"][data-verdict="${verdict}"]`).count(), verdict).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
}

for (const language of languages('zh-CN')) {
  const words = WORDS[language];

  test(`request log, learning and a drill at work fit phones and large letters, without a barrier (${language})`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' });
    const faults: string[] = [];
    const look = async (what: string) => {
      faults.push(...(await narrow(page, what)));
      faults.push(...(await findBarriers(page)).map((barrier) => `${what}: ${barrier}`));
    };
    await page.goto(`${words.root}/requests/?service=complex-repair-requests`);
    await ready(page);
    await page.getByRole('button', { name: words.log }).click();
    await expect(page.locator('.request')).toHaveCount(1);
    await answerAll(page);
    await stored(page);
    await look('requests');

    await page.goto(`${words.root}/directory/complex-repair-requests/`);
    await page.locator('#fill-in button').first().click();
    await expect(page.locator('#fill-in .fields')).toBeVisible();
    await answerAll(page);
    await look('service');

    await page.goto(`${words.root}/learn/order-keeping/`);
    const marks = page.getByRole('button', { name: words.read });
    await expect(marks.first()).toBeEnabled();
    for (let left = await marks.count(); left > 0; left--) {
      await marks.first().click();
      await expect(marks).toHaveCount(left - 1);
    }
    await look('learning');
    await page.getByRole('button', { name: words.ask }).click();
    await page.locator('.quiz .choice .button').first().click();
    await expect(page.locator('.quiz .reason')).toBeVisible();
    await look('check');

    await page.goto(`${words.root}/emergency/lift-entrapment/`);
    await page.getByRole('button', { name: words.drill, exact: true }).click();
    await page.locator('.run-now').getByRole('button', { name: words.done }).click();
    await page.getByText(words.late).click();
    await expect(page.locator('.run-log tbody tr')).toHaveCount(2);
    await look('drill');
    await page.getByRole('button', { name: words.end }).click();
    await page.getByRole('button', { name: words.sure }).click();
    await expect(page.locator('.run-ended')).toBeVisible();
    await answerAll(page);
    await look('drill that has ended');
    expect(faults).toEqual([]);
  });
}
