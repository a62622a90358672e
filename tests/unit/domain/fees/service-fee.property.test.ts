import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { compare, equals, exact, exactText, multiply, subtract, ZERO } from '../../../../src/domain/exact.ts';
import { findBreakEven } from '../../../../src/domain/fees/break-even.ts';
import { estimateServiceFee } from '../../../../src/domain/fees/service-fee.ts';
import type { Cost, ServiceFeeInput, Space } from '../../../../src/domain/fees/service-fee-input.ts';
import { evaluate } from '../../../../src/domain/formula.ts';
import { FORMULAS, type MoneyLine } from '../../../../src/domain/formulas.ts';
import { configureProperties } from '../property-runs.ts';

configureProperties();

const hundredths = (max: number) =>
  fc.integer({ min: 0, max: max * 100 }).map((n) => exactText({ n: BigInt(n), d: 100n }));
const percent = hundredths(100);
const anySpace = fc.record({
  use: fc.constantFrom('hotel', 'shopping-centre', 'office', 'apartment', 'parking', 'other'),
  unit: fc.constantFrom('square-metre', 'stall'),
  quantity: hundredths(100_000),
  priceYuan: hundredths(500),
  occupancyPercent: percent,
  vacantPercent: percent,
  collectionPercent: percent,
}) satisfies fc.Arbitrary<Omit<Space, 'id'>>;
const anyCost = fc.oneof(
  fc.record({
    kind: fc.constant('fixed' as const),
    yuanPerMonth: hundredths(1_000_000),
    inputVatPercent: hundredths(13),
  }),
  fc.record({ kind: fc.constant('per-square-metre' as const), yuanPerM2: hundredths(20) }),
  fc.record({
    kind: fc.constant('headcount' as const),
    posts: hundredths(90),
    wageYuan: hundredths(9000),
    onCostPercent: percent,
  }),
  fc.record({ kind: fc.constant('share-of-revenue' as const), percent: hundredths(20) }),
) satisfies fc.Arbitrary<Omit<Cost, 'id'>>;
const anyInput: fc.Arbitrary<ServiceFeeInput> = fc
  .record({
    spaces: fc.array(anySpace, { maxLength: 5 }),
    costs: fc.array(anyCost, { maxLength: 4 }),
    vatMode: fc.constantFrom('general', 'simple', 'none'),
    vatPercent: fc.constantFrom('6', '3', '0'),
    pricesIncludeVat: fc.boolean(),
    surchargePercent: fc.constantFrom('0', '12'),
    surplusBasis: fc.constantFrom('collected', 'billed'),
    contract: fc.constantFrom<NonNullable<ServiceFeeInput['contract']>>(
      { kind: 'lump-sum' },
      { kind: 'remuneration', percent: '10' },
      { kind: 'remuneration', base: 'receipts', percent: '8' },
      { kind: 'remuneration', base: 'fixed', yuanPerMonth: '1000' },
    ),
  })
  .map((input) => ({
    ...input,
    spaces: input.spaces.map((space, index) => ({ ...space, id: `space-${index}` })),
    costs: input.costs.map((cost, index) => ({ ...cost, id: `cost-${index}` }) as Cost),
  })) as fc.Arbitrary<ServiceFeeInput>;

