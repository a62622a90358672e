import type { Given } from '../../domain/fit-out/given.ts';
import { type Judgement, judgeRule, withOverrides } from '../../domain/fit-out/rule-verdict.ts';
import type { RuleView } from './fit-out-props.ts';

export interface JudgedRuleView {
  /** With the mall's own figures in place. */
  rule: RuleView;
  judgement: Judgement;
  /** Places of limits whose figure is the mall's own. */
  own: ReadonlySet<number>;
}

/** Figures of the mall's own as exact decimal text, by rule and place of the limit. */
export type OwnFigures = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A design against every rule, with the mall's own figures in place of sample ones. */
export function judgeAll(rules: readonly RuleView[], own: OwnFigures, given: Given): JudgedRuleView[] {
  return rules.map((rule) => {
    const figures = Object.entries((rule.sample ? own[rule.id] : undefined) ?? {}).map(
      ([place, figure]) => [Number(place), figure] as const,
    );
    const overrides = new Map(figures);
    const held = withOverrides(rule, overrides);
    return { rule: held, judgement: judgeRule(held, given), own: new Set(overrides.keys()) };
  });
}
