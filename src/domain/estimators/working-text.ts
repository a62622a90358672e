import { decimalText, type Exact, exactText, HUNDRED, multiply } from '../exact.ts';
import type { Formula, Operands, Working } from '../formula.ts';
import { FORMULAS, type FormulaId } from '../formulas.ts';

const SIGNS = { sum: ' + ', difference: ' − ', product: ' × ', quotient: ' ÷ ' } as const;

/** A formula with the user's numbers in it and its exact value: `(86,400 + 12,600) × 90% = 89,100`. */
export function workingText({ formula, operands, exact }: Working<FormulaId>): string {
  return `${formulaText(FORMULAS[formula], operands)} = ${numberText(exact)}`;
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
      return Object.values(operands).map(numberText).join(' + ');
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

/** With thousands separators; a number that does not end is cut to six decimals and says so. */
export function numberText(value: Exact): string {
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
