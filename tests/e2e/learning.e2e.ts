import { expect, test } from './fixtures.ts';

const url = '/learn/order-keeping/';

test('steps are read at their version, checks come from the content with their reason, and what was wrong comes again', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-11-24T02:00:00Z'));
  await page.goto(url);
  const study = page.locator('.study');
  await expect(study.getByText(/题就出现在这里/)).toBeVisible();
  const marks = study.getByRole('button', { name: /^读完了，懂了/ });
  const count = await marks.count();
  for (let left = count; left > 0; left--) {
    await marks.first().click();
    await expect(marks).toHaveCount(left - 1);
  }
  await expect(study.getByText(new RegExp(`读完 ${count} / ${count} 步`))).toBeVisible();
  await study.getByRole('button', { name: /^做题/ }).click();
  const quiz = study.locator('.quiz');
  const all = Number(/共 (\d+) 题/.exec((await quiz.locator('.meta').textContent()) ?? '')?.[1]);
  expect(all).toBeGreaterThan(2);
  for (let i = 0; i < all; i++) {
    await quiz.locator('.choice .button').first().click();
    await expect(quiz.getByRole('link', { name: '看原文' })).toHaveAttribute('href', /^\//);
    await expect(quiz.locator('.reason li').first()).not.toBeEmpty();
    await expect(quiz.locator('.good, .bad')).toBeVisible();
    await quiz.locator('.primary').click();
  }
  await expect(study.getByText(/答对 \d+ \/ \d+/)).toBeVisible();
  await study.getByRole('button', { name: '完成' }).click();
  await expect(page.locator('.saved')).toContainText('已保存在本机');
  await page.clock.setFixedTime(new Date('2026-11-25T02:00:00Z'));
  await page.reload();
  await expect(study.getByRole('button', { name: /^做题/ })).toBeVisible();
});

test('each learner on a device has progress of their own', async ({ page }) => {
  await page.goto(url);
  const study = page.locator('.study');
  const who = study.getByLabel('记录人');
  const marks = study.getByRole('button', { name: /^读完了，懂了/ });
  await expect(marks.first()).toBeEnabled();
  const count = await marks.count();
  await who.fill('秩序员甲');
  await who.blur();
  await marks.first().click();
  await expect(marks).toHaveCount(count - 1);
  await who.fill('秩序员乙');
  await who.blur();
  await expect(marks).toHaveCount(count);
  await marks.first().click();
  await study.getByRole('button', { name: /^取消/ }).click();
  await expect(marks).toHaveCount(count);
  await who.fill('秩序员甲');
  await who.blur();
  await expect(marks).toHaveCount(count - 1);
  await expect(page.locator('.saved')).toContainText('已保存在本机');
  await page.goto('/projects/');
  await expect(page.getByText(/待裁定|冲突/).filter({ hasText: /[1-9]/ })).toHaveCount(0);
});

test('a post shows its own paths, and is remembered', async ({ page }) => {
  await page.goto('/learn/');
  const paths = page.locator('.entries li:visible');
  const all = await paths.count();
  expect(all).toBeGreaterThanOrEqual(10);
  await page.getByLabel('选岗位').selectOption({ label: '车场主管' });
  await expect(paths).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '1 条路径' })).toBeVisible();
  await page.reload();
  await expect(paths).toHaveCount(1);
  await page.getByLabel('选岗位').selectOption({ label: '全部岗位' });
  await expect(paths).toHaveCount(all);
});

test('the list of paths says how far whoever is named here has come on each', async ({ page }) => {
  await page.goto('/learn/');
  const progress = (path: string) => page.locator(`[data-progress="${path}"]`);
  await expect(progress('order-keeping')).toBeHidden();
  await page.goto(url);
  const study = page.locator('.study');
  const marks = study.getByRole('button', { name: /^读完了，懂了/ });
  await expect(marks.first()).toBeEnabled();
  const count = await marks.count();
  await study.getByLabel('记录人').fill('秩序员甲');
  await study.getByLabel('记录人').blur();
  await marks.first().click();
  await expect(marks).toHaveCount(count - 1);
  await expect(page.locator('.saved')).toContainText('已保存在本机');
  await page.goto('/learn/');
  await expect(progress('order-keeping')).toHaveText(`读完 1 / ${count} 步 · 秩序员甲`);
  // A path nobody began says nothing, and the other language says the same of this one.
  expect(await page.locator('[data-progress]:visible').count()).toBe(1);
  await page.goto('/en/learn/');
  await expect(progress('order-keeping')).toHaveText(`1 of ${count} steps read · 秩序员甲`);

  await page.goto(url);
  for (let left = count - 1; left > 0; left--) {
    await marks.first().click();
    await expect(marks).toHaveCount(left - 1);
  }
  await expect(page.locator('.saved')).toContainText('已保存在本机');
  await page.goto('/learn/');
  await expect(progress('order-keeping')).toHaveText('✓ 全部读完 · 秩序员甲');
  // Another learner on this device has their own.
  await page.goto(url);
  await expect(marks).toHaveCount(0);
  await study.getByLabel('记录人').fill('秩序员乙');
  await study.getByLabel('记录人').blur();
  await expect(marks).toHaveCount(count);
  await page.goto('/learn/');
  await expect(page.getByRole('status').filter({ hasText: '条路径' })).toBeVisible();
  await expect(progress('order-keeping')).toBeHidden();
});

test('a record and a group sheet are printed', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.body.dataset.printed = document.querySelector('.study .report')?.textContent ?? '';
    };
  });
  await page.goto(url);
  const study = page.locator('.study');
  await study.getByLabel(/参加的岗位或姓名/).fill('秩序员甲\n秩序员乙');
  await study.getByRole('button', { name: '打印集体签到表' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', /秩序员乙/);
  await study.getByRole('button', { name: '打印我的学习记录' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', /学习记录/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the path and its record sheet are whole', async ({ page }) => {
    await page.goto(url);
    await expect(page.getByRole('heading', { name: '学习步骤' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /学习记录表/ })).toBeVisible();
  });
});
