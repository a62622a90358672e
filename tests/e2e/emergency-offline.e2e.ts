import { readFileSync } from 'node:fs';
import { devices, expect, type Page, test } from '@playwright/test';
import { Host, keep } from './host-copy.ts';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 5'];
test.use({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch, serviceWorkers: 'allow' });

interface Log {
  card: string;
  entries: { kind: string; about?: string; event: string; recorded: string; text?: string }[];
}

test('a lift entrapment goes on after a cold start without a server; its log is right to the second and in event order', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const exceptions: string[] = [];
  context.on('weberror', (error) => exceptions.push(error.error().message));
  const host = new Host('emergency');
  await host.start();
  await keep(page, host);
  await host.stop();
  const card = `${host.origin}/emergency/lift-entrapment/`;
  const next = (at: Page) => at.locator('.run-now .run-text');
  const done = (at: Page) => at.locator('.run-now').getByRole('button', { name: '做完了' });
  const lines = (at: Page) => at.locator('.run-log tbody tr');

  await page.clock.install({ time: new Date('2026-11-24T07:59:00Z') });
  await page.goto(card);
  await page.clock.pauseAt(new Date('2026-11-24T08:00:00Z'));
  await page.getByRole('button', { name: '开始处置' }).tap();
  await expect(next(page)).toHaveText('接对讲，稳住人，30 秒内');
  for (const seconds of [12, 21]) {
    await page.clock.runFor(seconds * 1000);
    await done(page).tap();
  }
  await expect(next(page)).toHaveText('守层门，不许扒门');
  await expect(page.locator('.saved')).toContainText('已保存在本机');

  await test.step('the page is loaded again', async () => {
    expect((await page.reload())?.status()).toBe(200);
    await expect(next(page)).toHaveText('守层门，不许扒门');
    await page.clock.pauseAt(new Date('2026-11-24T08:01:05Z'));
    await done(page).tap();
    await expect(lines(page)).toHaveCount(4);
    await expect(page.locator('.saved')).toContainText('已保存在本机');
  });

  // The phone closes the browser; a new page finds the way back from the list of cards.
  await page.close();
  const again = await context.newPage();
  expect((await again.goto(`${host.origin}/emergency/`))?.status()).toBe(200);
  await again.getByRole('link', { name: /处置进行中/ }).tap();
  await expect(lines(again)).toHaveCount(4);
  await again.clock.pauseAt(new Date('2026-11-24T08:06:00Z'));
  await expect(again.locator('.run-clock')).toHaveText('6:00');
  await again.getByLabel('记一笔').fill('2 人，一人胸闷');
  await again.getByText('补记（填发生时刻）').tap();
  await again.getByLabel('发生时刻').fill('2026-11-24T16:00:27');
  await again.getByRole('button', { name: '补记', exact: true }).tap();
  await expect(lines(again)).toHaveCount(5);
  await again.getByRole('button', { name: '结束处置' }).tap();
  await again.getByRole('button', { name: '都做到了，结束' }).tap();
  await expect(again.locator('.run-ended')).toContainText('已结束 2026-11-24 16:06');

  const waiting = again.waitForEvent('download');
  await again.getByRole('button', { name: '导出 JSON' }).tap();
  const log = JSON.parse(readFileSync(await (await waiting).path(), 'utf8')) as Log;
  expect(log.entries.map(({ kind, about, event }) => `${event.slice(11, 19)} ${about ?? kind}`)).toEqual([
    '08:00:00 start',
    '08:00:12 answer',
    '08:00:27 note',
    '08:00:33 call-maintainer',
    '08:01:05 guard-door',
    '08:06:00 end',
  ]);
  const late = log.entries.find(({ kind }) => kind === 'note');
  expect(late).toMatchObject({ text: '2 人，一人胸闷' });
  expect(late?.recorded.slice(11, 19)).toBe('08:06:00');
  expect(exceptions).toEqual([]);
});
