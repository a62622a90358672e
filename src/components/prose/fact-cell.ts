import { formatNumber } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FactTable } from '../../schema/fact-table.ts';

type Cell = FactTable['rows'][number]['cells'][string];

/** A cell as text; a number gets thousands separators and, where asked, its column's unit. */
export function cellText(cell: Cell | undefined, locale: Locale, unit?: string): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'number') return cell[locale];
  const number = formatNumber(cell);
  if (unit === undefined) return number;
  return locale === 'en' && !unit.startsWith('%')
    ? `${number} ${unit}`
    : `${number}${unit.startsWith('%') ? '' : ' '}${unit}`;
}
