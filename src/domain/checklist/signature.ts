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
 * Data of a path and nothing else, because it goes into an attribute of the page and of the printed report. Signatures
 * drawn here are whole steps (`M12 40l5 -3`); the form allows every command but arcs, and what it allowed once must open.
 */
const NUMBER = String.raw`-?\d{1,4}(?:\.\d{1,4})?`;
const PATH_DATA = new RegExp(`^(?=M)(?:(?:[MLHVCSQT] ?${NUMBER}(?:(?:[ ,]|(?=-))${NUMBER})*|Z) ?)+$`, 'i');

/** Whether a value can be a signature: a name, or the strokes of a small drawing. */
export function readSignature(value: Json | undefined): Signature | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { typed, drawn, width, height } = value as { readonly [key: string]: Json };
  if (typeof typed === 'string' && typed.trim() !== '') return { typed };
  if (typeof drawn !== 'string' || drawn.length > MAX_DRAWN || !PATH_DATA.test(drawn)) return undefined;
  return isSide(width) && isSide(height) ? { drawn, width, height } : undefined;
}

const isSide = (value: Json | undefined): value is number =>
  typeof value === 'number' && value > 0 && value <= MAX_SIDE;
