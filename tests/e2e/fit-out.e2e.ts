import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { readXlsx } from '../../src/interchange/xlsx-read.ts';
import { expect, test } from './fixtures.ts';
import { catchPrint } from './printed.ts';

const url = '/fit-out/';
const rule = (page: Page, id: string) => page.locator(`#rule-${id}`);
const saved = (page: Page) => page.locator('.saved');

/** Waits until the island answers: a first choice is stored. */
async function open(page: Page, address = url): Promise<void> {
  await page.goto(address);
  await expect(saved(page)).not.toHaveAttribute('data-state', /not-saved|loading/);
}

/** Goes to the part of the desk in which something stands, by the desk's own way. */
async function go(page: Page, part: 'tenant' | 'papers' | 'rules' | 'load' | 'review' | 'permits'): Promise<void> {
  await page.locator(`.desk-nav a[href$="#${part}"]`).click();
  await expect(page.locator(`#${part}`)).toBeVisible();
}

async function choose(page: Page, question: string, answer: string): Promise<void> {
  const group = page.locator('fieldset', {
    has: page.locator('legend', { hasText: new RegExp(`^${literal(question)}$`) }),
  });
  await reveal(page, group.first());
  await page
    .getByRole('group', { name: question, exact: true })
    .getByRole('radio', { name: answer, exact: true })
    .check();
}

const literal = (text: string): string => text.replace(/[()]/g, '\\$&');

async function pick(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await reveal(page, field);
  await field.selectOption(option);
}

async function reveal(page: Page, inPart: Locator): Promise<void> {
  const part = await inPart.evaluate((element) => element.closest<HTMLElement>('[data-part]')?.dataset.part);
  await go(page, part as Parameters<typeof go>[1]);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await reveal(page, field);
  await field.fill(text);
  await field.blur();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('papers, procedures, rules with worked cases and permits are all there', async ({ page }) => {
    await page.goto(url);
    await expect(page.getByRole('heading', { name: '全部规则和算例' })).toBeVisible();
    const hotWork = page.locator('#case-hot-work-separation');
    await expect(hotWork.getByRole('row', { name: '5 m，没有屏障' })).toContainText('不合格');
    await expect(hotWork.getByRole('row', { name: '5 m，没有屏障' })).toContainText('按来源的数字：合格');
    await expect(page.locator('.papers b', { hasText: '交效果图' })).toBeVisible();
    await expect(saved(page)).toContainText('尚未保存');
  });
});

