import { periodsByHour, reckonParking } from '../building/parking.ts';
import type { ParkingPeriod, ParkingUse } from '../building/parking-input.ts';
import { exact, shareOfPercent } from '../exact.ts';
import type { FormProblem, FormRow, FormValues } from './form.ts';
import { type Chart, type Estimate, number, own, percent, section, words, workingOf } from './outcome.ts';

/** The columns of the factors, each a period of one or more stretches of hours. */
export const PARKING_COLUMNS = ['weekdayDay', 'weekdayEvening', 'weekendDay', 'weekendEvening', 'night'] as const;

/** The five periods of the preset; the night holds on both kinds of day. */
export function parkingPeriods(fields: FormValues['fields']): readonly (ParkingPeriod & { readonly column: string })[] {
  const hour = (id: string): number => (/^\d+$/.test(fields[id] ?? '') ? Number(fields[id]) : Number.NaN);
  const [day, evening, night] = [hour('dayFrom'), hour('eveningFrom'), hour('nightFrom')];
  const dayTypes = ['weekday', 'weekend'] as const;
  return dayTypes.flatMap((dayType) => [
    { id: `${dayType}-day`, dayType, fromHour: day, toHour: evening, column: `${dayType}Day` },
    {
      id: `${dayType}-evening`,
      dayType,
      fromHour: evening,
      toHour: night === 0 ? 24 : night,
      column: `${dayType}Evening`,
    },
    { id: `${dayType}-night`, dayType, fromHour: night === 24 ? 0 : night, toHour: day, column: 'night' },
  ]);
}

type HeatRows = Extract<Chart, { kind: 'heat' }>['rows'];

export function estimateParking(values: FormValues): Estimate {
  const { fields, tables } = values;
  const rows = tables.uses ?? [];
  const periods = parkingPeriods(fields);
  const result = reckonParking({
    periods: periods.map(({ id, dayType, fromHour, toHour }) => ({ id, dayType, fromHour, toHour })),
    uses: rows.map(
      (row, index): ParkingUse => ({
        id: row.id ?? String(index),
        kind: row.kind as ParkingUse['kind'],
        stalls: row.stalls ?? '',
        peakStalls: row.peakStalls ?? '',
        factorPercent: Object.fromEntries(periods.map(({ id, column }) => [id, row[column] ?? ''])),
      }),
    ),
    mostBorrowedStalls: fields.mostBorrowedStalls ?? '',
    sharing: fields.sharing === 'one-pool' ? 'one-pool' : 'lender-first',
  });
  if (!result.ok) return { ok: false, problems: result.problems.map((problem) => inForm(problem, periods)) };
  const rowOf = new Map(rows.map((row) => [row.id ?? '', row]));
  const nameOf = (id: string): string => rowOf.get(id)?.name || id;
  const dayTypes = ['weekday', 'weekend'] as const;
  return {
    ok: true,
    figures: [
      { id: 'saved-stalls', value: number(result.savedStalls, 0, 'stalls') },
      { id: 'saved-share', value: percent(result.savedShare) },
      { id: 'separate-stalls', value: number(result.separateSharedStalls, 0, 'stalls') },
      { id: 'shared-peak', value: number(result.sharedPeakStalls, 0, 'stalls') },
      { id: 'built-stalls', value: number(result.builtStalls, 0, 'stalls') },
      ...result.days.map((day) => ({ id: `shortage-${day.dayType}`, value: number(day.shortageHours, 0, 'hours') })),
    ],
    sections: [
      {
        id: 'parking-periods',
        columns: ['period', 'hours', 'shared-demand', 'shortage', 'shared-free'],
        lines: result.periods.map((period) => ({
          id: period.period.id,
          label: { key: `period-${period.period.id}` },
          get working() {
            return countSum(
              period.uses.filter(({ use }) => rowOf.get(use)?.kind !== 'dedicated').map(({ demand }) => demand),
            );
          },
          workingOf: 1,
          cells: [
            number(period.hours),
            number(period.sharedDemand),
            number(period.shortage),
            number(period.sharedFree),
          ],
        })),
      },
      section('parking-uses', ['period-use', 'demand', 'in-own', 'borrowed', 'shortage'], () =>
        result.periods.flatMap((period) =>
          period.uses.map((use) => ({
            id: `${period.period.id} ${use.use}`,
            label: { key: 'period-of-use', values: { use: nameOf(use.use), period: `@period-${period.period.id}` } },
            cells: [number(use.demand), number(use.inOwnStalls), number(use.borrowed), number(use.shortage)],
            get working() {
              return workingOf('stalls-demand', demandOf(rowOf.get(use.use), periods, period.period.id));
            },
          })),
        ),
      ),
      {
        id: 'parking-days',
        columns: ['day-type', 'shortage-hours', 'greatest-shortage', 'stall-hours', 'state'],
        lines: result.days.map((day) => ({
          id: day.dayType,
          label: { key: `day-${day.dayType}` },
          working: countSum(
            result.periods
              .filter((period) => period.period.dayType === day.dayType)
              .map(({ hours, shortage }) => hours * shortage),
          ),
          workingOf: 2,
          cells: [
            number(day.shortageHours),
            number(day.greatestShortage),
            number(day.stallHours),
            day.shortageHours === 0 ? words('enough', 'good') : words('short', 'bad'),
          ],
        })),
      },
    ],
    notices: [{ key: 'owners-first', tone: 'law' }],
    assumptions: result.assumptions,
    charts: dayTypes.map((dayType) => {
      let made: HeatRows | undefined;
      return {
        kind: 'heat',
        id: `heat-${dayType}`,
        /** 24 cells a use, made when the picture is drawn. */
        get rows() {
          const hours = periodsByHour(result.periods, dayType);
          made ??= [
            ...rows.map((row, index) => ({
              label: own(nameOf(row.id ?? '')),
              cells: hours.map((period) => period?.uses[index]?.demand),
            })),
            { label: { key: 'shortage' }, cells: hours.map((period) => period?.shortage) },
          ];
          return made;
        },
      };
    }),
  };
}

const countSum = (parts: readonly number[]) =>
  workingOf('count', Object.fromEntries(parts.map((part, index) => [`part${index}`, { n: BigInt(part), d: 1n }])));

function demandOf(row: FormRow | undefined, periods: ReturnType<typeof parkingPeriods>, period: string) {
  const column = periods.find(({ id }) => id === period)?.column ?? '';
  return {
    peakStalls: exact(row?.peakStalls ?? '0'),
    factorShare: shareOfPercent(exact(row?.[column] ?? '0')),
  };
}

function inForm({ path, code }: FormProblem, periods: ReturnType<typeof parkingPeriods>): FormProblem {
  const factor = /^(uses\[\d+\])\.factorPercent\.(.+)$/.exec(path);
  if (factor) return { path: `${factor[1]}.${periods.find(({ id }) => id === factor[2])?.column}`, code };
  const period = /^periods\[(\d+)\]\.(fromHour|toHour)$/.exec(path);
  if (!period) return { path, code };
  const place = Number(period[1]) % 3;
  const starts = ['dayFrom', 'eveningFrom', 'nightFrom'];
  return { path: starts[period[2] === 'fromHour' ? place : (place + 1) % 3] ?? 'dayFrom', code };
}
