import { describe, expect, test } from 'vitest';
import { readMspdi } from '../../../src/interchange/mspdi-read.ts';
import { fromMspdi } from '../../../src/islands/planner/plan-from-mspdi.ts';

/*
 * What a file of another program says is either in the plan or in the list of remarks. Days of recurring exceptions are
 * those that MS Project itself works out for such a calendar.
 */

interface Given {
  readonly project?: string;
  readonly week?: string;
  readonly exceptions?: string;
  readonly workWeeks?: string;
}

const hours = (from: string, to: string) =>
  `<WorkingTimes><WorkingTime><FromTime>${from}</FromTime><ToTime>${to}</ToTime></WorkingTime></WorkingTimes>`;
const workday = (type: number, times = '') =>
  `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking>${times}</WeekDay>`;
const free = (type: number) => `<WeekDay><DayType>${type}</DayType><DayWorking>0</DayWorking></WeekDay>`;
const MON_TO_FRI = [1, 7].map(free).join('') + [2, 3, 4, 5, 6].map((type) => workday(type)).join('');

function file(
  tasks: readonly string[],
  { project = '', week = MON_TO_FRI, exceptions = '', workWeeks = '' }: Given = {},
) {
  return new TextEncoder().encode(
    `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-11-02T08:00:00</StartDate>
    <CalendarUID>1</CalendarUID>${project}<Calendars><Calendar><UID>1</UID><Name>Standard</Name>
    <WeekDays>${week}</WeekDays><Exceptions>${exceptions}</Exceptions><WorkWeeks>${workWeeks}</WorkWeeks></Calendar></Calendars>
    <Tasks>${tasks.map((inner, i) => `<Task><UID>${i + 1}</UID><Name>t${i + 1}</Name>${inner}</Task>`).join('')}</Tasks></Project>`,
  );
}

function read(...given: Parameters<typeof file>) {
  const found = readMspdi(file(...given));
  if (!found.ok) throw new Error(`${found.reason} ${found.detail}`);
  return found;
}

const told = (...given: Parameters<typeof file>) =>
  read(...given).remarks.map(({ code, task, detail }) => [code, task, detail].filter(Boolean).join('|'));

const days = (count: number) => `<Duration>PT${count * 8}H0M0S</Duration>`;
const span = (start: string, finish: string) => `<Start>${start}</Start><Finish>${finish}</Finish>`;

describe('days that are not those of the file', () => {
  test('work that was split is told with both spans; what only waits for it is told too', () => {
    expect(
      told([
        days(5) + span('2026-11-02T08:00:00', '2026-11-10T17:00:00'),
        `${days(1)}${span('2026-11-11T08:00:00', '2026-11-11T17:00:00')}<PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink>`,
      ]),
    ).toEqual(['dates-differ|t1|…2026-11-10 → …2026-11-06', 'dates-differ|t2|2026-11-11 → 2026-11-09']);
  });

  test.each([
    ['the end of Friday written as the beginning of Monday', days(5), '2026-11-02T08:00:00', '2026-11-09T08:00:00'],
    ['an hour in the middle of the day', days(1), '2026-11-02T10:30:00', '2026-11-02T16:15:00'],
    ['a shift through the night', days(2), '2026-11-02T23:00:00', '2026-11-03T07:00:00'],
    ['midnight for the whole day', days(5), '2026-11-02T00:00:00', '2026-11-06T00:00:00'],
    [
      'a day of 24 hours',
      '<Duration>PT24H0M0S</Duration><DurationFormat>8</DurationFormat>',
      '2026-11-02T08:00:00',
      '2026-11-03T08:00:00',
    ],
    [
      'a milestone at the end of its day',
      '<Duration>PT0H0M0S</Duration><Milestone>1</Milestone>',
      '2026-11-02T08:00:00',
      '2026-11-02T08:00:00',
    ],
  ])('%s is no difference', (_, length, start, finish) => {
    expect(told([length + span(start, finish)])).toEqual([]);
  });

  test('a stage is told only when nothing inside it is', () => {
    const stage = (finish: string) =>
      `<OutlineLevel>1</OutlineLevel><Summary>1</Summary>${span('2026-11-02T08:00:00', finish)}`;
    const inside = (finish: string) => `<OutlineLevel>2</OutlineLevel>${days(5)}${span('2026-11-02T08:00:00', finish)}`;
    const kept = '2026-11-06T17:00:00';
    expect(told([stage('2026-11-10T17:00:00'), inside('2026-11-10T17:00:00')])).toEqual([
      'dates-differ|t2|…2026-11-10 → …2026-11-06',
    ]);
    expect(told([stage('2026-11-10T17:00:00'), inside(kept)])).toEqual(['dates-differ|t1|…2026-11-10 → …2026-11-06']);
  });
});

