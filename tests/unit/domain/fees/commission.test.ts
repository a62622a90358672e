import { describe, expect, test } from 'vitest';
import { day } from '../../../../src/domain/day.ts';
import { type ArrearsInput, type Household, splitByDueDate } from '../../../../src/domain/fees/arrears.ts';
import { commissionOnCollected } from '../../../../src/domain/fees/commission.ts';
import type { CommissionTerms } from '../../../../src/domain/fees/commission-bands.ts';
import { type InterruptionKind, limitationOf, limitationRule } from '../../../../src/domain/fees/limitation.ts';
import { settleArrears } from '../../../../src/domain/fees/settle-arrears.ts';
import { yuanText } from '../../../../src/domain/money.ts';

const terms: CommissionTerms = {
  bands: [
    { firstYear: 2002, lastYear: 2004, percent: '15' },
    { firstYear: 2005, lastYear: 2006, percent: '10' },
    { firstYear: 2007, lastYear: 2008, percent: '8' },
  ],
  schemeFrom: '2002-09',
  taskFromYear: 2009,
  reliefUntilYear: 2008,
};
const limitation = limitationRule({ years: 3, longestYears: 20, computedFrom: '2017-10-01', warnDays: [180, 90, 30] });
const settle = (household: Partial<Household>, more: Partial<ArrearsInput> = {}) => {
  const households = [{ id: 'h', debts: [], reliefs: [], payments: [], ...household }];
  const result = settleArrears({ households, terms, limitation, today: '2026-11-24', ...more });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

describe('commission on collected arrears', () => {
  test('12,345.67 of 2003, 1,000.05 of 2006, 200.00 of 2008 and 500.00 of 2010 make 1,967.86', () => {
    const result = commissionOnCollected(
      [
        { id: 'a', yearOfOrigin: 2003, collectedYuan: '12345.67' },
        { id: 'b', yearOfOrigin: 2006, collectedYuan: '1000.05' },
        { id: 'c', yearOfOrigin: 2008, collectedYuan: '200.00' },
        { id: 'd', yearOfOrigin: 2010, collectedYuan: '500.00' },
      ],
      terms,
    );
    if (!result.ok) throw new Error();
    expect(result.lines.map(({ amountFen }) => yuanText(amountFen))).toEqual(['1851.85', '100.01', '16.00', '0.00']);
    expect(yuanText(result.total.amountFen)).toBe('1967.86');
    expect(result.lines[3]?.debtClass).toBe('monthly-task');
  });

  test.each([
    [2001, undefined, 'outside-scheme', 0n],
    [2002, '2002-08', 'outside-scheme', 0n],
    [2002, '2002-09', 'commission', 1500n],
    [2002, undefined, 'commission', 1500n],
    [2004, undefined, 'commission', 1500n],
    [2005, undefined, 'commission', 1000n],
    [2006, undefined, 'commission', 1000n],
    [2007, undefined, 'commission', 800n],
    [2008, undefined, 'commission', 800n],
    [2009, undefined, 'monthly-task', 0n],
  ])('100 yuan of %i (%s): %s', (yearOfOrigin, dueMonth, debtClass, fen) => {
    const result = commissionOnCollected(
      [{ id: 'x', yearOfOrigin, collectedYuan: 100, ...(dueMonth && { dueMonth }) }],
      terms,
    );
    expect(result.ok && [result.lines[0]?.debtClass, result.lines[0]?.amountFen]).toEqual([debtClass, fen]);
  });

  test('nothing collected is nothing; wrong terms and amounts are named', () => {
    expect(commissionOnCollected([], terms)).toMatchObject({ ok: true, total: { amountFen: 0n } });
    const bands = [...terms.bands, { firstYear: 2008, lastYear: 2007, percent: 101 }];
    expect(commissionOnCollected([{ id: 'a', yearOfOrigin: 2003, collectedYuan: '-1' }], { ...terms, bands })).toEqual({
      ok: false,
      problems: [
        { path: 'bands[3].percent', code: 'above-100-percent' },
        { path: 'bands[3].lastYear', code: 'wrong-order' },
        { path: 'bands[3].firstYear', code: 'duplicate' },
        { path: 'debts[0].collectedYuan', code: 'negative' },
      ],
    });
  });
});

describe('settling arrears', () => {
  const debts = [
    { id: 'new', dueOn: '2008-06-30', amountYuan: '200' },
    { id: 'old', dueOn: '2003-06-30', amountYuan: '100' },
  ];

  test('part payments pay the oldest debt first, by choice the newest or the one that was named', () => {
    const payments = [{ id: 'p', amountYuan: '150', debt: 'new' }];
    const paid = (paymentOrder: NonNullable<ArrearsInput['paymentOrder']>) =>
      Object.fromEntries(settle({ debts, payments }, { paymentOrder }).debts.map(({ id, paidFen }) => [id, paidFen]));
    expect(paid('oldest-first')).toEqual({ old: 10000n, new: 5000n });
    expect(paid('newest-first')).toEqual({ old: 0n, new: 15000n });
    expect(paid('as-named')).toEqual({ old: 0n, new: 15000n });
    expect(yuanText(settle({ debts, payments }).commission.amountFen)).toBe('19.00');
  });

  test('what is paid beyond everything owed stays over', () => {
    expect(settle({ debts, payments: [{ id: 'p', amountYuan: '301' }] }).payments[0]?.overFen).toBe(100n);
  });

  test('relief reduces the debt before payment, when it is approved and the debt is of 2008 or earlier', () => {
    const relief = { id: 'r', debt: 'old', amountYuan: '40', isApproved: true };
    const payments = [{ id: 'p', amountYuan: '100' }];
    const result = settle({ debts, payments, reliefs: [relief] });
    expect(result.debts.map(({ id, paidFen, restFen }) => [id, paidFen, restFen])).toEqual([
      ['old', 6000n, 0n],
      ['new', 4000n, 16000n],
    ]);
    const refusal = (more: object, dueOn = '2008-12-31') =>
      settle({ debts: [{ id: 'old', dueOn, amountYuan: '100' }], reliefs: [{ ...relief, ...more }] }).reliefs[0]
        ?.refusal;
    expect(refusal({})).toBeUndefined();
    expect(refusal({ isApproved: false })).toBe('not-approved');
    expect(refusal({ amountYuan: '100.01' })).toBe('more-than-the-rest');
    expect(refusal({}, '2009-01-01')).toBe('year-without-relief');
  });

  test('year of origin: of the due date, or the household’s first unpaid year; 2009 never earns', () => {
    const all = [...debts, { id: 'task', dueOn: '2009-06-30', amountYuan: '100' }];
    const payments = [{ id: 'p', amountYuan: '400' }];
    const fen = (origin: NonNullable<ArrearsInput['origin']>) =>
      settle({ debts: all, payments }, { origin }).debts.map(({ commission }) => commission.amountFen);
    expect(fen('due-date')).toEqual([1500n, 1600n, 0n]);
    expect(fen('first-unpaid-year')).toEqual([1500n, 3000n, 0n]);
  });

  test('a period over two years is split by its due dates', () => {
    const split = splitByDueDate({
      id: 'x',
      firstMonth: '2004-12',
      lastMonth: '2005-02',
      dueDate: 31,
      amountYuan: '100',
    });
    if (!split.ok) throw new Error();
    expect(split.debts.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      ['x/2004-12', '2004-12-31'],
      ['x/2005-01', '2005-01-31'],
      ['x/2005-02', '2005-02-28'],
    ]);
    const result = settle({ debts: split.debts, payments: [{ id: 'p', amountYuan: '100' }] });
    expect(result.debts.map(({ paidFen, commission }) => [paidFen, commission.amountFen])).toEqual([
      [3334n, 500n],
      [3333n, 333n],
      [3333n, 333n],
    ]);
    expect(
      splitByDueDate({ id: 'x', firstMonth: '2005-02', lastMonth: '2005-01', dueDate: 0, amountYuan: 'x' }),
    ).toMatchObject({
      problems: [{ code: 'not-a-number' }, { code: 'not-a-date' }],
    });
  });

  test('wrong references, dates and amounts are named', () => {
    const result = settleArrears({
      households: [
        {
          id: 'h',
          debts: [{ id: 'd', dueOn: '2003-02-29', amountYuan: '1.005' }],
          reliefs: [],
          payments: [{ id: 'p', amountYuan: 1, debt: 'z' }],
        },
      ],
      terms,
      limitation,
      today: 'now',
    });
    expect(result).toEqual({
      ok: false,
      problems: [
        { path: 'today', code: 'not-a-date' },
        { path: 'households[0].debts[0].dueOn', code: 'not-a-date' },
        { path: 'households[0].debts[0].amountYuan', code: 'not-whole' },
        { path: 'households[0].payments[0].debt', code: 'unknown' },
      ],
    });
  });
});

