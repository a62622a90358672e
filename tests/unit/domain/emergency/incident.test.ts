import { describe, expect, test } from 'vitest';
import { day } from '../../../../src/domain/day.ts';
import { drillDue } from '../../../../src/domain/emergency/drill.ts';
import {
  deadlines,
  type Entry,
  incidentLog,
  runState,
  secondsBetween,
} from '../../../../src/domain/emergency/incident.ts';

const START = '2026-11-24T08:00:00.250Z';
const entry = (id: string, kind: Entry['kind'], event: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind,
  event: `2026-11-24T${event}Z`,
  recorded: `2026-11-24T${event}Z`,
  who: '值班经理',
  ...more,
});
const entries: Entry[] = [
  entry('a', 'start', '08:00:00.250'),
  entry('b', 'step', '08:00:25.900', { about: 'answer' }),
  entry('c', 'step', '08:02:10.000', { about: 'call' }),
  entry('d', 'decision', '08:03:00.000', { about: 'ask', way: 'no' }),
  // Written down eleven minutes later.
  entry('e', 'note', '08:01:00.000', { text: '6 号梯，3 人', recorded: '2026-11-24T08:12:00.000Z' }),
];
const steps = [
  { id: 'answer', withinSeconds: 30 },
  { id: 'call', withinSeconds: 60 },
  { id: 'ask', decision: { yes: {}, no: { goto: 'arrive' } } },
  { id: 'ambulance' },
  { id: 'arrive', withinSeconds: 1800 },
  { id: 'release' },
];

describe('incident log', () => {
  const log = incidentLog(entries, START);

  test('stands in the order of events, a late entry where it happened, with both times', () => {
    expect(log.map(({ id }) => id)).toEqual(['a', 'b', 'e', 'c', 'd']);
    expect(log.find(({ id }) => id === 'e')).toMatchObject({ isLate: true, recorded: '2026-11-24T08:12:00.000Z' });
    expect(log.filter(({ isLate }) => isLate)).toHaveLength(1);
  });

  test('is the same whatever order the entries come in', () => {
    expect(incidentLog(entries.toReversed(), START)).toEqual(log);
  });

  test('counts whole seconds as a clock shows them', () => {
    expect(log.map(({ elapsed }) => elapsed)).toEqual([0, 25, 60, 130, 180]);
    expect(secondsBetween('2026-11-24T08:00:00.999Z', '2026-11-24T08:00:01.000Z')).toBe(1);
  });

  test('a step is stamped once, skipped where a decision leads past it, and the first open one is next', () => {
    expect(runState(steps, log).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'answer done',
      'call done',
      'ask done',
      'ambulance skipped',
      'arrive next',
      'release open',
    ]);
    expect(runState(steps, log)[1]).toMatchObject({ elapsed: 130, over: 70 });
    expect(runState(steps, log)[0]).toMatchObject({ over: -5 });
  });

  test('a corrected stamp no longer counts; the entry itself stays', () => {
    const corrected = incidentLog(
      [...entries, entry('f', 'correction', '08:04:00.000', { corrects: 'c', text: '还没打通' })],
      START,
    );
    expect(corrected.map(({ id }) => id)).toEqual(['a', 'b', 'e', 'c', 'd', 'f']);
    expect(corrected.find(({ id }) => id === 'c')?.correctedBy).toEqual(['f']);
    expect(runState(steps, corrected)[1]?.state).toBe('next');
  });

  test('reports count down from the event and stop when they are made', () => {
    const reports = [{ id: 'manager' }, { id: 'authority', withinMinutes: 60 }, { id: 'market', withinMinutes: 120 }];
    const told = incidentLog([...entries, entry('g', 'report', '09:00:01.000', { about: 'authority' })], START);
    const found = deadlines(reports, told, START, '2026-11-24T08:30:00.000Z');
    expect(found[0]).toMatchObject({ due: undefined, left: undefined, isLate: false });
    expect(found[1]).toMatchObject({ left: -1, isLate: true, due: '2026-11-24T09:00:00.250Z' });
    expect(found[2]).toMatchObject({ left: 5400, isLate: false, done: undefined });
  });
});

describe('next drill', () => {
  const today = day('2026-11-24');
  test.each([
    [[], 'never', undefined],
    [['2026-08-31'], 'current', '2027-02-28'],
    [['2026-01-10', '2026-06-20'], 'soon', '2026-12-20'],
    [['2026-05-24'], 'soon', '2026-11-24'],
    [['2026-05-23'], 'overdue', '2026-11-23'],
  ] as const)('after %o it is %s, due %s', (drilled, state, due) => {
    expect(drillDue(drilled.map(day), 6, today)).toMatchObject({ state, due });
  });
});
