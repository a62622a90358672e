import { describe, expect, it } from 'vitest';
import { britishSpelling, distance, isTail, stem } from '../../../src/search/english.ts';

describe('English', () => {
  it.each([
    ['inspections', 'inspect'],
    ['evacuating', 'evacuat'],
    ['flooded', 'flood'],
    ['planned', 'plan'],
    ['lifts', 'lift'],
    ['facilities', 'facilit'],
    ['glass', 'glass'],
    ['fire', 'fire'],
  ])('the stem of %s is %s', (word, base) => {
    expect(stem(word)).toBe(base);
  });

  it('a tail belongs to the word or not', () => {
    expect(isTail('ation')).toBe(true);
    expect(isTail('')).toBe(true);
    expect(isTail('works')).toBe(false);
  });

  it.each([
    ['organization', 'organisation'],
    ['color', 'colour'],
    ['center', 'centre'],
    ['jewelry', 'jewellery'],
    ['lift', undefined],
  ])('%s is written %s here', (word, british) => {
    expect(britishSpelling(word)).toBe(british);
  });

  it('counts edits, a swap of neighbours as one, and stops when there are too many', () => {
    expect(distance('arreas', 'arrears', 2)).toBe(1);
    expect(distance('lfit', 'lift', 2)).toBe(1);
    expect(distance('handover', 'parking', 2)).toBe(3);
  });
});
