import { describe, expect, test } from 'vitest';
import { exactText } from '../../../../src/domain/exact.ts';
import { findBreakEven } from '../../../../src/domain/fees/break-even.ts';
import { estimateServiceFee, type ServiceFee } from '../../../../src/domain/fees/service-fee.ts';
import type { Cost, ServiceFeeInput, Space } from '../../../../src/domain/fees/service-fee-input.ts';
import { yuanText } from '../../../../src/domain/money.ts';

const office: Space = {
  id: 'office',
  use: 'office',
  unit: 'square-metre',
  quantity: '1000',
  priceYuan: '10.60',
  occupancyPercent: '80',
  vacantPercent: '50',
  collectionPercent: '90',
};
const parking: Space = {
  ...office,
  id: 'parking',
  use: 'parking',
  unit: 'stall',
  quantity: '100',
  priceYuan: '106',
  vacantPercent: '0',
};
const base: ServiceFeeInput = {
  spaces: [office],
  costs: [{ id: 'upkeep', kind: 'fixed', yuanPerMonth: '5000' }],
  vatMode: 'general',
  vatPercent: '6',
  pricesIncludeVat: true,
  surchargePercent: '12',
};
const done = (input: ServiceFeeInput): ServiceFee => {
  const result = estimateServiceFee(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};
const month = (input: ServiceFeeInput) => {
  const first = done(input).months[0];
  if (!first) throw new Error('no month');
  return first;
};
const withCost = (cost: Cost, more: Partial<ServiceFeeInput> = {}) => month({ ...base, costs: [cost], ...more });

describe('service fee', () => {
  test('receivable = quantity × price × (occupancy + (1 − occupancy) × vacant factor); collected = receivable × rate', () => {
    const { receivable, collected, outputVat, netRevenue, surcharge, surplus, cashFlow } = month(base);
    expect(yuanText(receivable[0]?.amountFen ?? 0n)).toBe('9540.00');
    expect(yuanText(collected[0]?.amountFen ?? 0n)).toBe('8586.00');
    expect(yuanText(outputVat.amountFen)).toBe('486.00');
    expect(yuanText(netRevenue.amountFen)).toBe('8100.00');
    expect(yuanText(surcharge.amountFen)).toBe('58.32');
    expect(yuanText(surplus.amountFen)).toBe('3041.68');
    expect(yuanText(cashFlow.amountFen)).toBe('3041.68');
  });

  test('a line is rounded per month; a year is the sum of its twelve months', () => {
    const { year } = done({
      ...base,
      spaces: [{ ...office, quantity: '87.7', priceYuan: '1.15', occupancyPercent: 100, collectionPercent: 100 }],
    });
    expect(yuanText(year.receivableTotal.amountFen)).toBe('1210.32');
    expect(exactText(year.receivableTotal.exactYuan)).toBe('1210.26');
  });

  test('prices without VAT are billed with it; without VAT there is none', () => {
    const spaces = [{ ...office, priceYuan: '10' }];
    expect(yuanText(month({ ...base, spaces, pricesIncludeVat: false }).receivableTotal.amountFen)).toBe('9540.00');
    const none = month({ ...base, vatMode: 'none' });
    expect([none.outputVat.amountFen, none.surcharge.amountFen]).toEqual([0n, 0n]);
    expect(yuanText(none.netRevenue.amountFen)).toBe('8586.00');
  });

  test('input VAT counts in the general mode only; VAT payable is not below zero', () => {
    const cost: Cost = { id: 'c', kind: 'fixed', yuanPerMonth: '1130', inputVatPercent: '13' };
    const general = withCost(cost);
    expect(general.inputVatTotal.amountFen).toBe(13000n);
    expect(yuanText(general.vatPayable.amountFen)).toBe('356.00');
    expect(yuanText(general.surplus.amountFen)).toBe('7057.28');
    const simple = withCost(cost, { vatMode: 'simple', vatPercent: '3' });
    expect(simple.inputVatTotal.amountFen).toBe(0n);
    expect(simple.vatPayable.amountFen).toBe(simple.outputVat.amountFen);
    const large = withCost({ ...cost, yuanPerMonth: '11300' });
    expect([large.vatPayable.amountFen, large.surcharge.amountFen]).toEqual([0n, 0n]);
  });

  test('costs are fixed, per m² of floor area without stalls, headcount × wage × (1 + on-costs), or a share of net revenue', () => {
    const costs: Cost[] = [
      { id: 'fixed', kind: 'fixed', yuanPerMonth: '100' },
      { id: 'area', kind: 'per-square-metre', yuanPerM2: '0.5' },
      { id: 'staff', kind: 'headcount', posts: '2.5', wageYuan: '4000', onCostPercent: '40' },
      { id: 'share', kind: 'share-of-revenue', percent: '10' },
    ];
    const result = month({ ...base, spaces: [office, parking], costs });
    expect(result.costs.map(({ amountFen }) => yuanText(amountFen))).toEqual([
      '100.00',
      '500.00',
      '14000.00',
      '1530.00',
    ]);
    expect(yuanText(result.netRevenue.amountFen)).toBe('15300.00');
  });

  test('the surplus counts what is collected, or by choice what is billed', () => {
    expect(yuanText(month({ ...base, surplusBasis: 'billed' }).netRevenue.amountFen)).toBe('9000.00');
    expect(done({ ...base, surplusBasis: 'billed' }).assumptions[0]).toEqual({
      id: 'surplus-basis',
      value: 'billed',
      isDefault: false,
    });
  });

  test('remuneration is a percentage of expenditure, of receipts, or fixed; the surplus is then the owners’', () => {
    const percent = '10';
    const amount = (contract: ServiceFeeInput['contract']) =>
      yuanText(month({ ...base, ...(contract && { contract }) }).remuneration.amountFen);
    expect(amount({ kind: 'remuneration', percent })).toBe('500.00');
    expect(amount({ kind: 'remuneration', base: 'receipts', percent })).toBe('810.00');
    expect(amount({ kind: 'remuneration', base: 'fixed', yuanPerMonth: '333.335' })).toBe('333.34');
    expect(amount(undefined)).toBe('0.00');
    expect(done({ ...base, contract: { kind: 'remuneration', percent } }).surplusBelongsTo).toBe('owners');
    expect(done(base).surplusBelongsTo).toBe('manager');
  });

  test('months may differ; cash runs over the year from what is in hand', () => {
    const { cash, year } = done({
      ...base,
      openingCashYuan: '1000',
      spaces: [{ ...office, collectionPercentByMonth: [0, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90] }],
      costs: [{ id: 'heat', kind: 'fixed', yuanPerMonth: '5000', months: [1, 2, 12] }],
    });
    expect(yuanText(cash[0]?.balance.amountFen ?? 0n)).toBe('-4000.00');
    expect(year.costsTotal.amountFen).toBe(1500000n);
    expect(cash[11]?.balance.amountFen).toBe(100000n + year.cashFlow.amountFen);
  });

  test('margin is surplus / net revenue, and is missing without revenue', () => {
    expect(exactText(done({ ...base, surchargePercent: 0 }).marginShare ?? { n: 0n, d: 1n })).toBe('31/81');
    const empty = done({ ...base, spaces: [] });
    expect(empty.marginShare).toBeUndefined();
    expect(yuanText(empty.year.surplus.amountFen)).toBe('-60000.00');
    expect(
      done({ ...base, spaces: [{ ...office, occupancyPercent: 0, vacantPercent: 0 }] }).marginShare,
    ).toBeUndefined();
    expect(done({ ...base, spaces: [{ ...office, collectionPercent: 0 }] }).marginShare).toBeUndefined();
  });

  test('fields in trouble are named, all at once', () => {
    const result = estimateServiceFee({
      ...base,
      vatPercent: 'x',
      spaces: [{ ...office, quantity: '-1', occupancyPercent: '100.01', collectionPercent: Number.NaN }, office],
    });
    expect(result).toEqual({
      ok: false,
      problems: [
        { path: 'spaces[1].id', code: 'duplicate' },
        { path: 'spaces[0].quantity', code: 'negative' },
        { path: 'spaces[0].occupancyPercent', code: 'above-100-percent' },
        { path: 'spaces[0].collectionPercent', code: 'not-a-number' },
        { path: 'vatPercent', code: 'not-a-number' },
      ],
    });
  });

  test('beyond ten million million yuan it says so', () => {
    const huge = { ...office, quantity: '1e13', priceYuan: '1', occupancyPercent: 100 };
    expect(estimateServiceFee({ ...base, spaces: [huge] })).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([{ path: 'year.receivableTotal', code: 'too-large' }]),
    });
    expect(estimateServiceFee({ ...base, spaces: [{ ...huge, quantity: '1e14' }] })).toEqual({
      ok: false,
      problems: [{ path: 'spaces[0].quantity', code: 'too-large' }],
    });
  });
});

