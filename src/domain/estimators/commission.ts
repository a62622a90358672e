import { day } from '../day.ts';
import type { Household } from '../fees/arrears.ts';
import { commissionOnCollected } from '../fees/commission.ts';
import type { CommissionTerms } from '../fees/commission-bands.ts';
import { type InterruptionKind, type Limitation, limitationRule } from '../fees/limitation.ts';
import { type SettledDebt, settleArrears } from '../fees/settle-arrears.ts';
import type { Refused } from '../input-reader.ts';
import { roundToFen } from '../money.ts';
import type { FormProblem, FormRow, FormValues } from './form.ts';
import {
  type Estimate,
  money,
  moneyOf,
  own,
  percent,
  type ResultLine,
  type ResultValue,
  section,
  sumOf,
  words,
} from './outcome.ts';

export function toTerms({ fields, tables }: FormValues): CommissionTerms {
  return {
    bands: (tables.bands ?? []).map((row) => ({
      firstYear: Number(row.firstYear),
      lastYear: Number(row.lastYear),
      percent: row.percent ?? '',
    })),
    schemeFrom: fields.schemeFrom ?? '',
    taskFromYear: Number(fields.taskFromYear),
    reliefUntilYear: Number(fields.reliefUntilYear),
  };
}

export function estimateCommission(values: FormValues): Estimate {
  return values.fields.method === 'by-debt' ? settle(values) : byYear(values);
}

function byYear(values: FormValues): Estimate {
  const rows = values.tables.debts ?? [];
  const result = commissionOnCollected(
    rows.map((row, index) => ({
      id: `${index}`,
      yearOfOrigin: Number(row.yearOfOrigin),
      collectedYuan: row.collectedYuan ?? '',
    })),
    toTerms(values),
  );
  if (!result.ok) return result;
  const collected = result.lines.reduce((sum, line) => sum + roundToFen(line.collectedYuan), 0n);
  return {
    ok: true,
    figures: [
      { id: 'commission', value: moneyOf(result.total) },
      { id: 'collected-sum', value: money(collected) },
    ],
    sections: [
      {
        id: 'commission-lines',
        columns: ['year', 'collected', 'rate', 'commission', 'state'],
        lines: [
          ...result.lines.map((line) => ({
            id: line.id,
            label: own(String(line.yearOfOrigin)),
            cells: [
              money(roundToFen(line.collectedYuan)),
              percent(line.working.operands.share),
              moneyOf(line),
              words(`class-${line.debtClass}`, line.debtClass === 'commission' ? 'good' : 'warn'),
            ],
            working: line.working,
            workingOf: 2,
          })),
          {
            id: 'total',
            label: { key: 'total' },
            working: sumOf(result.lines.map(({ amountFen }) => amountFen)),
            workingOf: 2,
            cells: [money(collected), words('dash'), moneyOf(result.total), words('dash')],
            isTotal: true,
          },
        ],
      },
    ],
    notices: [{ key: 'limitation-by-debt', tone: 'warn' }],
    assumptions: result.assumptions,
    charts: [
      {
        kind: 'columns',
        id: 'commission-by-year',
        columns: result.lines.map((line) => ({ label: own(String(line.yearOfOrigin)), fen: line.amountFen })),
      },
    ],
  };
}

function settle(values: FormValues): Estimate {
  const { fields, tables } = values;
  const debts = tables.claims ?? [];
  const payments = tables.payments ?? [];
  const events = tables.interruptions ?? [];
  const dues = new Set(debts.map((row) => `${row.household}\n${row.dueOn}`));
  const strange = events.flatMap((event, index) =>
    dues.has(`${event.household}\n${event.dueOn}`) ? [] : [{ path: `interruptions[${index}].dueOn`, code: 'unknown' }],
  );
  if (strange.length > 0) return { ok: false, problems: strange };
  const names = [...new Set([...debts, ...payments].map((row) => row.household ?? ''))];
  const [debtsOf, paymentsOf] = [debts, payments].map(placed);
  const households = names.map(
    (name): Household => ({
      id: name,
      debts: (debtsOf?.get(name) ?? []).map(({ row, id }) => ({
        id,
        dueOn: row.dueOn ?? '',
        amountYuan: row.amountYuan ?? '',
        interruptions: events
          .filter((event) => event.household === name && event.dueOn === row.dueOn)
          .map((event) => ({ on: day(event.on ?? ''), kind: event.kind as InterruptionKind })),
      })),
      reliefs: (debtsOf?.get(name) ?? [])
        .filter(({ row }) => row.reliefYuan)
        .map(({ row, id }) => ({ id, debt: id, amountYuan: row.reliefYuan ?? '', isApproved: row.approved === 'yes' })),
      payments: (paymentsOf?.get(name) ?? []).map(({ row, id }) => ({ id, amountYuan: row.amountYuan ?? '' })),
    }),
  );
  const result = settleArrears({
    households,
    terms: toTerms(values),
    paymentOrder: fields.paymentOrder === 'newest-first' ? 'newest-first' : 'oldest-first',
    origin: fields.origin === 'first-unpaid-year' ? 'first-unpaid-year' : 'due-date',
    limitation: limitationRule({
      years: Number(fields.limitationYears),
      longestYears: Number(fields.longestYears),
      computedFrom: fields.computedFrom ?? '',
      warnDays: [Number(fields.warnDays)],
    }),
    today: fields.today ?? '',
  });
  if (!result.ok)
    return { ok: false, problems: result.problems.map((problem) => inForm(problem, result, values, names)) };
  const refused = result.reliefs.filter(({ refusal }) => refusal !== undefined);
  return {
    ok: true,
    figures: [
      { id: 'commission', value: moneyOf(result.commission) },
      { id: 'collected-sum', value: money(result.collectedFen) },
      { id: 'relief-sum', value: money(result.reliefFen) },
      { id: 'rest-sum', value: money(result.restFen) },
      { id: 'next-expiry', value: nextExpiry(result.debts) },
    ],
    sections: [
      section('settled', ['debt', 'debt-amount', 'relief', 'paid', 'rest', 'rate', 'commission', 'limitation'], () => [
        ...result.debts.map((debt) => ({
          id: `${debt.household} ${debt.id}`,
          label: own(`${debt.household} ${debt.dueOn}`),
          cells: [
            money(debt.amountFen),
            money(debt.reliefFen),
            money(debt.paidFen),
            money(debt.restFen),
            percent(debt.commission.working.operands.share),
            moneyOf(debt.commission),
            limitationWords(debt.limitation),
          ],
          working: debt.commission.working,
          workingOf: 5,
        })),
        {
          id: 'total',
          label: { key: 'total' },
          working: sumOf(result.debts.map((debt) => debt.commission.amountFen)),
          workingOf: 5,
          cells: [
            money(result.debts.reduce((sum, { amountFen }) => sum + amountFen, 0n)),
            money(result.reliefFen),
            money(result.collectedFen),
            money(result.restFen),
            words('dash'),
            moneyOf(result.commission),
            words('dash'),
          ],
          isTotal: true,
        },
      ]),
      section('limitations', ['debt', 'since', 'interrupted-by', 'expires', 'limitation'], () =>
        result.debts.map((debt) => limitationLine(debt)),
      ),
      ...(refused.length === 0
        ? []
        : [
            {
              id: 'refused-reliefs',
              columns: ['debt', 'relief', 'state'],
              lines: refused.map((relief) => ({
                id: relief.id,
                rests: 'relief',
                label: own(`${relief.household} ${debts[Number(relief.debt)]?.dueOn ?? ''}`),
                cells: [money(relief.amountFen), words(`refusal-${relief.refusal}`, 'bad')],
              })),
            },
          ]),
    ],
    notices: [{ key: 'relief-approval', tone: 'law' }],
    assumptions: result.assumptions,
    charts: [],
  };
}

