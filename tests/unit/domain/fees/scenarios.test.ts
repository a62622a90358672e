import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type Exact, equals, exact, exactText, negate } from '../../../../src/domain/exact.ts';
import { changedInputs, scenarioDifference } from '../../../../src/domain/fees/scenario-difference.ts';
import {
  findSensitivity,
  PERCENT_LIMITS,
  rangeAround,
  type Variation,
} from '../../../../src/domain/fees/sensitivity.ts';
import { estimateServiceFee } from '../../../../src/domain/fees/service-fee.ts';
import type { ServiceFeeInput } from '../../../../src/domain/fees/service-fee-input.ts';
import { configureProperties } from '../property-runs.ts';

configureProperties();

describe('scenario difference', () => {
  test('differences in yuan and percent, in the order of the first', () => {
    const rows = scenarioDifference(
      { fee: exact('200'), old: 5n, none: exact(0) },
      { fee: exact('150'), none: exact(3), new: 7n },
    );
    expect(rows.map(({ id, difference, share }) => [id, exactText(difference), share && exactText(share)])).toEqual([
      ['fee', '-50', '-0.25'],
      ['old', '-5', '-1'],
      ['none', '3', undefined],
      ['new', '7', undefined],
    ]);
  });

  const amounts = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  );
  property.prop([amounts, amounts])('is antisymmetric', (one, two) => {
    const back = new Map(scenarioDifference(two, one).map((row) => [row.id, row.difference]));
    for (const { id, difference } of scenarioDifference(one, two)) {
      expect(equals(difference, negate(back.get(id) ?? exact(1)))).toBe(true);
    }
  });
  property.prop([amounts])('of a scenario with itself is nothing', (one) => {
    expect(scenarioDifference(one, one).every(({ difference }) => difference.n === 0n)).toBe(true);
  });

  test('changed inputs are marked; rows are matched by id, so moving one changes nothing', () => {
    const office = { id: 'office', price: '10' };
    const hotel = { id: 'hotel', price: '12' };
    expect(changedInputs({ spaces: [office, hotel], vat: 6 }, { spaces: [hotel, office], vat: 6 })).toEqual([]);
    expect(
      changedInputs({ spaces: [office], vat: 6 }, { spaces: [{ ...office, price: '11' }, hotel], vat: 3 }),
    ).toEqual(['spaces[hotel].id', 'spaces[hotel].price', 'spaces[office].price', 'vat']);
  });
});

describe('sensitivity', () => {
  const input: ServiceFeeInput = {
    spaces: [
      {
        id: 'office',
        use: 'office',
        unit: 'square-metre',
        quantity: 1000,
        priceYuan: 10,
        occupancyPercent: 90,
        vacantPercent: 0,
        collectionPercent: 95,
      },
    ],
    costs: [{ id: 'upkeep', kind: 'fixed', yuanPerMonth: 5000 }],
    vatMode: 'general',
    vatPercent: 6,
    pricesIncludeVat: true,
    surchargePercent: 12,
  };
  const vary = (
    field: 'priceYuan' | 'occupancyPercent' | 'collectionPercent',
    range: { base: Exact; low: Exact; high: Exact },
  ): Variation<ServiceFeeInput> => ({
    id: field,
    ...range,
    apply: (from, value) => ({ ...from, spaces: from.spaces.map((space) => ({ ...space, [field]: value })) }),
  });
  const surplus = (from: ServiceFeeInput) => {
    const result = estimateServiceFee(from);
    return result.ok ? result.year.surplus.exactYuan : undefined;
  };

  test('each input ± its range, ranked by swing; percentages stop at 100', () => {
    const tenth = exact('0.1');
    const { bars } = findSensitivity(
      input,
      [
        vary('collectionPercent', rangeAround(exact(95), tenth, PERCENT_LIMITS)),
        vary('priceYuan', rangeAround(exact(10), exact('0.2'))),
      ],
      surplus,
    );
    expect(bars.map(({ id, low, high }) => [id, exactText(low), exactText(high)])).toEqual([
      ['priceYuan', '8', '12'],
      ['collectionPercent', '85.5', '100'],
    ]);
  });

  test('a value that the estimator refuses has no result and stands last; a refused base has no bars', () => {
    const beyond = { base: exact(90), low: exact(80), high: exact(101) };
    const none = { base: exact(10), low: exact(10), high: exact(10) };
    const { bars } = findSensitivity(input, [vary('occupancyPercent', beyond), vary('priceYuan', none)], surplus);
    expect(bars.map(({ id, swing }) => [id, swing && exactText(swing)])).toEqual([
      ['priceYuan', '0'],
      ['occupancyPercent', undefined],
    ]);
    expect(findSensitivity({ ...input, vatPercent: 'x' }, [], surplus)).toEqual({ result: undefined, bars: [] });
  });
});
