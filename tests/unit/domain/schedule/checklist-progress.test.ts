import { expect, test } from 'vitest';
import { answerPath } from '../../../../src/domain/checklist/item-path.ts';
import { startRunChanges } from '../../../../src/domain/checklist/run.ts';
import { reopenRunChanges, signChanges } from '../../../../src/domain/checklist/sign-changes.ts';
import { checklistProgress, withChecklistProgress } from '../../../../src/domain/schedule/checklist-progress.ts';
import { RUN, VERSIONS, type Worker, workers, writeAs } from '../checklist/teamwork.ts';
import { task } from './plans.ts';

const TODAY = '2026-11-25';
const items = VERSIONS[0].items.map(({ id, group, role, mandatory }) => ({
  path: answerPath(RUN, id),
  group,
  role,
  mandatory,
}));
const read = ({ index }: Worker) => checklistProgress(index, RUN, items, TODAY);
const say = (worker: Worker, item: string, field: string, value: string) =>
  writeAs(worker, [{ item: answerPath(RUN, item), field, value }]);

test('a task is as far as its checklist, and done only when that is signed off', () => {
  const [worker] = workers() as [Worker];
  expect(read(worker)).toMatchObject({ percent: 0, all: 2, signOff: 'unsigned' });
  writeAs(worker, startRunChanges(worker.index, RUN, VERSIONS[0]));
  say(worker, 'keys', 'status', 'done');
  expect(read(worker)).toMatchObject({ percent: 50, done: 1, canSign: true });
  say(worker, 'meters', 'status', 'done');
  expect(read(worker)).toMatchObject({ percent: 99, done: 2 });
  const signed = signChanges(worker.index, RUN, { on: TODAY, who: '王工', role: '', signature: { typed: '王工' } });
  if (!signed.ok) throw new Error(signed.reason);
  writeAs(worker, signed.changes);
  expect(read(worker)).toMatchObject({ percent: 100, signOff: 'signed' });
  writeAs(worker, reopenRunChanges(RUN, { on: TODAY, who: '王工', reason: '补查' }));
  expect(read(worker)).toMatchObject({ percent: 99, signOff: 'unsigned' });
});

test('problems are overdue from the day after their due day', () => {
  const [worker] = workers() as [Worker];
  writeAs(worker, startRunChanges(worker.index, RUN, VERSIONS[0]));
  say(worker, 'keys', 'status', 'problem');
  say(worker, 'keys', 'due', TODAY);
  expect(read(worker)).toMatchObject({ problems: 1, overdue: 0 });
  say(worker, 'keys', 'due', '2026-11-24');
  expect(read(worker)).toMatchObject({ problems: 1, overdue: 1 });
});

test('the progress of a checklist counts whatever was stated before, also where nothing of it is done', () => {
  const [worker] = workers() as [Worker];
  const progressOf = (checklist: string) => (checklist === RUN ? read(worker) : undefined);
  const rows = [
    task('stated', 1, [], { checklist: RUN, percent: 40 }),
    task('untouched', 1, [], { checklist: RUN }),
    task('unknown', 1, [], { checklist: 'other', percent: 40 }),
    task('plain', 1, [], { percent: 40 }),
  ];
  const after = withChecklistProgress(rows, progressOf);
  expect(after.map(({ percent }) => percent)).toEqual([0, undefined, 40, 40]);
  expect(after.slice(1).every((row, i) => row === rows[i + 1])).toBe(true);
  writeAs(worker, startRunChanges(worker.index, RUN, VERSIONS[0]));
  say(worker, 'keys', 'status', 'done');
  expect(withChecklistProgress(rows, progressOf).map(({ percent }) => percent)).toEqual([50, 50, 40, 40]);
});
