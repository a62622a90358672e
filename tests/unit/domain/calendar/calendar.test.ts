import { describe, expect, test } from 'vitest';
import { calendarYear, MONDAY_TO_SATURDAY } from '../../../../src/domain/calendar/calendar-spec.ts';
import {
  compileCalendar,
  finishAfter,
  isWorkday,
  startBefore,
  workdaysBetween,
  yearGaps,
} from '../../../../src/domain/calendar/work-calendar.ts';
import { addDays, day, daysBetween } from '../../../../src/domain/day.ts';
import { CHINA, compiled, OFFICIAL, spec } from './official.ts';

const yearOf = (year: number) => OFFICIAL.find((one) => one.year === year) as (typeof OFFICIAL)[number];

describe('the official years', () => {
  test('reach from 2010 to 2026 as facts, 2027 provisionally', () => {
    expect(OFFICIAL.map(({ year }) => year)).toEqual(Array.from({ length: 18 }, (_, n) => 2010 + n));
    expect(OFFICIAL.filter(({ status }) => status !== 'known').map(({ year }) => year)).toEqual([2027]);
  });

  const expand = (...spans: string[]) =>
    spans.flatMap((span) => {
      const [from = '', to = from] = span.split('…');
      return Array.from({ length: daysBetween(day(from), day(to)) + 1 }, (_, n) => addDays(day(from), n));
    });

  test('2025 is as the notice has it', () => {
    expect([...yearOf(2025).off].sort()).toEqual(
      expand(
        '2025-01-01',
        '2025-01-28…2025-02-04',
        '2025-04-04…2025-04-06',
        '2025-05-01…2025-05-05',
        '2025-05-31…2025-06-02',
        '2025-10-01…2025-10-08',
      ),
    );
    expect(yearOf(2025).work).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
  });

  test('2026 is as the notice has it', () => {
    expect([...yearOf(2026).off].sort()).toEqual(
      expand(
        '2026-01-01…2026-01-03',
        '2026-02-15…2026-02-23',
        '2026-04-04…2026-04-06',
        '2026-05-01…2026-05-05',
        '2026-06-19…2026-06-21',
        '2026-09-25…2026-09-27',
        '2026-10-01…2026-10-07',
      ),
    );
    expect(yearOf(2026).work).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  test('2025 and 2026 have 248 working days each; 2027 has the 13 statutory days and nothing invented', () => {
    for (const year of [2025, 2026])
      expect(workdaysBetween(CHINA, day(`${year}-01-01`), day(`${year + 1}-01-01`))).toBe(248);
    expect(yearOf(2027).off.length).toBe(13);
    expect(yearOf(2027).work).toEqual([]);
  });

  test('every make-up workday is a Saturday or Sunday', () => {
    const plain = compiled(spec('plain', { official: null }));
    for (const { work } of OFFICIAL) for (const on of work) expect(isWorkday(plain, on)).toBe(false);
  });
});

describe('working days', () => {
  test('the examples of the planner', () => {
    expect(startBefore(CHINA, day('2026-09-21'), 3)).toBe('2026-09-18');
    expect(finishAfter(CHINA, day('2026-09-28'), 5)).toBe('2026-10-09');
    expect(finishAfter(CHINA, day('2026-09-28'), 6)).toBe('2026-10-10');
  });

  test('the reader’s own days win over the official ones, and a six-day week works on plain Saturdays', () => {
    const own = compiled(
      spec('own', { weekdays: MONDAY_TO_SATURDAY, off: [day('2026-11-09')], work: [day('2026-10-02')] }),
    );
    expect(['2026-11-07', '2026-11-09', '2026-10-02', '2026-10-03'].map((on) => isWorkday(own, day(on)))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('a day both off and worked is named, and a calendar without any working day is refused', () => {
    expect(compileCalendar(spec('odd', { off: [day('2026-11-09')], work: [day('2026-11-09')] }))).toMatchObject({
      ok: true,
      contradictions: ['2026-11-09'],
    });
    expect(compileCalendar(spec('none', { weekdays: [], official: null }))).toEqual({ ok: false });
  });

  test('unknown and provisional years of a span are told', () => {
    expect(yearGaps(OFFICIAL, day('2009-12-31'), day('2010-01-01'))).toEqual({ unknown: [2009], provisional: [] });
    expect(yearGaps(OFFICIAL, day('2026-12-31'), day('2028-01-01'))).toEqual({ unknown: [2028], provisional: [2027] });
    expect(yearGaps(null, day('2050-01-01'), day('2051-01-01'))).toEqual({ unknown: [], provisional: [] });
  });

  test('a holiday is a list of its days', () => {
    const entry = {
      year: 2030,
      status: 'known' as const,
      holidays: [{ id: 'new-year', name: { 'zh-CN': '元旦', en: 'New Year' }, from: '2030-01-01', to: '2030-01-03' }],
      work: [],
      basis: { 'zh-CN': '示例', en: 'Sample' },
      source: ['law-holidays'],
    };
    expect(calendarYear(entry).off).toEqual(['2030-01-01', '2030-01-02', '2030-01-03']);
  });
});
