import { type Day, day } from '../day.ts';
import { daysFrom, yearsAfter } from './day-count.ts';

/** What may restart the period: a provable demand, an acknowledgement, a part payment, a suit or the like. */
export type InterruptionKind = 'demand' | 'acknowledgement' | 'part-payment' | 'suit' | 'mediation';

export interface Interruption {
  readonly on: Day;
  readonly kind: InterruptionKind;
}

/** The law's figures; they come from content. */
export interface LimitationRule {
  /** Three in the Civil Code. */
  readonly years: number;
  /** Twenty: beyond it no court protects the claim. */
  readonly longestYears: number;
  /** Debts due earlier fall under older law: 2017-10-01. */
  readonly computedFrom: Day;
  /** Days before expiry at which to warn, in any order. */
  readonly warnDays: readonly number[];
}

export interface IgnoredInterruption extends Interruption {
  readonly because: 'before-due' | 'after-expiry' | 'in-the-future';
}

export type Limitation =
  /** Not computed: ask a lawyer. */
  | {
      readonly state: 'legal-advice';
      readonly reasons: readonly ('older-law' | 'beyond-longest-period' | 'acknowledged-after-expiry')[];
    }
  | {
      readonly state: 'not-due';
      readonly dueOn: Day;
    }
  | {
      /** `expired`: time-barred unless something unknown interrupted it; the court does not raise it by itself. */
      readonly state: 'running' | 'expired';
      /** The last day of the period. */
      readonly expiresOn: Day;
      /** From which the period counts: the due date or the last interruption. */
      readonly since: Day;
      readonly interruptedBy: InterruptionKind | undefined;
      /** Negative when expired. */
      readonly daysLeft: number;
      /** The least of the warning days that is reached; `undefined` while there is none. */
      readonly warning: number | undefined;
      readonly ignored: readonly IgnoredInterruption[];
    };

/**
 * Finds when the limitation period of a debt ends: so many years after it fell due, or after the last interruption
 * before it ended. Each debt counts by its own due date. Debts under older law, beyond the longest period or
 * acknowledged after expiry are flagged for legal advice, not computed.
 *
 * @param today - The day to judge by; no clock is read.
 */
export function limitationOf(
  dueOn: Day,
  interruptions: readonly Interruption[],
  rule: LimitationRule,
  today: Day,
): Limitation {
  const isBeyond = yearsAfter(dueOn, rule.longestYears) < today;
  if (dueOn < rule.computedFrom || isBeyond) {
    return {
      state: 'legal-advice',
      reasons: [
        ...(dueOn < rule.computedFrom ? (['older-law'] as const) : []),
        ...(isBeyond ? (['beyond-longest-period'] as const) : []),
      ],
    };
  }
  if (dueOn > today) return { state: 'not-due', dueOn };
  let since = dueOn;
  let interruptedBy: InterruptionKind | undefined;
  const ignored: IgnoredInterruption[] = [];
  for (const interruption of interruptions.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const { on, kind } = interruption;
    if (on > today) ignored.push({ ...interruption, because: 'in-the-future' });
    else if (on < dueOn) ignored.push({ ...interruption, because: 'before-due' });
    else if (on > yearsAfter(since, rule.years)) {
      // Paying or promising after expiry may revive the claim (Civil Code 192); a demand does not.
      if (kind === 'acknowledgement' || kind === 'part-payment') {
        return { state: 'legal-advice', reasons: ['acknowledged-after-expiry'] };
      }
      ignored.push({ ...interruption, because: 'after-expiry' });
    } else {
      since = on;
      interruptedBy = kind;
    }
  }
  const longest = yearsAfter(dueOn, rule.longestYears);
  const usual = yearsAfter(since, rule.years);
  // biome-ignore lint/complexity/useMathMinMax: days are text, not numbers.
  const expiresOn = usual < longest ? usual : longest;
  const daysLeft = daysFrom(today, expiresOn);
  const reached = rule.warnDays.filter((days) => daysLeft <= days);
  return {
    state: daysLeft < 0 ? 'expired' : 'running',
    expiresOn,
    since,
    interruptedBy,
    daysLeft,
    warning: daysLeft < 0 || reached.length === 0 ? undefined : Math.min(...reached),
    ignored,
  };
}

/** The rule from content's plain form. @throws {RangeError} if the day is none. */
export function limitationRule(
  rule: Omit<LimitationRule, 'computedFrom'> & { readonly computedFrom: string },
): LimitationRule {
  return { ...rule, computedFrom: day(rule.computedFrom) };
}
