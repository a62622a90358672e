import { describe, expect, test } from 'vitest';
import { exact, exactText } from '../../../../src/domain/exact.ts';
import { type Fixture, reckonLoad } from '../../../../src/domain/fit-out/load.ts';
import { reviewProgress } from '../../../../src/domain/fit-out/review.ts';

const fixture = (id: string, circuit: string, group: string, watts: string, count: string): Fixture => ({
  id,
  circuit,
  group,
  watts: exact(watts),
  count: exact(count),
});
const fixtures = [
  fixture('a', 'l1', 'lighting', '12.5', '24'),
  fixture('b', 'l1', 'lighting', '7', '10'),
  fixture('c', 's1', 'sockets', '1500', '2'),
];
const load = (capacity: string | undefined, diversity: [string, string][] = []) =>
  reckonLoad({
    fixtures,
    capacity: capacity === undefined ? undefined : exact(capacity),
    diversity: new Map(diversity.map(([id, value]) => [id, exact(value)])),
  });

describe('electrical load', () => {
  test('single, group and total power, exactly', () => {
    const { lines, circuits, groups, installed } = load('4');
    expect(lines.map(({ watts }) => exactText(watts))).toEqual(['300', '70', '3000']);
    expect(circuits.map(({ id, watts }) => [id, exactText(watts)])).toEqual([
      ['l1', '370'],
      ['s1', '3000'],
    ]);
    expect(groups.map(({ id, watts }) => [id, exactText(watts)])).toEqual([
      ['lighting', '370'],
      ['sockets', '3000'],
    ]);
    expect(exactText(installed)).toBe('3370');
  });

  test('passes at the very capacity and fails one tenth of a watt above it', () => {
    expect(load('3.37').verdict).toBe('pass');
    expect(load('3.3699').verdict).toBe('fail');
    expect(load('3.37').margin).toMatchObject({ n: 0n });
  });

  test('a diversity factor lowers the demand of its own group only', () => {
    const { demand, verdict } = load('2.5', [['sockets', '0.7']]);
    expect(exactText(demand)).toBe('2470');
    expect(verdict).toBe('pass');
  });

  test('without capacity or fixtures nothing passes', () => {
    expect(load(undefined).verdict).toBe('not-given');
    expect(load('0').verdict).toBe('not-given');
    expect(reckonLoad({ fixtures: [], capacity: exact(10), diversity: new Map() }).verdict).toBe('not-given');
  });

  test('with an incomplete line nothing passes, and what is known may already be too much', () => {
    const half = (capacity: string) =>
      reckonLoad({ fixtures, capacity: exact(capacity), diversity: new Map(), isIncomplete: true }).verdict;
    expect(half('4')).toBe('not-given');
    expect(half('3')).toBe('fail');
  });
});

describe('reviews one after another', () => {
  test.each([
    ['fail', [], 'new'],
    ['pass', [], 'settled'],
    ['pass', [{ r: 'fail' }], 'mended'],
    ['fail', [{ r: 'fail' }], 'outstanding'],
    ['fail', [{ r: 'pass' }], 'new'],
    ['fail', [{ r: 'fail' }, { r: 'pass' }], 'reopened'],
    ['not-given', [{ r: 'person' }], 'outstanding'],
    ['not-applicable', [{ r: 'fail' }], 'mended'],
  ] as const)('%s after %o is %s', (now, earlier, progress) => {
    expect(reviewProgress('r', now, earlier)).toBe(progress);
  });
});
