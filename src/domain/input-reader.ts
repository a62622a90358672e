import { compare, type Decimal, type Exact, HUNDRED, readExact, shareOfPercent, signOf, ZERO } from './exact.ts';
import { isWithinMoneyLimit, LARGEST_FEN } from './money.ts';

const LARGEST_YUAN = LARGEST_FEN / 100n;

export type InputTrouble =
  | 'missing'
  | 'not-a-number'
  | 'negative'
  | 'above-100-percent'
  | 'not-whole'
  /** An amount beyond ten million million yuan, put in or come out. */
  | 'too-large'
  | 'duplicate'
  | 'unknown'
  | 'not-a-date'
  | 'wrong-order'
  /** Nothing to divide by: weights that are all zero, a span of zero. */
  | 'all-zero';

/** One thing wrong with an input; `path` names the field as the input itself does: `spaces[2].priceYuan`. */
export interface InputProblem {
  readonly path: string;
  readonly code: InputTrouble;
}

export interface Refused {
  readonly ok: false;
  readonly problems: readonly InputProblem[];
}

/** Parts of a path: names and indexes. */
export type Path = readonly (string | number)[];

/**
 * Reads plain inputs and collects what is wrong with them, so that every field can say its own trouble at once. A
 * field in trouble reads as zero; nothing is computed from it, because `problems` is then not empty.
 */
export class InputReader {
  readonly problems: InputProblem[] = [];

  report(code: InputTrouble, ...path: Path): void {
    this.problems.push({ path: pathText(path), code });
  }

  /** Any number within the money limit, negative too. */
  signed(input: Decimal | null | undefined, ...path: Path): Exact {
    if (input === undefined || input === null || input === '') return this.#wrong('missing', path);
    const read = readExact(input);
    if (read === undefined) return this.#wrong('not-a-number', path);
    const limit = LARGEST_YUAN * read.d;
    return read.n <= limit && read.n >= -limit ? read : this.#wrong('too-large', path);
  }

  /** Not negative. */
  amount(input: Decimal | null | undefined, ...path: Path): Exact {
    const read = this.signed(input, ...path);
    return signOf(read) < 0 ? this.#wrong('negative', path) : read;
  }

  /** Not negative and whole. */
  count(input: Decimal | null | undefined, ...path: Path): Exact {
    const read = this.amount(input, ...path);
    return read.n % read.d === 0n ? read : this.#wrong('not-whole', path);
  }

  /** A percentage, not negative, as a share of 1; it may exceed 100. */
  rate(input: Decimal | null | undefined, ...path: Path): Exact {
    return shareOfPercent(this.amount(input, ...path));
  }

  /** A percentage from 0 to 100 as a share of 1. */
  part(input: Decimal | null | undefined, ...path: Path): Exact {
    const read = this.amount(input, ...path);
    return compare(read, HUNDRED) > 0 ? this.#wrong('above-100-percent', path) : shareOfPercent(read);
  }

  /** Reports each id that stands twice. */
  unique(ids: readonly string[], ...path: Path): void {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (seen.has(id)) this.report('duplicate', ...path, index, 'id');
      seen.add(id);
    });
  }

  /** Reports a result beyond the money limit. */
  within(amountFen: bigint, ...path: Path): void {
    if (!isWithinMoneyLimit(amountFen)) this.report('too-large', ...path);
  }

  #wrong(code: InputTrouble, path: Path): Exact {
    this.report(code, ...path);
    return ZERO;
  }

  get refused(): Refused | undefined {
    return this.problems.length > 0 ? { ok: false, problems: this.problems } : undefined;
  }
}

function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
