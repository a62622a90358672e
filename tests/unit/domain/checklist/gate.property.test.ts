import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type CheckItem, readAnswer } from '../../../../src/domain/checklist/answer.ts';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import { findItems } from '../../../../src/domain/checklist/filter.ts';
import { gate } from '../../../../src/domain/checklist/gate.ts';
import { answerPath } from '../../../../src/domain/checklist/item-path.ts';
import { mergeReport } from '../../../../src/domain/checklist/merge-report.ts';
import { progress, progressBy } from '../../../../src/domain/checklist/progress.ts';
import { recordId } from '../../../../src/domain/checklist/record.ts';
import { RUNS, threeReplicas, union, wholeState, written } from './histories.ts';

const TODAY = '2026-11-24';
const names = ['keys', 'meters', 'drawings', 'lifts'];
const items: readonly CheckItem[] = names.map((name, i) => ({
  path: answerPath('tendering', name),
  group: i < 2 ? 'site' : 'paper',
  role: i % 2 ? 'engineering' : 'order-keeping',
  mandatory: i !== 3,
}));

type Said = { readonly [field: string]: string };
function indexOf(...said: readonly Said[]): AnswerIndex {
  const index = new AnswerIndex();
  let counter = 0;
  said.forEach((fields, i) => {
    for (const [field, value] of Object.entries(fields)) {
      index.add(written(index, recordId('aaaa', counter++), answerPath('tendering', names[i] as string), field, value));
    }
  });
  return index;
}
const gateOf = (index: AnswerIndex) => gate(items, (path) => readAnswer(index, path));
const done = { status: 'done' };
const problemB = { status: 'problem', severity: 'B', owner: '李工', due: '2026-12-01' };

describe('the gate of a stage', () => {
  test('opens when all mandatory items are done, not applicable with a reason, or a B to D problem with owner and date', () => {
    expect(gateOf(indexOf(done, { status: 'not-applicable', reason: '无地下室' }, problemB))).toEqual({
      canSign: true,
      missing: [],
    });
  });

  test.each([
    [{}, ['open']],
    [{ status: 'not-applicable' }, ['reason-missing']],
    [{ status: 'not-applicable', reason: '  ' }, ['reason-missing']],
    [{ status: 'problem' }, ['severity-missing', 'owner-missing', 'due-missing']],
    [{ ...problemB, severity: 'A' }, ['severity-a']],
    [{ status: 'problem', severity: 'C', owner: '李工' }, ['due-missing']],
    [{ status: 'a-later-idea' }, ['open']],
  ] as const)('%o holds back with %o', (said, reasons) => {
    const { canSign, missing } = gateOf(indexOf(said as Said, done, done));
    expect(canSign).toBe(false);
    expect(missing).toEqual(reasons.map((reason) => ({ item: 'run/tendering/keys', reason })));
  });

  test('an open A problem holds back even where the item is not mandatory; a B problem there does not', () => {
    expect(gateOf(indexOf(done, done, done, { status: 'problem', severity: 'A' })).missing).toEqual([
      { item: 'run/tendering/lifts', reason: 'severity-a' },
    ]);
    expect(gateOf(indexOf(done, done, done, { status: 'problem', severity: 'B' })).canSign).toBe(true);
  });

  test('an undecided status holds back a mandatory item', () => {
    const index = indexOf(done, done, done);
    index.add({
      ...written(new AnswerIndex(), recordId('bbbb', 0), answerPath('tendering', 'keys'), 'status', 'problem'),
    });
    expect(gateOf(index).missing).toEqual([{ item: 'run/tendering/keys', reason: 'undecided' }]);
  });

  const said = fc.record({
    status: fc.constantFrom('open', 'done', 'problem', 'not-applicable'),
    reason: fc.constantFrom('', '无地下室'),
    severity: fc.constantFrom('', 'A', 'B', 'C', 'D'),
    owner: fc.constantFrom('', '李工'),
    due: fc.constantFrom('', '2026-11-01', '2026-12-01'),
  });
  const answers = fc.array(said, { minLength: 4, maxLength: 4 });

  law.prop([answers], RUNS)(
    'is open exactly when nothing is missing, and every missing thing belongs to one of its items',
    (all) => {
      const { canSign, missing } = gateOf(indexOf(...all));
      expect(canSign).toBe(missing.length === 0);
      for (const { item } of missing) expect(items.map(({ path }) => path)).toContain(item);
    },
  );

  law.prop([answers], RUNS)('is never open with an open A problem, nor with a mandatory item unanswered', (all) => {
    const blocks = all.some(
      ({ status, severity }, i) => (status === 'problem' && severity === 'A') || (i < 3 && status === 'open'),
    );
    if (blocks) expect(gateOf(indexOf(...all)).canSign).toBe(false);
  });

  law.prop([answers], RUNS)('progress: counts add up to the items, parts add up to the whole', (all) => {
    const index = indexOf(...all);
    const answerOf = (path: CheckItem['path']) => readAnswer(index, path);
    const whole = progress(items, answerOf, TODAY);
    expect(Object.values(whole.counts).reduce((sum, n) => sum + n)).toBe(items.length);
    expect(whole.done).toBeLessThanOrEqual(whole.applicable);
    for (const by of ['group', 'role', 'person'] as const) {
      const parts = [...progressBy(by, items, answerOf, TODAY).values()];
      expect(parts.reduce((sum, part) => sum + part.done, 0)).toBe(whole.done);
      expect(parts.reduce((sum, part) => sum + part.applicable, 0)).toBe(whole.applicable);
    }
    expect(findItems(items, answerOf, { overdue: true }, TODAY)).toHaveLength(whole.overdue);
    expect(findItems(items, answerOf, {}, TODAY)).toHaveLength(items.length);
  });
});

describe('the merge report', () => {
  law.prop([threeReplicas], RUNS)('accounts for every field of the file, and says what merging then does', ([a, b]) => {
    const local = union(a);
    const before = wholeState(local);
    const report = mergeReport(local, b);
    expect(wholeState(local)).toEqual(before);
    const { new: fresh, changed, conflicting, equal } = report.total;
    const there = union(b);
    expect(fresh + changed + conflicting + equal).toBe(
      there.items().reduce((sum, item) => sum + there.fields(item).length, 0),
    );
    expect(report.added).toBe(union(a, b).size - local.size);
    expect(report.clashes).toEqual([]);
    for (const key of ['new', 'changed', 'conflicting', 'equal'] as const) {
      expect([...report.kinds.values()].reduce((sum, kind) => sum + kind[key], 0)).toBe(report.total[key]);
    }
    const again = mergeReport(union(a, b), b);
    expect(again.added).toBe(0);
    expect(again.total).toMatchObject({ new: 0, changed: 0, conflicting: 0 });
  });

  test('unequal records of one id are a clash', () => {
    const mine = indexOf(done);
    const theirs = mine.records().map((record) => ({ ...record, value: 'open' }));
    expect(mergeReport(mine, theirs).clashes).toEqual(['aaaa-0']);
  });
});
