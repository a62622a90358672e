import type { FitOutText } from '../../i18n/fit-out-strings.ts';
import { readFigure } from './desk-state.ts';

/** What is wrong with a figure as typed, in words for the field; an empty field is not wrong. */
export function figureProblem(typed: unknown, text: FitOutText, unit?: string): string | undefined {
  const reading = readFigure(typed, unit);
  if (reading.ok || reading.reason === 'empty') return undefined;
  return reading.reason === 'wrong' ? text.numberWrong : text.numberNegative;
}
