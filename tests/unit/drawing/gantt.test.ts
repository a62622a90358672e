import { describe, expect, test } from 'vitest';
import { day, dayFromNumber, dayNumber } from '../../../src/domain/day.ts';
import { axisMarks, barOf, civil, clip, runs, tileSheets } from '../../../src/drawing/gantt.ts';

describe('geometry of the bar chart', () => {
  const from = dayNumber(day('2026-12-01'));
  const scale = { from, to: from + 31, dayWidth: 10 };

  test('a finish is inclusive, an opening stands at the beginning of its day', () => {
    expect(barOf(scale, { kind: 'task', start: from + 1, finish: from + 3 })).toEqual({ x: 10, width: 30 });
    expect(barOf(scale, { kind: 'milestone', start: from + 17, finish: from + 17, isStartOfDay: true }).x).toBe(170);
    expect(barOf(scale, { kind: 'milestone', start: from + 17, finish: from + 17 }).x).toBe(180);
  });

  test('day numbers read as the calendar has them', () => {
    for (let number = -800; number < 60_000; number += 37) {
      const { year, month, date } = civil(number);
      const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
      expect(written).toBe(dayFromNumber(number));
    }
  });

  test('weeks begin on Monday, what is cut is told', () => {
    expect(axisMarks('week', from, from + 14).map(({ date }) => date)).toEqual([1, 7, 14]);
    expect(clip({ x: -5, width: 20 }, 0, 10)).toEqual({ x: 0, width: 10, cutLeft: true, cutRight: true });
    expect(clip({ x: 20, width: 5 }, 0, 10)).toBeUndefined();
    expect(runs(0, 7, (number) => number % 7 >= 5)).toEqual([[5, 6]]);
  });

  test('sheets cover every row and every day once', () => {
    const paper = { width: 277, height: 186, names: 92, top: 22, bottom: 10, row: 6 };
    const { sheets, across, down } = tileSheets(60, from, from + 100, 3, paper);
    expect([across, down, sheets.length]).toEqual([3, 3, 9]);
    expect(sheets.filter((one) => one.across === 0).map(({ rows }) => rows)).toEqual([
      [0, 25],
      [25, 50],
      [50, 60],
    ]);
    expect(sheets.slice(0, 3).map((one) => one.scale.from - from)).toEqual([0, 34, 68]);
  });
});
