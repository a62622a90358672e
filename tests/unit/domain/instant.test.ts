import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { instantAt, instantMs } from '../../../src/domain/instant.ts';

describe('instants', () => {
  test('read as the platform reads them', () => {
    for (const instant of ['1970-01-01T00:00:00.000Z', '2026-11-24T08:00:00Z', '2024-02-29T23:59:59.9Z']) {
      expect(instantMs(instant)).toBe(Date.parse(instant));
    }
  });

  test('are refused when they are none', () => {
    for (const text of ['', '2026-02-30T00:00:00Z', '2026-11-24', 'yesterday']) expect(instantMs(text)).toBeNaN();
  });

  test.prop([fc.integer({ min: 0, max: 4_000_000_000_000 })])('are written as they are read', (ms) => {
    expect(instantAt(ms)).toBe(new Date(ms).toISOString());
    expect(instantMs(instantAt(ms))).toBe(ms);
  });
});
