import { exact } from '../exact.ts';
import { findBreakEven } from '../fees/break-even.ts';
import { estimateServiceFee, type ServiceFee } from '../fees/service-fee.ts';
import type { Contract, Cost, ServiceFeeInput, Space } from '../fees/service-fee-input.ts';
import type { MoneyLine } from '../formulas.ts';
import { InputReader } from '../input-reader.ts';
import { roundToFen, yuanOfFen } from '../money.ts';
import { oncePer } from '../once-per.ts';
import type { FormProblem, FormRow, FormValues } from './form.ts';
import {
  type Estimate,
  money,
  moneyOf,
  number,
  own,
  percent,
  type ResultLine,
  section,
  sumOf,
  words,
  workingOf,
} from './outcome.ts';

/** The months of a space that differ: twelve rates, or nothing where none does. */
function monthly(rows: readonly FormRow[], space: FormRow, column: 'occupancyPercent' | 'collectionPercent') {
  const own = rows.filter((row) => row.space === space.name && row[column]);
  if (own.length === 0) return undefined;
  return Array.from(
    { length: 12 },
    (_, index) => own.find((row) => row.month === String(index + 1))?.[column] ?? space[column] ?? '',
  );
}

/** `1, 4、7` as months; what is no month is left to the engine to refuse. */
export const monthsOf = (text: string): readonly number[] =>
  text
    .normalize('NFKC')
    .split(/[\s,、;月]+/)
    .filter((part) => part !== '')
    .map(Number);

const spaceOf = (row: FormRow, index: number): Space => ({
  id: row.id ?? String(index),
  use: row.use as Space['use'],
  unit: row.unit === 'stall' ? 'stall' : 'square-metre',
  quantity: row.quantity ?? '',
  priceYuan: row.priceYuan ?? '',
  occupancyPercent: row.occupancyPercent ?? '',
  vacantPercent: row.vacantPercent ?? '',
  collectionPercent: row.collectionPercent ?? '',
});

/** A row with an id, all of whose months are alike. */
const plainSpace = oncePer((row: FormRow): Space => Object.freeze(spaceOf(row, 0)));

