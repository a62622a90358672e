import { expect, test } from './fixtures.ts';

const WORDS = {
  zh: {
    path: '/planner/',
    day: '日期',
    start: /^3 开始/,
    duration: /^11 工期/,
    moved: /移动了/,
    ics: '导出日历 .ics',
    xml: '导出 Project .xml',
    saved: /已保存/,
  },
  en: {
    path: '/en/planner/',
    day: 'Day',
    start: /^3 Start/,
    duration: /^11 Takes/,
    moved: /moved/,
    ics: 'Export .ics',
    xml: 'Export Project .xml',
    saved: /Saved/,
  },
} as const;

for (const [language, words] of Object.entries(WORDS)) {
  test(`an opening is planned by keyboard alone in 10 steps (${language})`, async ({ page }) => {
    await page.goto(words.path);
    const make = page.locator('.new-plan button[type="submit"]');
    await expect(make).toBeEnabled();
    // 1, 2: the day, and Enter.
    const day = page.getByLabel(words.day, { exact: true });
    await day.focus();
    await page.keyboard.type('2026-12-18');
    await page.keyboard.press('Enter');
    await expect(page.locator('.plan-table tbody tr').first()).toBeVisible();
    // 3, 4: one task is pulled ahead.
    const start = page.getByRole('textbox', { name: words.start });
    await start.focus();
    await start.press('ControlOrMeta+a');
    await page.keyboard.type('2024-12-02');
    await page.keyboard.press('Enter');
    await expect(page.locator('.last-change')).toHaveText(words.moved);
    await expect(start).toHaveValue('2024-12-02');
    // 5, 6: another takes longer.
    const duration = page.getByRole('textbox', { name: words.duration });
    await duration.focus();
    await duration.press('ControlOrMeta+a');
    await page.keyboard.type('60');
    await page.keyboard.press('Enter');
    await expect(duration).toHaveValue('60d');
    // 7 to 10: two files.
    for (const name of [words.ics, words.xml]) {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
      expect((await downloading).suggestedFilename()).toMatch(/2026-12-18\.(ics|xml)$/);
    }
    // The opening has not moved, and all of it is kept.
    await expect(page.locator('.saved')).toHaveText(words.saved);
    await page.reload();
    await expect(page.getByRole('textbox', { name: words.start })).toHaveValue('2024-12-02');
  });
}

test('without JavaScript the templates stand there with their dates', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/planner/');
  await page.locator('#complex-opening summary').click();
  await expect(page.locator('#complex-opening')).toContainText('2026-12-18');
  await context.close();
});
