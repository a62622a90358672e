import { describe, expect, test } from 'vitest';
import { type EstimatorId, estimate } from '../../../src/domain/estimators/estimators.ts';
import type { FormValues } from '../../../src/domain/estimators/form.ts';
import { plainText } from '../../../src/domain/estimators/preset.ts';
import { presetFor, shapeFor, withInput } from './entries.ts';

const outcomeOf = (id: EstimatorId, values: FormValues) => {
  const result = estimate(id, shapeFor(id), values);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};
const problemsOf = (id: EstimatorId, values: FormValues) => {
  const result = estimate(id, shapeFor(id), values);
  return result.ok ? [] : result.problems;
};
const cellsOf = (id: EstimatorId, values: FormValues, section: string, line: string) =>
  outcomeOf(id, values)
    .sections.find((each) => each.id === section)
    ?.lines.find((each) => each.id === line)
    ?.cells.map(plainText);

describe('limitation periods on the page', () => {
  const byDebt = withInput(presetFor('arrears-commission'), 'method', 'by-debt');

  test('each period says what it counts from, what started it anew, and when it ends', () => {
    expect(cellsOf('arrears-commission', byDebt, 'limitations', 'B-202 2')).toEqual([
      '2024-11-30',
      'interrupted-acknowledgement',
      '2027-11-30',
      'limitation-running',
    ]);
  });

  test('a demand after the end revives nothing and is named', () => {
    const late = withInput(withInput(byDebt, 'interruptions[0].on', '2025-06-01'), 'interruptions[1].kind', 'demand');
    const none = { ...late, tables: { ...late.tables, interruptions: [late.tables.interruptions?.[0] ?? {}] } };
    expect(cellsOf('arrears-commission', none, 'limitations', 'B-202 2')).toEqual([
      '2021-12-31',
      'ignored-after-expiry',
      '2024-12-31',
      'limitation-expired',
    ]);
  });

  test('29 February runs to 28 February where there is none', () => {
    const leap = withInput(withInput(byDebt, 'claims[1].dueOn', '2024-02-29'), 'interruptions[0].on', '2023-03-01');
    expect(cellsOf('arrears-commission', leap, 'limitations', 'A-101 1')?.[2]).toBe('2027-02-28');
  });

  test('an event of a debt that is not there, and a period of a year and a half, are refused at their fields', () => {
    expect(problemsOf('arrears-commission', withInput(byDebt, 'interruptions[1].dueOn', '2020-01-01'))).toEqual([
      { path: 'interruptions[1].dueOn', code: 'unknown' },
    ]);
    expect(problemsOf('arrears-commission', withInput(byDebt, 'limitationYears', '1.5'))).toEqual([
      { path: 'limitationYears', code: 'not-whole' },
    ]);
  });
});

describe('months of the service fee', () => {
  const fee = presetFor('service-fee');
  const withMonths = (rows: FormValues['tables'][string]): FormValues => ({
    ...fee,
    tables: { ...fee.tables, months: rows },
  });

  test('a month without a row has the usual rates; a row of the same rates changes nothing', () => {
    const same = withMonths([
      { id: 'r1', space: '酒店', month: '5', occupancyPercent: '100', collectionPercent: '98' },
    ]);
    expect(outcomeOf('service-fee', same).figures.map(({ value }) => plainText(value))).toEqual(
      outcomeOf('service-fee', fee).figures.map(({ value }) => plainText(value)),
    );
  });

  test('a month named twice, an unknown space and a wrong rate are refused at their cells', () => {
    const row = { id: 'r1', space: '酒店', month: '5', occupancyPercent: '50', collectionPercent: '' };
    expect(problemsOf('service-fee', withMonths([row, { ...row, id: 'r2' }]))).toEqual([
      { path: 'months[1].month', code: 'duplicate' },
    ]);
    expect(problemsOf('service-fee', withMonths([{ ...row, space: '没有' }]))).toEqual([
      { path: 'months[0].space', code: 'unknown' },
    ]);
    expect(problemsOf('service-fee', withMonths([{ ...row, occupancyPercent: '101' }]))).toContainEqual({
      path: 'months[0].occupancyPercent',
      code: 'above-100-percent',
    });
    expect(problemsOf('service-fee', withInput(fee, 'costs[0].months', '13'))).toContainEqual({
      path: 'costs[0].months',
      code: 'not-months',
    });
  });
});
