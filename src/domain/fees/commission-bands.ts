import { type Decimal, type Exact, ZERO } from '../exact.ts';
import type { InputReader } from '../input-reader.ts';

/** Years of origin, both included, and what is earned of each yuan collected. */
export interface CommissionBand {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly percent: Decimal;
}

/** The scheme's terms; the source's are a preset in content. */
export interface CommissionTerms {
  readonly bands: readonly CommissionBand[];
  /** Debts due before this month are outside the scheme (`2002-09` in the source). */
  readonly schemeFrom: string;
  /** Debts of this year and later count towards the monthly task and earn no commission (2009). */
  readonly taskFromYear: number;
  /** Relief is possible for debts up to this year (2008). */
  readonly reliefUntilYear: number;
}

export type DebtClass =
  | 'commission'
  /** Counts towards the monthly task instead. */
  | 'monthly-task'
  | 'outside-scheme';

export interface BandShare {
  readonly debtClass: DebtClass;
  /** Share of 1; zero unless the class is `commission`. */
  readonly share: Exact;
}

export interface BandTable {
  /** @param dueMonth - `YYYY-MM`, where it is known, decides the year in which the scheme begins. */
  readonly of: (year: number, dueMonth?: string) => BandShare;
}

/** Reads the terms; overlapping bands, and bands that reach into the task's years, are reported. */
export function readBands(reader: InputReader, terms: CommissionTerms): BandTable {
  const bands = terms.bands.map((band, index) => {
    const at = ['bands', index] as const;
    const share = reader.part(band.percent, ...at, 'percent');
    if (!Number.isInteger(band.firstYear)) reader.report('not-a-number', ...at, 'firstYear');
    if (!Number.isInteger(band.lastYear)) reader.report('not-a-number', ...at, 'lastYear');
    if (band.lastYear < band.firstYear) reader.report('wrong-order', ...at, 'lastYear');
    const overlaps = terms.bands.some(
      (other, place) => place < index && other.firstYear <= band.lastYear && band.firstYear <= other.lastYear,
    );
    if (band.lastYear >= terms.taskFromYear) reader.report('wrong-order', 'taskFromYear');
    if (overlaps) reader.report('duplicate', ...at, 'firstYear');
    return { ...band, share };
  });
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(terms.schemeFrom)) reader.report('not-a-date', 'schemeFrom');
  for (const name of ['taskFromYear', 'reliefUntilYear'] as const) {
    if (!Number.isInteger(terms[name])) reader.report('not-a-date', name);
  }
  const firstYear = Number(terms.schemeFrom.slice(0, 4));
  return {
    of: (year, dueMonth) => {
      if (year < firstYear || (dueMonth !== undefined && dueMonth < terms.schemeFrom)) {
        return { debtClass: 'outside-scheme', share: ZERO };
      }
      if (year >= terms.taskFromYear) return { debtClass: 'monthly-task', share: ZERO };
      const band = bands.find(({ firstYear: from, lastYear: to }) => from <= year && year <= to);
      return band ? { debtClass: 'commission', share: band.share } : { debtClass: 'outside-scheme', share: ZERO };
    },
  };
}
