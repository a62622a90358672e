import { describe, expect, test } from 'vitest';
import { readLinks, writeLink } from '../../../../src/domain/schedule/link-text.ts';

describe('links as people write them', () => {
  test.each([
    ['3', [{ row: '3', type: 'FS', lag: 0, unit: 'workday' }]],
    ['3FS+2d', [{ row: '3', type: 'FS', lag: 2, unit: 'workday' }]],
    ['12 ss-1cd', [{ row: '12', type: 'SS', lag: -1, unit: 'calendar-day' }]],
    [
      '３ＦＳ＋２天、4FF',
      [
        { row: '3', type: 'FS', lag: 2, unit: 'workday' },
        { row: '4', type: 'FF', lag: 0, unit: 'workday' },
      ],
    ],
    ['fit-out SF−3个工作日', [{ row: 'fit-out', type: 'SF', lag: -3, unit: 'workday' }]],
    ['task-3', [{ row: 'task-3', type: 'FS', lag: 0, unit: 'workday' }]],
    ['', []],
  ])('%s', (text, links) => expect(readLinks(text)).toEqual({ ok: true, links }));

  test.each(['3FS+2x', 'task-3+2d', '3 4', '+2d', '3FS+99999999d'])('%s is none, and is named', (text) => {
    expect(readLinks(`1, ${text}`)).toEqual({ ok: false, part: text });
  });

  test('what is written is read back', () => {
    for (const [row, type, lag, unit] of [
      [3, 'FS', 0, 'workday'],
      [3, 'SS', 2, 'workday'],
      ['fit-out', 'FF', -2, 'calendar-day'],
      ['t-1', 'FS', 1, 'workday'],
      ['task-3', 'FS', 0, 'workday'],
    ] as const) {
      expect(readLinks(writeLink(row, { type, lag, unit }))).toEqual({
        ok: true,
        links: [{ row: String(row), type, lag, unit }],
      });
    }
  });
});
