import type { FormRow, FormValues } from '../domain/estimators/form.ts';
import { readText } from '../domain/estimators/form.ts';
import {
  constant,
  ifAtLeast,
  ifZero,
  type Live,
  minus,
  notBelowZero,
  over,
  percentOf,
  plus,
  times,
  toFen,
} from './live-cells.ts';

export interface LiveLine {
  readonly label: string;
  readonly live: Live;
  readonly isMoney: boolean;
  readonly isTotal?: boolean;
}

interface Sources {
  readonly values: FormValues;
  readonly field: (id: string) => Live;
  readonly cell: (table: string, row: number, column: string) => Live;
  readonly word: (key: string) => string;
}

/** The results of an estimator as formulas over its inputs' cells; none where its result is no sum (a floor plan). */
export function liveLines(estimator: string, sources: Sources): readonly LiveLine[] {
  switch (estimator) {
    case 'collection-incentive':
      return incentive(sources);
    case 'arrears-commission':
      return sources.values.fields.method === 'by-debt' ? [] : commission(sources);
    case 'service-fee':
      return serviceFee(sources);
    case 'platform-funding':
      return platform(sources);
    case 'shared-parking':
      return parking(sources);
    case 'staffing':
      return staffing(sources);
    case 'community-space':
      return space(sources);
    default:
      return [];
  }
}

const money = (label: string, live: Live, isTotal = false): LiveLine => ({ label, live, isMoney: true, isTotal });
const count = (label: string, live: Live, isTotal = false): LiveLine => ({ label, live, isMoney: false, isTotal });

function incentive({ values, field, cell, word }: Sources): readonly LiveLine[] {
  const monthOf = (text: string | undefined): string => {
    const read = readText({ id: '', kind: 'month' }, text ?? '');
    return 'value' in read ? read.value : '';
  };
  const { fields, tables } = values;
  const [first, last] = [monthOf(fields.firstMonth), monthOf(fields.lastMonth)];
  const from = monthOf(fields.countsFrom) || first;
  const target = percentOf(field('targetPercent'));
  const posts = tables.posts ?? [];
  const filled = (zone: string, post: string): Live =>
    constant(
      String(posts.filter((row) => row.zone === zone && (post === '' || row.post === post) && row.person).length),
    );
  const isWhole = (row: FormRow): boolean =>
    ['currentReceivableYuan', 'currentCollectedYuan', 'arrearsReceivableYuan', 'arrearsCollectedYuan'].every(
      (id) => row[id],
    );
  const months = (tables.figures ?? [])
    .map((row, index) => ({ row, index, month: monthOf(row.month) }))
    .filter(({ row, month }) => month >= first && month <= last && month >= from && isWhole(row))
    .map(({ row, index, month }) => {
      const receivable = plus(
        cell('figures', index, 'currentReceivableYuan'),
        cell('figures', index, 'arrearsReceivableYuan'),
      );
      const collected = plus(
        cell('figures', index, 'currentCollectedYuan'),
        cell('figures', index, 'arrearsCollectedYuan'),
      );
      const zone = row.zone ?? '';
      const each = (kind: 'Reward' | 'Deduction'): Live =>
        plus(
          times(filled(zone, 'manager'), toFen(field(`manager${kind}Yuan`))),
          times(filled(zone, 'repairer'), toFen(field(`repairer${kind}Yuan`))),
        );
      const taken = fields.deductions === 'none' ? constant('0') : minus(constant('0'), each('Deduction'));
      const task = times(receivable, target);
      const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
      return {
        zone,
        quarter,
        collected,
        base: fields.excessBase === 'receivable' ? receivable : task,
        pay: money(
          `${zone} ${month} ${word('col-pay')}`,
          ifZero(receivable, constant('0'), ifAtLeast(collected, task, each('Reward'), taken)),
        ),
      };
    });
  const quarters = [...new Set(months.map(({ zone, quarter }) => `${zone}\n${quarter}`))].map((key) => {
    const [zone = '', quarter = ''] = key.split('\n');
    const own = months.filter((each) => each.zone === zone && each.quarter === quarter);
    const excess = notBelowZero(
      minus(plus(...own.map((each) => each.collected)), plus(...own.map((each) => each.base))),
    );
    const bonus = toFen(times(excess, percentOf(field('excessPercent'))));
    const isShared = posts.some((row) => row.zone === zone && row.person);
    return money(`${zone} ${quarter} ${word('col-team-bonus')}`, isShared ? bonus : constant('0'));
  });
  const lines = [...months.map(({ pay }) => pay), ...quarters];
  return [...lines, total(word('incentive-cost'), lines)];
}

/** The sum of the lines above, by their cells on the sheet of results. */
function total(label: string, lines: readonly LiveLine[], from = 0): LiveLine {
  return money(
    label,
    {
      f: lines.length === 0 ? '0' : `SUM(B${from + 2}:B${from + lines.length + 1})`,
      v: plus(...lines.map(({ live }) => live)).v,
    },
    true,
  );
}

