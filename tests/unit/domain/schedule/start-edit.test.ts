import { describe, expect, test } from 'vitest';
import { day } from '../../../../src/domain/day.ts';
import type { Direction, PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../../src/domain/schedule/schedule.ts';
import { startEdit } from '../../../../src/domain/schedule/start-edit.ts';
import { milestone, ONLY_CHINA, row, task } from './plans.ts';

const OPENING: Direction = { from: 'opening', day: day('2026-12-18'), milestone: 'open' };
const START: Direction = { from: 'start', day: day('2026-11-02') };
const tasks = (more: Partial<PlanTask> = {}) => [
  task('ahead', 5, [], more),
  milestone('open', ['ahead FS'], { mark: 'start-of-day' }),
  task('behind', 3, ['open FS'], more),
];

/** Where a row starts once it has been asked to start on that day. */
function asked(direction: Direction, id: string, on: string, more: Partial<PlanTask> = {}): string {
  const rows = tasks(more);
  const stands = row(schedule({ direction, tasks: rows }, ONLY_CHINA), id).start;
  const changed = rows.map((one) =>
    one.id === id ? ({ ...one, ...startEdit(one, direction, day(on), stands) } as PlanTask) : one,
  );
  return row(schedule({ direction, tasks: changed }, ONLY_CHINA), id).start;
}

describe('a row starts on the day that it is asked to start on', () => {
  test.each([
    ['what is ahead of an opening may be pulled ahead', OPENING, 'ahead', '2026-12-07'],
    ['what follows the opening may be pushed back', OPENING, 'behind', '2027-01-11'],
    ['in a plan from its start rows may be pushed back', START, 'ahead', '2026-11-09'],
  ])('%s', (_, direction, id, on) => expect(asked(direction, id, on)).toBe(on));

  test('a timing of its own counts', () => {
    expect(asked(START, 'behind', '2026-11-16', { timing: 'soon' })).toBe('2026-11-16');
    expect(asked(OPENING, 'ahead', '2026-12-09', { timing: 'late' })).toBe('2026-12-09');
  });

  test('a start of its own that stood there before is replaced', () => {
    const fixed: Partial<PlanTask> = { constraints: [{ kind: 'fixed-start', day: day('2026-11-30') }] };
    expect(asked(OPENING, 'ahead', '2026-12-02', fixed)).toBe('2026-12-02');
  });
});