test('counters at their boundary, by trade', async ({ page }) => {
  await open(page);
  const jewellery = rule(page, 'low-counter-jewellery');
  await expect(jewellery.locator('.verdict')).toContainText('没填');
  await pick(page, '业种', 'jewellery');
  await type(page, '低柜高度', '951');
  await expect(jewellery.locator('.verdict')).toContainText('不合格');
  await expect(jewellery).toContainText('951 mm');
  await expect(jewellery).toContainText('≤ 950 mm');
  await type(page, '低柜高度', '９５０');
  await expect(jewellery.locator('.verdict')).toContainText('✓ 合格');
  await pick(page, '业种', 'clothing');
  await expect(jewellery.locator('.verdict')).toContainText('不适用');
  const clothing = rule(page, 'low-counter-clothing');
  await type(page, '低柜高度', '1,350');
  await expect(clothing.locator('.verdict')).toContainText('✓ 合格');
  await type(page, '低柜高度', '1351');
  await expect(clothing.locator('.verdict')).toContainText('不合格');
  await type(page, '低柜高度', '高');
  await expect(clothing.locator('.verdict')).toContainText('没填');
  await expect(page.getByLabel('低柜高度', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('这不是数。')).toBeVisible();
});

test('safety decides over the source: hydrant, welding, upper floors', async ({ page }) => {
  await open(page);
  await choose(page, '消火栓外做了装饰', '是');
  await pick(page, '装饰材料', 'non-combustible');
  const hydrant = rule(page, 'hydrant-cladding');
  await expect(hydrant.locator('.verdict')).toContainText('不合格');
  await expect(hydrant).toContainText(/按来源的数字：合格（.+不燃.*） · 按更正判定/);

  await type(page, '易燃物到电焊点的距离', '5');
  const welding = rule(page, 'hot-work-separation');
  await expect(welding.locator('.verdict')).toContainText('没填');
  await choose(page, '中间有不燃防火屏障', '否');
  await expect(welding.locator('.verdict')).toContainText('不合格');
  await expect(welding).toContainText('≥ 10 m');
  await expect(welding).toContainText('按来源的数字：合格（易燃物到电焊点的距离 ≥ 3 m）');
  await choose(page, '中间有不燃防火屏障', '是');
  await expect(welding.locator('.verdict')).toContainText('由人判断');
  await welding.getByText('依据').click();
  await expect(welding).toContainText('安全规定，不能放宽');

  await pick(page, '商铺所在楼层', 'second');
  await choose(page, '做模特地台', '是');
  await choose(page, '做橱窗玻璃', '否');
  await expect(rule(page, 'no-upper-window').locator('.verdict')).toContainText('不合格');
});

test('papers, procedures and conflicts follow the tenant; all of it is there again after a reload', async ({
  page,
}) => {
  await open(page);
  await type(page, '商户名称（品牌或铺名）', '某面馆');
  await pick(page, '业种', 'food-and-beverage');
  await pick(page, '场所类别', 'restaurant');
  await type(page, '面积', '180');
  const papers = page.locator('section[aria-labelledby="papers"]');
  await choose(page, '夜间做噪声作业（22:00–06:00）', '是');
  // What has to be answered before a conflict can be told is named.
  await go(page, 'papers');
  await expect(papers.getByText('夜间噪声作业与住宅 · 先答：同一栋楼里有住宅或公寓')).toBeVisible();
  await choose(page, '做厨房，产生油烟', '是');
  await choose(page, '同一栋楼里有住宅或公寓', '是');
  await choose(page, '有专用烟道，直通楼顶', '否');
  await go(page, 'papers');
  await expect(papers.getByText('住宅楼里没有专用烟道的厨房')).toBeVisible();
  await expect(papers.getByText('夜间噪声作业与住宅')).toBeVisible();
  await expect(papers.getByText('消防备案（其他项目）')).toBeVisible();
  await expect(papers.getByText('营业前消防安全检查')).toBeVisible();
  await expect(papers.locator('b', { hasText: '交厨房排油烟施工图' })).toBeVisible();
  // Each paper says who issues it.
  await expect(papers.locator('.papers li', { hasText: '由谁出：' })).toHaveCount(
    await papers.locator('.papers li').count(),
  );
  await expect(papers.locator('.papers li', { hasText: '交效果图' })).toContainText('由谁出：装修设计单位');
  await papers.getByRole('group', { name: '交效果图' }).getByRole('radio', { name: '收到' }).check();
  await expect(papers.getByText(/收到 1 \//)).toBeVisible();
  await expect(saved(page)).toContainText('已保存在本机');
  await page.reload();
  await expect(page.getByLabel('商户名称（品牌或铺名）')).toHaveValue('某面馆');
  await expect(papers.getByText(/收到 1 \//)).toBeVisible();

  // It is a run of the checklist: it keeps its words, asks what this tenant has to hand in, and is told on the home page.
  await page.getByRole('link', { name: /打开这份清单/ }).click();
  const item = (label: string) => page.locator('.item', { hasText: label });
  await expect(item('交效果图').getByRole('radio', { name: '完成' })).toBeChecked();
  await expect(item('交厨房排油烟施工图')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: /清单 · 装修报审资料清单 · 某面馆 · 完成 1 \/ \d+/ })).toBeVisible();
});

test('a second tenant has papers of its own; one begun by mistake can be taken away', async ({ page }) => {
  await open(page);
  const papers = page.locator('section[aria-labelledby="papers"]');
  const choice = papers.getByRole('group', { name: '交效果图' });
  await type(page, '商户名称（品牌或铺名）', '甲店');
  await go(page, 'papers');
  await choice.getByRole('radio', { name: '收到' }).check();
  await expect(papers.getByText(/收到 1 \//)).toBeVisible();
  await go(page, 'tenant');
  await page.getByRole('button', { name: '新建商户' }).click();
  await expect(page.getByLabel('商户名称（品牌或铺名）')).toHaveValue('');
  await go(page, 'papers');
  await expect(papers.getByText(/收到 0 \//)).toBeVisible();
  await go(page, 'tenant');
  await page.getByRole('button', { name: '删去这个商户' }).click();
  await expect(page.getByLabel('商户名称（品牌或铺名）')).toHaveValue('甲店');
  await go(page, 'papers');
  await expect(papers.getByText(/收到 1 \//)).toBeVisible();
});

test('a mall’s own figure is visible and can be taken back; reviews tell what was mended', async ({ page }) => {
  await open(page);
  await pick(page, '业种', 'jewellery');
  await type(page, '低柜高度', '980');
  const jewellery = rule(page, 'low-counter-jewellery');
  await expect(jewellery.locator('.verdict')).toContainText('不合格');
  await go(page, 'review');
  await page.getByRole('button', { name: '第 1 次定稿' }).click();
  await expect(page.getByText(/第 1 次 · .* · 不合格 1/)).toBeVisible();
  await go(page, 'rules');
  await jewellery.getByText('依据').click();
  const own = jewellery.getByLabel(/本商场的数/);
  await own.fill('1,000');
  await own.blur();
  await expect(jewellery.locator('.verdict')).toContainText('✓ 合格');
  await expect(jewellery).toContainText('已改为本商场的数');
  await own.fill('');
  await own.blur();
  await expect(jewellery.locator('.verdict')).toContainText('不合格');
  await type(page, '低柜高度', '940');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.report');
  await expect(sheet).toContainText('第 2 次审图 · 草稿');
  await expect(sheet.getByRole('row', { name: /珠宝、饰品、化妆品低柜高/ })).toContainText('已改好');
  await page.emulateMedia({ media: 'screen' });
  await go(page, 'review');
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出草稿（Excel）' }).click();
  expect((await file).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('a rule that passes by the mall’s own figure is on the sheet with the figure of the source, on paper and in Excel', async ({
  page,
}) => {
  await catchPrint(page);
  await open(page);
  await pick(page, '业种', 'jewellery');
  await type(page, '低柜高度', '九十八 cm');
  await go(page, 'rules');
  await expect(rule(page, 'low-counter-jewellery')).toContainText('低柜高度 ≤ 950 mm');
  await expect(rule(page, 'low-counter-jewellery')).toContainText('980 mm');
  const jewellery = rule(page, 'low-counter-jewellery');
  await jewellery.getByText('依据').click();
  await jewellery.getByLabel(/本商场的数/).fill('1,000');
  await jewellery.getByLabel(/本商场的数/).blur();
  await expect(jewellery.locator('.verdict')).toContainText('✓ 合格');
  await go(page, 'load');
  await page.getByRole('button', { name: '加一行' }).click();
  await type(page, '回路', 'L1');
  await type(page, '单个功率', '0.2 千');
  await type(page, '允许容量', '0.2');
  await go(page, 'review');
  await page.getByRole('button', { name: '第 1 次定稿' }).click();
  // What is entered later is in the next review only.
  await type(page, '允许容量', '9');
  await go(page, 'review');
  await page.getByRole('button', { name: '打印第 1 次意见' }).click();
  await expect(page.locator('html')).toHaveAttribute(
    'data-printed',
    /用本商场的数判定的：.*≤ 1,000 mm（来源：.*≤ 950 mm）.*用电负荷：合格.*允许容量 0\.2 kW.*照明 0\.2 kW × 1 = 0\.2 kW.*L1 0\.2 kW/s,
  );
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出第 1 次（Excel）' }).click();
  const bytes = Uint8Array.from(readFileSync(await (await file).path()));
  const said = (sheet: string) => {
    const read = readXlsx(bytes, sheet);
    return read.ok ? read.rows.map((row) => row.join(' ')).join('\n') : read.reason;
  };
  expect(said('审图意见')).toMatch(/用本商场的数判定的 .*≤ 1,000 mm（来源：.*≤ 950 mm）/);
  expect(said('用电负荷')).toMatch(/ L1 照明 200 1 0\.2\n[\s\S]*允许容量 .*0\.2\n结论 .*合格/);
});

test('a closed review prints as it was, whatever was changed since', async ({ page }) => {
  await catchPrint(page);
  await open(page);
  await pick(page, '业种', 'jewellery');
  await type(page, '低柜高度', '980');
  await type(page, '其他意见', '效果图补标高');
  await go(page, 'review');
  await page.getByRole('button', { name: '第 1 次定稿' }).click();
  await type(page, '低柜高度', '940');
  await type(page, '其他意见', '');
  await go(page, 'review');
  await page.getByRole('button', { name: '第 2 次定稿' }).click();
  await page.getByRole('button', { name: '打印第 1 次意见' }).click();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-printed', /第 1 次审图(?!.*草稿).*≤ 950 mm.*980 mm.*不合格.*效果图补标高/s);
  await page.getByRole('button', { name: '打印第 2 次意见' }).click();
  await expect(html).toHaveAttribute('data-printed', /第 2 次审图.*已改好/s);
  await expect(html).not.toHaveAttribute('data-printed', /效果图补标高/);
  // The next print from the browser's menu is the draft again.
  await expect(page.locator('.report')).toContainText('第 3 次审图 · 草稿');
});

test('a closed review keeps the words of its rules when the handbook has others later', async ({ page }) => {
  await catchPrint(page);
  await open(page);
  await pick(page, '业种', 'jewellery');
  await type(page, '低柜高度', '980');
  await choose(page, '消火栓外做了装饰', '是');
  await pick(page, '装饰材料', 'non-combustible');
  await go(page, 'review');
  await page.getByRole('button', { name: '第 1 次定稿' }).click();
  await expect(saved(page)).toContainText('已保存在本机');
  const printed = async () => {
    await go(page, 'review');
    await page.getByRole('button', { name: '打印第 1 次意见' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', /./);
    return (await page.locator('html').getAttribute('data-printed')) ?? '';
  };
  const before = await printed();
  expect(before).toContain('珠宝、饰品、化妆品低柜高');
  expect(before).not.toContain('条文后来改过');
  // In English, too, as long as the rules are the same.
  await open(page, '/en/fit-out/');
  await go(page, 'review');
  await page.getByRole('button', { name: /^Print .*1/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', /Fail/);
  expect(await page.locator('html').getAttribute('data-printed')).not.toMatch(/珠宝/);

  // A later edition of the handbook, in which a rule is called otherwise.
  await page.route('**/fit-out/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const rewritten = html
      .replaceAll('珠宝、饰品、化妆品低柜高', '新版低柜条文')
      .replaceAll(/(&quot;mark&quot;:\[0,&quot;)\w+/g, '$1other');
    expect(rewritten).toContain(';other&quot;');
    await route.fulfill({ response, body: rewritten });
  });
  await open(page);
  await go(page, 'rules');
  await expect(rule(page, 'low-counter-jewellery')).toContainText('新版低柜条文');
  const after = await printed();
  expect(after).toContain('珠宝、饰品、化妆品低柜高');
  expect(after).not.toContain('新版低柜条文');
  expect(after).toContain('条文后来改过');
  // The draft, which is the next review, has the new words.
  await expect(page.locator('.report')).toContainText('新版低柜条文');
});

test('a rule is drawn to scale with the design’s own measures', async ({ page }) => {
  await open(page);
  await pick(page, '业种', 'jewellery');
  await type(page, '低柜高度', '980');
  const drawing = rule(page, 'low-counter-jewellery').locator('figure');
  await expect(drawing).toBeVisible();
  await expect(drawing.locator('text', { hasText: /^980$/ })).toHaveCount(1);
  await expect(drawing).toContainText('虚线是限值');
  await type(page, '易燃物到电焊点的距离', '5');
  await choose(page, '中间有不燃防火屏障', '是');
  const plan = rule(page, 'hot-work-separation').locator('figure');
  for (const words of ['易燃物 5 m', '3 m', '10 m', '防火屏障']) await expect(plan).toContainText(words);
});

test('electrical load in single, circuit and total power against the capacity', async ({ page }) => {
  await open(page);
  const load = page.locator('section[aria-labelledby="load"]');
  await go(page, 'load');
  await expect(load.locator('.verdict')).toContainText('填上灯具和允许容量');
  await load.getByRole('button', { name: '加一行' }).click();
  const fill = async (label: string, text: string) => {
    await load.getByLabel(label, { exact: true }).first().fill(text);
    await load.getByLabel(label, { exact: true }).first().blur();
  };
  await fill('灯具或设备', '射灯');
  await fill('回路', 'L1');
  await fill('单个功率', '12.5');
  await fill('数量', '24');
  await fill('允许容量', '0.3');
  await expect(load.locator('.verdict')).toContainText('合格');
  await expect(load).toContainText('余量 0 kW');
  await fill('数量', '25');
  await expect(load.locator('.verdict')).toContainText('不合格');
  await expect(load).toContainText('超出 0.013 kW');
  // A line that says nothing yet is not taken for nothing.
  await fill('数量', '24');
  await load.getByRole('button', { name: '加一行' }).click();
  await expect(load.locator('.verdict')).toContainText('填上灯具和允许容量');
  await expect(load).toContainText('有 1 行没填全');
});

test('a hot-work permit is granted only when it is sound, and again after a change', async ({ page }) => {
  await open(page);
  await page.getByLabel('记录人').fill('消防安全管理人');
  await page.getByLabel('记录人').blur();
  const permits = page.locator('section[aria-labelledby="permits"]');
  await go(page, 'permits');
  await permits.getByLabel('许可种类').selectOption('hot-work');
  await permits.getByRole('button', { name: '开一张' }).click();
  const card = permits.locator('.permit');
  const fill = async (label: string, text: string) => {
    await card.getByLabel(label, { exact: true }).fill(text);
    await card.getByLabel(label, { exact: true }).blur();
  };
  const answer = (question: string, given: string) =>
    card.getByRole('group', { name: question, exact: true }).getByRole('radio', { name: given, exact: true }).check();
  await fill('从', '2026-11-25T22:30');
  await fill('到', '2026-11-26T06:31');
  await expect(card).toContainText('一证一班，不超过 8 小时');
  await fill('到', '2026-11-26T06:30');
  await fill('动火人（岗位、证号）', '焊工甲');
  await fill('监护人（岗位）', '焊工甲');
  await expect(card).toContainText('监护人另派');
  await fill('监护人（岗位）', '监护乙');
  for (const question of [
    '动火人持有效证件',
    '下方和孔洞已清、已封',
    '有水源和接火盆',
    '主入口和作业处已公告',
    '已通知消防控制室',
  ])
    await answer(question, '是');
  await answer('在营业时间里', '否');
  await answer('中间有不燃屏障', '否');
  await fill('可燃物距离', '10');
  await fill('氧气瓶与乙炔瓶间距', '5');
  await fill('气瓶离火点', '10');
  await fill('灭火器', '2');
  await expect(card.getByRole('button', { name: '批准（签字）' })).toBeDisabled();
  await fill('收工后再守', '60');
  await card.getByRole('button', { name: '批准（签字）' }).click();
  await expect(card).toContainText('批准人：消防安全管理人');
  await fill('可燃物距离', '12');
  await expect(card).toContainText('批准后改过，须重新批准');
});

test('the desk in English has the same boundaries', async ({ page }) => {
  await open(page, '/en/fit-out/');
  await pick(page, 'Trade', 'jewellery');
  await type(page, 'Height of low counters', '951');
  await expect(rule(page, 'low-counter-jewellery').locator('.verdict')).toContainText('Fail');
  await expect(rule(page, 'low-counter-jewellery')).toContainText('≤ 950 mm');
});

test('one part is on screen at a time, by the address; every place in it can be linked to', async ({ page }) => {
  await open(page);
  await expect(page.locator('#tenant')).toBeVisible();
  await expect(page.locator('#rules')).toBeHidden();
  await page.getByRole('link', { name: '下一步：资料和手续' }).click();
  await expect(page.locator('#papers')).toBeVisible();
  await expect(page.locator('#tenant')).toBeHidden();
  await expect(page.locator('.desk-nav [aria-current]')).toContainText('资料和手续');
  await page.goBack();
  await expect(page.locator('#tenant')).toBeVisible();
  await open(page, `${url}#rule-entrance-width`);
  await expect(rule(page, 'entrance-width')).toBeInViewport();
  await open(page, `${url}#case-hot-work-separation`);
  await expect(page.locator('#case-hot-work-separation')).toBeInViewport();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.report')).toBeVisible();
});