/** Rows of each household with their places in the table. */
function placed(rows: readonly FormRow[]) {
  const found = new Map<string, { readonly row: FormRow; readonly id: string }[]>();
  rows.forEach((row, index) => {
    const same = found.get(row.household ?? '') ?? [];
    same.push({ row, id: String(index) });
    found.set(row.household ?? '', same);
  });
  return found;
}

/** What the period of a debt counts from, what happened to it and when it ends. */
function limitationLine({ household, id, dueOn, limitation }: SettledDebt): ResultLine {
  const known = limitation?.state === 'running' || limitation?.state === 'expired' ? limitation : undefined;
  const ignored = (known?.ignored ?? []).map(
    ({ on, because }): ResultValue => words(`ignored-${because}`, 'warn', { date: on }),
  );
  return {
    id: `${household} ${id}`,
    label: own(`${household} ${dueOn}`),
    rests: known === undefined ? 'older-debts' : 'limitation',
    cells: [
      known ? { kind: 'words', words: own(known.since) } : words('dash'),
      ignored[0] ?? (known?.interruptedBy ? words(`interrupted-${known.interruptedBy}`) : words('dash')),
      known ? { kind: 'words', words: own(known.expiresOn) } : words('dash'),
      limitationWords(limitation),
    ],
  };
}

/** The debt whose period ends first of those that still run. */
function nextExpiry(debts: readonly SettledDebt[]): ResultValue {
  const [next] = debts
    .flatMap(({ household, limitation }) => (limitation?.state === 'running' ? [{ household, limitation }] : []))
    .sort((a, b) => (a.limitation.expiresOn < b.limitation.expiresOn ? -1 : 1));
  return next
    ? words('next-expiry-of', next.limitation.warning === undefined ? undefined : 'warn', {
        household: next.household,
        date: next.limitation.expiresOn,
        days: String(next.limitation.daysLeft),
      })
    : words('dash');
}

function limitationWords(limitation: Limitation | undefined): ResultValue {
  if (!limitation) return words('limitation-settled');
  switch (limitation.state) {
    case 'legal-advice':
      return words(`limitation-${limitation.reasons[0] ?? 'older-law'}`, 'warn');
    case 'not-due':
      return words('limitation-not-due');
    default:
      return words(
        `limitation-${limitation.state}`,
        limitation.state === 'expired' ? 'bad' : limitation.warning === undefined ? undefined : 'warn',
        { date: limitation.expiresOn, days: String(Math.abs(limitation.daysLeft)) },
      );
  }
}

function inForm(
  { path, code }: FormProblem,
  _: Refused,
  { tables }: FormValues,
  names: readonly string[],
): FormProblem {
  const match = /^households\[(\d+)\]\.(debts|payments|reliefs)\[(\d+)\]\.(\w+)/.exec(path);
  if (!match) return { path: path.replace('limitation.years', 'limitationYears').replace('limitation.', ''), code };
  const table = match[2] === 'payments' ? 'payments' : 'claims';
  const rows = (tables[table] ?? [])
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.household === names[Number(match[1])] && (match[2] !== 'reliefs' || row.reliefYuan));
  const column = match[2] === 'reliefs' ? 'reliefYuan' : match[4];
  return { path: `${table}[${rows[Number(match[3])]?.index ?? 0}].${column}`, code };
}
