import type { ResultValue, Words } from '../../domain/estimators/outcome.ts';
import { grouped } from '../../domain/estimators/working-text.ts';
import { decimalText, HUNDRED, multiply } from '../../domain/exact.ts';
import { yuanText } from '../../domain/money.ts';
import type { EstimatorText } from '../../i18n/estimator-strings.ts';
import { fill } from '../../i18n/format.ts';

/** A word of the page by its key; a key without a word shows itself. */
export function word(text: EstimatorText, key: string): string {
  return (text as Record<string, string>)[key] ?? key;
}

export function wordsText(text: EstimatorText, words: Words): string {
  if ('own' in words) return words.own;
  const values = Object.fromEntries(
    Object.entries(words.values ?? {}).map(([name, value]) => [
      name,
      value.startsWith('@') ? word(text, value.slice(1)) : value,
    ]),
  );
  return fill(word(text, words.key), values);
}

/** Decimals that are shown of a number: none where it is whole. */
export const shownPlaces = ({ value, places }: Extract<ResultValue, { kind: 'number' }>): number =>
  value.n % value.d === 0n ? 0 : places;

export function valueText(text: EstimatorText, value: ResultValue, withUnit = false): string {
  switch (value.kind) {
    case 'money':
      return `${grouped(yuanText(value.fen))}${withUnit ? ` ${text.yuan}` : ''}`;
    case 'number': {
      const shown = grouped(decimalText(value.value, shownPlaces(value)));
      return `${shown}${value.unit ? ` ${word(text, `unit-${value.unit}`)}` : ''}`;
    }
    case 'percent':
      return value.share ? `${grouped(decimalText(multiply(value.share, HUNDRED), 2))}%` : text.dash;
    default:
      return wordsText(text, value.words);
  }
}
