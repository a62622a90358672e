import type { Outcome } from '../../domain/estimators/outcome.ts';
import { monthsOf } from '../../domain/estimators/service-fee.ts';
import {
  constant,
  either,
  type Live,
  least,
  minus,
  notBelowZero,
  over,
  overOrNothing,
  percentOf,
  plus,
  times,
  toFen,
} from './cells.ts';
import { type LiveSheet, sumOf } from './sheet.ts';

const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const ONE = constant('1');
const ZERO = constant('0');

/** Twelve months, as references. */
type Year = readonly Live[];

/**
 * The year month by month: the exact lines first, then what is printed of each, rounded to the fen; a year is the sum
 * of its printed months. Prices for a target are solved for, not reckoned: they stand as numbers and say so.
 */
export function serviceFeeRows(sheet: LiveSheet, outcome: Outcome): void {
  const { values, word, put, field } = sheet;
  const spaces = values.tables.spaces ?? [];
  const costs = values.tables.costs ?? [];
  const named = (key: string): string => `${word(key)} ${word('live-exact')}`;
  const months = MONTHS.map((month) => word('month-n').replace('{n}', String(month + 1)));
  const heading = (key: string): void => sheet.heading(word(key), word('col-per-year'), ...months);
  /** Exact lines have no year: only what is printed adds up to one. */
  const exactRow = (label: string, of: (month: number) => Live): Year =>
    sheet.row(label, ['', ...MONTHS.map(of)]).slice(1);
  const printedRow = (label: string, of: (month: number) => Live, isTotal = false) => {
    const cells = MONTHS.map(of);
    const at = sheet.next();
    const year: Live = { ...sumOf(cells), f: `SUM(C${at}:N${at})` };
    const [whole, ...each] = sheet.row(label, [year, ...cells], 'money', isTotal);
    return { year: whole as Live, months: each as Year };
  };
  const sumAt = (rows: readonly Year[], month: number): Live => sumOf(rows.map((row) => row[month] as Live));
  const at = (row: Year, month: number): Live => row[month] as Live;

  const vat = put(
    word('live-vat'),
    either(sheet.chosen('vatMode', 'none'), ZERO, percentOf(field('vatPercent'))),
    'percent',
  );
  const vatIn = (gross: Live): Live => over(times(gross, vat), plus(ONE, vat));
  const area = put(word('live-area'), areaOf(sheet), 'number');

  heading('col-receivable');
  const perSpace = spaces.map((_, index) => sheet.cell('spaces', index, 'priceYuan'));
  const rate = (index: number, month: number, column: 'occupancyPercent' | 'collectionPercent'): Live => {
    const usual = sheet.cell('spaces', index, column);
    const own = (values.tables.months ?? []).findIndex(
      (row) => row.space === spaces[index]?.name && row.month === String(month + 1) && row[column],
    );
    if (own < 0) return percentOf(usual);
    return percentOf(either(sheet.cellFilled('months', own, column), sheet.cell('months', own, column), usual));
  };
  const withVat = either(sheet.chosen('prices', 'without-vat'), plus(ONE, vat), ONE);
  const receivable = spaces.map((space, index) =>
    exactRow(`${space.name} ${named('col-receivable')}`, (month) => {
      const occupied = rate(index, month, 'occupancyPercent');
      const vacant = percentOf(sheet.cell('spaces', index, 'vacantPercent'));
      const part = plus(occupied, times(minus(ONE, occupied), vacant));
      return times(sheet.cell('spaces', index, 'quantity'), perSpace[index] as Live, part, withVat);
    }),
  );
  const collected = spaces.map((space, index) =>
    exactRow(`${space.name} ${named('col-collected')}`, (month) =>
      times(at(receivable[index] as Year, month), rate(index, month, 'collectionPercent')),
    ),
  );
  const printed = (rows: readonly Year[], labels: readonly string[]) =>
    rows.map((row, index) => printedRow(labels[index] ?? '', (month) => toFen(at(row, month))));
  const names = (key: string): readonly string[] => spaces.map(({ name }) => `${name} ${word(key)}`);
  const receivablePrinted = printed(receivable, names('col-receivable'));
  const collectedPrinted = printed(collected, names('col-collected'));
  const monthsOfRows = (rows: readonly { readonly months: Year }[]): readonly Year[] => rows.map((row) => row.months);
  const receivableYear = printedRow(
    word('receivable-year'),
    (month) => sumAt(monthsOfRows(receivablePrinted), month),
    true,
  );
  const collectedYear = printedRow(
    word('collected-year'),
    (month) => sumAt(monthsOfRows(collectedPrinted), month),
    true,
  );

  heading('section-tax-lines');
  const isBilled = sheet.chosen('surplusBasis', 'billed');
  const gross = exactRow(named('live-gross'), (month) =>
    either(isBilled, sumAt(receivable, month), sumAt(collected, month)),
  );
  const outputVat = exactRow(named('output-vat'), (month) => vatIn(at(gross, month)));
  const net = exactRow(named('net-revenue'), (month) => minus(at(gross, month), at(outputVat, month)));
  const isPaid = (index: number, month: number): boolean => {
    const only = monthsOf(costs[index]?.months ?? '');
    return only.length === 0 || only.includes(month + 1);
  };
  const paid = costs.map((cost, index) =>
    exactRow(`${cost.name} ${named('col-cost')}`, (month) =>
      isPaid(index, month) ? costOf(sheet, index, area, at(net, month)) : ZERO,
    ),
  );
  const inputVat = costs.map((cost, index) => {
    const inside = percentOf(sheet.cell('costs', index, 'inputVatPercent'));
    return exactRow(`${cost.name} ${named('input-vat')}`, (month) =>
      either(
        sheet.chosen('vatMode', 'general'),
        over(times(at(paid[index] as Year, month), inside), plus(ONE, inside)),
        ZERO,
      ),
    );
  });
  const payable = exactRow(named('vat-payable'), (month) =>
    notBelowZero(minus(at(outputVat, month), sumAt(inputVat, month))),
  );
  const surcharge = exactRow(named('surcharge'), (month) =>
    times(at(payable, month), percentOf(field('surchargePercent'))),
  );
  const remuneration = exactRow(named('remuneration'), (month) => {
    const receipts = sumAt(collected, month);
    const share = percentOf(field('remunerationPercent'));
    const ofBase = either(
      sheet.chosen('remunerationBase', 'receipts'),
      times(minus(receipts, vatIn(receipts)), share),
      times(minus(sumAt(paid, month), sumAt(inputVat, month)), share),
    );
    return either(
      sheet.chosen('contract', 'lump-sum'),
      ZERO,
      either(sheet.chosen('remunerationBase', 'fixed'), field('remunerationYuan'), ofBase),
    );
  });
  const surplus = exactRow(named('surplus'), (month) =>
    minus(
      at(net, month),
      minus(sumAt(paid, month), sumAt(inputVat, month)),
      at(surcharge, month),
      at(remuneration, month),
    ),
  );

  const grossPrinted = printedRow(word('live-gross'), (month) =>
    either(isBilled, at(receivableYear.months, month), at(collectedYear.months, month)),
  );
  const outputVatPrinted = printedRow(word('output-vat'), (month) => toFen(at(outputVat, month)));
  const netPrinted = printedRow(word('net-revenue'), (month) =>
    minus(at(grossPrinted.months, month), at(outputVatPrinted.months, month)),
  );
  const costNames = (key: string): readonly string[] => costs.map(({ name }) => `${name} ${word(key)}`);
  const paidPrinted = printed(paid, costNames('col-cost'));
  const inputPrinted = printed(inputVat, costNames('input-vat'));
  const costsYear = printedRow(word('costs-year'), (month) => sumAt(monthsOfRows(paidPrinted), month), true);
  const payablePrinted = printedRow(word('vat-payable'), (month) => toFen(at(payable, month)));
  const surchargePrinted = printedRow(word('surcharge'), (month) => toFen(at(surcharge, month)));
  const remunerationPrinted = printedRow(word('remuneration'), (month) => toFen(at(remuneration, month)));
  const [first] = outcome.figures;
  printedRow(
    word(first?.id ?? 'surplus'),
    (month) =>
      minus(
        at(netPrinted.months, month),
        minus(at(costsYear.months, month), sumAt(monthsOfRows(inputPrinted), month)),
        at(surchargePrinted.months, month),
        at(remunerationPrinted.months, month),
      ),
    true,
  );
  put(word('margin'), overOrNothing(sumOf(surplus), sumOf(net)), 'percent', true);

  heading('chart-cash-months');
  const flow = printedRow(word('live-flow'), (month) =>
    minus(
      at(collectedYear.months, month),
      at(costsYear.months, month),
      at(payablePrinted.months, month),
      at(surchargePrinted.months, month),
      at(remunerationPrinted.months, month),
    ),
  );
  const opening = put(word('live-opening'), toFen(field('openingCashYuan')));
  const balance = sheet
    .row(word('chart-cash-months'), [
      '',
      ...MONTHS.map((month) => plus(opening, sumOf(flow.months.slice(0, month + 1)))),
    ])
    .slice(1);
  put(word('lowest-cash'), least(...balance), 'money', true);

  solvedRows(sheet, outcome);
}

