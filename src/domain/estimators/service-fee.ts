import { exact } from '../exact.ts';
import { findBreakEven } from '../fees/break-even.ts';
import { estimateServiceFee } from '../fees/service-fee.ts';
import type { Contract, Cost, ServiceFeeInput, Space } from '../fees/service-fee-input.ts';
import type { MoneyLine } from '../formulas.ts';
import { roundToFen } from '../money.ts';
import type { FormProblem, FormValues } from './form.ts';
import { type Estimate, money, moneyOf, number, own, percent, words } from './outcome.ts';

export function toServiceFeeInput({ fields, tables }: FormValues): ServiceFeeInput {
  return {
    spaces: (tables.spaces ?? []).map(
      (row, index): Space => ({
        id: row.id ?? String(index),
        use: row.use as Space['use'],
        unit: row.unit === 'stall' ? 'stall' : 'square-metre',
        quantity: row.quantity ?? '',
        priceYuan: row.priceYuan ?? '',
        occupancyPercent: row.occupancyPercent ?? '',
        vacantPercent: row.vacantPercent ?? '',
        collectionPercent: row.collectionPercent ?? '',
      }),
    ),
    costs: (tables.costs ?? []).map((row, index): Cost => {
      const common = {
        id: row.id ?? String(index),
        ...(row.inputVatPercent ? { inputVatPercent: row.inputVatPercent } : {}),
      };
      const amount = row.amount ?? '';
      switch (row.kind) {
        case 'per-square-metre':
          return { ...common, kind: 'per-square-metre', yuanPerM2: amount };
        case 'headcount':
          return {
            ...common,
            kind: 'headcount',
            posts: row.posts || '0',
            wageYuan: amount,
            onCostPercent: row.onCostPercent || '0',
          };
        case 'share-of-revenue':
          return { ...common, kind: 'share-of-revenue', percent: amount };
        default:
          return { ...common, kind: 'fixed', yuanPerMonth: amount };
      }
    }),
    vatMode: fields.vatMode as ServiceFeeInput['vatMode'],
    vatPercent: fields.vatPercent ?? '',
    pricesIncludeVat: fields.prices !== 'without-vat',
    surchargePercent: fields.surchargePercent ?? '',
    contract: contractOf(fields),
    surplusBasis: fields.surplusBasis === 'billed' ? 'billed' : 'collected',
    openingCashYuan: fields.openingCashYuan ?? '0',
  };
}

function contractOf(fields: FormValues['fields']): Contract {
  if (fields.contract !== 'remuneration') return { kind: 'lump-sum' };
  return fields.remunerationBase === 'fixed'
    ? { kind: 'remuneration', base: 'fixed', yuanPerMonth: fields.remunerationYuan ?? '' }
    : {
        kind: 'remuneration',
        base: fields.remunerationBase === 'receipts' ? 'receipts' : 'expenditure',
        percent: fields.remunerationPercent ?? '',
      };
}

