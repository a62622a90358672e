import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import type { Change } from '../../../../src/domain/checklist/change.ts';
import type { AnswerRecord } from '../../../../src/domain/checklist/record.ts';
import { day } from '../../../../src/domain/day.ts';
import { createPlanReader } from '../../../../src/domain/schedule/plan-reader.ts';
import {
  editChanges,
  NO_OWN_DAYS,
  newPlanChanges,
  newRowChange,
  planPath,
  readPlan,
  removeRowChange,
  type StoredRow,
} from '../../../../src/domain/schedule/stored-plan.ts';
import { configureProperties } from '../property-runs.ts';

configureProperties();

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const row = (id: string, rank: number): StoredRow => ({
  id,
  kind: 'task',
  duration: 3,
  unit: 'workday',
  after: [],
  constraints: [],
  rank,
});
const anyId = fc.constantFrom(...IDS);
/** What people do to a plan, and to the plan beside it. */
const anyStep = fc.oneof(
  fc
    .record({ id: anyId, duration: fc.integer({ min: 1, max: 9 }) })
    .map(({ id, duration }) => editChanges('p', id, { duration })),
  fc.record({ id: anyId, rank: fc.integer({ min: 0, max: 9 }) }).map(({ id, rank }) => editChanges('p', id, { rank })),
  // Circles of parents too: two people can make one between them.
  fc
    .record({ id: anyId, parent: fc.option(anyId, { nil: undefined }) })
    .map(({ id, parent }) => editChanges('p', id, { parent })),
  anyId.map((id) => [removeRowChange('p', id)]),
  fc
    .record({ id: fc.constantFrom('n-1', 'n-2'), rank: fc.nat(9) })
    .map(({ id, rank }) => [newRowChange('p', row(id, rank))]),
  fc.string().map((name): Change[] => [{ item: planPath('p'), field: 'name', value: name }]),
  fc.boolean().map((value): Change[] => [{ item: planPath('p'), field: 'removed', value }]),
  anyId.map((id) => editChanges('q', id, { percent: 50 })),
);

/** States changes; now and then without having seen what held, as another device does. */
function state(index: AnswerIndex, changes: readonly Change[], isBlind = false): void {
  for (const { item, field, value } of changes) {
    const replaces = isBlind ? [] : index.current(item, field).heads.map(({ id }) => id);
    const record = { id: `k3v9q0c2m8xe-${index.size}`, item, field, value, who: '', at: '', replaces };
    index.add(record as unknown as AnswerRecord);
  }
}

function begun(): AnswerIndex {
  const index = new AnswerIndex();
  const tasks = IDS.map((id, i) => row(id, i));
  for (const plan of ['p', 'q'])
    state(
      index,
      newPlanChanges(plan, plan, { direction: { from: 'start', day: day('2026-01-05') }, tasks }, NO_OWN_DAYS),
    );
  return index;
}

describe('a plan that is read again and again', () => {
  test.prop([fc.array(fc.tuple(anyStep, fc.boolean()), { maxLength: 12 })])(
    'is at every step what it is when it is read from the start',
    (steps) => {
      const index = begun();
      const again = createPlanReader();
      expect(again(index, 'p')).toEqual(readPlan(index, 'p'));
      for (const [changes, isBlind] of steps) {
        state(index, changes, isBlind);
        expect(again(index, 'p')).toEqual(readPlan(index, 'p'));
      }
      // Another plan and another project are read from the start.
      expect(again(index, 'q')).toEqual(readPlan(index, 'q'));
      const other = begun();
      expect(again(other, 'q')).toEqual(readPlan(other, 'q'));
    },
  );

  test('keeps every row that nothing new was stated about, and the whole list where that is so of all', () => {
    const index = begun();
    const again = createPlanReader();
    const before = again(index, 'p')?.rows ?? [];
    state(index, editChanges('p', 'c', { duration: 8 }));
    const after = again(index, 'p')?.rows ?? [];
    expect(after.filter((one, i) => one !== before[i]).map(({ id, duration }) => [id, duration])).toEqual([['c', 8]]);
    state(index, [{ item: planPath('p'), field: 'name', value: '开业' }]);
    state(index, editChanges('q', 'a', { duration: 8 }));
    expect(again(index, 'p')?.rows).toBe(after);
  });
});
