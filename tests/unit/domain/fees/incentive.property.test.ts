import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { exactText, subtract } from '../../../../src/domain/exact.ts';
import { reckonIncentive } from '../../../../src/domain/fees/incentive.ts';
import type { IncentiveInput, Zone } from '../../../../src/domain/fees/incentive-input.ts';
import { configureProperties } from '../property-runs.ts';

configureProperties();

const fenText = fc.bigInt({ min: 0n, max: 10n ** 10n }).map((n) => exactText({ n, d: 100n }));
const anyMonth = (month: string) =>
  fc.record({
    month: fc.constant(month),
    currentReceivableYuan: fenText,
    currentCollectedYuan: fc.option(fenText, { freq: 8 }),
    arrearsReceivableYuan: fenText,
    arrearsCollectedYuan: fenText,
  });
const person = fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { freq: 4 });
const anyZone = (id: string): fc.Arbitrary<Zone> =>
  fc.record({
    id: fc.constant(id),
    posts: fc
      .tuple(person, fc.array(person, { maxLength: 3 }))
      .map(([manager, repairers]) => [
        { id: 'm', kind: 'manager' as const, person: manager },
        ...repairers.map((each, index) => ({ id: `r${index}`, kind: 'repairer' as const, person: each })),
      ]),
    months: fc.tuple(...['08', '09', '10', '11', '12'].map((month) => anyMonth(`2012-${month}`))),
  });
const anyInput: fc.Arbitrary<IncentiveInput> = fc.record({
  zones: fc.tuple(anyZone('z1'), anyZone('z2'), anyZone('z3')),
  firstMonth: fc.constant('2012-08'),
  lastMonth: fc.constant('2012-12'),
  countsFrom: fc.constantFrom('2012-08', '2012-09'),
  targetPercent: fc.constantFrom('90', '85.5', '100'),
  managerRewardYuan: fc.constant('500'),
  repairerRewardYuan: fc.constant('200'),
  managerDeductionYuan: fc.constant('300'),
  repairerDeductionYuan: fc.constant('100'),
  excessPercent: fc.constantFrom('1', '0.37'),
  excessBase: fc.constantFrom('target', 'receivable'),
  deductions: fc.constantFrom('source', 'none', 'performance-pay'),
});
const reckon = (input: IncentiveInput) => {
  const result = reckonIncentive(input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

describe('collection incentive', () => {
  test.prop([anyInput])('what people are paid is what the scheme costs', (input) => {
    const { people, pay, costFen, rewardsFen, bonusesFen, deductionsFen } = reckon(input);
    expect(people.reduce((sum, { totalFen }) => sum + totalFen, 0n)).toBe(costFen);
    expect(pay.reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(costFen);
    expect(rewardsFen + bonusesFen + deductionsFen).toBe(costFen);
  });
  test.prop([anyInput])('the shares of a bonus are the bonus, and differ by a fen at most', (input) => {
    const { quarters, pay } = reckon(input);
    for (const { zone, quarter, bonus, isUnshared } of quarters) {
      const shares = pay
        .filter((each) => each.zone === zone && each.period === quarter)
        .map(({ amountFen }) => amountFen);
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(isUnshared ? 0n : bonus.amountFen);
      if (shares.length > 0) expect((shares[0] ?? 0n) - (shares.at(-1) ?? 0n)).toBeLessThanOrEqual(1n);
    }
  });
  test.prop([anyInput])('the order of zones and months does not matter', (input) => {
    const turned = input.zones.toReversed().map((zone) => ({ ...zone, months: zone.months.toReversed() }));
    expect(reckon({ ...input, zones: turned }).costFen).toBe(reckon(input).costFen);
  });
  test.prop([anyInput, fc.nat(2), fc.nat(4), fenText])(
    'who collects more is never paid less',
    (input, at, month, more) => {
      const zones = input.zones.map((zone, index) =>
        index !== at
          ? zone
          : {
              ...zone,
              months: zone.months.map((each, place) => {
                const was = each.arrearsCollectedYuan;
                if (place !== month || was === null) return each;
                const now = subtract(exactOf(was), { n: -exactOf(more).n, d: exactOf(more).d });
                return { ...each, arrearsCollectedYuan: exactText(now) };
              }),
            },
      );
      expect(reckon({ ...input, zones }).costFen).toBeGreaterThanOrEqual(reckon(input).costFen);
    },
  );
  test.prop([anyInput])('vacant posts are never paid', (input) => {
    const vacant = input.zones.flatMap((zone) =>
      zone.posts.filter((post) => post.person === null).map((post) => `${zone.id} ${post.id}`),
    );
    expect(reckon(input).pay.filter(({ zone, post }) => vacant.includes(`${zone} ${post}`))).toEqual([]);
  });
});

function exactOf(value: unknown) {
  const [whole = '0', decimals = ''] = String(value).split('.');
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) };
}
