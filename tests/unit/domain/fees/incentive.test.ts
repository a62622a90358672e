import { describe, expect, test } from 'vitest';
import { exactText } from '../../../../src/domain/exact.ts';
import { type Incentive, reckonIncentive } from '../../../../src/domain/fees/incentive.ts';
import type { IncentiveInput, Zone, ZoneMonth, ZonePost } from '../../../../src/domain/fees/incentive-input.ts';
import { yuanText } from '../../../../src/domain/money.ts';

const manager: ZonePost = { id: 'manager', kind: 'manager', person: 'A' };
const repairers: ZonePost[] = [
  { id: 'repairer-1', kind: 'repairer', person: 'B' },
  { id: 'repairer-2', kind: 'repairer', person: 'C' },
];
const figures = (
  month: string,
  receivable: string | null,
  collected: string | null,
  arrears = ['0', '0'],
): ZoneMonth => ({
  month,
  currentReceivableYuan: receivable,
  currentCollectedYuan: collected,
  arrearsReceivableYuan: arrears[0] ?? null,
  arrearsCollectedYuan: arrears[1] ?? null,
});
const zone = (months: ZoneMonth[], posts: ZonePost[] = [manager, ...repairers], id = 'zone-1'): Zone => ({
  id,
  posts,
  months,
});
const source: IncentiveInput = {
  zones: [],
  firstMonth: '2012-08',
  lastMonth: '2012-08',
  targetPercent: 90,
  managerRewardYuan: 500,
  repairerRewardYuan: 200,
  managerDeductionYuan: 300,
  repairerDeductionYuan: 100,
  excessPercent: 1,
};
const done = (more: Partial<IncentiveInput>): Incentive => {
  const result = reckonIncentive({ ...source, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

describe('collection incentive', () => {
  test('receivable 100,000.00, collected 90,000.00, two repairers: +900.00', () => {
    const result = done({ zones: [zone([figures('2012-08', '100000.00', '90000.00')])] });
    expect(yuanText(result.costFen)).toBe('900.00');
    expect(result.months[0]?.verdict).toBe('met');
    expect(result.warnings).toEqual([]);
  });

  test('collected 89,999.99: −500.00 by the source’s rule, which is no lawful fine', () => {
    const zones = [zone([figures('2012-08', '100000.00', '89999.99')])];
    const result = done({ zones });
    expect(yuanText(result.costFen)).toBe('-500.00');
    expect(result.warnings).toEqual(['deductions-are-not-lawful-fines']);
    expect(done({ zones, deductions: 'none' }).costFen).toBe(0n);
    const performance = done({ zones, deductions: 'performance-pay' });
    expect([performance.costFen, performance.pay[0]?.kind, performance.warnings.length]).toEqual([
      -50000n,
      'performance-pay-not-earned',
      0,
    ]);
  });

  test('the target is compared exactly: 90 % of 1,000.01 is 900.009', () => {
    expect(done({ zones: [zone([figures('2012-08', '1000.01', '900.00')])] }).months[0]?.verdict).toBe('missed');
    expect(done({ zones: [zone([figures('2012-08', '1000.01', '900.01')])] }).months[0]?.verdict).toBe('met');
  });

  test('counted arrears stand in the task and in what is collected', () => {
    const { months } = done({ zones: [zone([figures('2012-08', '1000', '900', ['1000', '899.99'])])] });
    expect([months[0]?.verdict, yuanText(months[0]?.target.amountFen ?? 0n)]).toEqual(['missed', '1800.00']);
  });

  test('a month with nothing receivable is not judged', () => {
    const result = done({ zones: [zone([figures('2012-08', '0', '0')])] });
    expect([result.months[0]?.verdict, result.costFen]).toEqual(['nothing-receivable', 0n]);
  });

  test('1 % of the quarter’s excess over its targets goes to the team, spare fen to the manager', () => {
    const months = [figures('2012-08', '100000', '95000'), figures('2012-09', '100000', '89000')];
    const result = done({ zones: [zone(months)], lastMonth: '2012-09' });
    expect(exactText(result.quarters[0]?.excessYuan ?? { n: 0n, d: 1n })).toBe('4000');
    const bonus = result.pay.filter(({ kind }) => kind === 'team-bonus');
    expect(bonus.map(({ person, amountFen }) => [person, yuanText(amountFen)])).toEqual([
      ['A', '13.34'],
      ['B', '13.33'],
      ['C', '13.33'],
    ]);
  });

  test('an excess below zero takes nothing; over the whole receivable by choice', () => {
    const zones = [zone([figures('2012-08', '100000', '95000')])];
    expect(done({ zones }).bonusesFen).toBe(5000n);
    expect(done({ zones, excessBase: 'receivable' }).bonusesFen).toBe(0n);
  });

  test('weights share the bonus by largest remainder', () => {
    const posts = [{ ...manager, weight: 2 }, ...repairers.map((post) => ({ ...post, weight: 1 }))];
    const { pay } = done({ zones: [zone([figures('2012-08', '100000', '90000.10')], posts)], excessPercent: 100 });
    expect(pay.filter(({ kind }) => kind === 'team-bonus').map(({ amountFen }) => amountFen)).toEqual([5n, 3n, 2n]);
  });

  test('vacant posts earn nothing and have no share; who covers a second zone is judged for each', () => {
    const good = [figures('2012-08', '1000', '1000')];
    const bad = [figures('2012-08', '1000', '100')];
    const result = done({
      zones: [
        zone(good),
        zone(
          bad,
          [
            { ...manager, person: 'A' },
            { ...manager, id: 'spare', person: null },
          ],
          'zone-3',
        ),
      ],
    });
    expect(result.people.find(({ person }) => person === 'A')?.byPeriod['2012-08']).toBe(20000n);
    expect(result.pay.some(({ post }) => post === 'spare')).toBe(false);
    const empty = done({ zones: [zone(good, [{ ...manager, person: null }])] });
    expect([empty.costFen, empty.quarters[0]?.isUnshared]).toEqual([0n, true]);
  });

  test('the third quarter is August and September, the fourth October to December; missing months are provisional', () => {
    const months = ['08', '09', '10'].map((month) => figures(`2012-${month}`, '1000', '1000'));
    const { quarters, warnings } = done({
      zones: [zone([...months, figures('2012-11', '1000', null)])],
      lastMonth: '2012-12',
    });
    expect(
      quarters.map((quarter) => [quarter.quarter, quarter.months.length, quarter.missing, quarter.isProvisional]),
    ).toEqual([
      ['2012-Q3', 2, [], false],
      ['2012-Q4', 3, ['2012-11', '2012-12'], true],
    ]);
    expect(warnings).toEqual(['provisional']);
  });

  test('August counts or not', () => {
    const months = ['08', '09'].map((month) => figures(`2012-${month}`, '1000', '1000'));
    const zones = [zone(months)];
    const from = (countsFrom: string) => done({ zones, lastMonth: '2012-09', countsFrom });
    expect([from('2012-08').rewardsFen, from('2012-09').rewardsFen]).toEqual([180000n, 90000n]);
    expect(from('2012-09').months[0]?.verdict).toBe('not-counted');
    expect([from('2012-08').bonusesFen, from('2012-09').bonusesFen]).toEqual([200n, 100n]);
  });

  test('no zones, huge amounts and wrong fields give an answer or a reason', () => {
    expect(done({})).toMatchObject({ costFen: 0n, pay: [], people: [] });
    expect(done({}).costShareOfCollected).toBeUndefined();
    const wrong = zone([figures('2012-13', 'x', '1'), figures('2012-08', '-1', '1e14')], [{ ...manager, weight: 0 }]);
    expect(reckonIncentive({ ...source, zones: [wrong], lastMonth: '2012-07' })).toEqual({
      ok: false,
      problems: [
        { path: 'lastMonth', code: 'wrong-order' },
        { path: 'zones[0].posts', code: 'all-zero' },
        { path: 'zones[0].months[0].currentReceivableYuan', code: 'not-a-number' },
        { path: 'zones[0].months[0].month', code: 'not-a-date' },
        { path: 'zones[0].months[1].currentReceivableYuan', code: 'negative' },
        { path: 'zones[0].months[1].currentCollectedYuan', code: 'too-large' },
      ],
    });
  });
});
