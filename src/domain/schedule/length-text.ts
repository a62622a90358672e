import { MAX_DAYS, type TimeUnit } from './plan.ts';

/** How people and other programs write days: working days, and days that count through nights and free days. */
const UNITS: Readonly<Record<TimeUnit, readonly string[]>> = {
  workday: ['', 'd', 'wd', 'dy', 'dys', 'day', 'days', 'workday', 'workdays', '天', '工作日', '个工作日'],
  'calendar-day': ['cd', 'ed', 'eday', 'edays', '日历天', '个日历天', '自然日', '个自然日'],
};

/** The unit that a word behind a number stands for; `undefined` for what counts no days. */
export function readUnit(word: string): TimeUnit | undefined {
  const plain = word.toLowerCase();
  return (Object.keys(UNITS) as TimeUnit[]).find((unit) => UNITS[unit].includes(plain));
}

/**
 * A length as people write it: `5`, `5d`, `5 天`, `5个工作日`, `5 days`, `30cd`, `30 日历天`, full-width signs too. A
 * question mark behind it, as programs put it behind what is only estimated, does not count.
 */
export function readLength(text: string): { readonly days: number; readonly unit: TimeUnit } | undefined {
  const match = /^(\d+)\s*([^\d\s?]*)\??$/.exec(text.normalize('NFKC').trim());
  const unit = match ? readUnit(match[2] ?? '') : undefined;
  const days = Number(match?.[1]);
  return unit === undefined || days > MAX_DAYS ? undefined : { days, unit };
}
