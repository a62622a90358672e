import type { Json } from './json.ts';
import type { AnswerRecord } from './record.ts';
import { MAX_DRAWN, readSignature, type Signature } from './signature.ts';

/** A place in the box of a drawing, from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a pen drew between being put down and being lifted; one point alone is a dot. */
export type Stroke = readonly Point[];

/** The box that is drawn in, in its own units: twice as wide as high. */
export const BOX = { width: 600, height: 300 } as const;

/** A point that lies no further than this from the line between its neighbours is left out: nobody sees it. */
const TOLERANCE = 1;

export type DrawnSignature = Extract<Signature, { readonly drawn: string }>;

/**
 * The strokes as they are stored: rounded to whole units of the box, kept inside of it, without points that a line
 * between others already has.
 *
 * @returns `undefined` where there is no stroke, or more of them than a signature may have.
 */
export function drawnSignature(strokes: readonly Stroke[]): DrawnSignature | undefined {
  const drawn = strokePath(strokes);
  return drawn === '' || drawn.length > MAX_DRAWN ? undefined : { drawn, ...BOX };
}

/** The data of an SVG path that shows these strokes; empty for none. */
export function strokePath(strokes: readonly Stroke[]): string {
  return strokes
    .map((stroke) => {
      const [first, ...others] = simplified(stroke.map(placed));
      if (!first) return '';
      let last = first;
      // A dot is a step of no length, which round line ends make visible.
      const steps = (others.length > 0 ? others : [first]).map((point) => {
        const step = `l${point.x - last.x} ${point.y - last.y}`;
        last = point;
        return step;
      });
      return `M${first.x} ${first.y}${steps.join('')}`;
    })
    .join('');
}

/** A whole point inside the box. */
function placed({ x, y }: Point): Point {
  const inside = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
  return { x: inside(x, BOX.width), y: inside(y, BOX.height) };
}

/** Ramer, Douglas and Peucker: the ends, and between them only what lies off the line. With a stack of its own. */
function simplified(points: readonly Point[]): readonly Point[] {
  const kept = new Set([0, points.length - 1]);
  const parts: [number, number][] = [[0, points.length - 1]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part;
    let [farthest, distance] = [-1, TOLERANCE];
    for (let i = from + 1; i < to; i++) {
      const off = distanceOf(points[i] as Point, points[from] as Point, points[to] as Point);
      if (off > distance) [farthest, distance] = [i, off];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    parts.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => kept.has(i));
}

/** From a point to the stretch between two others. */
function distanceOf({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}

/**
 * Whether a record claims a drawn signature that is none: too long, or with anything but strokes in it. A kind of
 * signature that this version does not know claims no drawing, and is let through.
 */
export function hasFalseDrawing({ field, value }: Pick<AnswerRecord, 'field' | 'value'>): boolean {
  if (field !== 'signed' || typeof value !== 'object' || value === null) return false;
  const { signature } = value as { readonly [key: string]: Json };
  const claims = typeof signature === 'object' && signature !== null && 'drawn' in signature;
  return claims && readSignature(signature) === undefined;
}
