import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fold, foldWithPlaces } from '../../../src/search/fold.ts';

describe('fold', () => {
  it.each([
    ['９５０ｍｍ', '950mm'],
    ['1,350 mm', '1350mm'],
    ['50 米以上', '50米以上'],
    ['457 ㎡', '457m2'],
    ['CCTV、音响', 'cctv音响'],
    ['owners’ committee', 'owners committee'],
    ['Fit-out: “deposit”!', 'fit out deposit '],
    ['90 %', '90%'],
    ['1.10', '1.10'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  const words = fc.string({ unit: fc.constantFrom(...'电梯困人装修 ，。（）aBz09.,-％Ａ１㎡’ \n') });

  test.prop([words])('folding twice changes nothing more', (text) => {
    expect(fold(fold(text))).toBe(fold(text));
  });

  test.prop([words])('the slow form that follows places folds alike', (text) => {
    const { folded, places } = foldWithPlaces(text);
    expect(folded).toBe(fold(text));
    expect(places).toHaveLength(folded.length);
    for (let i = 1; i < places.length; i++) expect(places[i]).toBeGreaterThanOrEqual(places[i - 1] ?? 0);
  });
});
