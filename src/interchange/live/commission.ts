import { readText } from '../../domain/estimators/form.ts';
import {
  both,
  constant,
  either,
  isAbove,
  isAtLeast,
  type Live,
  least,
  minus,
  notBelowZero,
  opposite,
  percentOf,
  type Test,
  times,
  toFen,
} from './cells.ts';
import { type LiveSheet, sumOf } from './sheet.ts';

/** The share that a year of origin earns: the bands are looked up by formula. */
function shareOf(sheet: LiveSheet, year: Live): Live {
  const bands = sheet.values.tables.bands ?? [];
  const schemeFrom = readText({ id: '', kind: 'month' }, sheet.values.fields.schemeFrom ?? '');
  const firstYear = constant('value' in schemeFrom ? schemeFrom.value.slice(0, 4) : '0');
  const inScheme = both(isAtLeast(year, firstYear), opposite(isAtLeast(year, sheet.field('taskFromYear'))));
  const found = bands.reduceRight<Live>((otherwise, _, index) => {
    const at = (id: string): Live => sheet.cell('bands', index, id);
    const within: Test = both(isAtLeast(year, at('firstYear')), isAtLeast(at('lastYear'), year));
    return either(within, percentOf(at('percent')), otherwise);
  }, constant('0'));
  return either(inScheme, found, constant('0'));
}

export function commissionRows(sheet: LiveSheet): void {
  if (sheet.values.fields.method === 'by-debt') byDebt(sheet);
  else byYear(sheet);
}

function byYear(sheet: LiveSheet): void {
  const { values, word } = sheet;
  sheet.heading(word('section-commission-lines'), word('col-commission'), word('col-collected'), word('col-rate'));
  const lines = (values.tables.debts ?? []).map((row, index) => {
    const collected = sheet.cell('debts', index, 'collectedYuan');
    const share = shareOf(sheet, sheet.cell('debts', index, 'yearOfOrigin'));
    return sheet.row(row.yearOfOrigin ?? '', [toFen(times(collected, share)), toFen(collected), share]);
  });
  sheet.put(word('commission'), sumOf(lines.map(([commission]) => commission as Live)), 'money', true);
  sheet.put(word('collected-sum'), sumOf(lines.map(([, collected]) => collected as Live)), 'money', true);
}

const dayOf = (text: string | undefined): string => {
  const read = readText({ id: '', kind: 'day' }, text ?? '');
  return 'value' in read ? read.value : '';
};

/** Relief first, then the household's payments in the order of the scheme, then the commission of each debt. */
function byDebt(sheet: LiveSheet): void {
  const { values, word } = sheet;
  const { fields, tables } = values;
  const claims = (tables.claims ?? []).map((row, index) => ({ row, index, dueOn: dayOf(row.dueOn) }));
  const payments = tables.payments ?? [];
  const year = (text: string | undefined): number => Number(text?.normalize('NFKC') ?? '');
  const schemeFrom = readText({ id: '', kind: 'month' }, fields.schemeFrom ?? '');
  const isInScheme = (dueOn: string): boolean =>
    dueOn.slice(0, 7) >= ('value' in schemeFrom ? schemeFrom.value : '') &&
    Number(dueOn.slice(0, 4)) < year(fields.taskFromYear);
  sheet.note(word('live-days'));
  sheet.heading(
    word('section-settled'),
    word('col-commission'),
    word('col-debt-amount'),
    word('col-relief'),
    word('col-paid'),
    word('col-rest'),
    word('col-rate'),
  );
  const rows = [...new Set(claims.map(({ row }) => row.household ?? ''))].flatMap((household) => {
    const own = claims
      .filter(({ row }) => row.household === household)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.index - b.index));
    const paid = sumOf(
      payments.flatMap((row, index) =>
        row.household === household ? [sheet.cell('payments', index, 'amountYuan')] : [],
      ),
    );
    const first = own.find(({ dueOn }) => isInScheme(dueOn));
    // What is left to pay after relief stands in column G, ahead of what is paid of it.
    const start = sheet.next();
    const owed = own.map(
      ({ row, index, dueOn }, place): { readonly owed: Live; readonly relief: Live; readonly cell: Live } => {
        const amount = sheet.cell('claims', index, 'amountYuan');
        const asked = sheet.cell('claims', index, 'reliefYuan');
        const isPossible = Number(dueOn.slice(0, 4)) <= year(fields.reliefUntilYear);
        const isGranted = both(sheet.cellChosen('claims', index, 'approved', 'yes'), opposite(isAbove(asked, amount)));
        const relief = isPossible && row.reliefYuan ? either(isGranted, asked, constant('0')) : constant('0');
        const left = minus(amount, relief);
        return { owed: left, relief, cell: { f: `H${start + place}`, v: left.v } };
      },
    );
    return own.map(({ row, index, dueOn }, place) => {
      const before = fields.paymentOrder === 'newest-first' ? owed.slice(place + 1) : owed.slice(0, place);
      const mine = owed[place] as (typeof owed)[number];
      const part = least(mine.cell, notBelowZero(minus(paid, sumOf(before.map(({ cell }) => cell)))));
      const isMoved = fields.origin === 'first-unpaid-year' && isInScheme(dueOn) && first !== undefined;
      const origin = isMoved ? first.dueOn : dueOn;
      const share = isInScheme(dueOn) ? shareOf(sheet, constant(origin.slice(0, 4))) : constant('0');
      const paidCell: Live = { f: `E${start + place}`, v: part.v };
      const shareCell: Live = { f: `G${start + place}`, v: share.v };
      return sheet.row(`${row.household} ${dueOn}`, [
        toFen(times(paidCell, shareCell)),
        sheet.cell('claims', index, 'amountYuan'),
        mine.relief,
        part,
        minus(mine.cell, paidCell),
        share,
        mine.owed,
      ]);
    });
  });
  const column = (place: number): Live => sumOf(rows.map((cells) => cells[place] as Live));
  sheet.put(word('commission'), column(0), 'money', true);
  sheet.put(word('relief-sum'), column(2), 'money', true);
  sheet.put(word('collected-sum'), column(3), 'money', true);
  sheet.put(word('rest-sum'), column(4), 'money', true);
}
