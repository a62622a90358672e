import { decimalText } from '../../domain/exact.ts';
import type { Load } from '../../domain/fit-out/load.ts';
import type { Desk } from './desk-state.ts';
import { kilowatts, loadOf } from './load-state.ts';

/** The electrical load as a review sheet shows it and keeps it; powers in kW, all of them decimal text. */
export interface LoadView {
  readonly verdict: Load['verdict'];
  readonly installed: string;
  readonly demand: string;
  /** Empty while it is not known. */
  readonly capacity: string;
  /** Lines that were left out because they are incomplete. */
  readonly bad: string;
  readonly lines: readonly LoadRow<'name' | 'circuit' | 'group' | 'watts' | 'count' | 'power'>[];
  readonly circuits: readonly LoadRow<'id' | 'power'>[];
  readonly groups: readonly LoadRow<'id' | 'installed' | 'diversity' | 'demand'>[];
}
type LoadRow<K extends string> = Readonly<Record<K, string>>;

/** Nothing while neither a fixture nor a capacity has been entered. */
export function loadView(desk: Desk): LoadView | undefined {
  const { lines, load, capacity, bad, fixtures } = loadOf(desk);
  if (lines.length === 0 && capacity === undefined) return undefined;
  const powers = new Map(load.lines.map(({ id, watts }) => [id, kilowatts(watts)]));
  return {
    verdict: load.verdict,
    installed: kilowatts(load.installed),
    demand: kilowatts(load.demand),
    capacity: capacity ?? '',
    bad: String(bad),
    lines: fixtures.map(({ id, name, circuit, group, watts, count }) => ({
      name,
      circuit,
      group,
      watts: decimalText(watts, 3).replace(/\.?0+$/, ''),
      count: decimalText(count, 3).replace(/\.?0+$/, ''),
      power: powers.get(id) ?? '',
    })),
    circuits: load.circuits.map(({ id, watts }) => ({ id, power: kilowatts(watts) })),
    groups: load.groups.map(({ id, watts, diversity, demand }) => ({
      id,
      installed: kilowatts(watts),
      diversity: decimalText(diversity, 3).replace(/\.?0+$/, ''),
      demand: kilowatts(demand),
    })),
  };
}

/** A load out of a stored sheet, which may be a stranger's; `undefined` if it cannot be used. */
export function readLoad(stored: unknown): LoadView | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { lines, circuits, groups, ...heads } = stored as Record<string, unknown>;
  const isText = (value: unknown): boolean => typeof value === 'string';
  const isRow = (row: unknown): boolean => typeof row === 'object' && row !== null && Object.values(row).every(isText);
  const { verdict, installed, demand, capacity, bad } = heads;
  const isWhole =
    [installed, demand, capacity, bad].every(isText) &&
    (verdict === 'pass' || verdict === 'fail' || verdict === 'not-given') &&
    [lines, circuits, groups].every((rows) => Array.isArray(rows) && rows.every(isRow));
  return isWhole ? (stored as LoadView) : undefined;
}