/** Floor area, stalls left out; a column beside the spaces would do the same. */
function areaOf(sheet: LiveSheet): Live {
  const rows = sheet.values.tables.spaces ?? [];
  sheet.heading(sheet.word('live-area'));
  return sumOf(
    rows.map((row, index) =>
      sheet.put(
        row.name ?? '',
        either(sheet.cellChosen('spaces', index, 'unit', 'stall'), ZERO, sheet.cell('spaces', index, 'quantity')),
        'number',
      ),
    ),
  );
}

function costOf(sheet: LiveSheet, index: number, area: Live, net: Live): Live {
  const amount = sheet.cell('costs', index, 'amount');
  const is = (kind: string) => sheet.cellChosen('costs', index, 'kind', kind);
  const posts = times(
    sheet.cell('costs', index, 'posts'),
    amount,
    plus(ONE, percentOf(sheet.cell('costs', index, 'onCostPercent'))),
  );
  return either(
    is('per-square-metre'),
    times(area, amount),
    either(is('headcount'), posts, either(is('share-of-revenue'), times(net, percentOf(amount)), amount)),
  );
}

function solvedRows(sheet: LiveSheet, outcome: Outcome): void {
  const { word } = sheet;
  const section = outcome.sections.find(({ id }) => id === 'solved-prices');
  const ratio = outcome.figures.find(({ id }) => id === 'price-ratio');
  sheet.heading(word('section-solved-prices'), word('col-price-solved'));
  sheet.note(word('live-solved'));
  if (ratio?.value.kind === 'number') {
    sheet.row(word('price-ratio'), [{ f: '', v: ratio.value.value }, word('live-no-formula')], 'number', true);
  }
  for (const { label, cells } of section?.lines ?? []) {
    const solved = cells[1];
    if (solved?.kind !== 'money') continue;
    const name = 'own' in label ? label.own : word(label.key);
    sheet.row(name, [{ f: '', v: { n: solved.fen, d: 100n } }, word('live-no-formula')]);
  }
}
