import type { Locale } from './locale.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A civil date as a reader of the language writes it: 2026年10月1日, 1 Oct 2026. No clock and no time zone. */
export function formatDay(day: string, locale: Locale): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return locale === 'en' ? `${date} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${date}日`;
}

/** A whole number or decimal with thousands separators, digits as they stand. */
export function formatNumber(value: number): string {
  const [whole = '', part] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** Finds spans of time as the handbook writes them: `30 秒`, `1 hour`. */
export const TIME_SPAN = {
  'zh-CN': /\d+ ?(?:秒|分钟|小时)/g,
  en: /\b\d+ ?(?:s|seconds?|min|minutes?|h|hours?)\b/g,
} as const satisfies Record<Locale, RegExp>;

/** Puts values into a text: `fill('{done} of {all}', { done: 1, all: 2 })`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => (key in values ? String(values[key]) : whole));
}
