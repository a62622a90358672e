import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { guard, isMisread, unguard } from '../../../src/interchange/cell-guard.ts';
import { readCsv, writeCsv } from '../../../src/interchange/csv.ts';
import { RUNS } from '../domain/checklist/histories.ts';
import { anyGrid, anyText, trimmed } from './tables.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('laws of CSV', () => {
  test.prop([anyGrid], RUNS)('gives back every text that was written, in its place', (grid) => {
    const read = readCsv(writeCsv(grid));
    expect(read).toMatchObject({ ok: true, encoding: 'utf-8', faults: [] });
    if (read.ok) expect(trimmed(read.rows)).toEqual(trimmed(grid));
  });

  test.prop([fc.array(fc.array(anyText, { maxLength: 4 }), { maxLength: 5 })], RUNS)(
    'pads rows of different length to one width',
    (rows) => {
      const read = readCsv(writeCsv(rows));
      if (read.ok) expect(trimmed(read.rows)).toEqual(trimmed(rows));
      expect(read.ok).toBe(true);
    },
  );

  test.prop([anyText], RUNS)('no cell starts as a formula, and the guard comes off again', (text) => {
    const cell = guard(text);
    expect(/^[=+\-@\t\r\n＝＋－＠]/u.test(cell)).toBe(false);
    expect(isMisread(cell)).toBe(false);
    expect(unguard(cell)).toBe(text);
  });

  test.prop([anyGrid], RUNS)('begins with the mark of UTF-8 and ends every line with CRLF', (grid) => {
    const text = textOf(writeCsv(grid));
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(grid.length === 0 || text.endsWith('\r\n')).toBe(true);
  });

  test.prop([anyGrid, fc.constantFrom('utf-16le', 'utf-16be')], RUNS)(
    'reads the same from UTF-16',
    (grid, encoding) => {
      const text = textOf(writeCsv(grid));
      const bytes = new Uint8Array(text.length * 2);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
      const read = readCsv(bytes);
      expect(read).toMatchObject({ ok: true, encoding });
      if (read.ok) expect(trimmed(read.rows)).toEqual(trimmed(grid));
    },
  );

  test.prop([fc.uint8Array({ maxLength: 300 })], RUNS)('any bytes are read or refused with a reason', (bytes) => {
    const read = readCsv(bytes);
    expect(read.ok || read.reason.length > 0).toBe(true);
  });

  test.prop([anyGrid, fc.nat()], RUNS)(
    'a file that ends too early is read as far as it goes, or refused',
    (grid, where) => {
      const bytes = writeCsv(grid);
      const read = readCsv(bytes.subarray(0, where % (bytes.length + 1)));
      if (!read.ok) expect(['truncated', 'encoding-unknown', 'binary']).toContain(read.reason);
    },
  );
});
