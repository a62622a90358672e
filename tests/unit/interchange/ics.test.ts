import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { type IcsEvent, writeIcs } from '../../../src/interchange/ics.ts';
import { configureProperties } from '../domain/property-runs.ts';

configureProperties();

const write = (...events: IcsEvent[]) =>
  writeIcs({ id: 'plan-1', name: '开业计划', events, stamp: '2026-11-24T08:00:00.000Z', language: 'zh-CN' });
const event: IcsEvent = { id: 'fit-out', title: '餐饮装修', start: day('2026-12-30'), finish: day('2026-12-31') };
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('iCalendar', () => {
  test('an event ends on the day after its last day, over the turn of the year too', () => {
    const lines = unfold(write(event));
    expect(lines).toContain('DTSTART;VALUE=DATE:20261230');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines).toContain('UID:fit-out.plan-1@zongguan-handbook');
    expect(lines).toContain('DTSTAMP:20261124T080000Z');
  });

  test('signs that mean something are escaped', () => {
    const lines = unfold(write({ ...event, title: 'a,b;c\\d\ne' }));
    expect(lines).toContain('SUMMARY;LANGUAGE=zh-CN:a\\,b\\;c\\\\d\\ne');
  });

  property.prop([
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('综', '管', '😀', 'a', '\n'), maxLength: 300 }),
  ])(
    'no line has more than 75 octets, none is broken inside a character, and all is there unfolded',
    (title, description) => {
      const text = write({ ...event, title, description });
      expect(text.endsWith('\r\n')).toBe(true);
      expect(/[^\r]\n|\r[^\n]/.test(text)).toBe(false);
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(text.isWellFormed()).toBe(true);
      const whole =
        unfold(text)
          .find((line) => line.startsWith('DESCRIPTION'))
          ?.replace(/^[^:]*:/, '') ?? '';
      expect(whole.replaceAll('\\n', '\n').replaceAll(/\\([\\;,])/g, '$1')).toBe(description);
    },
  );
});
