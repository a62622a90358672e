import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs a script in a Node of its own: no browser, no bundler, no test runner. */
function run(script: string): unknown {
  const domain = new URL('../../../src/domain/', import.meta.url).href;
  const text = execFileSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `const domain = ${JSON.stringify(domain)};\n${script}`,
  ]);
  return JSON.parse(text.toString());
}

test('the incentive of the source is reckoned by a plain import, with inputs named with their units', () => {
  const result = run(`
    const { reckonIncentive } = await import(domain + 'fees/incentive.ts');
    const pay = (collected) => {
      const result = reckonIncentive({
        zones: [{
          id: 'z',
          posts: [
            { id: 'm', kind: 'manager', person: 'A' },
            { id: 'r1', kind: 'repairer', person: 'B' },
            { id: 'r2', kind: 'repairer', person: 'C' },
          ],
          months: [{
            month: '2012-08', currentReceivableYuan: '100000.00', currentCollectedYuan: collected,
            arrearsReceivableYuan: '0', arrearsCollectedYuan: '0',
          }],
        }],
        firstMonth: '2012-08', lastMonth: '2012-08', targetPercent: '90',
        managerRewardYuan: '500', repairerRewardYuan: '200', managerDeductionYuan: '300', repairerDeductionYuan: '100',
        excessPercent: '1',
      });
      return String(result.costFen);
    };
    console.log(JSON.stringify([pay('90000.00'), pay('89999.99')]));
  `);
  expect(result).toEqual(['90000', '-50000']);
});

test('the commission of the source, and rounding half up, likewise', () => {
  const result = run(`
    const { commissionOnCollected } = await import(domain + 'fees/commission.ts');
    const { money } = await import(domain + 'money.ts');
    const { exact, multiply } = await import(domain + 'exact.ts');
    const terms = {
      bands: [
        { firstYear: 2002, lastYear: 2004, percent: '15' },
        { firstYear: 2005, lastYear: 2006, percent: '10' },
        { firstYear: 2007, lastYear: 2008, percent: '8' },
      ],
      schemeFrom: '2002-09', taskFromYear: 2009, reliefUntilYear: 2008,
    };
    const debts = [[2003, '12345.67'], [2006, '1000.05'], [2008, '200.00'], [2010, '500.00']];
    const result = commissionOnCollected(
      debts.map(([yearOfOrigin, collectedYuan], index) => ({ id: String(index), yearOfOrigin, collectedYuan })), terms);
    const products = [['1.15', '87.7'], ['2.55', '68.9'], ['0.1', '1000.05']];
    console.log(JSON.stringify({
      lines: result.lines.map(({ amountFen }) => String(amountFen)),
      total: String(result.total.amountFen),
      products: products.map(([a, b]) => String(money(multiply(exact(a), exact(b))).amountFen)),
    }));
  `);
  expect(result).toEqual({
    lines: ['185185', '10001', '1600', '0'],
    total: '196786',
    products: ['10086', '17570', '10001'],
  });
});

test('every estimator takes its form and no browser', () => {
  const result = run(`
    const { ESTIMATORS } = await import(domain + 'estimators/estimators.ts');
    console.log(JSON.stringify(
      Object.entries(ESTIMATORS).map(([id, estimate]) => [id, typeof estimate({ fields: {}, tables: {} }).ok]),
    ));
  `);
  expect(result).toEqual(
    [
      'service-fee',
      'collection-incentive',
      'arrears-commission',
      'platform-funding',
      'shared-parking',
      'office-stacking',
      'staffing',
      'community-space',
    ].map((id) => [id, 'boolean']),
  );
});