function commission({ values, cell, word }: Sources): readonly LiveLine[] {
  const year = (text: string | undefined): number => Number((text ?? '').normalize('NFKC'));
  const { fields, tables } = values;
  const bands = tables.bands ?? [];
  const lines = (tables.debts ?? []).map((row, index) => {
    const due = year(row.yearOfOrigin);
    const isOutside = due < Number((fields.schemeFrom ?? '').slice(0, 4)) || due >= year(fields.taskFromYear);
    const band = isOutside ? -1 : bands.findIndex((each) => year(each.firstYear) <= due && due <= year(each.lastYear));
    const share = band < 0 ? constant('0') : percentOf(cell('bands', band, 'percent'));
    return money(
      `${row.yearOfOrigin} ${word('col-commission')}`,
      toFen(times(cell('debts', index, 'collectedYuan'), share)),
    );
  });
  return [...lines, total(word('commission'), lines)];
}

function serviceFee({ values, field, cell, word }: Sources): readonly LiveLine[] {
  const { fields, tables } = values;
  const vat = fields.vatMode === 'none' ? constant('0') : percentOf(field('vatPercent'));
  const one = constant('1');
  const spaces = (tables.spaces ?? []).map((row, index) => {
    const at = (id: string): Live => cell('spaces', index, id);
    const occupied = percentOf(at('occupancyPercent'));
    const billed = times(
      at('quantity'),
      at('priceYuan'),
      plus(occupied, times(minus(one, occupied), percentOf(at('vacantPercent')))),
    );
    const receivable = fields.prices === 'without-vat' ? times(billed, plus(one, vat)) : billed;
    return { name: row.name ?? '', receivable, collected: times(receivable, percentOf(at('collectionPercent'))) };
  });
  const sum = (parts: readonly Live[]): Live => plus(...parts);
  const both = (parts: readonly Live[]) => ({ exact: sum(parts), printed: sum(parts.map(toFen)) });
  const receivable = both(spaces.map((space) => space.receivable));
  const collected = both(spaces.map((space) => space.collected));
  const gross = fields.surplusBasis === 'billed' ? receivable : collected;
  const outputVat = over(times(gross.exact, vat), plus(one, vat));
  const net = { exact: minus(gross.exact, outputVat), printed: minus(gross.printed, toFen(outputVat)) };
  const areas = (tables.spaces ?? []).flatMap((row, index) =>
    row.unit === 'stall' ? [] : [cell('spaces', index, 'quantity')],
  );
  const costs = (tables.costs ?? []).map((row, index) => {
    const at = (id: string): Live => cell('costs', index, id);
    const paid =
      row.kind === 'per-square-metre'
        ? times(sum(areas), at('amount'))
        : row.kind === 'headcount'
          ? times(at('posts'), at('amount'), plus(one, percentOf(at('onCostPercent'))))
          : row.kind === 'share-of-revenue'
            ? times(net.exact, percentOf(at('amount')))
            : at('amount');
    const inside = percentOf(at('inputVatPercent'));
    const inputVat =
      fields.vatMode === 'general' && row.inputVatPercent
        ? over(times(paid, inside), plus(one, inside))
        : constant('0');
    return { name: row.name ?? '', paid, inputVat };
  });
  const paid = both(costs.map((cost) => cost.paid));
  const inputVat = both(costs.map((cost) => cost.inputVat));
  const payable = notBelowZero(minus(outputVat, inputVat.exact));
  const surcharge = times(payable, percentOf(field('surchargePercent')));
  const receiptsNet = minus(collected.exact, over(times(collected.exact, vat), plus(one, vat)));
  const remuneration =
    fields.contract !== 'remuneration'
      ? constant('0')
      : fields.remunerationBase === 'fixed'
        ? field('remunerationYuan')
        : times(
            fields.remunerationBase === 'receipts' ? receiptsNet : minus(paid.exact, inputVat.exact),
            percentOf(field('remunerationPercent')),
          );
  const month = minus(net.printed, minus(paid.printed, inputVat.printed), toFen(surcharge), toFen(remuneration));
  const year = (live: Live): Live => times(live, constant('12'));
  const label = (name: string, key: string): string => `${name} ${word(key)} ${word('col-per-month')}`;
  return [
    ...spaces.map((space) => money(label(space.name, 'col-receivable'), toFen(space.receivable))),
    ...spaces.map((space) => money(label(space.name, 'col-collected'), toFen(space.collected))),
    ...costs.map((cost) => money(label(cost.name, 'col-cost'), toFen(cost.paid))),
    money(label(word('net-revenue'), 'dash'), net.printed),
    money(label(word('vat-payable'), 'dash'), toFen(payable)),
    money(label(word('surcharge'), 'dash'), toFen(surcharge)),
    money(label(word('remuneration'), 'dash'), toFen(remuneration)),
    money(word('receivable-year'), year(receivable.printed), true),
    money(word('collected-year'), year(collected.printed), true),
    money(word('costs-year'), year(paid.printed), true),
    money(word('surplus'), year(month), true),
  ];
}

