import type { Limit, RuleCondition } from '../../schema/rule.ts';
import { absolute, compare, exact, subtract } from '../exact.ts';
import { type Given, type GivenValue, givenFigure, isGiven } from './given.ts';

export type Verdict = 'pass' | 'fail' | 'person' | 'not-given' | 'not-applicable';

/** How one limit came out. `off`: it does not count here. */
export type Outcome = 'kept' | 'broken' | 'person' | 'not-given' | 'off';

/** What judging needs of a rule; entries of `content/rules` and what a page hands to the browser both fit. */
export interface JudgedRule {
  readonly fields: readonly { readonly id: string }[];
  readonly when: readonly RuleCondition[];
  readonly limits: readonly Limit[];
  readonly correction?: { readonly limits: readonly Limit[] } | undefined;
}

export interface Finding {
  readonly limit: Limit;
  readonly outcome: Outcome;
  /** What was measured or chosen; nothing for an empty field. */
  readonly measured: GivenValue | undefined;
}

export interface Judgement {
  /** What decides: the correction's limits where there are any, else the source's. */
  readonly verdict: Verdict;
  readonly by: 'source' | 'correction';
  readonly findings: readonly Finding[];
  /** What the source's own figures say, where a correction's decide instead. */
  readonly source: { readonly verdict: Verdict; readonly findings: readonly Finding[] } | undefined;
  /** Empty fields that kept the rule from being judged, in the order of its questions. */
  readonly missing: readonly string[];
}

/** Whether a condition holds; `undefined` while its field is empty. */
function holds({ field, in: wanted }: RuleCondition, given: Given): boolean | undefined {
  if (!isGiven(given, field)) return undefined;
  return wanted.includes(given[field] as GivenValue);
}

function judgeLimit(limit: Limit, given: Given): Outcome {
  const conditions = limit.when.map((condition) => holds(condition, given));
  if (conditions.includes(false)) return 'off';
  if (conditions.includes(undefined)) return 'not-given';
  const value = given[limit.field];
  if (!isGiven(given, limit.field)) return 'not-given';
  switch (limit.op) {
    case 'is':
    case 'is-not': {
      const named = typeof limit.value === 'boolean' ? value === limit.value : limit.value.includes(String(value));
      return named === (limit.op === 'is') ? 'kept' : 'broken';
    }
    case 'person': {
      if (limit.in) return limit.in.includes(String(value)) ? 'person' : 'kept';
      if (limit.from === undefined && limit.below === undefined) return 'person';
      const figure = givenFigure(given, limit.field);
      if (figure === undefined) return 'not-given';
      const isFrom = limit.from === undefined || compare(figure, exact(limit.from)) >= 0;
      const isBelow = limit.below === undefined || compare(figure, exact(limit.below)) < 0;
      return isFrom && isBelow ? 'person' : 'kept';
    }
    default: {
      const figure = givenFigure(given, limit.field);
      if (figure === undefined) return 'not-given';
      const bound = exact(limit.value);
      if (limit.op === 'max') return compare(figure, bound) <= 0 ? 'kept' : 'broken';
      if (limit.op === 'min') return compare(figure, bound) >= 0 ? 'kept' : 'broken';
      return compare(absolute(subtract(figure, bound)), exact(limit.tolerance)) <= 0 ? 'kept' : 'person';
    }
  }
}

/** Judges limits one by one and all together; the order of the verdicts is that of `content/rules` (see its schema). */
export function judgeLimits(
  limits: readonly Limit[],
  given: Given,
): { readonly verdict: Exclude<Verdict, 'not-applicable'>; readonly findings: readonly Finding[] } {
  const findings = limits.map((limit) => ({ limit, outcome: judgeLimit(limit, given), measured: given[limit.field] }));
  const has = (outcome: Outcome): boolean => findings.some((finding) => finding.outcome === outcome);
  const verdict = has('broken') ? 'fail' : has('not-given') ? 'not-given' : has('person') ? 'person' : 'pass';
  return { verdict, findings };
}

/**
 * Judges what a design has against one rule. Never passes for an empty field: a condition that does not hold makes the
 * rule not apply, one that cannot be told yet leaves it not given. Figures are compared exactly.
 */
export function judgeRule(rule: JudgedRule, given: Given): Judgement {
  const corrected = rule.correction !== undefined && rule.correction.limits.length > 0;
  const by = corrected ? 'correction' : 'source';
  const conditions = rule.when.map((condition) => holds(condition, given));
  const empty = (fields: ReadonlySet<string>): string[] =>
    rule.fields.map(({ id }) => id).filter((id) => fields.has(id) && !isGiven(given, id));
  if (conditions.includes(false)) {
    const source = corrected ? { verdict: 'not-applicable' as const, findings: [] } : undefined;
    return { verdict: 'not-applicable', by, findings: [], source, missing: [] };
  }
  if (conditions.includes(undefined)) {
    const source = corrected ? { verdict: 'not-given' as const, findings: [] } : undefined;
    const missing = empty(new Set(rule.when.map(({ field }) => field)));
    return { verdict: 'not-given', by, findings: [], source, missing };
  }
  const own = judgeLimits(rule.limits, given);
  const deciding = corrected ? judgeLimits(rule.correction?.limits ?? [], given) : own;
  const open = deciding.findings.filter(({ outcome }) => outcome === 'not-given').map(({ limit }) => limit);
  const missing = empty(new Set(open.flatMap(({ field, when }) => [field, ...when.map((each) => each.field)])));
  return { ...deciding, by, source: corrected ? own : undefined, missing };
}

/** Figures of a mall's own in place of the sample ones: by place in the rule's own limits. */
export type LimitOverrides = ReadonlyMap<number, number | string>;

/**
 * The rule with a mall's own figures. Only sample values can be replaced: a rule behind which safety stands, and every
 * correction, stays as it is.
 */
export function withOverrides<R extends { readonly limits: readonly Limit[]; readonly sample: boolean }>(
  rule: R,
  overrides: LimitOverrides,
): R {
  if (!rule.sample || overrides.size === 0) return rule;
  const limits = rule.limits.map((limit, place) => {
    const value = overrides.get(place);
    const isFigure = limit.op === 'max' || limit.op === 'min' || limit.op === 'exact';
    return isFigure && value !== undefined ? { ...limit, value: Number(value) } : limit;
  });
  return { ...rule, limits };
}
