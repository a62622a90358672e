import { exact } from '../exact.ts';
import { fundPlatform } from '../fees/platform-funding.ts';
import { reckonServiceRates } from '../fees/service-rates.ts';
import { yuanOfFen } from '../money.ts';
import type { FormProblem, FormValues } from './form.ts';
import { type Estimate, money, moneyOf, number, own, percent, sumOf, words, workingOf } from './outcome.ts';

export function estimatePlatform(values: FormValues): Estimate {
  const { fields, tables } = values;
  const field = (id: string): string => fields[id] ?? '';
  const needs = (tables.needs ?? []).map((row, index) => ({
    id: row.id ?? String(index),
    quantity: row.quantity ?? '',
    unitYuan: row.unitYuan ?? '',
  }));
  const result = fundPlatform({
    towns: field('towns'),
    villages: field('villages'),
    weakTowns: field('weakTowns'),
    townWindowYuan: field('townWindowYuan'),
    villageYuan: field('villageYuan'),
    needs,
    districtPoolYuan: field('districtPoolYuan'),
    awardFundYuan: field('awardFundYuan'),
    transferYuanPerWeakTown: field('transferYuanPerWeakTown'),
    countsAwardFund: field('countsAwardFund') === 'counted',
    countsTransfers: field('countsTransfers') === 'counted',
    computersPerVillage: field('computersPerVillage'),
  });
  const items = tables.items ?? [];
  const rates = reckonServiceRates(
    items.map((row, index) => ({
      id: row.id ?? String(index),
      ways: {
        'one-stop': row.oneStop === 'yes',
        'online-filing': row.onlineFiling === 'yes',
        'wholly-online': row.whollyOnline === 'yes',
      },
    })),
    {
      'one-stop': field('oneStopPercent'),
      'online-filing': field('onlineFilingPercent'),
      'wholly-online': field('whollyOnlinePercent'),
    },
  );
  if (!result.ok || !rates.ok) {
    return {
      ok: false,
      problems: [...(result.ok ? [] : result.problems), ...(rates.ok ? [] : rates.problems)].map(inForm),
    };
  }
  const nameOf = (id: string) => needs.findIndex((need) => need.id === id);
  const labelOf = (id: string) => {
    const index = nameOf(id);
    return index < 0 ? { key: `need-${id}` } : own(tables.needs?.[index]?.name || id);
  };
  const balance = result.balance.kind === 'gap' ? -result.balance.amountFen : result.balance.amountFen;
  return {
    ok: true,
    figures: [
      { id: 'funding-balance', value: { kind: 'money', fen: balance } },
      { id: 'funding-need', value: moneyOf(result.needTotal) },
      { id: 'funding-cover', value: moneyOf(result.coverTotal) },
      ...rates.rates.map((rate) => ({ id: `rate-${rate.id}`, value: percent(rate.share) })),
    ],
    sections: [
      {
        id: 'need-lines',
        columns: ['item', 'amount'],
        lines: [
          ...result.need.map((line) => ({
            id: line.id,
            label: labelOf(line.id),
            cells: [moneyOf(line)],
            working: line.working,
          })),
          {
            id: 'total',
            label: { key: 'funding-need' },
            cells: [moneyOf(result.needTotal)],
            working: sumOf(result.need.map(({ amountFen }) => amountFen)),
            isTotal: true,
          },
        ],
      },
      {
        id: 'cover-lines',
        columns: ['item', 'amount'],
        lines: [
          ...result.cover.map((line) => ({
            id: line.id,
            label: { key: `cover-${line.id}` },
            cells: [moneyOf(line)],
            working: line.working,
          })),
          {
            id: 'total',
            label: { key: 'funding-cover' },
            cells: [moneyOf(result.coverTotal)],
            working: sumOf(result.cover.map(({ amountFen }) => amountFen)),
            isTotal: true,
          },
          {
            id: 'balance',
            label: { key: `balance-${result.balance.kind}` },
            cells: [money(balance)],
            working: workingOf('balance', {
              coverYuan: yuanOfFen(result.coverTotal.amountFen),
              needYuan: yuanOfFen(result.needTotal.amountFen),
            }),
            isTotal: true,
          },
        ],
      },
      {
        id: 'equipment',
        columns: ['item', 'number'],
        lines: [
          {
            id: 'town-windows',
            label: { key: 'town-windows' },
            rests: 'per-town',
            cells: [number(result.equipment.townWindows)],
          },
          {
            id: 'village-stations',
            label: { key: 'village-stations' },
            rests: 'per-village',
            cells: [number(result.equipment.villageStations)],
          },
          {
            id: 'computers',
            label: { key: 'computers' },
            cells: [number(result.equipment.computers)],
            working: workingOf('computers', {
              villages: exact(field('villages')),
              computersPerVillage: exact(field('computersPerVillage')),
            }),
          },
        ],
      },
      {
        id: 'rates',
        columns: ['rate', 'done', 'needed', 'missing-items', 'share', 'verdict'],
        lines: rates.rates.map((rate) => ({
          id: rate.id,
          label: { key: `rate-${rate.id}` },
          ...(rate.all === 0
            ? { rests: 'rate-of-items' }
            : {
                working: workingOf('rate-of-items', {
                  done: { n: BigInt(rate.done), d: 1n },
                  items: { n: BigInt(rate.all), d: 1n },
                }),
                workingOf: 3,
              }),
          cells: [
            number(rate.done),
            number(rate.needed),
            number(rate.missing),
            percent(rate.share),
            rate.isMet === undefined
              ? words('no-rate', 'warn')
              : rate.isMet
                ? words('verdict-met', 'good')
                : words('verdict-missed', 'bad'),
          ],
        })),
      },
    ],
    notices: [],
    assumptions: result.assumptions,
    charts: [
      {
        kind: 'waterfall',
        id: 'funding-waterfall',
        steps: [
          ...result.cover.map((line) => ({ label: { key: `cover-${line.id}` }, fen: line.amountFen })),
          ...result.need.map((line) => ({ label: labelOf(line.id), fen: -line.amountFen })),
          { label: { key: `balance-${result.balance.kind}` }, fen: balance, isTotal: true },
        ],
      },
    ],
  };
}

const TARGETS: Readonly<Record<string, string>> = {
  'targetPercents.one-stop': 'oneStopPercent',
  'targetPercents.online-filing': 'onlineFilingPercent',
  'targetPercents.wholly-online': 'whollyOnlinePercent',
};

function inForm({ path, code }: FormProblem): FormProblem {
  return { path: TARGETS[path] ?? path, code };
}
