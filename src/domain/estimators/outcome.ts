import type { Assumption } from '../assumption.ts';
import type { Exact } from '../exact.ts';
import { evaluate, type Operands, type Working } from '../formula.ts';
import { FORMULAS, type FormulaId } from '../formulas.ts';
import { type Money, yuanOfFen } from '../money.ts';
import type { FormProblem, FormValues } from './form.ts';

/** Words of the page by key, with values in them; or the reader's own text. */
export type Words =
  | { readonly key: string; readonly values?: Readonly<Record<string, string>> }
  | { readonly own: string };

/** What a cell of a result shows. `places` limits decimals. */
export type ResultValue =
  | { readonly kind: 'money'; readonly fen: bigint }
  | { readonly kind: 'number'; readonly value: Exact; readonly places: number; readonly unit?: string }
  | { readonly kind: 'percent'; readonly share: Exact | undefined }
  | { readonly kind: 'words'; readonly words: Words; readonly tone?: 'good' | 'bad' | 'warn' };

export interface ResultLine {
  readonly id: string;
  readonly label: Words;
  readonly cells: readonly ResultValue[];
  /** Made when it is looked at where there are many. How the cell at `workingOf` (the first without it) comes about. */
  readonly working?: Working<FormulaId> | undefined;
  readonly workingOf?: number;
  /** What a line without a formula rests on: the key of a rule, as a formula's id is. */
  readonly rests?: string;
  readonly isTotal?: boolean;
}

/** A table of results; `columns` are keys of words. */
export interface ResultSection {
  readonly id: string;
  readonly columns: readonly string[];
  readonly lines: readonly ResultLine[];
}

export type Chart =
  | {
      readonly kind: 'waterfall';
      readonly id: string;
      readonly steps: readonly { readonly label: Words; readonly fen: bigint; readonly isTotal?: boolean }[];
    }
  | {
      readonly kind: 'columns';
      readonly id: string;
      readonly columns: readonly { readonly label: Words; readonly fen: bigint }[];
    }
  | {
      readonly kind: 'heat';
      readonly id: string;
      readonly rows: readonly { readonly label: Words; readonly cells: readonly (number | undefined)[] }[];
    }
  | {
      readonly kind: 'building';
      readonly id: string;
      readonly floors: readonly {
        readonly id: string;
        readonly slabM: number;
        readonly areaM2: number;
        readonly zone: string;
        readonly parts: readonly { readonly tenant: string; readonly areaM2: number }[];
      }[];
    };

export interface Figure {
  readonly id: string;
  readonly value: ResultValue;
}

export interface Outcome {
  readonly ok: true;
  /** The first figure by itself, where the others take longer. */
  readonly headline?: Figure;
  /** The first is the headline. Ids are keys of words, and what scenarios are compared by. */
  readonly figures: readonly Figure[];
  readonly sections: readonly ResultSection[];
  /** Keys of words: what the law or the handbook has to say to this very result. */
  readonly notices: readonly { readonly key: string; readonly tone: 'law' | 'warn' }[];
  readonly assumptions: readonly Assumption[];
  readonly charts: readonly Chart[];
}

export type Estimate = Outcome | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** An estimator: plain values of its form in, a result in symbols out. */
export type Estimator = (values: FormValues) => Estimate;

export const money = (fen: bigint): ResultValue => ({ kind: 'money', fen });
export const moneyOf = ({ amountFen }: Pick<Money, 'amountFen'>): ResultValue => money(amountFen);
export const number = (value: Exact | number | bigint, places = 0, unit?: string): ResultValue => ({
  kind: 'number',
  value: typeof value === 'object' ? value : { n: BigInt(value), d: 1n },
  places,
  ...(unit === undefined ? {} : { unit }),
});
export const percent = (share: Exact | undefined): ResultValue => ({ kind: 'percent', share });
export const words = (
  key: string,
  tone?: 'good' | 'bad' | 'warn',
  values?: Readonly<Record<string, string>>,
): ResultValue => ({
  kind: 'words',
  words: values ? { key, values } : { key },
  ...(tone === undefined ? {} : { tone }),
});
export const own = (text: string): Words => ({ own: text });

/** A table whose lines are made when they are first looked at: the headline must not wait for hundreds of them. */
export function section(id: string, columns: readonly string[], make: () => readonly ResultLine[]): ResultSection {
  let made: readonly ResultLine[] | undefined;
  return {
    id,
    columns,
    get lines() {
      made ??= make();
      return made;
    },
  };
}

/** The working of a sum of printed amounts. */
export function sumOf(parts: Iterable<bigint>): Working<FormulaId> {
  const operands = Object.fromEntries([...parts].map((fen, index) => [`part${index}`, yuanOfFen(fen)]));
  return workingOf('sum', operands);
}

export function workingOf(formula: FormulaId, operands: Operands): Working<FormulaId> {
  return { formula, operands, exact: evaluate(FORMULAS[formula], operands) };
}

/** The exact size of a figure, for comparing scenarios and for sensitivity: money in fen. */
export function exactOf(value: ResultValue): Exact | undefined {
  switch (value.kind) {
    case 'money':
      return { n: value.fen, d: 1n };
    case 'number':
      return value.value;
    case 'percent':
      return value.share;
    default:
      return undefined;
  }
}
