import { parkingPeriods } from '../../domain/estimators/parking.ts';
import {
  constant,
  counted,
  either,
  greatest,
  isAbove,
  type Live,
  least,
  minus,
  notBelowZero,
  overOrNothing,
  percentOf,
  plus,
  roundedUp,
  times,
} from './cells.ts';
import { type LiveSheet, sumOf } from './sheet.ts';

/** Demand, own stalls, borrowed and short for each use and period, then the days and what sharing saves. */
export function parkingRows(sheet: LiveSheet): void {
  const { values, word, field } = sheet;
  const uses = (values.tables.uses ?? []).map((row, index) => ({ row, index, isShared: row.kind !== 'dedicated' }));
  const shared = uses.filter(({ isShared }) => isShared);
  const onePool = sheet.chosen('sharing', 'one-pool');
  const stalls = (index: number): Live => sheet.cell('uses', index, 'stalls');
  const periods = parkingPeriods(plainHours(sheet)).map((period) => {
    const name = word(`period-${period.id}`);
    sheet.heading(
      name,
      word('col-demand'),
      word('col-in-own'),
      word('live-beyond'),
      word('col-borrowed'),
      word('col-shortage'),
      word('live-free'),
    );
    const start = sheet.next();
    const at = (column: string, place: number, { v }: Live): Live => ({ f: `${column}${start + place}`, v });
    const demand = uses.map(({ index }) =>
      roundedUp(times(sheet.cell('uses', index, 'peakStalls'), percentOf(sheet.cell('uses', index, period.column)))),
    );
    const inOwn = uses.map(({ index }, place) => least(at('B', place, demand[place] as Live), stalls(index)));
    const beyond = uses.map((_, place) =>
      minus(at('B', place, demand[place] as Live), at('C', place, inOwn[place] as Live)),
    );
    const free = uses.map(({ row, index }, place) =>
      row.kind === 'lender' ? notBelowZero(minus(stalls(index), at('B', place, demand[place] as Live))) : constant('0'),
    );
    const allFree = sumOf(free.map((live, place) => at('G', place, live)));
    const lendable = least(allFree, field('mostBorrowedStalls'));
    const borrowed: Live[] = [];
    uses.forEach(({ row, isShared }, place) => {
      const over = at('D', place, beyond[place] as Live);
      // Borrowers take in the order of the list: what those before took is gone. Nobody else borrows from the lenders.
      const before = borrowed.map((live, turn) =>
        uses[turn]?.row.kind === 'borrower' ? at('E', turn, live) : { ...at('E', turn, live), v: constant('0').v },
      );
      const taken = row.kind === 'borrower' ? least(over, minus(lendable, sumOf(before))) : constant('0');
      borrowed.push(isShared ? either(onePool, over, taken) : constant('0'));
    });
    const rows = uses.map(({ row, isShared }, place) => {
      const over = at('D', place, beyond[place] as Live);
      const own = minus(over, at('E', place, borrowed[place] as Live));
      return sheet.row(
        `${row.name} · ${name}`,
        [
          demand[place] as Live,
          inOwn[place] as Live,
          beyond[place] as Live,
          borrowed[place] as Live,
          isShared ? either(onePool, constant('0'), own) : own,
          free[place] as Live,
        ],
        'number',
      );
    });
    const column = (place: number, only: readonly { readonly index: number }[]): Live =>
      sumOf(only.map(({ index }) => rows[index]?.[place] as Live));
    const sharedDemand = sheet.put(`${name} · ${word('col-shared-demand')}`, column(0, shared), 'number', true);
    const sharedStalls = sumOf(shared.map(({ index }) => stalls(index)));
    const poolShort = either(onePool, notBelowZero(minus(sharedDemand, sharedStalls)), constant('0'));
    const shortage = sheet.put(`${name} · ${word('shortage')}`, plus(column(4, uses), poolShort), 'number', true);
    const parked = either(onePool, least(sharedDemand, sharedStalls), plus(column(1, shared), column(3, shared)));
    sheet.put(`${name} · ${word('col-shared-free')}`, minus(sharedStalls, parked), 'number', true);
    return {
      period,
      sharedDemand,
      shortage,
      hours: hoursOf(sheet, period.column),
      demand: rows.map(([first]) => first as Live),
    };
  });

  sheet.heading(word('results'));
  for (const dayType of ['weekday', 'weekend'] as const) {
    const within = periods.filter(({ period }) => period.dayType === dayType);
    const hours = plus(...within.map((each) => times(counted(isAbove(each.shortage, constant('0'))), each.hours)));
    sheet.put(word(`shortage-${dayType}`), hours, 'number', true);
    sheet.put(
      `${word(`day-${dayType}`)} · ${word('col-greatest-shortage')}`,
      greatest(constant('0'), ...within.map(({ shortage }) => shortage)),
      'number',
    );
    sheet.put(
      `${word(`day-${dayType}`)} · ${word('col-stall-hours')}`,
      plus(...within.map((each) => times(each.shortage, each.hours))),
      'number',
    );
  }
  const peaks = shared.map(({ row, index }) =>
    sheet.put(
      `${row.name} · ${word('live-peak')}`,
      greatest(constant('0'), ...periods.map(({ demand }) => demand[index] as Live)),
      'number',
    ),
  );
  const separate = sheet.put(word('separate-stalls'), sumOf(peaks), 'number', true);
  const peak = sheet.put(
    word('shared-peak'),
    greatest(constant('0'), ...periods.map(({ sharedDemand }) => sharedDemand)),
    'number',
    true,
  );
  const saved = sheet.put(word('saved-stalls'), minus(separate, peak), 'number', true);
  sheet.put(word('saved-share'), overOrNothing(saved, separate), 'percent', true);
  sheet.put(word('built-stalls'), sumOf(uses.map(({ index }) => stalls(index))), 'number', true);
}

/** The fields of hours as plain digits, which the periods are made of. */
function plainHours({ field }: LiveSheet): Record<string, string> {
  return Object.fromEntries(
    ['dayFrom', 'eveningFrom', 'nightFrom'].map((id) => [id, String(field(id).v.n / field(id).v.d)]),
  );
}

/** Hours of a period, over midnight too. */
function hoursOf({ field }: LiveSheet, column: string): Live {
  const [from, to] = column.endsWith('Day')
    ? ['dayFrom', 'eveningFrom']
    : column.endsWith('Evening')
      ? ['eveningFrom', 'nightFrom']
      : ['nightFrom', 'dayFrom'];
  const [a, b] = [field(from), field(to)];
  const size = (((b.v.n / b.v.d - a.v.n / a.v.d) % 24n) + 24n) % 24n;
  return { f: `MOD(${b.f}-${a.f},24)`, v: { n: size, d: 1n } };
}
