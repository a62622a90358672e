import { describe, expect, test } from 'vitest';
import { type EstimatorId, estimate } from '../../../src/domain/estimators/estimators.ts';
import { type FormValues, fitToForm, isShown } from '../../../src/domain/estimators/form.ts';
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

describe('what stands at no field', () => {
  test('a result beyond the limit is told by itself, once, and not as fields that nobody can find', () => {
    const fee = presetFor('service-fee');
    expect(problemsOf('service-fee', withInput(fee, 'spaces[0].priceYuan', '10000000000000'))).toEqual([
      { path: '', code: 'result-too-large' },
    ]);
    expect(problemsOf('platform-funding', withInput(presetFor('platform-funding'), 'towns', '10000000000000'))).toEqual(
      [{ path: '', code: 'result-too-large' }],
    );
  });

  test('weights that are all zero are told at the first of them', () => {
    const pay = withInput(presetFor('collection-incentive'), 'bonusShares', 'weighted');
    const posts = (pay.tables.posts ?? []).map((row) => (row.zone === '二区' ? { ...row, weight: '0' } : row));
    expect(problemsOf('collection-incentive', { ...pay, tables: { ...pay.tables, posts } })).toEqual([
      { path: 'posts[3].weight', code: 'all-zero' },
    ]);
  });
});

describe('fields that count only beside others', () => {
  const { fields } = shapeFor('service-fee');
  const shown = (contract: string, remunerationBase: string) =>
    ['remunerationBase', 'remunerationPercent', 'remunerationYuan'].filter((id) => {
      const field = fields.find((each) => each.id === id);
      return field && isShown(field, { contract, remunerationBase }, fields);
    });

  test('a fixed remuneration has no rate, and a lump sum has no remuneration, whatever was chosen before', () => {
    expect(shown('remuneration', 'expenditure')).toEqual(['remunerationBase', 'remunerationPercent']);
    expect(shown('remuneration', 'fixed')).toEqual(['remunerationBase', 'remunerationYuan']);
    expect(shown('lump-sum', 'fixed')).toEqual([]);
  });

  test('what is wrong in a field that does not count stops nothing', () => {
    const base = withInput(withInput(presetFor('service-fee'), 'remunerationBase', 'fixed'), 'remunerationYuan', 'abc');
    expect(problemsOf('service-fee', base)).toEqual([]);
    expect(problemsOf('service-fee', withInput(base, 'contract', 'remuneration'))).toEqual([
      { path: 'remunerationYuan', code: 'unexpected-sign' },
    ]);
  });
});

test('figures of a month outside the period are not passed over in silence', () => {
  const pay = presetFor('collection-incentive');
  const keys = (values: FormValues) => outcomeOf('collection-incentive', values).notices.map(({ key }) => key);
  expect(keys(pay)).not.toContain('figures-outside-period');
  expect(keys(withInput(pay, 'figures[0].month', '2013-01'))).toContain('figures-outside-period');
  expect(keys(withInput(pay, 'firstMonth', '2012-09'))).toContain('figures-outside-period');
});

test('values out of a file or a link keep to the form: fields and columns that it has, every row with a place of its own', () => {
  const shape = {
    fields: [{ id: 'a', kind: 'text' }],
    tables: [{ id: 't', columns: [{ id: 'x', kind: 'text' }] }],
  } as const;
  const stray = {
    fields: { a: '1', b: '2' },
    tables: { t: [{ id: 'r1', x: '3', y: '4' }, { id: 'r1' }], u: [{ x: '5' }] },
  };
  expect(fitToForm(shape, stray)).toEqual({
    fields: { a: '1' },
    tables: {
      t: [
        { id: 'r1', x: '3' },
        { id: 'r2', x: '' },
      ],
    },
  });
});