describe('what no row has a place for', () => {
  test('fields, custom codes, an unknown kind of link or constraint, and the project’s own properties', () => {
    const task = `${days(1)}<WBS>A.1</WBS><OutlineNumber>1</OutlineNumber><Priority>900</Priority><Estimated>1</Estimated>
      <OutlineCode><FieldID>1</FieldID><ValueID>2</ValueID></OutlineCode><ConstraintType>4</ConstraintType>
      <PercentComplete>120</PercentComplete>`;
    const second = `${days(1)}<WBS>2</WBS><OutlineNumber>2</OutlineNumber><Priority>500</Priority>
      <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>9</Type></PredecessorLink>`;
    expect(told([task, second], { project: '<Author>W</Author><Company> </Company><Manager>M</Manager>' })).toEqual([
      'field|WBS',
      'field|Priority',
      'field|Estimated',
      'field|OutlineCode',
      'bad-value|t1|PercentComplete 120',
      'bad-value|t1|ConstraintType 4',
      'bad-value|t2|Type 9',
      'properties|Manager, Author',
    ]);
  });

  test('a row without a number, or with one that stands twice, is kept', () => {
    const bytes = new TextEncoder().encode(
      `<Project><CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID></Calendar></Calendars><Tasks>
      <Task><UID>1</UID><Name>a</Name>${days(1)}</Task><Task><Name>b</Name>${days(1)}</Task>
      <Task><UID>1</UID><Name>c</Name>${days(2)}</Task><Task/></Tasks></Project>`,
    );
    const found = readMspdi(bytes);
    if (!found.ok) throw new Error(found.reason);
    expect(found.plan.tasks.map(({ id, name }) => `${id} ${name}`)).toEqual(['uid-1 a', 'row-2 b', 'row-3 c']);
    expect(found.remarks.map(({ code, task, detail }) => `${code} ${task} ${detail}`)).toEqual([
      'bad-value b UID ',
      'bad-value c UID 1',
    ]);
  });

  test.each(['-1', '-99999', '0', '1e9'])('an outline level of %s does not hold the reader up', (level) => {
    const rows = read([`<OutlineLevel>${level}</OutlineLevel>${days(1)}`, days(2)]).plan.tasks;
    expect(rows.map(({ duration }) => duration)).toContain(2);
    expect(rows).toHaveLength(2);
  });

  test('what was scheduled by hand stays where it is, whatever else constrains it', () => {
    const task = `<Manual>1</Manual>${days(2)}${span('2026-11-05T08:00:00', '2026-11-06T17:00:00')}
      <ConstraintType>4</ConstraintType><ConstraintDate>2026-11-03T08:00:00</ConstraintDate>`;
    expect(read([task]).plan.tasks[0]?.constraints).toEqual([{ kind: 'fixed-start', day: '2026-11-05' }]);
    expect(told([task])).toEqual(['manual|t1|2026-11-05']);
  });

  test('in a project planned from its finish, as soon as possible is the exception', () => {
    const project = '<ScheduleFromStart>0</ScheduleFromStart><FinishDate>2026-11-30T17:00:00</FinishDate>';
    const tasks = [0, 1].map((type) => `${days(2)}<ConstraintType>${type}</ConstraintType>`);
    expect(read(tasks, { project }).plan.tasks.map(({ timing }) => timing)).toEqual(['soon', undefined]);
    expect(read(tasks).plan.tasks.map(({ timing }) => timing)).toEqual([undefined, 'late']);
  });
});

