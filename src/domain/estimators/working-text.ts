import { decimalText, type Exact, equals, exactText, HUNDRED, multiply } from '../exact.ts';
import { evaluate, type Formula, type Operands, type Working } from '../formula.ts';
import { FORMULAS, type FormulaId } from '../formulas.ts';
import { yuanOfFen } from '../money.ts';
import { exactOf, type ResultValue } from './outcome.ts';

const SIGNS = { sum: ' + ', difference: ' − ', product: ' × ', quotient: ' ÷ ' } as const;

/**
 * A formula with the user's numbers in it, its value before rounding, and what is shown for it where that differs:
 * `12,345.67 × 15% = 1,851.8505 → 1,851.85`.
 */
export function workingText({ formula, operands, exact }: Working<FormulaId>, shown?: ResultValue): string {
  const tree: Formula = FORMULAS[formula];
  const before = tree.kind === 'round-up' ? evaluate(tree.part, operands) : exact;
  const after = shown && exactOf(shown);
  const printed = shown?.kind === 'money' && after ? yuanOfFen(after.n) : after;
  const rounded = printed && !equals(printed, before) ? ` → ${printedText(shown as ResultValue, printed)}` : '';
  return `${formulaText(tree, operands)} = ${numberText(before, shown?.kind === 'percent')}${rounded}`;
}

function printedText(shown: ResultValue, value: Exact): string {
  if (shown.kind === 'money') return grouped(decimalText(value, 2));
  return numberText(value, shown.kind === 'percent');
}

/** Names that end in `Share` are shown in percent. */
function formulaText(formula: Formula, operands: Operands, inside = false): string {
  switch (formula.kind) {
    case 'value': {
      const operand = operands[formula.name];
      if (operand === undefined) return '?';
      return formula.name === 'share' || formula.name.endsWith('Share')
        ? `${numberText(multiply(operand, HUNDRED))}%`
        : numberText(operand);
    }
    case 'number':
      return numberText(formula.value);
    case 'sum-of-all':
      return sumText(Object.values(operands));
    case 'round-to-fen':
    case 'round-up':
      return formulaText(formula.part, operands, inside);
    case 'greatest':
    case 'least':
      return `${formula.kind === 'greatest' ? 'max' : 'min'}(${formula.parts.map((part) => formulaText(part, operands)).join(', ')})`;
    default: {
      const parts = formula.parts.map((part) => formulaText(part, operands, true)).join(SIGNS[formula.kind]);
      return inside && formula.parts.length > 1 ? `(${parts})` : parts;
    }
  }
}

const MOST_PARTS = 12;

/** A long sum shows its first parts and says how many more there are. */
function sumText(parts: readonly Exact[]): string {
  if (parts.length === 0) return '0';
  const shown = parts.slice(0, MOST_PARTS).map((part) => numberText(part));
  const more = parts.length - shown.length;
  return [...shown, ...(more > 0 ? [`…(+${more})`] : [])].join(' + ');
}

/** With thousands separators; a number that does not end is cut to six decimals and says so. */
export function numberText(value: Exact, inPercent = false): string {
  if (inPercent) return `${numberText(multiply(value, HUNDRED))}%`;
  const whole = exactText(value);
  const isCut = whole.includes('/') || (whole.split('.')[1]?.length ?? 0) > 6;
  return `${isCut ? '≈ ' : ''}${grouped(isCut ? decimalText(value, 6) : whole)}`;
}

/** Thousands separators and a true minus in plain decimal text. */
export function grouped(text: string): string {
  const [whole = '', part] = text.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${text.startsWith('-') ? '−' : ''}${digits}${part === undefined ? '' : `.${part}`}`;
}
