import { compareDecimals, isDecimal, readDecimal } from './decimal.ts';
import type { Json } from './json.ts';

/** What an item asks to be measured: the unit, and the limits if it has any; a limit itself is within. */
export interface Measure {
  readonly unit: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** A measured value: an exact decimal as text, in the unit in which it was measured. Value of the field `measured`. */
export interface Measured {
  readonly value: string;
  readonly unit: string;
}

export type MeasureVerdict = 'within' | 'below' | 'above' | 'other-unit';

/** Reads the stored value; what this version does not know counts as not stated. */
export function readMeasured(value: Json | undefined): Measured | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { value: number, unit } = value as { readonly [key: string]: Json };
  return isDecimal(number) && typeof unit === 'string' ? { value: number, unit } : undefined;
}

/** The field's value for what a reader typed, or `undefined` if that is no number. */
export function measuredFrom(
  typed: string,
  unit: string,
): { readonly value: string; readonly unit: string } | undefined {
  const value = readDecimal(typed);
  return value === undefined ? undefined : { value, unit };
}

/** Compares exactly. A value in another unit than was asked for is not judged. */
export function measureVerdict(measured: Measured, measure: Measure): MeasureVerdict {
  if (measured.unit !== measure.unit) return 'other-unit';
  if (measure.min !== undefined && compareDecimals(measured.value, plain(measure.min)) < 0) return 'below';
  if (measure.max !== undefined && compareDecimals(measured.value, plain(measure.max)) > 0) return 'above';
  return 'within';
}

/** A limit of the content as a decimal. @throws {RangeError} if it needs an exponent or more digits than a decimal has. */
function plain(limit: number): string {
  const text = String(limit);
  if (!isDecimal(text)) throw new RangeError(`Not a limit: ${text}`);
  return text;
}