export function estimateFee(values: FormValues): Estimate {
  const input = toServiceFeeInput(values);
  const result = estimateServiceFee(input);
  if (!result.ok) return { ok: false, problems: result.problems.map(inForm) };
  const solved = findBreakEven(input, values.fields.targetMarginPercent || '0');
  if (!solved.ok && solved.problems.length > 0) return { ok: false, problems: solved.problems.map(inForm) };
  const { year } = result;
  const month = result.months[0];
  const nameOf = (table: string, id: string): string => values.tables[table]?.find((row) => row.id === id)?.name || id;
  const rows = (table: 'receivable' | 'collected' | 'costs', source: string) =>
    year[table].map((row) => ({
      id: row.id,
      label: own(nameOf(source, row.id)),
      cells: [moneyOf(month?.[table].find(({ id }) => id === row.id) ?? { amountFen: 0n }), moneyOf(row)],
      working: month?.[table].find(({ id }) => id === row.id)?.working,
    }));
  const total = (key: string, amount: { amountFen: bigint }, monthly: { amountFen: bigint } | undefined) => ({
    id: key,
    label: { key },
    cells: [moneyOf(monthly ?? { amountFen: 0n }), moneyOf(amount)],
    isTotal: true,
  });
  const lineOf = (key: string, line: MoneyLine | undefined, amount: { amountFen: bigint }) => ({
    id: key,
    label: { key },
    cells: [moneyOf(line ?? { amountFen: 0n }), moneyOf(amount)],
    working: line?.working,
  });
  return {
    ok: true,
    figures: [
      { id: result.surplusBelongsTo === 'manager' ? 'surplus' : 'surplus-owners', value: moneyOf(year.surplus) },
      { id: 'margin', value: percent(result.marginShare) },
      { id: 'receivable-year', value: moneyOf(year.receivableTotal) },
      { id: 'collected-year', value: moneyOf(year.collectedTotal) },
      { id: 'costs-year', value: moneyOf(year.costsTotal) },
      ...(solved.ok ? [{ id: 'price-ratio', value: number(solved.ratio, 6) }] : []),
    ],
    sections: [
      {
        id: 'receivable-lines',
        columns: ['space', 'per-month', 'per-year'],
        lines: [...rows('receivable', 'spaces'), total('total', year.receivableTotal, month?.receivableTotal)],
      },
      {
        id: 'collected-lines',
        columns: ['space', 'per-month', 'per-year'],
        lines: [...rows('collected', 'spaces'), total('total', year.collectedTotal, month?.collectedTotal)],
      },
      {
        id: 'cost-lines',
        columns: ['cost', 'per-month', 'per-year'],
        lines: [...rows('costs', 'costs'), total('total', year.costsTotal, month?.costsTotal)],
      },
      {
        id: 'tax-lines',
        columns: ['item', 'per-month', 'per-year'],
        lines: [
          lineOf('output-vat', month?.outputVat, year.outputVat),
          {
            id: 'net-revenue',
            label: { key: 'net-revenue' },
            cells: [moneyOf(month?.netRevenue ?? { amountFen: 0n }), moneyOf(year.netRevenue)],
          },
          {
            id: 'input-vat',
            label: { key: 'input-vat' },
            cells: [moneyOf(month?.inputVatTotal ?? { amountFen: 0n }), moneyOf(year.inputVat)],
          },
          lineOf('vat-payable', month?.vatPayable, year.vatPayable),
          lineOf('surcharge', month?.surcharge, year.surcharge),
          lineOf('remuneration', month?.remuneration, year.remuneration),
          total('surplus', year.surplus, month?.surplus),
        ],
      },
      {
        id: 'solved-prices',
        columns: ['space', 'price-now', 'price-solved'],
        lines: solved.ok
          ? [
              ...solved.prices.map(({ id, priceFen }) => ({
                id,
                label: own(nameOf('spaces', id)),
                cells: [money(priceNow(values, id)), money(priceFen)],
              })),
              {
                id: 'residual',
                label: { key: 'residual' },
                cells: [words('dash'), moneyOf(solved.residual)],
                isTotal: true,
              },
            ]
          : [
              {
                id: 'none',
                label: { key: `solve-${'code' in solved ? solved.code : 'too-large'}` },
                cells: [words('dash'), words('dash')],
              },
            ],
      },
    ],
    notices: values.fields.vatMode === 'simple' ? [{ key: 'simple-vat', tone: 'law' }] : [],
    assumptions: result.assumptions,
    charts: [
      {
        kind: 'waterfall',
        id: 'fee-waterfall',
        steps: [
          { label: { key: 'net-revenue' }, fen: year.netRevenue.amountFen, isTotal: true },
          ...year.costs.map((row) => ({ label: own(nameOf('costs', row.id)), fen: -row.amountFen })),
          { label: { key: 'input-vat' }, fen: year.inputVat.amountFen },
          { label: { key: 'surcharge' }, fen: -year.surcharge.amountFen },
          ...(year.remuneration.amountFen === 0n
            ? []
            : [{ label: { key: 'remuneration' }, fen: -year.remuneration.amountFen }]),
          { label: { key: 'surplus' }, fen: year.surplus.amountFen, isTotal: true },
        ],
      },
      {
        kind: 'columns',
        id: 'cash-months',
        columns: result.cash.map((cash) => ({
          label: { key: 'month-n', values: { n: String(cash.month) } },
          fen: cash.balance.amountFen,
        })),
      },
    ],
  };
}

function priceNow({ tables }: FormValues, id: string): bigint {
  const price = tables.spaces?.find((row) => row.id === id)?.priceYuan ?? '0';
  return roundToFen(exact(price));
}

function inForm({ path, code }: FormProblem): FormProblem {
  return {
    path: path
      .replace(/^(costs\[\d+\])\.(?:yuanPerMonth|yuanPerM2|wageYuan|percent)$/, '$1.amount')
      .replace('contract.percent', 'remunerationPercent')
      .replace('contract.yuanPerMonth', 'remunerationYuan'),
    code,
  };
}
