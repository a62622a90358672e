import type { Limit } from '../../schema/rule.ts';
import { dayNumber, isDay } from '../day.ts';
import type { Given } from './given.ts';
import { type Finding, judgeLimits, type Verdict } from './rule-verdict.ts';

/** What judging needs of a permit's form. */
export interface JudgedPermit {
  readonly checks: readonly { readonly id: string; readonly limit: Limit }[];
  readonly apart?: readonly [string, string] | undefined;
}

export interface PermitCheck {
  readonly id: string;
  readonly verdict: Exclude<Verdict, 'not-applicable'>;
  readonly findings: readonly Finding[];
}

export interface PermitJudgement {
  readonly verdict: Exclude<Verdict, 'not-applicable'>;
  readonly checks: readonly PermitCheck[];
}

/** Civil time without zone, `YYYY-MM-DDTHH:MM`. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;

/** Minutes of a civil moment since 1970-01-01T00:00 of the same wall clock; `undefined` if it is none. */
export function momentMinutes(text: unknown): number | undefined {
  const match = typeof text === 'string' ? MOMENT.exec(text) : null;
  const written = match?.[1] ?? '';
  const [hour = 0, minute = 0] = (match ?? []).slice(2).map(Number);
  if (!isDay(written) || hour > 23 || minute > 59) return undefined;
  return (dayNumber(written) * 24 + hour) * 60 + minute;
}

/** The form's answers with the figures that follow from them: `hours`, `notice-hours`, `same-person`. */
export function withDerived(permit: Pick<JudgedPermit, 'apart'>, given: Given): Given {
  const from = momentMinutes(given.from);
  const to = momentMinutes(given.to);
  const applied = momentMinutes(given.applied);
  const hours = (start: number | undefined, end: number | undefined): string | undefined =>
    start === undefined || end === undefined ? undefined : `${end - start}/60`;
  const [one, other] = permit.apart ?? [];
  const name = (field: string | undefined): string => String((field && given[field]) ?? '').trim();
  const bothNamed = name(one) !== '' && name(other) !== '';
  return {
    ...given,
    hours: hours(from, to),
    'notice-hours': hours(applied, from),
    'same-person': bothNamed ? name(one) === name(other) : undefined,
  };
}

/** Judges a filled form against its checks. A form without checks waits for a person. */
export function judgePermit(permit: JudgedPermit, given: Given): PermitJudgement {
  const all = withDerived(permit, given);
  const checks = permit.checks.map(({ id, limit }) => ({ id, ...judgeLimits([limit], all) }));
  const has = (verdict: Verdict): boolean => checks.some((check) => check.verdict === verdict);
  const verdict =
    checks.length === 0 || (!has('fail') && !has('not-given') && has('person'))
      ? 'person'
      : has('fail')
        ? 'fail'
        : has('not-given')
          ? 'not-given'
          : 'pass';
  return { verdict, checks };
}

/** Where a permit stands at a moment. `open`: nobody has granted it. */
export type Validity = 'open' | 'to-come' | 'valid' | 'expired' | 'closed';

/** @param now - Civil moment of the reader's clock, `YYYY-MM-DDTHH:MM`. */
export function permitValidity(given: Given, isGranted: boolean, isClosed: boolean, now: string): Validity {
  if (isClosed) return 'closed';
  if (!isGranted) return 'open';
  const at = momentMinutes(now);
  const from = momentMinutes(given.from);
  const to = momentMinutes(given.to);
  if (at === undefined || from === undefined || to === undefined) return 'open';
  return at < from ? 'to-come' : at <= to ? 'valid' : 'expired';
}
