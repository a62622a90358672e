import type { Cause } from '../../domain/schedule/compare.ts';
import type { Planner } from './planner-state.ts';

/** How lists are joined in the language of the page. */
export const separator = (planner: Planner): string => (planner.props.locale === 'en' ? ', ' : '、');

/** Rows by number and name, the first few of many. */
export function rowNames(planner: Planner, ids: readonly string[], most = 6): string {
  const shown = ids
    .slice(0, most)
    .map((id) => `${planner.numbers().get(id) ?? ''} ${planner.nameOf(id)}`.trim())
    .join(separator(planner));
  return shown + (ids.length > most ? ` … (${ids.length})` : '');
}

/** A driving chain, its middle left out where it is long. */
export function chainText(planner: Planner, chain: readonly string[], most = 7): string {
  const names = chain.map((id) => planner.nameOf(id));
  if (names.length <= most) return names.join(' → ');
  return [...names.slice(0, 3), '…', ...names.slice(3 - most)].join(' → ');
}

export const causeText = (planner: Planner, causes: readonly Cause[]): string =>
  causes.map((cause) => planner.props.text[`cause-${cause}`]).join(separator(planner));

/** `+3`, `−2`, `0`. */
export const signed = (days: number): string => (days > 0 ? `+${days}` : days < 0 ? `−${-days}` : '0');
