import { describe, expect, test } from 'vitest';
import { EVERY_DAY, MONDAY_TO_SATURDAY } from '../../../../src/domain/calendar/calendar-spec.ts';
import { day } from '../../../../src/domain/day.ts';
import type { Calendars } from '../../../../src/domain/schedule/network.ts';
import type { Direction, Plan, PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../../src/domain/schedule/schedule.ts';
import { compiled, spec } from '../calendar/official.ts';
import { limit, milestone, ONLY_CHINA, row, span, stage, task } from './plans.ts';

const plan = (direction: Direction, tasks: readonly PlanTask[], more: Partial<Plan> = {}): Plan => ({
  direction,
  tasks,
  ...more,
});
const from = (on: string): Direction => ({ from: 'start', day: day(on) });
const to = (on: string, opening?: string): Direction => ({
  from: 'opening',
  day: day(on),
  ...(opening ? { milestone: opening } : {}),
});
const until = (on: string): Direction => ({ from: 'finish', day: day(on) });
const forward = (on: string, ...tasks: PlanTask[]) => schedule(plan(from(on), tasks), ONLY_CHINA);
const six: Calendars = {
  main: ONLY_CHINA.main,
  others: new Map([
    ['six', compiled(spec('six', { weekdays: MONDAY_TO_SATURDAY }))],
    ['all', compiled(spec('all', { weekdays: EVERY_DAY, official: null }))],
  ]),
};

describe('make-up workdays', () => {
  test('an inclusive finish of 2026-09-21 with three working days starts on 2026-09-18', () => {
    expect(span(schedule(plan(until('2026-09-21'), [task('a', 3)]), ONLY_CHINA), 'a')).toBe('2026-09-18…2026-09-21');
  });

  test('five working days from 2026-09-28 end on 10-09, six on Saturday 10-10', () => {
    expect(span(forward('2026-09-28', task('a', 5)), 'a')).toBe('2026-09-28…2026-10-09');
    expect(span(forward('2026-09-28', task('a', 6)), 'a')).toBe('2026-09-28…2026-10-10');
  });
});

describe('links', () => {
  // Monday 2026-11-02 to Friday 2026-11-06 is a plain week.
  const a = task('a', 5);
  test.each([
    ['a FS', '2026-11-09…2026-11-10'],
    ['a FS+2d', '2026-11-11…2026-11-12'],
    ['a FS-2d', '2026-11-05…2026-11-06'],
    ['a FS+2cd', '2026-11-09…2026-11-10'],
    ['a FS+3cd', '2026-11-10…2026-11-11'],
    ['a SS', '2026-11-02…2026-11-03'],
    ['a SS+2d', '2026-11-04…2026-11-05'],
    ['a SS+5cd', '2026-11-09…2026-11-10'],
    ['a FF', '2026-11-05…2026-11-06'],
    ['a FF+1d', '2026-11-06…2026-11-09'],
    ['a FF-1d', '2026-11-04…2026-11-05'],
    ['a FF+1cd', '2026-11-06…2026-11-09'],
    ['a SF+5d', '2026-11-05…2026-11-06'],
    ['a SF+7cd', '2026-11-06…2026-11-09'],
    ['a SF+4cd', '2026-11-04…2026-11-05'],
  ])('%s puts two days on %s', (link, dates) => {
    expect(span(forward('2026-11-02', a, task('b', 2, [link])), 'b')).toBe(dates);
  });

  test('a link that would pull a task before the start of the plan holds it there, and says so', () => {
    const result = forward('2026-11-02', a, task('b', 2, ['a SS-3d']));
    expect(span(result, 'b')).toBe('2026-11-02…2026-11-03');
    expect(result.notes).toEqual([{ code: 'held-at-start', task: 'b', from: 'a' }]);
  });

  test('calendar-day durations that end on a free day move to the next working day', () => {
    expect(span(forward('2026-11-02', task('a', 6, [], { unit: 'calendar-day' })), 'a')).toBe('2026-11-02…2026-11-09');
    expect(
      span(schedule(plan(until('2026-11-09'), [task('a', 6, [], { unit: 'calendar-day' })]), ONLY_CHINA), 'a'),
    ).toBe('2026-11-04…2026-11-09');
  });

  test('a task that works on Saturday lets one that does not start on Monday', () => {
    const tasks = [task('a', 6, [], { calendar: 'six' }), task('b', 1, ['a FS']), task('c', 1, ['a FF'])];
    const result = schedule(plan(from('2026-11-02'), tasks), six);
    expect(span(result, 'a')).toBe('2026-11-02…2026-11-07');
    expect(span(result, 'b')).toBe('2026-11-09');
    expect(span(result, 'c')).toBe('2026-11-09');
  });
});

describe('milestones', () => {
  test('an end-of-day milestone shows the last day of what it follows', () => {
    const result = forward('2026-11-02', task('a', 5), milestone('m', ['a FS']), task('b', 1, ['m FS']));
    expect(span(result, 'm')).toBe('2026-11-06');
    expect(span(result, 'b')).toBe('2026-11-09');
  });

  test('where no finish decides it, it shows its own day', () => {
    const result = forward('2026-11-01', milestone('kick-off'), task('a', 1, ['kick-off FS']));
    expect(span(result, 'kick-off')).toBe('2026-11-02');
    expect(span(result, 'a')).toBe('2026-11-02');
    const later = forward(
      '2026-11-02',
      task('a', 1),
      milestone('m', ['a FS'], { constraints: [limit('earliest-start', '2026-11-11')] }),
    );
    expect(span(later, 'm')).toBe('2026-11-11');
  });

  test('a start-of-day milestone shows the day that it opens', () => {
    expect(span(forward('2026-11-02', task('a', 5), milestone('m', ['a FS'], { mark: 'start-of-day' })), 'm')).toBe(
      '2026-11-09',
    );
  });

  test('the opening may fall on a holiday, never moves, and what leads to it ends on the working day before', () => {
    const tasks = [
      task('fit-out', 10),
      task('rehearsal', 3, ['fit-out FS']),
      milestone('open', ['rehearsal FS'], { mark: 'start-of-day' }),
      task('review', 2, ['open FS']),
    ];
    const result = schedule(plan(to('2026-10-01', 'open'), tasks), ONLY_CHINA);
    expect(span(result, 'open')).toBe('2026-10-01');
    expect(span(result, 'rehearsal')).toBe('2026-09-28…2026-09-30');
    expect(span(result, 'fit-out')).toBe('2026-09-14…2026-09-24');
    expect(span(result, 'review')).toBe('2026-10-08…2026-10-09');
    expect(row(result, 'fit-out').isCritical).toBe(true);
    expect(result.faults).toEqual([]);
  });

  test('the lag before an opening on a free day is counted up to that day, no further and no less', () => {
    const opens = (after: string) => [task('a', 1), milestone('open', [after], { mark: 'start-of-day' })];
    const saturday = to('2026-01-31', 'open');
    // Wednesday, then two working days: Thursday and Friday.
    expect(span(schedule(plan(saturday, opens('a FS+2d')), ONLY_CHINA), 'a')).toBe('2026-01-28');
    // Thursday, then one day of waiting: Friday; a wait until Sunday would be too long.
    expect(span(schedule(plan(saturday, opens('a FS+1cd')), ONLY_CHINA), 'a')).toBe('2026-01-29');
    const pressed = [
      { ...(opens('a FS+2cd')[0] as PlanTask), constraints: [limit('earliest-start', '2026-01-29')] },
      ...opens('a FS+2cd').slice(1),
    ];
    expect(schedule(plan(saturday, pressed), ONLY_CHINA).faults).toMatchObject([{ code: 'impossible', shortBy: 1 }]);
  });

  test('an opening on a plain day has its predecessors end the day before', () => {
    const result = schedule(
      plan(to('2026-12-18', 'open'), [task('a', 1), milestone('open', ['a FS'], { mark: 'start-of-day' })]),
      ONLY_CHINA,
    );
    expect(span(result, 'a')).toBe('2026-12-17');
    expect(span(result, 'open')).toBe('2026-12-18');
  });

  test('seen from an opening, an end-of-day milestone shows the Friday rather than the Monday', () => {
    const tasks = [task('a', 1), milestone('m', ['a FS']), milestone('open', ['m FS'], { mark: 'start-of-day' })];
    const result = schedule(plan(to('2026-11-09', 'open'), tasks), ONLY_CHINA);
    expect([span(result, 'a'), span(result, 'm'), span(result, 'open')]).toEqual([
      '2026-11-06',
      '2026-11-06',
      '2026-11-09',
    ]);
  });
});

describe('constraints', () => {
  test('a fixed finish on a free day means the working day before, and is said', () => {
    const result = forward('2026-11-02', task('a', 2, [], { constraints: [limit('fixed-finish', '2026-11-08')] }));
    expect(span(result, 'a')).toBe('2026-11-05…2026-11-06');
    expect(result.notes).toEqual([{ code: 'fixed-day-free', task: 'a', day: '2026-11-08', taken: '2026-11-06' }]);
  });

  test('a deadline warns with its shortfall and pulls no date', () => {
    const result = forward('2026-11-02', task('a', 5, [], { deadline: day('2026-11-04') }));
    expect(span(result, 'a')).toBe('2026-11-02…2026-11-06');
    expect(row(result, 'a').deadlineShortBy).toBe(2);
    expect(row(result, 'a').totalFloat).toBe(0);
    expect(result.faults).toEqual([]);
  });

  test('a latest finish that cannot be kept is told with the chain that breaks it', () => {
    const result = forward(
      '2026-11-02',
      task('a', 5),
      task('b', 5, ['a FS'], { constraints: [limit('latest-finish', '2026-11-11')] }),
    );
    expect(span(result, 'b')).toBe('2026-11-09…2026-11-13');
    expect(row(result, 'a').totalFloat).toBe(-2);
    expect(result.faults).toEqual([
      { code: 'impossible', task: 'b', kind: 'latest-finish', day: '2026-11-11', shortBy: 2, chain: ['a', 'b'] },
    ]);
  });

  test.each(['task', 'opening day'])('a latest start on a free day is passed by the next working day (%s)', (kind) => {
    const on = (day: string) => {
      const constraints = [limit('latest-start', day)];
      const b = kind === 'task' ? task('b', 2, ['a FS'], { constraints }) : undefined;
      return forward('2026-11-02', task('a', 5), b ?? milestone('b', ['a FS'], { mark: 'start-of-day', constraints }));
    };
    // Friday is the last day of a; b begins on Monday the 9th, which is later than the Saturday.
    expect(row(on('2026-11-07'), 'b').start).toBe('2026-11-09');
    expect(on('2026-11-07').faults).toEqual([
      { code: 'impossible', task: 'b', kind: 'latest-start', day: '2026-11-07', shortBy: 1, chain: ['a', 'b'] },
    ]);
    expect(on('2026-11-09').faults).toEqual([]);
  });

  test('a fixed start never moves; what it makes impossible is told', () => {
    const result = forward(
      '2026-11-02',
      task('a', 5),
      task('b', 1, ['a FS'], { constraints: [limit('fixed-start', '2026-11-05')] }),
    );
    expect(span(result, 'b')).toBe('2026-11-05');
    expect(result.faults).toEqual([
      { code: 'impossible', task: 'b', kind: 'fixed-start', day: '2026-11-05', shortBy: 2, chain: ['a', 'b'] },
    ]);
  });

  test('an opening that cannot be kept stands, and the chain that breaks it is named', () => {
    const tasks = [
      task('a', 5, [], { constraints: [limit('earliest-start', '2026-11-09')] }),
      task('b', 3, ['a FS']),
      milestone('open', ['b FS'], { mark: 'start-of-day' }),
    ];
    const result = schedule(plan(to('2026-11-16', 'open'), tasks), ONLY_CHINA);
    expect(span(result, 'open')).toBe('2026-11-16');
    expect(span(result, 'b')).toBe('2026-11-16…2026-11-18');
    expect(result.faults).toEqual([
      { code: 'impossible', task: 'open', kind: 'opening', day: '2026-11-16', shortBy: 3, chain: ['a', 'b', 'open'] },
    ]);
  });
});

describe('float and timing', () => {
  test('float is how far a task may slip; the longest chain has none', () => {
    const result = forward(
      '2026-11-02',
      task('long', 10),
      task('short', 3),
      task('after', 1, ['short FS']),
      milestone('end', ['long FS', 'after FS']),
    );
    expect(row(result, 'long')).toMatchObject({ totalFloat: 0, isCritical: true });
    expect(row(result, 'short')).toMatchObject({ totalFloat: 6, freeFloat: 0, isCritical: false });
    expect(row(result, 'after')).toMatchObject({ totalFloat: 6, freeFloat: 6 });
  });

  test('in a forward plan a late task uses free float only', () => {
    const tasks = [task('long', 10), task('short', 3, [], { timing: 'late' }), task('after', 1, ['short FS+1d'])];
    const result = schedule(plan(from('2026-11-02'), [...tasks, task('free', 2, [], { timing: 'late' })]), ONLY_CHINA);
    expect(span(result, 'short')).toBe('2026-11-02…2026-11-04');
    expect(span(result, 'free')).toBe('2026-11-12…2026-11-13');
  });

  test('float of a backward plan counts from the latest possible start', () => {
    const tasks = [
      task('long', 10),
      task('short', 3),
      milestone('open', ['long FS', 'short FS'], { mark: 'start-of-day' }),
    ];
    const result = schedule(plan(to('2026-11-16', 'open'), tasks), ONLY_CHINA);
    expect(span(result, 'short')).toBe('2026-11-11…2026-11-13');
    expect(row(result, 'short')).toMatchObject({ totalFloat: 7, earlyStart: '2026-11-02' });
    expect(row(result, 'long').isCritical).toBe(true);
  });

  test('a plan whose latest start has passed says by how many working days', () => {
    const tasks = [task('a', 10), milestone('open', ['a FS'], { mark: 'start-of-day' })];
    const result = schedule(plan(to('2026-11-16', 'open'), tasks, { today: day('2026-11-05') }), ONLY_CHINA);
    expect(row(result, 'a').lateBy).toBe(3);
    expect(result.alreadyLate).toBe(3);
  });
});

describe('progress', () => {
  test('what happened wins over links, and what waits follows it', () => {
    const done = { actualStart: day('2026-11-03'), actualFinish: day('2026-11-10') };
    const result = forward('2026-11-02', task('a', 5, [], done), task('b', 2, ['a FS']));
    expect(span(result, 'a')).toBe('2026-11-03…2026-11-10');
    expect(span(result, 'b')).toBe('2026-11-11…2026-11-12');
    expect(row(result, 'a')).toMatchObject({ state: 'done', percent: 100, isCritical: false });
  });

  test('rolled forward, what is left is done from today on', () => {
    const tasks = [task('a', 10, [], { actualStart: day('2026-11-02'), percent: 50 }), task('b', 2)];
    const result = schedule(
      plan(from('2026-11-02'), tasks, { today: day('2026-11-16'), rollForward: true }),
      ONLY_CHINA,
    );
    expect(span(result, 'a')).toBe('2026-11-02…2026-11-20');
    expect(span(result, 'b')).toBe('2026-11-16…2026-11-17');
  });

  test('a task that should have started is overdue by working days', () => {
    const result = schedule(plan(from('2026-11-05'), [task('a', 2)], { today: day('2026-11-10') }), ONLY_CHINA);
    expect(row(result, 'a').overdueBy).toBe(3);
  });

  test('what is all done is not late, although the day of its end was not stated', () => {
    const late = (percent: number) => {
      const tasks = [task('a', 5, [], { percent }), task('b', 2, ['a FS'])];
      const direction = { from: 'start', day: day('2026-11-02') } as const;
      return schedule({ direction, tasks, today: day('2026-11-25') }, ONLY_CHINA);
    };
    expect(row(late(99), 'a')).toMatchObject({ overdueBy: 17, lateBy: 17 });
    expect(row(late(100), 'a')).toMatchObject({ overdueBy: 0, lateBy: 0 });
    expect(late(99).alreadyLate).toBe(17);
    expect(late(100).alreadyLate).toBe(12);
  });
});

describe('stages', () => {
  const tasks = [
    stage('one'),
    task('a', 5, [], { parent: 'one', percent: 100 }),
    task('b', 5, ['a FS'], { parent: 'one' }),
    stage('two', { after: [{ from: 'one', type: 'FS', lag: 0, unit: 'workday' }] }),
    task('c', 2, [], { parent: 'two' }),
    task('d', 1, [], { parent: 'two' }),
  ];

  test('span their rows, and links between them hold every row', () => {
    const result = forward('2026-11-02', ...tasks);
    expect(span(result, 'one')).toBe('2026-11-02…2026-11-13');
    expect(row(result, 'one')).toMatchObject({ workdays: 10, percent: 50, kind: 'stage' });
    expect(span(result, 'c')).toBe('2026-11-16…2026-11-17');
    expect(span(result, 'd')).toBe('2026-11-16');
    expect(row(result, 'd').driver).toMatchObject({ by: 'before', task: 'b', stage: 'one' });
  });

  test('backward they leave room for the stage behind', () => {
    const result = schedule(plan(until('2026-11-17'), tasks), ONLY_CHINA);
    expect(span(result, 'one')).toBe('2026-11-02…2026-11-13');
    expect(span(result, 'd')).toBe('2026-11-17');
    expect(row(result, 'd').totalFloat).toBe(1);
  });

  test('a stage that was over before the plan began holds its successors from its own end, not from the start of the plan', () => {
    const done = { actualStart: day('2026-10-12'), actualFinish: day('2026-10-16'), parent: 's' };
    const result = forward('2026-11-02', stage('s'), task('a', 5, [], done), task('b', 2, ['s FS+5d']));
    expect(span(result, 'b')).toBe('2026-11-02…2026-11-03');
  });

  test('a stage link that asks for less than the start of the plan makes no fixed day impossible', () => {
    const fixed = { constraints: [limit('fixed-start', '2026-10-28')], parent: 's' };
    const result = forward(
      '2026-11-02',
      task('a', 1),
      stage('s', { after: [{ from: 'a', type: 'SS', lag: -5, unit: 'workday' }] }),
      task('b', 5, [], fixed),
    );
    expect(span(result, 'b')).toBe('2026-10-28…2026-11-03');
    expect(result.faults).toEqual([]);
    expect(result.notes).toEqual([]);
  });
});

describe('what a reader can get wrong', () => {
  test('a circle is named by exactly its tasks; those behind wait, the rest is planned', () => {
    const result = forward(
      '2026-11-02',
      task('x', 1),
      task('a', 1, ['c FS', 'x FS']),
      task('b', 1, ['a FS']),
      task('c', 1, ['b SS']),
      task('d', 1, ['c FS']),
      task('e', 1, ['d FS']),
    );
    expect(result.faults).toEqual([
      { code: 'cycle', tasks: ['a', 'b', 'c'] },
      { code: 'waiting', tasks: ['d', 'e'] },
    ]);
    expect([...result.rows.keys()]).toEqual(['x']);
  });

  test('a task that waits for itself or for its own stage is a circle', () => {
    expect(forward('2026-11-02', task('a', 1, ['a FS'])).faults).toEqual([{ code: 'cycle', tasks: ['a'] }]);
    const own = forward(
      '2026-11-02',
      stage('s'),
      task('a', 1, ['s FS'], { parent: 's' }),
      task('b', 1, [], { parent: 's' }),
    );
    expect(own.faults).toEqual([{ code: 'cycle', tasks: ['a', 's'] }]);
    expect(span(own, 'b')).toBe('2026-11-02');
  });

  test('links that lead nowhere, doubled ids, lost parents and numbers without sense are named', () => {
    const result = forward(
      '2026-11-02',
      task('a', 1, ['gone FS']),
      task('twin', 1),
      task('twin', 2),
      task('child', 1, [], { parent: 'nobody' }),
      task('half', 0.5),
      task('p', 1, [], { parent: 'q' }),
      task('q', 1, [], { parent: 'p' }),
      task('odd', 1, [], { calendar: 'moon' }),
    );
    expect(result.faults).toEqual([
      { code: 'bad-number', task: 'half', field: 'duration' },
      { code: 'dangling-link', task: 'a', from: 'gone' },
      { code: 'duplicate-id', task: 'twin' },
      { code: 'outline-cycle', tasks: ['p', 'q'] },
      { code: 'unknown-calendar', task: 'odd', calendar: 'moon' },
      { code: 'unknown-parent', task: 'child', parent: 'nobody' },
    ]);
    expect(span(result, 'a')).toBe('2026-11-02');
  });

  test('dates beyond what plans may reach are told, not guessed', () => {
    const result = forward('2140-01-01', task('a', 36_000));
    expect(result.faults).toContainEqual({ code: 'out-of-range', tasks: ['a'] });
  });

  test('years without a known arrangement are named', () => {
    const result = forward('2026-12-28', task('a', 600));
    expect(result.years).toEqual({ unknown: [2028, 2029], provisional: [2027] });
  });
});
