import type { AxisMark, axisUnits } from '../../drawing/gantt.ts';
import type { Locale } from '../../i18n/locale.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
type AxisUnit = ReturnType<typeof axisUnits>[number];

/** What stands at a mark of the time axis. */
export function axisText(unit: AxisUnit, mark: AxisMark, locale: Locale, isUpper: boolean): string {
  switch (unit) {
    case 'year':
      return locale === 'en' ? String(mark.year) : `${mark.year}年`;
    case 'quarter':
      return `Q${Math.floor((mark.month - 1) / 3) + 1}`;
    case 'month':
      if (locale === 'en') return `${MONTHS[mark.month - 1]}${isUpper ? ` ${mark.year}` : ''}`;
      return `${isUpper ? `${mark.year}年` : ''}${mark.month}月`;
    default:
      return String(mark.date);
  }
}