function platform({ values, field, cell, word }: Sources): readonly LiveLine[] {
  const { fields, tables } = values;
  const need = [
    money(word('need-town-windows'), toFen(times(field('towns'), field('townWindowYuan')))),
    money(word('need-villages'), toFen(times(field('villages'), field('villageYuan')))),
    ...(tables.needs ?? []).map((row, index) =>
      money(row.name ?? '', toFen(times(cell('needs', index, 'quantity'), cell('needs', index, 'unitYuan')))),
    ),
  ];
  const cover = [
    money(word('cover-district-pool'), toFen(field('districtPoolYuan'))),
    ...(fields.countsAwardFund === 'counted' ? [money(word('cover-award-fund'), toFen(field('awardFundYuan')))] : []),
    ...(fields.countsTransfers === 'counted'
      ? [money(word('cover-transfers'), toFen(times(field('weakTowns'), field('transferYuanPerWeakTown'))))]
      : []),
  ];
  const needTotal = total(word('funding-need'), need);
  const coverTotal = total(word('funding-cover'), cover, need.length + 1);
  const [needAt, coverAt] = [`B${need.length + 2}`, `B${need.length + cover.length + 3}`];
  return [
    ...need,
    needTotal,
    ...cover,
    coverTotal,
    money(word('funding-balance'), minus({ ...coverTotal.live, f: coverAt }, { ...needTotal.live, f: needAt }), true),
    count(word('computers'), times(field('villages'), field('computersPerVillage'))),
  ];
}

function parking({ values, cell, word }: Sources): readonly LiveLine[] {
  const columns = ['weekdayDay', 'weekdayEvening', 'weekendDay', 'weekendEvening', 'night'];
  const keys = ['weekday-day', 'weekday-evening', 'weekend-day', 'weekend-evening', 'weekday-night'];
  const shared = (values.tables.uses ?? []).flatMap((row, index) => (row.kind === 'dedicated' ? [] : [index]));
  const up = (live: Live): Live => ({
    f: `ROUNDUP(ROUND(${live.f},9),0)`,
    v: { n: (live.v.n + live.v.d - 1n) / live.v.d, d: 1n },
  });
  const greatest = (parts: readonly Live[]): Live => ({
    f: `MAX(0,${parts.map(({ f }) => f).join(',')})`,
    v: parts.map(({ v }) => v).reduce((a, b) => (a.n * b.d >= b.n * a.d ? a : b), { n: 0n, d: 1n }),
  });
  const demand = (index: number, column: string): Live =>
    up(times(cell('uses', index, 'peakStalls'), percentOf(cell('uses', index, column))));
  const periods = columns.map((column) => plus(...shared.map((index) => demand(index, column))));
  const separate = plus(...shared.map((index) => greatest(columns.map((column) => demand(index, column)))));
  return [
    ...periods.map((live, index) => count(word(`period-${keys[index]}`), live)),
    count(word('separate-stalls'), separate, true),
    count(word('shared-peak'), greatest(periods), true),
    count(word('saved-stalls'), minus(separate, greatest(periods)), true),
  ];
}

function staffing({ values, cell, word }: Sources): readonly LiveLine[] {
  const rows = (table: string) => values.tables[table] ?? [];
  const sum = (table: string, column: string): Live =>
    plus(...rows(table).map((_, index) => cell(table, index, column)));
  const zones = rows('zones').flatMap((row, index) => {
    const homes = cell('zones', index, 'households');
    const [managers, repairers] = [cell('zones', index, 'managers'), cell('zones', index, 'repairers')];
    return managers.v.n > 0n && repairers.v.n > 0n
      ? [
          count(`${row.name} ${word('col-per-manager')}`, over(homes, managers)),
          count(`${row.name} ${word('col-per-repairer')}`, over(homes, repairers)),
        ]
      : [];
  });
  return [
    count(word('posts-before'), sum('before', 'posts')),
    count(word('posts-after'), sum('after', 'posts')),
    count(word('posts-difference'), minus(sum('after', 'posts'), sum('before', 'posts')), true),
    ...zones,
  ];
}

function space({ values, field, word }: Sources): readonly LiveLine[] {
  const all = plus(field('officeM2'), field('serviceM2'));
  const perHundred = times(field('households'), over(field('m2PerHundredHouseholds'), constant('100')));
  return [
    count(word('space-total'), all),
    count(word('space-difference'), minus(all, field('standardM2')), true),
    ...(values.fields.households ? [count(word('against-households'), minus(all, perHundred), true)] : []),
  ];
}
