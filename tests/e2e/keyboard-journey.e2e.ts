import type { FileChooser, Locator, Page } from '@playwright/test';
import { CHECKLIST } from '../../src/i18n/checklist-strings.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { pick } from '../../src/i18n/pick.ts';
import { ADDRESS, ENGLISH, item } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

/** From the opened page to the printed report: keys pressed, and letters typed into fields. tests/README.md tells them. */
const STATED = { keys: 72, letters: 16 };
const ADDRESSES: Readonly<Record<Locale, string>> = { 'zh-CN': ADDRESS, en: ENGLISH };
const NUMBERS = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'];

/** A keyboard that counts. */
class Keys {
  readonly #page: Page;
  keys = 0;
  letters = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.letters += text.length;
    await this.#page.keyboard.type(text);
  }

  /** Tab, as often as it takes. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let most = 60; most > 0; most--) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`${target} was not reached`);
  }
}

for (const [locale, address] of Object.entries(ADDRESSES) as [Locale, string][]) {
  test(`ten ticks, a problem with a photo, a signature and the printed report by keyboard alone, in ${STATED.keys} key presses and ${STATED.letters} letters (${locale})`, async ({
    page,
  }) => {
    const text = pick(CHECKLIST, locale);
    await page.addInitScript(() => {
      window.print = () => void document.documentElement.setAttribute('data-printed', 'yes');
    });
    // Heard from the beginning: a dialog asked for right after one begins to listen is not caught on a busy machine.
    const chosen: FileChooser[] = [];
    page.on('filechooser', (chooser) => void chosen.push(chooser));
    await page.goto(address);
    await expect(page.locator('.saved')).toHaveAttribute('data-state', 'saved');
    const keys = new Keys(page);
    const radio = (number: string, status: string) =>
      item(page, number).locator('.seg').first().getByRole('radio', { name: status });

    await test.step('past the head of the page, and ten ticks', async () => {
      await keys.press('Tab');
      await keys.press('Enter');
      for (const number of NUMBERS) {
        await keys.tabTo(radio(number, text.open));
        await keys.press('ArrowRight');
        await expect(radio(number, text.done)).toBeChecked();
      }
    });

    const last = item(page, NUMBERS.at(-1) ?? '');
    await test.step('the tenth turns out to be a problem: severity, owner, due date', async () => {
      await keys.press('ArrowRight');
      const severities = last.locator('.severity');
      await keys.tabTo(severities.getByRole('radio', { name: /^A/ }));
      await keys.press('ArrowRight');
      await expect(severities.getByRole('radio', { name: /^B/ })).toBeChecked();
      await keys.tabTo(last.getByLabel(text.owner));
      await keys.type('Li');
      await keys.tabTo(last.getByRole('textbox', { name: text.due }));
      await keys.type('2030-01-05');
    });

    await test.step('a photo of it', async () => {
      await keys.tabTo(last.locator('details.details > summary'));
      await keys.press('Enter');
      const choose = last.getByLabel(text.addPhoto);
      await keys.tabTo(choose);
      await keys.press('Enter');
      await expect.poll(() => chosen.length).toBe(1);
      const buffer = Buffer.from(
        await page.evaluate(() => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [400, 300];
          return canvas.toDataURL('image/png').split(',')[1] ?? '';
        }),
        'base64',
      );
      await chosen[0]?.setFiles({ name: 'site.png', mimeType: 'image/png', buffer });
      await expect(last.getByRole('img')).toHaveCount(1);
    });

    await test.step('signed', async () => {
      const form = page.getByRole('form', { name: text.sign });
      await keys.tabTo(form.getByLabel(text.signer));
      await keys.type('Wang');
      await keys.press('Enter');
      await expect(page.locator('.gate')).toContainText('Wang');
      await expect(radio('1.1', text.done)).toBeDisabled();
    });

    await test.step('and printed', async () => {
      await keys.tabTo(page.getByRole('button', { name: text.printReport }));
      await keys.press('Enter');
      await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
    });

    expect({ keys: keys.keys, letters: keys.letters }).toEqual(STATED);
    await expect(page.locator('.saved')).toContainText(text.saved);
    await page.emulateMedia({ media: 'print' });
    const report = page.locator('.report');
    await expect(report).toContainText('2030-01-05');
    await expect(report).toContainText('Wang');
    await page.emulateMedia({ media: 'screen' });
    await page.reload();
    await expect(page.locator('.gate')).toContainText('Wang');
    for (const number of NUMBERS.slice(0, -1)) await expect(radio(number, text.done)).toBeChecked();
    await expect(radio(NUMBERS.at(-1) ?? '', text.problem)).toBeChecked();
  });
}
