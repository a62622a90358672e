import { absolute, add, compare, type Exact, larger, multiply, ONE, smaller, subtract, ZERO } from '../exact.ts';

/** One input that is moved over its range while all others stay. */
export interface Variation<Input> {
  readonly id: string;
  readonly base: Exact;
  readonly low: Exact;
  readonly high: Exact;
  /** The input with this value in place of the base's; must not change what it is given. */
  readonly apply: (input: Input, value: Exact) => Input;
}

/** One bar of the tornado. A result is `undefined` where the estimator refuses the value. */
export interface SensitivityBar {
  readonly id: string;
  readonly base: Exact;
  readonly low: Exact;
  readonly high: Exact;
  readonly resultAtLow: Exact | undefined;
  readonly resultAtHigh: Exact | undefined;
  /** Greatest less least of the results at low, base and high. */
  readonly swing: Exact | undefined;
}

export interface Sensitivity {
  /** `undefined` where the estimator refuses the base itself; there are then no bars. */
  readonly result: Exact | undefined;
  /** Widest swing first, ties in their order; bars with a refused end stand last. */
  readonly bars: readonly SensitivityBar[];
}

/**
 * Moves each input to the ends of its range, one at a time, and ranks them by how far the result swings.
 *
 * @param evaluate - The result that is looked at; `undefined` where there is none.
 */
export function findSensitivity<Input>(
  input: Input,
  variations: readonly Variation<Input>[],
  evaluate: (input: Input) => Exact | undefined,
): Sensitivity {
  const result = evaluate(input);
  if (result === undefined) return { result, bars: [] };
  const bars = variations.map(({ id, base, low, high, apply }): SensitivityBar => {
    const resultAtLow = evaluate(apply(input, low));
    const resultAtHigh = evaluate(apply(input, high));
    const swing =
      resultAtLow && resultAtHigh
        ? subtract(
            larger(larger(resultAtLow, resultAtHigh), result),
            smaller(smaller(resultAtLow, resultAtHigh), result),
          )
        : undefined;
    return { id, base, low, high, resultAtLow, resultAtHigh, swing };
  });
  return { result, bars: bars.toSorted(compareSwing) };
}

function compareSwing(a: SensitivityBar, b: SensitivityBar): number {
  if (a.swing === undefined || b.swing === undefined)
    return Number(a.swing === undefined) - Number(b.swing === undefined);
  return compare(b.swing, a.swing);
}

/**
 * The range of a value ± a share of it, cut to what the field takes.
 *
 * @param share - 0.1 for ± 10 %.
 */
export function rangeAround(
  base: Exact,
  share: Exact,
  limits: { readonly least?: Exact; readonly most?: Exact } = { least: ZERO },
): { readonly base: Exact; readonly low: Exact; readonly high: Exact } {
  const step = absolute(multiply(base, share));
  const cut = (value: Exact): Exact => {
    const above = limits.least ? larger(value, limits.least) : value;
    return limits.most ? smaller(above, limits.most) : above;
  };
  return { base, low: cut(subtract(base, step)), high: cut(add(base, step)) };
}

/** Limits of a percentage field. */
export const PERCENT_LIMITS = { least: ZERO, most: multiply(ONE, { n: 100n, d: 1n }) };
