import { type Driver, until } from './driver.ts';

/** The same few things done in every browser: read, tick and reload, search, estimate, plan, and all of it without the server. */
export interface Surroundings {
  readonly driver: Driver;
  readonly origin: string;
  stopServer(): Promise<void>;
}

const text = (css: string): string => `document.querySelector(${JSON.stringify(css)}).textContent`;
const holds = (css: string, words: string): string => `${text(css)}.includes(${JSON.stringify(words)})`;
const IS_AWAKE = `!/not-saved|loading/.test(document.querySelector('.saved').dataset.state)`;

/** Gives an element that only script can tell apart a mark to press. */
async function mark(driver: Driver, expression: string): Promise<string> {
  await until(driver, expression);
  await driver.evaluate(
    `(document.querySelector('[data-smoke]')?.removeAttribute('data-smoke'), (${expression}).setAttribute('data-smoke', ''), true)`,
  );
  return '[data-smoke]';
}

const field = (label: string): string =>
  `[...document.querySelectorAll('input:not([type=checkbox]):not([type=radio])')].find((input) => [...input.labels].some((label) => label.textContent.trim().startsWith(${JSON.stringify(label)})))`;

async function tick(driver: Driver, origin: string, checklist: string): Promise<void> {
  const radio = `document.querySelector('.tool .item input[value="done"]')`;
  await driver.open(`${origin}/checklists/${checklist}/`);
  await until(driver, IS_AWAKE);
  await driver.click(await mark(driver, `(${radio}.closest('label') ?? ${radio}.labels[0])`));
  await until(driver, `${radio}.checked && ${holds('.saved', '已保存在本机')}`);
  await driver.reload();
  await until(driver, `${IS_AWAKE} && ${radio}.checked`);
}

async function search(driver: Driver, origin: string): Promise<void> {
  await driver.open(`${origin}/handbook/`);
  await driver.click('.find input');
  await driver.type('.find input', '电梯');
  await until(driver, `document.querySelector('.find .found a')?.pathname.includes('/emergency/')`);
}

async function estimate(driver: Driver, origin: string, percent: string): Promise<void> {
  const headline = '[data-figure="incentive-cost"]';
  await driver.open(`${origin}/estimators/collection-incentive/`);
  await until(driver, IS_AWAKE);
  const before = String(await driver.evaluate(text(headline)));
  await driver.type(await mark(driver, field('月度任务')), percent);
  await until(driver, `${text(headline)} !== ${JSON.stringify(before)} && ${holds('.saved', '已保存')}`);
  await driver.reload();
  await until(driver, `${IS_AWAKE} && ${field('月度任务')}.value === ${JSON.stringify(percent)}`);
}

async function plan(driver: Driver, origin: string): Promise<void> {
  await driver.open(`${origin}/planner/`);
  await until(driver, `document.querySelector('.new-plan button[type="submit"]').disabled === false`);
  await driver.type(await mark(driver, field('日期')), '2026-12-18');
  await driver.click('.new-plan button[type="submit"]');
  await until(driver, `document.querySelector('.plan-table tbody tr') && ${holds('.saved', '已保存')}`);
  await driver.reload();
  await until(driver, `document.querySelector('.plan-table tbody tr')`);
}

export const JOURNEYS: Readonly<Record<string, (place: Surroundings) => Promise<void>>> = {
  'a page is read in both languages': async ({ driver, origin }) => {
    await driver.open(`${origin}/handbook/complex/handover/`);
    await until(driver, `${text('h1')}.trim() === '承接查验'`);
    // Opened, not pressed: WebKitGTK 2.50 without a graphics processor crashes in the view transition between two pages.
    await driver.open(String(await driver.evaluate("document.querySelector('.lang').href")));
    await until(
      driver,
      `location.pathname === '/en/handbook/complex/handover/' && document.documentElement.lang === 'en'`,
    );
  },
  'an item is ticked and kept': ({ driver, origin }) => tick(driver, origin, 'tendering'),
  'a word leads to an emergency card': ({ driver, origin }) => search(driver, origin),
  'an estimate is made and kept': ({ driver, origin }) => estimate(driver, origin, '85%'),
  'a plan is made and kept': ({ driver, origin }) => plan(driver, origin),
  'all of it works with the server stopped': async ({ driver, origin, stopServer }) => {
    await driver.open(`${origin}/offline/`);
    await until(driver, `${text('#offline-state')} === '可离线使用'`, 120_000);
    await stopServer();
    await driver.open(`${origin}/handbook/complex/lift-zoning/`);
    await until(driver, `${text('h1')}.trim() !== ''`);
    await tick(driver, origin, 'construction');
    await search(driver, origin);
    await estimate(driver, origin, '80%');
    await driver.open(`${origin}/planner/`);
    await until(driver, `document.querySelector('.plan-table tbody tr')`);
  },
};
