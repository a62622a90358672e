import { add, ceiling, divide, type Exact, exact, larger, multiply, smaller, subtract, total } from './exact.ts';
import { roundToFen, yuanOfFen } from './money.ts';

/**
 * How a line is reckoned, as data: the same tree computes the line, shows its working on the page and becomes the
 * live formula of a spreadsheet cell. Names are operands; what is rounded says so.
 */
export type Formula =
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'number'; readonly value: Exact }
  | {
      readonly kind: 'sum' | 'difference' | 'product' | 'quotient' | 'greatest' | 'least';
      readonly parts: readonly Formula[];
    }
  | { readonly kind: 'round-to-fen' | 'round-up'; readonly part: Formula }
  /** The sum of every operand, in their order. */
  | { readonly kind: 'sum-of-all' };

/** Numbers by name; a name ends in its unit (`priceYuan`, `areaM2`, `vatShare`: a share of 1, not of 100). */
export type Operands = Readonly<Record<string, Exact>>;

/** Shows where an amount comes from: `FORMULAS[formula]` evaluated with `operands` is `exact`, before rounding. */
export interface Working<Id extends string = string> {
  readonly formula: Id;
  readonly operands: Operands;
  readonly exact: Exact;
}

export function value(name: string): Formula {
  return { kind: 'value', name };
}

export function number(text: string): Formula {
  return { kind: 'number', value: exact(text) };
}

export function plus(...parts: readonly Formula[]): Formula {
  return { kind: 'sum', parts };
}

export function minus(...parts: readonly Formula[]): Formula {
  return { kind: 'difference', parts };
}

export function times(...parts: readonly Formula[]): Formula {
  return { kind: 'product', parts };
}

export function over(...parts: readonly Formula[]): Formula {
  return { kind: 'quotient', parts };
}

export function greatest(...parts: readonly Formula[]): Formula {
  return { kind: 'greatest', parts };
}

/** @throws {RangeError} if an operand is missing or a divisor is zero. */
export function evaluate(formula: Formula, operands: Operands): Exact {
  switch (formula.kind) {
    case 'value': {
      const operand = operands[formula.name];
      if (operand === undefined) throw new RangeError(`No operand "${formula.name}"`);
      return operand;
    }
    case 'number':
      return formula.value;
    case 'sum-of-all':
      return total(Object.values(operands));
    case 'round-to-fen':
      return yuanOfFen(roundToFen(evaluate(formula.part, operands)));
    case 'round-up':
      return { n: ceiling(evaluate(formula.part, operands)), d: 1n };
    default: {
      const combine = COMBINE[formula.kind];
      let result: Exact | undefined;
      for (const part of formula.parts) {
        const next = evaluate(part, operands);
        result = result === undefined ? next : combine(result, next);
      }
      if (result === undefined) throw new RangeError(`A ${formula.kind} of nothing`);
      return result;
    }
  }
}

const COMBINE = {
  sum: (a: Exact, b: Exact) => add(a, b),
  difference: (a: Exact, b: Exact) => subtract(a, b),
  product: (a: Exact, b: Exact) => multiply(a, b),
  quotient: (a: Exact, b: Exact) => divide(a, b),
  greatest: (a: Exact, b: Exact) => larger(a, b),
  least: (a: Exact, b: Exact) => smaller(a, b),
} as const;
