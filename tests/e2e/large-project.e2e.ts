import * as Y from 'yjs';
import { answerPath } from '../../src/domain/checklist/item-path.ts';
import { storeProject } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

const PROBLEMS = 150;
const AT = '2026-11-24T08:00:00.000Z';

/** A document with so many problems, of which every tenth is grave and every other one has been due for long. */
function updateOf(problems: number): string {
  const doc = new Y.Doc();
  const records = doc.getMap('records');
  doc.transact(() => {
    doc.getMap('meta').set('form', 1);
    const state = (item: string, field: string, value: string) => {
      const id = `large0000000-${records.size}`;
      records.set(id, { id, item, field, value, who: '王工', at: AT, replaces: [] });
    };
    for (let n = 0; n < problems; n++) {
      const item = answerPath('tendering', `shop-${n}`);
      state(item, 'status', 'problem');
      state(item, 'severity', n % 10 === 0 ? 'A' : 'B');
      state(item, 'due', n % 2 === 0 ? '2026-01-05' : '2999-01-05');
    }
  });
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

test('the overview of a project with hundreds of problems lists every one of them, the gravest first, with its delay', async ({
  page,
}) => {
  await storeProject(page, { id: 'plarge0000000', name: '大项目', form: 1, created: AT } as { id: string }, [
    updateOf(PROBLEMS),
  ]);
  await page.goto('/projects/');
  const rows = page.locator('ul.problems > li');
  await expect(rows).toHaveCount(PROBLEMS);
  const levels = await rows.locator('.k').allTextContents();
  const grave = PROBLEMS / 10;
  expect(new Set(levels.slice(0, grave)).size).toBe(1);
  expect(levels.slice(grave)).not.toContain(levels[0]);
  const links = await rows.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(new Set(links).size).toBe(PROBLEMS);
  await expect(rows.filter({ hasText: /! 逾期 \d+ 个工作日/ })).toHaveCount(PROBLEMS / 2);
});
