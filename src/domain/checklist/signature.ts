import type { Json } from './json.ts';

/**
 * A name that somebody typed, or what they drew: strokes as data of an SVG path in a box of that size. Neither is
 * verified.
 */
export type Signature =
  | { readonly typed: string }
  | { readonly drawn: string; readonly width: number; readonly height: number };

/** Longer path data than this is no signature. */
export const MAX_DRAWN = 20_000;
/** No side of the box is longer. */
const MAX_SIDE = 9999;

/**
 * Strokes and nothing else, because it goes into an attribute of the page and of the printed report: each begins at a
 * whole point (`M12 40`) and goes on by whole steps (`l5 -3`).
 */
const STROKES = /^(?:M\d{1,4} \d{1,4}(?:l-?\d{1,4} -?\d{1,4})+)+$/;

/** Whether a value can be a signature: a name, or the strokes of a small drawing. */
export function readSignature(value: Json | undefined): Signature | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { typed, drawn, width, height } = value as { readonly [key: string]: Json };
  if (typeof typed === 'string' && typed.trim() !== '') return { typed };
  if (typeof drawn !== 'string' || drawn.length > MAX_DRAWN || !STROKES.test(drawn)) return undefined;
  return isSide(width) && isSide(height) ? { drawn, width, height } : undefined;
}

const isSide = (value: Json | undefined): value is number =>
  typeof value === 'number' && value > 0 && value <= MAX_SIDE;
