import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { plainNumber, storedNumber } from '../../../src/interchange/plain-number.ts';
import { dateOfSerial, serialOfDay } from '../../../src/interchange/spreadsheet-day.ts';
import { readXlsx } from '../../../src/interchange/xlsx-read.ts';
import { fitSheetNames, writeXlsx } from '../../../src/interchange/xlsx-write.ts';
import { RUNS } from '../domain/checklist/histories.ts';
import { anyGrid, anyText, BOOKS, trimmed } from './tables.ts';

const anyDay = fc
  .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const anyDecimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.nat({ max: 12 }))
  .map(([isNegative, digits, scale]) => {
    const padded = String(digits).padStart(scale + 1, '0');
    return `${isNegative ? '-' : ''}${padded.slice(0, padded.length - scale)}.${padded.slice(padded.length - scale)}0`.replace(
      /\.0*$/,
      '',
    );
  });

describe('laws of XLSX', () => {
  test.prop([anyGrid], BOOKS)('gives back every text that was written, in its place', (rows) => {
    const read = readXlsx(writeXlsx({ sheets: [{ name: 'x', rows, headerRows: 1, filter: true }] }));
    expect(read).toMatchObject({ ok: true, faults: [] });
    if (read.ok) expect(trimmed(read.rows)).toEqual(trimmed(rows));
  });

  test.prop([fc.array(fc.array(anyText, { maxLength: 3 }), { minLength: 1, maxLength: 4 })], BOOKS)(
    'a formula that gives a text gives it back',
    (rows) => {
      const formulas = rows.map((row) => row.map((value) => ({ formula: 'A1', value })));
      const read = readXlsx(writeXlsx({ sheets: [{ name: 'x', rows: formulas }] }));
      if (read.ok) expect(trimmed(read.rows)).toEqual(trimmed(rows));
      expect(read.ok).toBe(true);
    },
  );

  test.prop([fc.array(anyDecimal, { minLength: 1, maxLength: 8 })], BOOKS)(
    'exact decimals come back digit by digit',
    (decimals) => {
      const read = readXlsx(writeXlsx({ sheets: [{ name: 'x', rows: [decimals.map((decimal) => ({ decimal }))] }] }));
      expect(read).toMatchObject({ ok: true, rows: [decimals.map((decimal) => plainNumber(decimal))] });
    },
  );

  test.prop([anyDay], BOOKS)('days come back as days', (date) => {
    expect(dateOfSerial(serialOfDay(date) as number, false)).toBe(date);
    const read = readXlsx(
      writeXlsx({ sheets: [{ name: 'x', rows: [[{ day: date }, { dateTime: `${date}T23:59:58` }]] }] }),
    );
    expect(read).toMatchObject({ ok: true, rows: [[date, `${date} 23:59:58`]] });
  });

  test.prop([anyGrid], BOOKS)('the same book gives the same bytes', (rows) => {
    const book = { sheets: [{ name: 'x', rows }] };
    expect(writeXlsx(book)).toEqual(writeXlsx(book));
  });

  test.prop([fc.array(anyText, { minLength: 1, maxLength: 6 })], BOOKS)(
    'any wishes become names that a workbook takes',
    (wishes) => {
      const names = fitSheetNames(wishes);
      const read = readXlsx(writeXlsx({ sheets: names.map((name) => ({ name, rows: [['x']] })) }));
      expect(read).toMatchObject({ ok: true, sheets: names });
    },
  );

  const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 2, maxLength: 2 });
  test.prop([anyGrid, flips], BOOKS)(
    'a flipped byte changes no text: it is noticed, or stands where nothing is read',
    (rows, where) => {
      const bytes = writeXlsx({ sheets: [{ name: 'x', rows }] });
      const whole = readXlsx(bytes);
      for (const [place, flip] of where) {
        const damaged = bytes.slice();
        const at = place % bytes.length;
        damaged[at] = (damaged[at] as number) ^ flip;
        const read = readXlsx(damaged);
        if (read.ok) expect(read).toEqual(whole);
      }
    },
  );

  test.prop([anyGrid, fc.nat()], BOOKS)('a file that ends too early is refused', (rows, where) => {
    const bytes = writeXlsx({ sheets: [{ name: 'x', rows }] });
    const cut = where % bytes.length;
    expect(readXlsx(bytes.subarray(0, cut))).toMatchObject({ ok: false, reason: cut < 4 ? 'foreign' : 'truncated' });
  });

  test.prop([fc.uint8Array({ maxLength: 300 })], BOOKS)('bytes of another kind are refused', (bytes) => {
    expect(readXlsx(bytes).ok).toBe(false);
  });
});

describe('laws of numbers in cells', () => {
  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })], RUNS)(
    'a plain number is the same number',
    (value) => {
      const plain = plainNumber(String(value));
      expect(plain).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
      expect(Number(plain)).toBe(value === 0 ? 0 : value);
    },
  );

  test.prop([fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.nat({ max: 6 })], RUNS)(
    'a number that was typed comes back from the 17 digits that a program stores',
    (digits, scale) => {
      const value = digits / 10 ** scale;
      const typed = plainNumber(value.toPrecision(15)) as string;
      expect(storedNumber(Number(typed).toPrecision(17))).toBe(typed);
    },
  );
});
