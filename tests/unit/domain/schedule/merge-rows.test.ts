import { describe, expect, test } from 'vitest';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import type { Change } from '../../../../src/domain/checklist/change.ts';
import type { AnswerRecord } from '../../../../src/domain/checklist/record.ts';
import { day } from '../../../../src/domain/day.ts';
import { alignRows } from '../../../../src/domain/schedule/align-rows.ts';
import { mergeRows } from '../../../../src/domain/schedule/merge-rows.ts';
import type { PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { NO_OWN_DAYS, newPlanChanges, readPlan, type StoredPlan } from '../../../../src/domain/schedule/stored-plan.ts';
import { milestone, stage, task } from './plans.ts';

const named = (one: PlanTask): PlanTask => ({ ...one, name: `name of ${one.id}` });
const TASKS = [
  stage('s'),
  task('a', 3, [], { parent: 's' }),
  task('b', 5, ['a FS'], { parent: 's', checklist: 'tendering' }),
  milestone('open', ['b FS'], { mark: 'start-of-day' }),
].map(named);
const direction = { from: 'opening', day: day('2026-12-18'), milestone: 'open' } as const;
const begun = newPlanChanges('p', 'x', { direction, tasks: TASKS }, NO_OWN_DAYS);

function planAfter(...steps: readonly (readonly Change[])[]): StoredPlan {
  const index = new AnswerIndex();
  for (const [n, { item, field, value }] of steps.flat().entries()) {
    const replaces = index.current(item, field).heads.map(({ id }) => id);
    const at = '2026-11-25T00:00:00.000Z';
    index.add({ id: `k3v9q0c2m8xe-${n}`, item, field, value, who: '', at, replaces } as unknown as AnswerRecord);
  }
  const read = readPlan(index, 'p');
  if (!read) throw new Error('no plan');
  return read;
}
const merge = (given: readonly PlanTask[], plan = planAfter(begun)) => mergeRows('p', plan.rows, given, 'open');
const rowIds = ({ rows }: StoredPlan) => rows.map(({ id }) => id);

describe('rows of a file into a plan', () => {
  test('the plan’s own rows change nothing', () => {
    expect(merge(TASKS)).toEqual({ changes: [], added: [], changed: [], kept: [] });
  });

  test('what the file says of a row holds, its checklist’s progress aside; the opening keeps its day', () => {
    const given = TASKS.map((one) => {
      if (one.id === 'b') return { ...one, duration: 8, percent: 40 };
      if (one.id === 'open') return { ...one, constraints: [{ kind: 'fixed-start' as const, day: day('2027-01-01') }] };
      return one;
    });
    const merged = merge(given);
    expect(merged.changed).toEqual(['b']);
    const plan = planAfter(begun, merged.changes);
    expect(plan.rows.find(({ id }) => id === 'b')).toMatchObject({ duration: 8, checklist: 'tendering' });
    expect(plan.rows.find(({ id }) => id === 'b')?.percent).toBeUndefined();
    expect(plan.rows.at(-1)?.constraints).toEqual([]);
  });

  test('new rows stand where the file has them, what it lacks stays, and a second time changes nothing', () => {
    const given = [
      named(task('first', 1)),
      TASKS[0],
      TASKS[1],
      named(task('new', 2, ['a FS'], { parent: 's' })),
      named(task('newer', 2, ['new FS'], { parent: 's' })),
      TASKS[3],
    ] as PlanTask[];
    const merged = merge(given);
    expect([merged.added, merged.kept]).toEqual([['first', 'new', 'newer'], ['b']]);
    const plan = planAfter(begun, merged.changes);
    expect(rowIds(plan)).toEqual(['first', 's', 'a', 'new', 'newer', 'b', 'open']);
    expect(merge(given, plan).changes).toEqual([]);
  });

  test('rows of a file without ids are known by names that stand once', () => {
    const given = [
      { ...task('row-1', 4), name: 'name of a' },
      { ...task('row-2', 6, ['row-1 FS']), name: 'something new' },
    ];
    const merged = merge(given);
    expect([merged.changed, merged.added]).toEqual([['a'], ['row-2']]);
    const plan = planAfter(begun, merged.changes);
    expect(plan.rows.find(({ id }) => id === 'row-2')?.after[0]?.from).toBe('a');
  });
});

describe('the same row', () => {
  test('is known by a permanent id, even under another name; a made-up id says nothing', () => {
    const to = [
      { id: 'a', name: 'one' },
      { id: 'row-1', name: 'two' },
    ];
    expect([...alignRows([{ id: 'a', name: 'renamed' }], to)]).toEqual([['a', 'a']]);
    expect([...alignRows([{ id: 'row-1', name: 'other' }], to)]).toEqual([['row-1', 'row-1-2']]);
    expect([...alignRows([{ id: 'row-1', name: 'one' }], to)]).toEqual([['row-1', 'a']]);
  });

  test('is not guessed where a name stands twice', () => {
    const twice = [
      { id: 'row-1', name: 'one' },
      { id: 'row-2', name: 'one' },
    ];
    expect([...alignRows(twice, [{ id: 'a', name: 'one' }]).values()]).toEqual(['row-1', 'row-2']);
  });
});
