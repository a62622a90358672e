import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../../../src/domain/calendar/calendar-spec.ts';
import { compileCalendar } from '../../../../src/domain/calendar/work-calendar.ts';
import { day } from '../../../../src/domain/day.ts';
import { readFillTable } from '../../../../src/domain/directory/fill-in.ts';
import { dueDay, isStale, viewRequest } from '../../../../src/domain/directory/request.ts';
import { vcard } from '../../../../src/domain/directory/vcard.ts';
import type { Calendar } from '../../../../src/schema/calendar.ts';
import { entriesOf } from '../../../content/entries.ts';

const years = [...entriesOf<Calendar>('calendars').values()].map(calendarYear);
const compiled = compileCalendar({ id: 'cn', weekdays: [1, 2, 3, 4, 5], official: years, off: [], work: [] });
if (!compiled.ok) throw new Error('the official calendar has working days');
const { calendar } = compiled;

describe('due day of a request', () => {
  test.each([
    // Monday to Wednesday, nothing in between.
    ['2026-11-23', 2, '2026-11-25'],
    // A weekend is no working day.
    ['2026-11-27', 1, '2026-11-30'],
    // National Day 1 to 7 October; Saturday 10 October is worked instead.
    ['2026-09-29', 3, '2026-10-09'],
    ['2026-09-29', 4, '2026-10-10'],
    ['2026-09-29', 5, '2026-10-12'],
    // Sunday 20 September is worked, so it counts.
    ['2026-09-18', 1, '2026-09-20'],
    // Received on a free day: the first working day after it is day one.
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-10-03', 0, '2026-10-08'],
    ['2026-11-24', 0, '2026-11-24'],
    // Spring Festival 15 to 23 February, with 14 and 28 February worked.
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-26', 2, '2026-02-28'],
  ])('received %s with %i working days: %s', (received, days, due) => {
    expect(dueDay(calendar, day(received), days)).toBe(due);
  });

  test('a request is soon, overdue, and late when it was concluded after its day', () => {
    const request = {
      received: day('2026-09-29'),
      limit: 3,
      done: { accept: { day: day('2026-09-29'), who: '窗口' } },
    };
    const on = (today: string) => viewRequest(calendar, request, day(today));
    expect(on('2026-09-29')).toMatchObject({ due: '2026-10-09', left: 3, next: 'handle', state: 'open' });
    expect(on('2026-10-08')).toMatchObject({ left: 1, state: 'soon' });
    expect(on('2026-10-09')).toMatchObject({ left: 0, state: 'soon' });
    expect(on('2026-10-10')).toMatchObject({ left: -1, state: 'overdue' });
    const late = { ...request, done: { conclude: { day: day('2026-10-10'), who: '窗口' } } };
    expect(viewRequest(calendar, late, day('2026-11-01'))).toMatchObject({ state: 'concluded-late', next: undefined });
    const inTime = { ...request, done: { conclude: { day: day('2026-10-09'), who: '窗口' } } };
    expect(viewRequest(calendar, inTime, day('2026-11-01')).state).toBe('concluded');
  });

  test('without a limit nothing is due', () => {
    expect(
      viewRequest(calendar, { received: day('2026-11-24'), limit: undefined, done: {} }, day('2026-12-24')),
    ).toMatchObject({
      due: undefined,
      next: 'accept',
      state: 'no-limit',
    });
  });
});

test('what was stated more than 180 days ago is old', () => {
  expect(isStale('2026-05-28T00:00:00.000Z', day('2026-11-24'))).toBe(false);
  expect(isStale('2026-05-27T00:00:00.000Z', day('2026-11-24'))).toBe(true);
  expect(isStale('', day('2026-11-24'))).toBe(false);
});

describe('table of what was filled in', () => {
  const services = new Set(['repair', 'parking']);
  test('is read by ids, whatever else stands in it; faults name their row', () => {
    const read = readFillTable(
      [
        ['服务', '', ''],
        ['id', '名称', 'phone', 'days'],
        ['repair', '报修', '8120', '３'],
        ['parking', '停车', '', 'soon'],
        ['gone', '', '1', ''],
        ['repair', '报修', '8121', ''],
        ['', '', '', ''],
      ],
      services,
    );
    expect(read?.rows).toEqual([{ service: 'repair', fields: { phone: '8120', days: '３' } }]);
    expect(read?.faults).toEqual([
      { row: 4, reason: 'bad-days', text: 'soon' },
      { row: 5, reason: 'unknown-service', text: 'gone' },
      { row: 6, reason: 'twice', text: 'repair' },
    ]);
  });

  test('another table is refused', () => {
    expect(readFillTable([['a', 'b']], services)).toBeUndefined();
    expect(readFillTable([['id', 'name']], services)).toBeUndefined();
  });
});

test('a vCard names the post, escapes what it must and folds between characters', () => {
  const card = vcard({
    post: '客服中心',
    organisation: '某项目; 一期',
    phone: '０１０-6123,4567',
    note: `报修\r${'长'.repeat(40)}`,
  });
  expect(card).toContain('FN:客服中心\r\n');
  expect(card).toContain('ORG:某项目\\; 一期\r\n');
  expect(card).toContain('TEL;TYPE=WORK,VOICE:0106123,4567\r\n');
  for (const line of card.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(card.replace(/\r\n /g, '')).toContain(`NOTE:报修\\n${'长'.repeat(40)}`);
});