describe('limitation', () => {
  const of = (dueOn: string, today: string, ...interruptions: [string, InterruptionKind][]) =>
    limitationOf(
      day(dueOn),
      interruptions.map(([on, kind]) => ({ on: day(on), kind })),
      limitation,
      day(today),
    );

  test('three years from the due date or the last interruption', () => {
    expect(of('2024-01-31', '2026-11-24')).toMatchObject({
      state: 'running',
      expiresOn: '2027-01-31',
      daysLeft: 68,
      warning: 90,
    });
    expect(of('2024-01-31', '2026-11-24', ['2026-03-01', 'demand'])).toMatchObject({
      expiresOn: '2029-03-01',
      interruptedBy: 'demand',
      warning: undefined,
    });
    expect(of('2024-01-31', '2027-01-31')).toMatchObject({ state: 'running', daysLeft: 0, warning: 30 });
    expect(of('2024-01-31', '2027-02-01')).toMatchObject({ state: 'expired', daysLeft: -1, warning: undefined });
    expect(of('2024-02-29', '2026-11-24')).toMatchObject({ expiresOn: '2027-02-28' });
    expect(of('2027-02-28', '2026-11-24')).toEqual({ state: 'not-due', dueOn: '2027-02-28' });
  });

  test('a demand after expiry, before the due date or in the future does not count; an acknowledgement after expiry needs advice', () => {
    expect(of('2018-01-01', '2026-11-24', ['2022-01-01', 'demand'])).toMatchObject({
      state: 'expired',
      ignored: [{ because: 'after-expiry' }],
    });
    expect(of('2024-01-01', '2026-11-24', ['2023-01-01', 'demand'], ['2026-12-01', 'suit'])).toMatchObject({
      expiresOn: '2027-01-01',
      ignored: [{ because: 'before-due' }, { because: 'in-the-future' }],
    });
    expect(of('2018-01-01', '2026-11-24', ['2022-01-01', 'acknowledgement'])).toEqual({
      state: 'legal-advice',
      reasons: ['acknowledged-after-expiry'],
    });
  });

  test('debts due before October 2017 and those older than twenty years are for legal advice', () => {
    expect(of('2017-09-30', '2026-11-24')).toEqual({ state: 'legal-advice', reasons: ['older-law'] });
    expect(of('2003-06-30', '2026-11-24')).toEqual({
      state: 'legal-advice',
      reasons: ['older-law', 'beyond-longest-period'],
    });
    expect(of('2017-10-01', '2038-01-01', ['2020-01-01', 'suit'])).toEqual({
      state: 'legal-advice',
      reasons: ['beyond-longest-period'],
    });
    expect(of('2017-10-01', '2026-11-24')).toMatchObject({ state: 'expired', expiresOn: '2020-10-01' });
  });

  test('the twenty years cap what interruptions prolong', () => {
    expect(
      of(
        '2018-01-01',
        '2037-06-01',
        ['2021-01-01', 'demand'],
        ['2024-01-01', 'demand'],
        ['2027-01-01', 'demand'],
        ['2030-01-01', 'demand'],
        ['2033-01-01', 'demand'],
        ['2036-01-01', 'demand'],
      ),
    ).toMatchObject({ state: 'running', expiresOn: '2038-01-01' });
  });
});
