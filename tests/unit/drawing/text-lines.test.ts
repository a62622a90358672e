import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { textWidth, wrapLines } from '../../../src/drawing/text-lines.ts';

const words = fc
  .array(fc.constantFrom('发手册', '，', '（', '）', 'fit-out', ' ', '15 个', '。', 'supervisor', '≤ 1,350 mm'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

describe('lines of text', () => {
  test('a Chinese character is one em, a Latin letter less', () => {
    expect(textWidth('综管', 10)).toBe(20);
    expect(textWidth('ab', 10)).toBeLessThan(20);
  });
  test('English breaks at spaces', () => {
    expect(wrapLines('one two three', 60, 13)).toEqual(['one two', 'three']);
  });
  test('a closing mark never begins a line and an opening one never ends it', () => {
    for (const line of wrapLines('先断电，再撤离（带好人），然后报告。先断电，再撤离（带好人）。', 52, 13)) {
      expect(line).not.toMatch(/^[，。、；：！？）]/);
      expect(line).not.toMatch(/（$/);
    }
  });
  property.prop([words, fc.integer({ min: 60, max: 320 })])('no character is lost or moved', (text, width) => {
    expect(wrapLines(text, width, 13).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
  property.prop([words, fc.integer({ min: 60, max: 320 })])('no line is wider than the room', (text, width) => {
    for (const line of wrapLines(text, width, 13)) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
  });
});
