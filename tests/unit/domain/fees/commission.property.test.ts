import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { day, daysInMonth } from '../../../../src/domain/day.ts';
import type { ArrearsInput } from '../../../../src/domain/fees/arrears.ts';
import { daysFrom, yearsAfter } from '../../../../src/domain/fees/day-count.ts';
import { limitationOf, limitationRule } from '../../../../src/domain/fees/limitation.ts';
import { settleArrears } from '../../../../src/domain/fees/settle-arrears.ts';
import { configureProperties } from '../property-runs.ts';

configureProperties();

const limitation = limitationRule({ years: 3, longestYears: 20, computedFrom: '2017-10-01', warnDays: [180, 90, 30] });
const anyDay = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
    .map(([year, month, date]) => {
      const two = (n: number) => String(n).padStart(2, '0');
      return day(`${year}-${two(month)}-${two((date % daysInMonth(year, month)) + 1)}`);
    });
const amountYuan = fc.nat(1_000_000).map((n) => ({ n: BigInt(n), d: 100n }));
const anyInput: fc.Arbitrary<ArrearsInput> = fc.record({
  households: fc
    .record({
      debts: fc.array(fc.record({ dueOn: anyDay(2001, 2012), amountYuan }), { minLength: 1, maxLength: 6 }),
      reliefs: fc.array(fc.record({ amountYuan, isApproved: fc.boolean(), at: fc.nat() }), { maxLength: 3 }),
      payments: fc.array(fc.record({ amountYuan }), { maxLength: 4 }),
    })
    .map(({ debts, reliefs, payments }) => [
      {
        id: 'h',
        debts: debts.map((debt, index) => ({ ...debt, id: `d${index}` })),
        reliefs: reliefs.map(({ at, ...relief }, index) => ({
          ...relief,
          id: `r${index}`,
          debt: `d${at % debts.length}`,
        })),
        payments: payments.map((payment, index) => ({ ...payment, id: `p${index}` })),
      },
    ]),
  terms: fc.constant({
    bands: [
      { firstYear: 2002, lastYear: 2004, percent: '15' },
      { firstYear: 2005, lastYear: 2006, percent: '10' },
      { firstYear: 2007, lastYear: 2008, percent: '8' },
    ],
    schemeFrom: '2002-09',
    taskFromYear: 2009,
    reliefUntilYear: 2008,
  }),
  paymentOrder: fc.constantFrom('oldest-first', 'newest-first', 'as-named'),
  origin: fc.constantFrom('due-date', 'first-unpaid-year'),
  limitation: fc.constant(limitation),
  today: fc.constant('2026-11-24'),
});
const settle = (input: ArrearsInput) => {
  const result = settleArrears(input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

describe('arrears', () => {
  test.prop([anyInput])('relief, payment and rest account for every debt, and payments for every fen', (input) => {
    const { debts, payments, collectedFen } = settle(input);
    for (const { amountFen, reliefFen, paidFen, restFen } of debts) {
      expect(reliefFen + paidFen + restFen).toBe(amountFen);
      expect([reliefFen, paidFen, restFen].every((part) => part >= 0n)).toBe(true);
    }
    const paid = payments.flatMap(({ parts }) => parts).reduce((sum, { amountFen }) => sum + amountFen, 0n);
    expect(paid).toBe(collectedFen);
  });
  test.prop([anyInput])(
    'debts of 2009 and later and older than the scheme never earn; nothing earns more than 15 %',
    (input) => {
      for (const { dueOn, paidFen, commission } of settle(input).debts) {
        if (dueOn >= '2009-01-01' || dueOn < '2002-09-01') expect(commission.amountFen).toBe(0n);
        expect(commission.amountFen * 100n).toBeLessThanOrEqual(paidFen * 15n + 50n);
      }
    },
  );
  test.prop([anyInput])('the sum of the printed commissions is the total', (input) => {
    const { debts, commission } = settle(input);
    expect(debts.reduce((sum, debt) => sum + debt.commission.amountFen, 0n)).toBe(commission.amountFen);
  });
});

describe('days', () => {
  test.prop([anyDay(1900, 2100), anyDay(1900, 2100)])('are counted as the calendar counts them', (a, b) => {
    expect(daysFrom(a, b)).toBe((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
  });
  test.prop([anyDay(2017, 2026), fc.array(anyDay(2017, 2026), { maxLength: 4 })])(
    'a demand never shortens the period, and order does not matter',
    (dueOn, demands) => {
      const today = day('2026-11-24');
      const interruptions = demands.map((on) => ({ on, kind: 'demand' as const }));
      const all = limitationOf(dueOn, interruptions, limitation, today);
      expect(limitationOf(dueOn, interruptions.toReversed(), limitation, today)).toMatchObject({ state: all.state });
      const none = limitationOf(dueOn, [], limitation, today);
      if ('expiresOn' in all && 'expiresOn' in none) {
        expect(all.expiresOn >= none.expiresOn).toBe(true);
        expect(none.expiresOn).toBe(yearsAfter(dueOn, 3));
      }
    },
  );
});
