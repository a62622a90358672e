import {
  constant,
  either,
  type Live,
  minus,
  notBelowZero,
  overOrNothing,
  percentOf,
  roundedUp,
  times,
  toFen,
} from './cells.ts';
import { type LiveSheet, sumOf } from './sheet.ts';

const RATES = [
  ['rate-one-stop', 'oneStop', 'oneStopPercent'],
  ['rate-online-filing', 'onlineFiling', 'onlineFilingPercent'],
  ['rate-wholly-online', 'whollyOnline', 'whollyOnlinePercent'],
] as const;

export function platformRows(sheet: LiveSheet): void {
  const { values, word, field, put } = sheet;
  sheet.heading(word('section-need-lines'), word('col-amount'));
  const need = sumOf([
    put(word('need-town-windows'), toFen(times(field('towns'), field('townWindowYuan')))),
    put(word('need-villages'), toFen(times(field('villages'), field('villageYuan')))),
    ...(values.tables.needs ?? []).map((row, index) =>
      put(row.name ?? '', toFen(times(sheet.cell('needs', index, 'quantity'), sheet.cell('needs', index, 'unitYuan')))),
    ),
  ]);
  const needed = put(word('funding-need'), need, 'money', true);
  sheet.heading(word('section-cover-lines'), word('col-amount'));
  const ifCounted = (choice: string, live: Live): Live =>
    either(sheet.chosen(choice, 'counted'), toFen(live), constant('0'));
  const cover = sumOf([
    put(word('cover-district-pool'), toFen(field('districtPoolYuan'))),
    put(word('cover-award-fund'), ifCounted('countsAwardFund', field('awardFundYuan'))),
    put(
      word('cover-transfers'),
      ifCounted('countsTransfers', times(field('weakTowns'), field('transferYuanPerWeakTown'))),
    ),
  ]);
  const covered = put(word('funding-cover'), cover, 'money', true);
  put(word('funding-balance'), minus(covered, needed), 'money', true);
  sheet.heading(word('section-equipment'), word('col-number'));
  put(word('computers'), times(field('villages'), field('computersPerVillage')), 'number');
  sheet.heading(
    word('section-rates'),
    word('col-share'),
    word('col-done'),
    word('col-needed'),
    word('col-missing-items'),
  );
  const items = values.tables.items ?? [];
  const all = constant(String(items.length));
  for (const [key, column, target] of RATES) {
    const start = sheet.next();
    const done = sheet.countChosen('items', column, 'yes');
    const doneCell: Live = { f: `C${start}`, v: done.v };
    const least = roundedUp(times(percentOf(field(target)), all));
    sheet.row(
      word(key),
      [overOrNothing(doneCell, all), done, least, notBelowZero(minus({ f: `D${start}`, v: least.v }, doneCell))],
      'percent',
    );
  }
}
