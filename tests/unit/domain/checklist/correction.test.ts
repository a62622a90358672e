import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  isOpenProblem,
  isOverdue,
  isSettled,
  readAnswer,
  statusChanges,
} from '../../../../src/domain/checklist/answer.ts';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import type { Change } from '../../../../src/domain/checklist/change.ts';
import { nextSteps, readCorrection, reopenChanges, stepChanges } from '../../../../src/domain/checklist/correction.ts';
import { answerPath } from '../../../../src/domain/checklist/item-path.ts';
import { findOpenProblems } from '../../../../src/domain/checklist/problems.ts';
import { recordId } from '../../../../src/domain/checklist/record.ts';
import { latenessOn } from '../../../../src/domain/checklist/workdays-late.ts';
import { RUNS, union, written } from './histories.ts';

const item = answerPath('tendering', 'keys');
const words = { on: '2026-11-25', who: '李工', how: '已更换' };
const why = { on: '2026-11-27', who: '王工', why: '仍渗水' };

/** A device: what it knows, and what it writes. */
function device(name: string, known = new AnswerIndex()) {
  let counter = 0;
  const index = new AnswerIndex(known.records());
  return {
    index,
    write: (changes: readonly Change[]) => {
      for (const { item, field, value } of changes)
        index.add(written(index, recordId(name, counter++), item, field, value));
    },
    loop: () => readCorrection(index, item),
    answer: () => readAnswer(index, item),
  };
}
function withProblem(name = 'aaaa') {
  const on = device(name);
  on.write([
    { item, field: 'status', value: 'problem' },
    { item, field: 'severity', value: 'A' },
    { item, field: 'due', value: '2026-11-20' },
  ]);
  return on;
}

describe('the loop of a problem', () => {
  test('goes from open over fixed and re-checked to closed, and is settled only then', () => {
    const on = withProblem();
    expect(on.loop().state).toBe('open');
    expect([isOpenProblem(on.answer()), isSettled(on.answer()), on.answer().mayBlock]).toEqual([true, false, true]);
    for (const name of ['fixed', 'rechecked', 'closed'] as const) {
      expect(nextSteps(on.loop())).toContain(name);
      on.write(stepChanges(item, on.loop(), name, words));
      expect(on.loop()).toMatchObject({ state: name, round: 0, [name]: words });
    }
    expect([isOpenProblem(on.answer()), isSettled(on.answer()), on.answer().mayBlock]).toEqual([false, true, false]);
    expect(nextSteps(on.loop())).toEqual(['reopened']);
  });

  test('a step out of turn is a broken promise of the program', () => {
    const on = withProblem();
    expect(() => stepChanges(item, on.loop(), 'closed', words)).toThrow(RangeError);
  });

  test('reopening begins a new round and keeps the steps of the one before in the history', () => {
    const on = withProblem();
    on.write(stepChanges(item, on.loop(), 'fixed', words));
    on.write(reopenChanges(item, on.loop(), why));
    expect(on.loop()).toEqual({ state: 'open', round: 1, reopened: { round: 1, ...why } });
    on.write(stepChanges(item, on.loop(), 'fixed', { ...words, how: '重做防水' }));
    expect(on.loop()).toMatchObject({ state: 'fixed', round: 1 });
    expect(on.index.history(item, 'fixed')).toHaveLength(2);
  });

  test('a reopening beside a closing that did not know of it stands, whichever way round the files are opened', () => {
    const on = withProblem();
    on.write(stepChanges(item, on.loop(), 'fixed', words));
    on.write(stepChanges(item, on.loop(), 'rechecked', words));
    const [a, b] = [device('bbbb', on.index), device('cccc', on.index)];
    a.write(stepChanges(item, a.loop(), 'closed', words));
    b.write(reopenChanges(item, b.loop(), why));
    for (const merged of [union(a.index.records(), b.index.records()), union(b.index.records(), a.index.records())]) {
      expect(readCorrection(merged, item)).toMatchObject({ state: 'open', round: 1 });
    }
  });

  test('two unequal reopenings of one round wait for a decision, and are open meanwhile', () => {
    const on = withProblem();
    on.write(stepChanges(item, on.loop(), 'fixed', words));
    const [a, b] = [device('bbbb', on.index), device('cccc', on.index)];
    a.write(reopenChanges(item, a.loop(), why));
    b.write(reopenChanges(item, b.loop(), { ...why, why: '漏检' }));
    const merged = union(a.index.records(), b.index.records());
    expect(readCorrection(merged, item)).toMatchObject({ state: 'open', round: 1 });
    expect(merged.conflicts().map(({ field }) => field)).toEqual(['reopened']);
  });

  test('what is a problem once more after it was closed does not look mended', () => {
    const on = withProblem();
    for (const name of ['fixed', 'rechecked', 'closed'] as const) on.write(stepChanges(item, on.loop(), name, words));
    on.write(statusChanges(item, on.answer(), 'done', words));
    on.write(statusChanges(item, on.answer(), 'problem', words));
    expect(on.loop()).toMatchObject({ state: 'open', round: 1 });
    expect(isOpenProblem(on.answer())).toBe(true);
  });

  test('values of a later program are kept and count as not stated', () => {
    const on = withProblem();
    on.write([{ item, field: 'fixed', value: 'yes' }]);
    on.write([{ item, field: 'closed', value: { round: -1, on: '', who: '', how: '' } }]);
    expect(on.loop().state).toBe('open');
  });

  const act = fc.record({ device: fc.nat({ max: 1 }), pick: fc.nat({ max: 3 }), sync: fc.boolean() });
  law.prop([fc.array(act, { maxLength: 25 })], RUNS)(
    'after any work on two devices the round is the latest that either has seen, and closed means that nobody reopened',
    (acts) => {
      const first = withProblem();
      const devices = [device('bbbb', first.index), device('cccc', first.index)] as const;
      for (const { device: which, pick, sync } of acts) {
        const on = devices[which as 0 | 1];
        const steps = nextSteps(on.loop());
        const name = steps[pick % steps.length];
        if (name === 'reopened') on.write(reopenChanges(item, on.loop(), why));
        else if (name) on.write(stepChanges(item, on.loop(), name, words));
        if (sync) for (const record of devices[which === 0 ? 1 : 0].index.records()) on.index.add(record);
      }
      const [a, b] = devices;
      const merged = readCorrection(union(a.index.records(), b.index.records()), item);
      expect(merged).toEqual(readCorrection(union(b.index.records(), a.index.records()), item));
      expect(merged.round).toBe(Math.max(a.loop().round, b.loop().round));
      if (merged.state === 'closed') {
        expect(devices.some(({ loop }) => loop().round === merged.round && loop().state === 'closed')).toBe(true);
      }
    },
  );
});