export function toServiceFeeInput({ fields, tables }: FormValues): ServiceFeeInput {
  const byMonth = tables.months ?? [];
  return {
    spaces: (tables.spaces ?? []).map((row, index): Space => {
      const occupancy = monthly(byMonth, row, 'occupancyPercent');
      const collection = monthly(byMonth, row, 'collectionPercent');
      if (!occupancy && !collection && row.id !== undefined) return plainSpace(row);
      return {
        ...spaceOf(row, index),
        ...(occupancy ? { occupancyPercentByMonth: occupancy } : {}),
        ...(collection ? { collectionPercentByMonth: collection } : {}),
      };
    }),
    costs: (tables.costs ?? []).map((row, index): Cost => {
      const common = {
        id: row.id ?? String(index),
        ...(row.inputVatPercent ? { inputVatPercent: row.inputVatPercent } : {}),
        ...(row.months ? { months: monthsOf(row.months) } : {}),
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
  const strange = strangeMonths(values);
  if (strange.length > 0) return { ok: false, problems: strange };
  const input = toServiceFeeInput(values);
  const result = estimateServiceFee(input);
  if (!result.ok) return { ok: false, problems: result.problems.map((problem) => inForm(problem, values)) };
  const margin = values.fields.targetMarginPercent || '0';
  const reader = new InputReader();
  reader.part(margin, 'targetMarginPercent');
  if (reader.refused) return { ok: false, problems: reader.problems.map((problem) => inForm(problem, values)) };
  // The prices that reach the target take longer than the fee itself, so they are sought when they are looked at.
  let found: ReturnType<typeof findBreakEven> | undefined;
  const solve = () => {
    found ??= findBreakEven(input, margin);
    return found;
  };
  const { year } = result;
  const month = result.months[0];
  let names: Readonly<Record<'spaces' | 'costs', ReadonlyMap<string | undefined, string | undefined>>> | undefined;
  const nameOf = (table: 'spaces' | 'costs', id: string): string => {
    names ??= {
      spaces: new Map((values.tables.spaces ?? []).map((row) => [row.id, row.name])),
      costs: new Map((values.tables.costs ?? []).map((row) => [row.id, row.name])),
    };
    return names[table].get(id) || id;
  };
  const isUniform = result.months.every((each) => each === month);
  const perMonth = isUniform ? 'per-month' : 'january';
  const rows = (table: 'receivable' | 'collected' | 'costs', source: 'spaces' | 'costs') => {
    const january = new Map(month?.[table].map((line) => [line.id, line]));
    return year[table].map((row) => {
      const inJanuary = january.get(row.id);
      // A cost that January does not have shows the working of the first month that has it.
      const first = inJanuary ?? result.months.flatMap((each) => each[table]).find(({ id }) => id === row.id);
      return {
        id: row.id,
        label: own(nameOf(source, row.id)),
        cells: [moneyOf(inJanuary ?? { amountFen: 0n }), moneyOf(row)],
        working: first?.working,
        ...(inJanuary ? {} : { workingOf: 1 }),
      };
    });
  };
  let prices: ReadonlyMap<string | undefined, bigint> | undefined;
  const priceNow = (id: string): bigint => {
    prices ??= new Map((values.tables.spaces ?? []).map((row) => [row.id, roundToFen(exact(row.priceYuan ?? '0'))]));
    return prices.get(id) ?? 0n;
  };
  const total = (
    key: string,
    amount: { amountFen: bigint },
    monthly: { amountFen: bigint } | undefined,
    working: ResultLine['working'],
  ) => ({
    id: key,
    label: { key },
    cells: [moneyOf(monthly ?? { amountFen: 0n }), moneyOf(amount)],
    working,
    isTotal: true,
  });
  const sumOfLines = (lines: readonly MoneyLine[] | undefined) =>
    sumOf((lines ?? []).map(({ amountFen }) => amountFen));
  const yuan = (amount: { amountFen: bigint } | undefined) => yuanOfFen(amount?.amountFen ?? 0n);
  const gross = input.surplusBasis === 'billed' ? month?.receivableTotal : month?.collectedTotal;
  const lineOf = (key: string, line: MoneyLine | undefined, amount: { amountFen: bigint }) => ({
    id: key,
    label: { key },
    cells: [moneyOf(line ?? { amountFen: 0n }), moneyOf(amount)],
    working: line?.working,
  });
  const headline = {
    id: result.surplusBelongsTo === 'manager' ? 'surplus' : 'surplus-owners',
    value: moneyOf(year.surplus),
  };
  return {
    ok: true,
    headline,
    get figures() {
      const solved = solve();
      return [
        headline,
        { id: 'margin', value: percent(result.marginShare) },
        { id: 'receivable-year', value: moneyOf(year.receivableTotal) },
        { id: 'collected-year', value: moneyOf(year.collectedTotal) },
        { id: 'costs-year', value: moneyOf(year.costsTotal) },
        { id: 'lowest-cash', value: money(lowestCash(result.cash)) },
        ...(solved.ok ? [{ id: 'price-ratio', value: number(solved.ratio, 6) }] : []),
      ];
    },
    sections: [
      section('receivable-lines', ['space', perMonth, 'per-year'], () => [
        ...rows('receivable', 'spaces'),
        total('total', year.receivableTotal, month?.receivableTotal, sumOfLines(month?.receivable)),
      ]),
      section('collected-lines', ['space', perMonth, 'per-year'], () => [
        ...rows('collected', 'spaces'),
        total('total', year.collectedTotal, month?.collectedTotal, sumOfLines(month?.collected)),
      ]),
      section('cost-lines', ['cost', perMonth, 'per-year'], () => [
        ...rows('costs', 'costs'),
        total('total', year.costsTotal, month?.costsTotal, sumOfLines(month?.costs)),
      ]),
      {
        id: 'tax-lines',
        columns: ['item', perMonth, 'per-year'],
        lines: [
          lineOf('output-vat', month?.outputVat, year.outputVat),
          {
            id: 'net-revenue',
            label: { key: 'net-revenue' },
            cells: [moneyOf(month?.netRevenue ?? { amountFen: 0n }), moneyOf(year.netRevenue)],
            working: workingOf('net-of-vat', { grossYuan: yuan(gross), vatYuan: yuan(month?.outputVat) }),
          },
          {
            id: 'input-vat',
            label: { key: 'input-vat' },
            cells: [moneyOf(month?.inputVatTotal ?? { amountFen: 0n }), moneyOf(year.inputVat)],
            working: sumOfLines(month?.inputVat),
          },
          lineOf('vat-payable', month?.vatPayable, year.vatPayable),
          lineOf('surcharge', month?.surcharge, year.surcharge),
          lineOf('remuneration', month?.remuneration, year.remuneration),
          total(
            'surplus',
            year.surplus,
            month?.surplus,
            workingOf('surplus', {
              netRevenueYuan: yuan(month?.netRevenue),
              costsYuan: yuan(month?.costsTotal),
              inputVatYuan: yuan(month?.inputVatTotal),
              surchargeYuan: yuan(month?.surcharge),
              remunerationYuan: yuan(month?.remuneration),
            }),
          ),
        ],
      },
      section('solved-prices', ['space', 'price-now', 'price-solved'], () => {
        const solved = solve();
        return solved.ok
          ? [
              ...solved.prices.map(({ id, priceFen }) => ({
                id,
                label: own(nameOf('spaces', id)),
                cells: [money(priceNow(id)), money(priceFen)],
                working: workingOf('solved-price', { priceYuan: yuanOfFen(priceNow(id)), ratio: solved.ratio }),
                workingOf: 1,
              })),
              {
                id: 'residual',
                label: { key: 'residual' },
                rests: 'solved-price',
                cells: [words('dash'), moneyOf(solved.residual)],
                isTotal: true,
              },
            ]
          : [
              {
                id: 'none',
                label: { key: `solve-${'code' in solved ? solved.code : 'too-large'}` },
                rests: 'solved-price',
                cells: [words('dash'), words('dash')],
              },
            ];
      }),
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

const lowestCash = (cash: ServiceFee['cash']): bigint =>
  cash.map(({ balance }) => balance.amountFen).sort((a, b) => (a < b ? -1 : 1))[0] ?? 0n;

/** Rows of months that name no space, or one twice. */
function strangeMonths({ tables }: FormValues): readonly FormProblem[] {
  const names = new Set((tables.spaces ?? []).map((row) => row.name));
  const seen = new Set<string>();
  return (tables.months ?? []).flatMap((row, index): readonly FormProblem[] => {
    const key = `${row.month} ${row.space}`;
    const isTwice = seen.has(key);
    seen.add(key);
    if (!names.has(row.space ?? '')) return [{ path: `months[${index}].space`, code: 'unknown' }];
    return isTwice ? [{ path: `months[${index}].month`, code: 'duplicate' }] : [];
  });
}

function inForm({ path, code }: FormProblem, { tables }: FormValues): FormProblem {
  const byMonth = /^spaces\[(\d+)\]\.(\w+)ByMonth\[(\d+)\]$/.exec(path);
  if (byMonth) {
    const [, space, column = '', month] = byMonth;
    const name = tables.spaces?.[Number(space)]?.name;
    const row = (tables.months ?? []).findIndex(
      (each) => each.space === name && each.month === String(Number(month) + 1) && each[column],
    );
    return { path: row < 0 ? `spaces[${space}].${column}` : `months[${row}].${column}`, code };
  }
  if (/^costs\[\d+\]\.months\[\d+\]$/.test(path)) return { path: path.replace(/\[\d+\]$/, ''), code: 'not-months' };
  return {
    path: path
      .replace(/^(costs\[\d+\])\.(?:yuanPerMonth|yuanPerM2|wageYuan|percent)$/, '$1.amount')
      .replace('contract.percent', 'remunerationPercent')
      .replace('contract.yuanPerMonth', 'remunerationYuan'),
    code,
  };
}
