declare const yearMonthBrand: unique symbol;

/** A civil month, `YYYY-MM`; `<` orders it. */
export type YearMonth = string & { readonly [yearMonthBrand]: true };

export function isYearMonth(text: string): text is YearMonth {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** @throws {RangeError} if the text is no month. */
export function yearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) throw new RangeError(`Not a month: "${text}"`);
  return text;
}

/** Months from the first to the last, both included; empty when the last is earlier. */
export function monthsBetween(first: YearMonth, last: YearMonth): readonly YearMonth[] {
  const start = indexOf(first);
  const count = indexOf(last) - start + 1;
  return Array.from({ length: Math.max(0, count) }, (_, offset) => atIndex(start + offset));
}

/** The calendar quarter that a month is in: `2012-Q3`. */
export function quarterOf(month: YearMonth): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

function indexOf(month: YearMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function atIndex(index: number): YearMonth {
  return yearMonth(`${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`);
}
