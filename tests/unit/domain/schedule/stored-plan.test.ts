import { describe, expect, test } from 'vitest';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import type { Change } from '../../../../src/domain/checklist/change.ts';
import type { AnswerRecord } from '../../../../src/domain/checklist/record.ts';
import { day } from '../../../../src/domain/day.ts';
import { indentEdit, moveEdit, outdentEdit, withRowsBelow } from '../../../../src/domain/schedule/outline-edits.ts';
import type { Plan, PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { editChanges, newPlanChanges, readPlan, removeRowChange } from '../../../../src/domain/schedule/stored-plan.ts';

const task = (id: string, more: Partial<PlanTask> = {}): PlanTask => ({
  id,
  kind: 'task',
  duration: 3,
  unit: 'workday',
  after: [],
  constraints: [],
  name: id,
  ...more,
});
const plan: Plan = {
  direction: { from: 'opening', day: day('2026-12-18'), milestone: 'c' },
  tasks: [task('s', { kind: 'stage' }), task('a', { parent: 's' }), task('b', { parent: 's', percent: 20 }), task('c')],
};
const days = { week: 'mon-sat', holidays: 'none', off: [day('2026-12-12')], work: [], years: [] } as const;

function indexOf(...steps: readonly Change[][]): AnswerIndex {
  const index = new AnswerIndex();
  let count = 0;
  for (const { item, field, value } of steps.flat()) {
    const replaces = index.current(item, field).heads.map(({ id }) => id);
    const record = {
      id: `k3v9q0c2m8xe-${count++}`,
      item,
      field,
      value,
      who: '',
      at: '2026-11-25T00:00:00.000Z',
      replaces,
    };
    index.add(record as unknown as AnswerRecord);
  }
  return index;
}

describe('a plan as records', () => {
  const begun = newPlanChanges('p', '开业', plan, days);

  test('is read as it was written', () => {
    const read = readPlan(indexOf(begun), 'p');
    expect(read?.name).toBe('开业');
    expect(read?.direction).toEqual(plan.direction);
    expect(read?.days).toEqual(days);
    expect(read?.rows.map(({ rank: _, ...row }) => row)).toEqual(plan.tasks);
  });

  test('calendars of their own that rows name come with it', () => {
    const calendars = [
      { id: 'night', weekdays: [1, 2, 3, 4, 5, 6], official: null, off: [day('2026-12-24')], work: [] },
    ];
    const tasks = [task('a', { calendar: 'night' }), task('b', { calendar: 'mon-sat' })];
    const read = readPlan(indexOf(newPlanChanges('p', 'x', { ...plan, tasks }, days, { calendars })), 'p');
    expect(read?.calendars).toEqual(calendars);
    expect(read?.rows.map(({ calendar }) => calendar)).toEqual(['night', 'mon-sat']);
  });

  test('edits of fields lie beside each other, and a value can be taken away', () => {
    const read = readPlan(
      indexOf(begun, editChanges('p', 'b', { duration: 9 }), editChanges('p', 'b', { percent: undefined })),
      'p',
    );
    const row = read?.rows.find(({ id }) => id === 'b');
    expect([row?.duration, row?.percent]).toEqual([9, undefined]);
  });

  test('rows move, indent and outdent with what lies below them', () => {
    const rows = readPlan(indexOf(begun), 'p')?.rows ?? [];
    const orderAfter = (id: string, edit: ReturnType<typeof moveEdit>) =>
      readPlan(indexOf(begun, editChanges('p', id, edit ?? {})), 'p')?.rows.map((row) => row.id);
    expect(orderAfter('a', moveEdit(rows, 'a', 1))).toEqual(['s', 'b', 'a', 'c']);
    expect(orderAfter('c', indentEdit(rows, 'c'))).toEqual(['s', 'a', 'b', 'c']);
    expect(orderAfter('a', outdentEdit(rows, 'a'))).toEqual(['s', 'b', 'a', 'c']);
    expect(moveEdit(rows, 's', -1)).toBeUndefined();
    expect(withRowsBelow(rows, 's')).toEqual(['s', 'a', 'b']);
  });

  test('a removed row is gone', () => {
    const read = readPlan(indexOf(begun, [removeRowChange('p', 'a')]), 'p');
    expect(read?.rows.map(({ id }) => id)).toEqual(['s', 'b', 'c']);
  });
});