describe('calendars', () => {
  const exception = (type: number, from: string, to: string, more: string) =>
    `<Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>${from}T00:00:00</FromDate>
     <ToDate>${to}T23:59:00</ToDate></TimePeriod><Name>x</Name><Type>${type}</Type>${more}<DayWorking>0</DayWorking></Exception>`;
  const offDays = (exceptions: string) => read([days(1)], { exceptions }).calendars[0]?.off;

  test.each([
    ['every third day', 7, '2026-02-01', '2026-02-10', '<Period>3</Period>', '02-01 02-04 02-07 02-10'],
    [
      'every second Tuesday and Friday',
      6,
      '2026-01-01',
      '2026-02-01',
      '<Period>2</Period><DaysOfWeek>36</DaysOfWeek>',
      '01-02 01-13 01-16 01-27 01-30',
    ],
    [
      'the 31st of every month',
      4,
      '2026-01-01',
      '2026-05-31',
      '<Period>1</Period><MonthDay>31</MonthDay>',
      '01-31 03-31 05-31',
    ],
    [
      'the last Friday of every second month',
      5,
      '2026-01-01',
      '2026-06-01',
      '<Period>2</Period><MonthItem>8</MonthItem><MonthPosition>4</MonthPosition>',
      '01-30 03-27 05-29',
    ],
    [
      'the second weekday of every month',
      5,
      '2026-05-01',
      '2026-06-30',
      '<MonthItem>1</MonthItem><MonthPosition>1</MonthPosition>',
      '05-04 06-02',
    ],
    ['a day of the year', 2, '2026-01-01', '2026-12-31', '<Month>9</Month><MonthDay>1</MonthDay>', '10-01'],
    [
      'the first Monday of May',
      3,
      '2026-01-01',
      '2026-12-31',
      '<Month>4</Month><MonthItem>4</MonthItem><MonthPosition>0</MonthPosition>',
      '05-04',
    ],
  ])('%s', (_, type, from, to, more, expected) => {
    expect(offDays(exception(type, from, to, more))).toEqual(expected.split(' ').map((on) => `2026-${on}`));
    expect(told([days(1)], { exceptions: exception(type, from, to, more) })).toEqual([]);
  });

  test('so many occurrences are enough, and a recurrence of an unknown kind is told', () => {
    const some = exception(7, '2026-02-01', '2026-03-31', '<Period>2</Period><Occurrences>2</Occurrences>');
    expect(offDays(some)).toHaveLength(30);
    expect(offDays(some.replace('rences>0<', 'rences>1<'))).toEqual(['2026-02-01', '2026-02-03']);
    const unknown = exception(12, '2026-02-01', '2026-03-31', '');
    expect(told([days(1)], { exceptions: unknown })).toEqual(['calendar-recurring|Standard: x']);
    expect(offDays(unknown)).toEqual([]);
  });

  test('another week for some weeks counts there, and exceptions win over it', () => {
    const workWeeks = `<WorkWeek><TimePeriod><FromDate>2026-11-02T00:00:00</FromDate><ToDate>2026-11-15T23:59:00</ToDate></TimePeriod>
      <Name>x</Name><WeekDays>${workday(7)}${free(2)}</WeekDays></WorkWeek>`;
    const exceptions = exception(1, '2026-11-14', '2026-11-14', '');
    const [calendar] = read([days(1)], { workWeeks, exceptions }).calendars;
    expect(calendar).toMatchObject({ off: ['2026-11-02', '2026-11-09', '2026-11-14'], work: ['2026-11-07'] });
    expect(told([days(1)], { workWeeks, exceptions })).toEqual([]);
  });

  test('days of other hours than the project’s count as whole days, which is told once', () => {
    const week =
      [1, 7].map(free).join('') + [2, 3, 4, 5, 6].map((type) => workday(type, hours('00:00:00', '00:00:00'))).join('');
    expect(told([days(1)], { week })).toEqual(['calendar-hours|Standard: 24 h']);
    const whole = [2, 3, 4, 5, 6].map((type) => workday(type, hours('08:00:00', '16:00:00'))).join('');
    expect(told([days(1)], { week: whole })).toEqual([]);
  });

  test('a week that a plan cannot have stays with the rows, so that their days are those of the file', () => {
    const week = [6, 7].map(free).join('') + [1, 2, 3, 4, 5].map((type) => workday(type)).join('');
    const found = fromMspdi(
      file([days(5) + span('2026-11-02T08:00:00', '2026-11-08T17:00:00')], { week }),
      'x',
      () => undefined,
      [],
    );
    expect(found.ok && found.file).toMatchObject({
      plan: { tasks: [{ calendar: 'calendar-1' }] },
      calendars: [{ id: 'calendar-1', weekdays: [1, 2, 3, 4, 7] }],
      faults: [{ code: 'week-taken', detail: 'calendar-1' }],
    });
  });
});
