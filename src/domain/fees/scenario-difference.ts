import { absolute, divide, type Exact, signOf, subtract, ZERO } from '../exact.ts';
import { plainForm } from '../plain.ts';

/** Amounts of one scenario by id: exact numbers, or fen. */
export type ScenarioAmounts = Readonly<Record<string, Exact | bigint>>;

export interface AmountDifference {
  readonly id: string;
  /** `undefined` where the scenario has no such amount; it then counts as zero. */
  readonly from: Exact | undefined;
  readonly to: Exact | undefined;
  /** To less from, in the amounts' own unit. */
  readonly difference: Exact;
  /** Difference / size of from; `undefined` where from is zero or missing. */
  readonly share: Exact | undefined;
}

/** Compares two scenarios amount by amount, in the order of the first, then what only the second has. */
export function scenarioDifference(from: ScenarioAmounts, to: ScenarioAmounts): readonly AmountDifference[] {
  const ids = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return ids.map((id) => {
    const before = asExact(from[id]);
    const after = asExact(to[id]);
    const difference = subtract(after ?? ZERO, before ?? ZERO);
    return {
      id,
      from: before,
      to: after,
      difference,
      share: before && signOf(before) !== 0 ? divide(difference, absolute(before)) : undefined,
    };
  });
}

function asExact(amount: Exact | bigint | undefined): Exact | undefined {
  return typeof amount === 'bigint' ? { n: amount, d: 1n } : amount;
}

/**
 * Paths of the inputs that differ between two scenarios, sorted: `spaces[2].priceYuan`. Rows that have an `id` are
 * matched by it (`spaces[office].priceYuan`), so that moving a row changes nothing.
 */
export function changedInputs(from: unknown, to: unknown): readonly string[] {
  const before = leavesOf(from);
  const after = leavesOf(to);
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

function leavesOf(input: unknown): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      value.forEach((part, index) => {
        walk(part, `${path}[${idOf(part) ?? index}]`);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) walk(part, path === '' ? key : `${path}.${key}`);
    } else leaves.set(path, String(value));
  };
  walk(plainForm(input ?? null), '');
  return leaves;
}

function idOf(row: unknown): string | undefined {
  const id = typeof row === 'object' && row !== null ? (row as { readonly id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}
