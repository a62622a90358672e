import { expect, test } from './fixtures.ts';
import { arrive } from './page-checks.ts';

const page1 = 'handbook/complex/early-involvement/planning-design/';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('home leads to the handbook, the checklists and the emergency cards', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: /读/ }).click();
    await expect(page).toHaveURL('/handbook/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('手册');
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: /应急/ }).click();
    await expect(page).toHaveURL('/emergency/');
  });

  test('a page of the handbook is complete: contents, text, sources, neighbours', async ({ page }) => {
    await page.goto(`/${page1}`);
    await expect(page.getByRole('heading', { level: 1, name: '规划设计阶段' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: '本页' }).getByRole('link').first()).toBeVisible();
    await expect(page.getByText('ZG-1-')).toBeVisible();
    await expect(page.getByRole('heading', { name: '出处' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: '前后页' }).getByRole('link')).toHaveCount(2);
  });

  test('a term shows its definition', async ({ page }) => {
    await page.goto(`/${page1}`);
    const term = page.locator('button.term').first();
    const note = page.locator(`#${await term.getAttribute('popovertarget')}`);
    await expect(note).toBeHidden();
    await term.click();
    await expect(note).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
  });

  test('what needs JavaScript is not offered, and the search page leads on', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('button', { name: '打印本页' })).toBeHidden();
    await expect(page.getByLabel('外观')).toBeHidden();
    await page.goto('/search/?q=消防');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: '综合体物业管理' })).toBeVisible();
  });
});

test('no line begins with a comma or a source mark behind a term or a word, at any width', async ({ page }) => {
  const parted: string[] = [];
  for (const path of ['/handbook/complex/high-rise/', '/en/handbook/complex/high-rise/']) {
    await page.goto(path);
    for (let width = 320; width <= 480; width += 8) {
      await page.setViewportSize({ width, height: 800 });
      parted.push(
        ...(
          await page.evaluate(() => {
            const bottomOf = (range: Range) => [...range.getClientRects()].at(-1)?.bottom ?? 0;
            const found: string[] = [];
            const check = (before: Node, at: number, next: DOMRect | undefined, words: string) => {
              const range = document.createRange();
              range.setStart(before, at);
              range.setEnd(before, at + 1);
              if (next && next.top >= bottomOf(range)) found.push(words);
            };
            for (const button of document.querySelectorAll('button.term')) {
              const next = button.nextSibling;
              if (next?.nodeType !== Node.TEXT_NODE || !/^\p{Po}|^\p{Pe}|^\p{Pf}/u.test(next.textContent ?? ''))
                continue;
              const word = button.firstChild as Text;
              const range = document.createRange();
              range.setStart(next, 0);
              range.setEnd(next, 1);
              check(word, word.length - 1, range.getClientRects()[0], button.parentElement?.textContent ?? '');
            }
            for (const mark of document.querySelectorAll('sup')) {
              const before = mark.previousSibling;
              const length = before?.nodeType === Node.TEXT_NODE ? (before.textContent ?? '').length : 0;
              if (before && length > 0)
                check(before, length - 1, mark.querySelector('a')?.getClientRects()[0], before.textContent ?? '');
            }
            return found;
          })
        ).map((words) => `${path} ${width}: ${words.slice(-30)}`),
      );
    }
  }
  expect(parted).toEqual([]);
});

test('the same place is there in the other language, and back', async ({ page }) => {
  await page.goto(`/${page1}`);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`/en/${page1}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(`/${page1}`);
});

test('the language switch keeps the anchor of the place that is read', async ({ page }) => {
  await page.goto(`/${page1}#eight-points`);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`/en/${page1}#eight-points`);
});

test('the chosen colours hold on the next page and after a reload, from the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByLabel('外观').selectOption('dark');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.goto(`/${page1}`);
  expect(await ground()).toBe(dark);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('外观').selectOption('');
  await expect.poll(ground).not.toBe(dark);
});

test('home offers to continue where reading stopped', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: /继续上次/ })).toBeHidden();
  await page.goto(`/${page1}`);
  await page.goto('/');
  await page.getByRole('link', { name: '继续上次：规划设计阶段' }).click();
  await expect(page).toHaveURL(`/${page1}`);
});

test('a page that has changed since it was last read says so, once', async ({ page }) => {
  await page.goto(`/${page1}`);
  const mark = page.getByText('上次读过后有修改');
  await expect(mark).toBeHidden();
  await page.evaluate(() => {
    const read = JSON.parse(localStorage.getItem('zg.read') ?? '{}') as Record<string, string>;
    const [number = ''] = Object.keys(read);
    localStorage.setItem('zg.read', JSON.stringify({ [number]: '0.9' }));
  });
  await page.reload();
  await expect(mark).toBeVisible();
  await page.reload();
  await expect(mark).toBeHidden();
});

test('reading goes on where the browser keeps no memory', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(`/${page1}`);
  await page.getByLabel('外观').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('a wrong address', () => {
  // Chromium itself notes the missing page on the console.
  test.use({ expectedErrors: /status of 404/ });

  test('says so in both languages, with a way on', async ({ page }) => {
    const response = await page.goto('/handbook/no-such-page/');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('没有这一页');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Page not found');
    await expect(page.getByRole('link', { name: 'Emergency cards' })).toBeVisible();
    await page.getByRole('main').getByRole('searchbox').first().fill('消防');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=/);
  });
});

test('on paper there is the text and no frame around it', async ({ page }) => {
  await page.goto(`/${page1}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('ZG-1-')).toBeVisible();
  for (const hidden of ['.topbar', '.foot', '.toc', '.onpage', '.pn']) await expect(page.locator(hidden)).toBeHidden();
});

test('the print button prints', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => void document.documentElement.setAttribute('data-printed', 'yes');
  });
  await page.goto(`/${page1}`);
  await page.getByRole('button', { name: '打印本页' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
});

test('a page for reading opened at one of its places moves nothing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/${page1}`);
  const anchor = await page.locator('main h2[id]').last().getAttribute('id');
  await page.goto(`/${page1}?again#${anchor}`);
  expect((await arrive(page)).shift).toBe(0);
});
