import { z } from 'astro/zod';
import { civilDate, inBoth, localizedText, sourceRefs, stableId } from './text.ts';

const holiday = z.strictObject({
  /** The same holiday has the same id every year, e.g. `spring-festival`. */
  id: stableId,
  name: localizedText,
  /** First and last day off, weekends inside included. */
  from: civilDate,
  to: civilDate,
});

/** One year of the official calendar (`content/calendars/cn-<year>.yaml`). What it does not name follows the week. */
export const calendar = z
  .strictObject({
    year: z.number().int().min(1990).max(2100),
    /** `known`: arranged by the year's notice. `provisional`: only the statutory days, the notice is still to come. */
    status: z.enum(['known', 'provisional']),
    holidays: z.array(holiday).min(1),
    /** Weekend days that are worked instead; none may be invented. */
    work: z.array(civilDate).default([]),
    /** How these dates came to be known, and how they were checked. */
    basis: localizedText,
    source: sourceRefs,
  })
  .superRefine((entry, ctx) => {
    const fault = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    const isOfYear = (date: string) => date.startsWith(`${entry.year}-`);
    entry.holidays.forEach(({ from, to }, h) => {
      if (!isOfYear(from) || !isOfYear(to))
        fault(['holidays', h], `must lie in ${entry.year}; split it at the turn of the year`);
      if (to < from) fault(['holidays', h, 'to'], inBoth('不能早于“from”', 'must not be before "from"'));
    });
    entry.work.forEach((date, w) => {
      if (!isOfYear(date)) fault(['work', w], `must lie in ${entry.year}`);
      if (entry.holidays.some(({ from, to }) => from <= date && date <= to))
        fault(['work', w], inBoth('同时又是休息日', 'is also a day off'));
      if (entry.work.indexOf(date) !== w) fault(['work', w], inBoth('写了两次', 'is named twice'));
    });
    if (entry.status === 'provisional' && entry.work.length > 0) {
      fault(
        ['work'],
        inBoth(
          '还没有通知的年份不写调休上班日',
          'a provisional year has no make-up workdays: they stand in the notice only',
        ),
      );
    }
  });
export type Calendar = z.infer<typeof calendar>;