describe('break-even', () => {
  const solved = (input: ServiceFeeInput, margin: string | number = 0) => {
    const result = findBreakEven(input, margin);
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result;
  };

  test('exact ratio, lowest whole-fen price, residual', () => {
    const input: ServiceFeeInput = {
      ...base,
      vatMode: 'none',
      spaces: [{ ...office, quantity: '300', priceYuan: '10', occupancyPercent: 100, collectionPercent: 100 }],
      costs: [{ id: 'c', kind: 'fixed', yuanPerMonth: '1000' }],
    };
    const { ratio, prices, residual } = solved(input);
    expect(exactText(ratio)).toBe('1/3');
    expect(prices.map(({ priceFen }) => priceFen)).toEqual([334n]);
    expect(yuanText(residual.amountFen)).toBe('24.00');
  });

  test('the ratios of the uses are kept', () => {
    const { prices, residual } = solved({ ...base, spaces: [office, parking] });
    const [first, second] = prices;
    expect(exactText(first?.exactYuan ?? { n: 0n, d: 1n })).not.toBe('');
    expect((second?.priceFen ?? 0n) / 10n - (first?.priceFen ?? 0n)).toBeLessThanOrEqual(1n);
    expect(residual.amountFen).toBeGreaterThanOrEqual(0n);
  });

  test('a price for a target margin', () => {
    const { ratio } = solved({ ...base, surchargePercent: 0 }, '20');
    expect(exactText(ratio)).toBe('125/162');
  });

  test('no revenue, and costs that grow as fast as revenue, are said', () => {
    expect(findBreakEven({ ...base, spaces: [] })).toMatchObject({ ok: false, code: 'no-revenue' });
    expect(findBreakEven({ ...base, spaces: [{ ...office, collectionPercent: 0 }] })).toMatchObject({
      code: 'no-revenue',
    });
    const costs: Cost[] = [...base.costs, { id: 's', kind: 'share-of-revenue', percent: '100' }];
    expect(findBreakEven({ ...base, costs })).toMatchObject({ ok: false, code: 'out-of-reach' });
    expect(findBreakEven(base, '100')).toMatchObject({ ok: false, code: 'out-of-reach' });
    expect(findBreakEven(base, '101')).toMatchObject({
      problems: [{ path: 'targetMarginPercent', code: 'above-100-percent' }],
    });
  });

  test('prices beyond ten million million yuan are said', () => {
    const tiny = [
      { ...office, quantity: '0.01', occupancyPercent: '0.01', vacantPercent: 0, collectionPercent: '0.01' },
    ];
    expect(
      findBreakEven({ ...base, spaces: tiny, costs: [{ id: 'c', kind: 'fixed', yuanPerMonth: '1e9' }] }),
    ).toMatchObject({
      ok: false,
      code: 'too-large',
    });
  });

  test('without costs the price is nothing', () => {
    expect(solved({ ...base, costs: [] }).prices[0]?.priceFen).toBe(0n);
  });

  test('500 rows are reckoned at once (a few ms; the bounds leave room for a busy machine)', () => {
    const spaces = Array.from({ length: 500 }, (_, index) => ({
      ...office,
      id: `space-${index}`,
      quantity: `${10 + index}.5`,
      priceYuan: `${5 + (index % 40)}.${String(index % 100).padStart(2, '0')}`,
    }));
    for (let warm = 0; warm < 20; warm += 1) estimateServiceFee({ ...base, spaces });
    const start = performance.now();
    for (let run = 0; run < 10; run += 1) estimateServiceFee({ ...base, spaces });
    const each = (performance.now() - start) / 10;
    const before = performance.now();
    const result = findBreakEven({ ...base, spaces });
    expect(result.ok).toBe(true);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(each).toBeLessThan(100);
  });
});
