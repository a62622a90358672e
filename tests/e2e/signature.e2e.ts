import type { Page } from '@playwright/test';
import { answer, choose, chooseFile, ENGLISH, exportProject, open, saved } from './checklist-page.ts';
import { expect, tabTo, test } from './fixtures.ts';
import { findBarriers, findOverflow } from './page-checks.ts';
import { catchPrint, pressPrint } from './printed.ts';

const gateOf = (page: Page) => page.locator('.gate');

/** Every item done, so that the stage can be signed. */
async function settleAll(page: Page, done: '完成' | 'Done' = '完成'): Promise<void> {
  for (const row of await page.locator('.tool .item .no').allTextContents()) await choose(page, row, done);
}

/** Draws one stroke from left to right in the box, with the mouse. */
async function stroke(page: Page, height: number): Promise<void> {
  const pad = page.locator('svg.pad');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('There is no box to draw in');
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * height);
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) {
    const up = i % 2 ? 0.2 : 0;
    await page.mouse.move(box.x + box.width * (0.1 + i * 0.1), box.y + box.height * (height - up));
  }
  await page.mouse.up();
}

/** The same with a pen on the screen. */
async function penStroke(page: Page, height: number): Promise<void> {
  const box = await page.locator('svg.pad').boundingBox();
  if (!box) throw new Error('There is no box to draw in');
  const session = await page.context().newCDPSession(page);
  const at = (part: number) => ({ x: box.x + box.width * part, y: box.y + box.height * height });
  const pen = { pointerType: 'pen', force: 0.5 } as const;
  const held = { ...pen, button: 'left', buttons: 1 } as const;
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at(0.1), ...pen });
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at(0.1), ...held, clickCount: 1 });
  for (const part of [0.3, 0.5, 0.7])
    await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at(part), ...held });
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at(0.7), ...held, clickCount: 1 });
  await session.detach();
}

const inkOf = (page: Page, selector: string) => page.locator(`${selector} .ink`).first().getAttribute('d');

test('a signature is drawn, undone, cleared, signed with, and kept over a reload, in print and in the project file', async ({
  page,
  newDevice,
}) => {
  await catchPrint(page);
  await open(page);
  await settleAll(page);
  const gate = gateOf(page);
  await saved(page);
  await gate.getByLabel('签核人姓名').fill('李经理');
  await expect(page.locator('.saved')).toHaveAttribute('data-state', 'unsent');
  await gate.getByRole('radio', { name: '手写签名' }).check();
  await expect(gate.getByRole('img', { name: '手写签名区' })).toBeVisible();
  await gate.getByRole('button', { name: '签核本阶段' }).click();
  await expect(gate.getByRole('alert')).toContainText('在框里写签名');
  await expect(answer(page, '1.1', '完成')).toBeEnabled();

  await stroke(page, 0.4);
  await expect(gate).toContainText('已写 1 笔');
  await penStroke(page, 0.8);
  await expect(gate).toContainText('已写 2 笔');
  expect((await inkOf(page, '.pad'))?.match(/M/g)).toHaveLength(2);
  await gate.getByRole('button', { name: '撤销一笔' }).click();
  await expect(gate).toContainText('已写 1 笔');
  await gate.getByRole('button', { name: '重写' }).click();
  await expect(gate).toContainText('还没有写');
  await stroke(page, 0.5);
  const ink = await inkOf(page, '.pad');
  expect(ink).toMatch(/^M\d+ \d+(l-?\d+ -?\d+){8}$/);
  expect(await findBarriers(page)).toEqual([]);

  await gate.getByRole('button', { name: '签核本阶段' }).click();
  const drawn = gate.getByRole('img', { name: '李经理 的手写签名' });
  await expect(drawn).toBeVisible();
  expect(await inkOf(page, '.gate .drawn')).toBe(ink);
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(drawn).toBeVisible();
  expect(await inkOf(page, '.gate .drawn')).toBe(ink);
  await expect(answer(page, '1.1', '完成')).toBeDisabled();

  expect(await pressPrint(page, '打印报告（A4）')).toContain('李经理 签核于');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.report .drawn')).toBeVisible();
  expect(await inkOf(page, '.report .drawn')).toBe(ink);
  await page.emulateMedia({ media: 'screen' });

  const other = await newDevice();
  await open(other);
  const file = await exportProject(page);
  await chooseFile(other, file.bytes, file.name);
  await other.getByRole('button', { name: '作为新项目打开' }).click();
  await saved(other);
  await expect(gateOf(other).getByRole('img', { name: '李经理 的手写签名' })).toBeVisible();
  expect(await inkOf(other, '.gate .drawn')).toBe(ink);
});

test('a finger draws without moving the page, in English, in dark colours, on the narrowest phone', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    hasTouch: true,
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(ENGLISH);
  await expect(page.locator('.saved')).not.toHaveAttribute('data-state', /not-saved|loading/);
  await settleAll(page, 'Done');
  const gate = gateOf(page);
  await gate.getByLabel('Name of the person signing').fill('Li');
  await gate.getByRole('radio', { name: 'Draw the signature' }).check();
  const pad = page.locator('svg.pad');
  await expect(pad).toHaveCSS('touch-action', 'none');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('There is no box to draw in');
  const before = await page.evaluate(() => scrollY);
  const touch = await context.newCDPSession(page);
  const at = (x: number, y: number) => [{ x: box.x + box.width * x, y: box.y + box.height * y }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.2, 0.2) });
  for (const part of [0.4, 0.6, 0.8]) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part, part) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(gate).toContainText('Strokes drawn: 1.');
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(await findOverflow(page)).toBeUndefined();
  expect(await findBarriers(page)).toEqual([]);
  await gate.getByRole('button', { name: 'Sign off this stage' }).click();
  await expect(gate.getByRole('img', { name: 'Signature drawn by Li' })).toBeVisible();
  await context.close();
});

test('with the keyboard alone the typed name signs', async ({ page }) => {
  await open(page);
  await settleAll(page);
  const gate = gateOf(page);
  await tabTo(page, gate.getByLabel('签核人姓名'));
  await page.keyboard.insertText('李经理');
  await tabTo(page, gate.getByRole('radio', { name: '用打字的姓名' }));
  await page.keyboard.press('ArrowDown');
  await expect(gate).toContainText('只用键盘时，选“用打字的姓名”');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, gate.getByRole('button', { name: '签核本阶段' }));
  await page.keyboard.press('Enter');
  await expect(gate).toContainText('李经理 签核于');
  await expect(gate.getByRole('img')).toHaveCount(0);
});

test('the code to draw with is not fetched before a stage can be signed', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (/SignaturePad/.test(request.url())) scripts.push(request.url());
  });
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);
  await settleAll(page);
  await expect(gateOf(page).getByRole('radio', { name: '手写签名' })).toBeVisible();
  await expect.poll(() => scripts.length).toBe(1);
});