describe('lateness', () => {
  test('a problem is overdue by civil days until it is stated to be fixed', () => {
    const on = withProblem();
    expect(isOverdue(on.answer(), '2026-11-20')).toBe(false);
    expect(isOverdue(on.answer(), '2026-11-21')).toBe(true);
    on.write(stepChanges(item, on.loop(), 'fixed', words));
    expect(isOverdue(on.answer(), '2026-11-21')).toBe(false);
    on.write(reopenChanges(item, on.loop(), why));
    expect(isOverdue(on.answer(), '2026-11-21')).toBe(true);
  });

  const free = new Set(['2026-11-21', '2026-11-22', '2026-11-28', '2026-12-31', '2027-01-01']);
  const isWorkday = (day: string): boolean => !free.has(day);
  test.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-19', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-21', '2026-11-23', 1],
    ['2026-11-27', '2026-12-01', 3],
    ['2026-12-30', '2027-01-02', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['', '2026-11-23', 0],
    ['2026-11-31', '2026-12-23', 0],
  ])('[SCH] due %s, today %s: late by %i working days', (due, today, late) => {
    expect(latenessOn(today, isWorkday)(due)).toBe(late);
  });
});

test('many late things ask the calendar for each day once', () => {
  const asked: string[] = [];
  const late = latenessOn('2026-11-25', (day) => asked.push(day) > 0);
  expect(['2026-11-20', '2026-11-23', '2026-11-01', '2026-12-01'].map(late)).toEqual([5, 2, 24, 0]);
  expect(asked.length).toBe(24);
  expect(new Set(asked).size).toBe(24);
});

describe('the list of open problems', () => {
  test('has those of every run, the gravest first, then the most urgent; without what is closed or archived', () => {
    const on = device('aaaa');
    const say = (run: string, name: string, severity: string, due: string): void =>
      on.write(
        Object.entries({ status: 'problem', severity, due }).map(([field, value]) => ({
          item: answerPath(run, name),
          field,
          value,
        })),
      );
    say('tendering', 'keys', 'C', '2026-11-20');
    say('tendering', 'lifts', 'A', '2026-12-20');
    say('construction', 'roof', 'C', '2026-11-19');
    say('construction', 'paint', 'C', '');
    say('patrol', 'lamp', 'A', '2026-11-01');
    on.write([{ item: answerPath('patrol', 'lamp'), field: 'closed', value: { round: 0, ...words } }]);
    say('old', 'lamp', 'A', '2026-11-01');
    on.write([{ item: 'run/old' as typeof item, field: 'archived', value: true }]);
    expect(findOpenProblems(on.index).map(({ item }) => item)).toEqual([
      'run/tendering/lifts',
      'run/construction/roof',
      'run/tendering/keys',
      'run/construction/paint',
    ]);
  });
});