const estimate = (input: ServiceFeeInput) => {
  const result = estimateServiceFee(input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};
const sumFen = (lines: readonly { readonly amountFen: bigint }[]): bigint =>
  lines.reduce((sum, line) => sum + line.amountFen, 0n);

describe('service fee', () => {
  test.prop([anyInput])('the sum of the printed lines is the printed total', (input) => {
    const { months, year } = estimate(input);
    for (const month of months) {
      expect(sumFen(month.receivable)).toBe(month.receivableTotal.amountFen);
      expect(sumFen(month.collected)).toBe(month.collectedTotal.amountFen);
      expect(sumFen(month.costs)).toBe(month.costsTotal.amountFen);
      expect(
        month.netRevenue.amountFen -
          month.costsTotal.amountFen +
          month.inputVatTotal.amountFen -
          month.surcharge.amountFen -
          month.remuneration.amountFen,
      ).toBe(month.surplus.amountFen);
    }
    expect(sumFen(months.map(({ surplus }) => surplus))).toBe(year.surplus.amountFen);
    expect(sumFen(year.receivable)).toBe(year.receivableTotal.amountFen);
    expect(sumFen(year.costs)).toBe(year.costsTotal.amountFen);
  });

  test.prop([anyInput])('the working of every line gives its amount', (input) => {
    const month = estimate(input).months[0];
    const lines: readonly MoneyLine[] = month
      ? [
          ...month.receivable,
          ...month.collected,
          ...month.costs,
          ...month.inputVat,
          month.outputVat,
          month.vatPayable,
          month.surcharge,
          month.remuneration,
        ]
      : [];
    for (const { working, exactYuan } of lines) {
      expect(equals(evaluate(FORMULAS[working.formula], working.operands), exactYuan)).toBe(true);
    }
  });

  test.prop([anyInput, fc.nat(), hundredths(1000)])('more area never brings less receivable', (input, at, more) => {
    fc.pre(input.spaces.length > 0);
    const spaces = input.spaces.map((space, index) =>
      index === at % input.spaces.length
        ? { ...space, quantity: exactText(multiply(exact('1'), { ...addText(space.quantity, more) })) }
        : space,
    );
    const before = estimate(input).year.receivableTotal.amountFen;
    expect(estimate({ ...input, spaces }).year.receivableTotal.amountFen).toBeGreaterThanOrEqual(before);
  });

  test.prop([anyInput])('the order of the rows does not matter', (input) => {
    const turned = estimate({ ...input, spaces: input.spaces.toReversed(), costs: input.costs.toReversed() });
    const straight = estimate(input);
    expect(turned.year.surplus.amountFen).toBe(straight.year.surplus.amountFen);
    expect(equals(turned.year.surplus.exactYuan, straight.year.surplus.exactYuan)).toBe(true);
  });

  test.prop([anyInput])('twelve months that are alike and twelve that are spelt out are the same year', (input) => {
    const spelt = input.spaces.map((space) => ({
      ...space,
      occupancyPercentByMonth: new Array(12).fill(space.occupancyPercent),
    }));
    expect(estimate({ ...input, spaces: spelt }).year).toEqual(estimate(input).year);
  });
});

function addText(a: unknown, b: string) {
  return subtract(exact(String(a)), { n: -exact(b).n, d: exact(b).d });
}

describe('break-even', () => {
  test.prop([anyInput, fc.constantFrom('0', '5', '12.5')])(
    'the exact ratio put back gives exactly the target',
    (input, margin) => {
      const result = findBreakEven(input, margin);
      if (!result.ok) return;
      const spaces = input.spaces.map((space, index) => ({
        ...space,
        priceYuan: result.prices[index]?.exactYuan ?? ZERO,
      }));
      const { year } = estimate({ ...input, spaces });
      const target = multiply(year.netRevenue.exactYuan, exact(`${margin}e-2`));
      const isFree = result.ratio.n === 0n;
      const gap = subtract(year.surplus.exactYuan, target);
      expect(isFree ? compare(gap, ZERO) >= 0 : equals(gap, ZERO)).toBe(true);
    },
  );

  test.prop([anyInput])('the whole-fen prices reach the target, and what is left over is the residual', (input) => {
    const result = findBreakEven(input);
    if (!result.ok) return;
    const spaces = input.spaces.map((space, index) => ({
      ...space,
      priceYuan: { n: result.prices[index]?.priceFen ?? 0n, d: 100n },
    }));
    const { year } = estimate({ ...input, spaces });
    expect(result.residual.amountFen).toBeGreaterThanOrEqual(0n);
    expect(year.surplus.amountFen).toBe(result.residual.amountFen);
  });

  test.prop([anySpace, hundredths(100_000)])('with one price, a fen less would miss it', (space, cost) => {
    const input: ServiceFeeInput = {
      spaces: [{ ...space, id: 'only' }],
      costs: [{ id: 'cost', kind: 'fixed', yuanPerMonth: cost }],
      vatMode: 'general',
      vatPercent: '6',
      pricesIncludeVat: true,
      surchargePercent: '12',
    };
    const result = findBreakEven(input);
    if (!result.ok) return;
    const priceFen = result.prices[0]?.priceFen ?? 0n;
    if (priceFen === 0n) return;
    const less = estimate({ ...input, spaces: [{ ...space, id: 'only', priceYuan: { n: priceFen - 1n, d: 100n } }] });
    expect(less.year.surplus.amountFen).toBeLessThan(0n);
  });
});
