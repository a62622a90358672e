import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  BOX,
  drawnSignature,
  hasFalseDrawing,
  type Stroke,
  strokePath,
} from '../../../../src/domain/checklist/drawn-signature.ts';
import { isJson } from '../../../../src/domain/checklist/json.ts';
import { MAX_DRAWN, readSignature } from '../../../../src/domain/checklist/signature.ts';

const coordinate = fc.double({ min: -50, max: 700, noNaN: true });
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 60 });
const strokes = fc.array(stroke, { minLength: 1, maxLength: 12 });

/** The points that the path data goes through, stroke by stroke. */
function pointsOf(drawn: string): { x: number; y: number }[][] {
  return drawn
    .split('M')
    .slice(1)
    .map((part) => {
      const [start = '', ...steps] = part.split('l');
      const [x = 0, y = 0] = start.split(' ').map(Number);
      const points = [{ x, y }];
      for (const step of steps) {
        const [dx = 0, dy = 0] = step.split(' ').map(Number);
        const last = points.at(-1) ?? { x: 0, y: 0 };
        points.push({ x: last.x + dx, y: last.y + dy });
      }
      return points;
    });
}

function offLine(p: { x: number; y: number }, a: { x: number; y: number }, b: { x: number; y: number }): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(p.x - a.x - along * (b.x - a.x), p.y - a.y - along * (b.y - a.y));
}

describe('a drawn signature', () => {
  test('is stored as whole points and steps, without points that a line has anyway', () => {
    const line: Stroke = Array.from({ length: 50 }, (_, i) => ({ x: 10.2 + i * 2, y: 20 }));
    expect(drawnSignature([line, [{ x: 300, y: 150 }]])).toEqual({
      drawn: 'M10 20l98 0M300 150l0 0',
      width: BOX.width,
      height: BOX.height,
    });
  });

  test('without a stroke is none; with more than can be kept, neither', () => {
    expect(drawnSignature([])).toBeUndefined();
    const scribble: Stroke = Array.from({ length: 6000 }, (_, i) => ({ x: (i * 37) % 600, y: (i * 91) % 300 }));
    expect(strokePath([scribble]).length).toBeGreaterThan(MAX_DRAWN);
    expect(drawnSignature([scribble])).toBeUndefined();
  });

  law.prop([strokes])('of any strokes is read back as it is, and lies in its box', (all) => {
    const signature = drawnSignature(all);
    expect(isJson(signature)).toBe(true);
    expect(readSignature({ ...signature } as never)).toEqual(signature);
    const points = pointsOf(signature?.drawn ?? '').flat();
    expect(points.every(({ x, y }) => x >= 0 && y >= 0 && x <= BOX.width && y <= BOX.height)).toBe(true);
    expect(pointsOf(signature?.drawn ?? '')).toHaveLength(all.length);
  });

  law.prop([stroke])('passes every point of the pen at most one unit and a rounding away', (points) => {
    const [line = []] = pointsOf(strokePath([points]));
    for (const point of points) {
      const inside = {
        x: Math.min(BOX.width, Math.max(0, point.x)),
        y: Math.min(BOX.height, Math.max(0, point.y)),
      };
      const nearest = Math.min(...line.slice(1).map((to, i) => offLine(inside, line[i] ?? to, to)));
      expect(nearest).toBeLessThanOrEqual(1 + Math.SQRT1_2 + 1e-9);
    }
  });

  test.each([
    ['anything but strokes', 'M0 0l5 5"/><script>alert(1)</script>'],
    ['a command that no pen made', 'M0 0l5 5A1 1 0 0 0 5 5'],
    ['a stroke that does not begin', 'l5 5'],
    ['broken numbers', 'M0 0l--5 5'],
    ['a number that is none', 'M0 0l1e9 5'],
    ['a line break', 'M0 0l5 5\n'],
    ['nothing', ''],
    ['too much', `M0 0${'l1 1'.repeat(MAX_DRAWN / 4)}`],
  ])('with %s is none, and a file that claims it is refused', (_, drawn) => {
    const signature = { drawn, width: 600, height: 300 };
    expect(readSignature(signature)).toBeUndefined();
    expect(hasFalseDrawing({ field: 'signed', value: { kind: 'signed', signature } })).toBe(true);
  });

  test.each([0, -1, 10_000, '600', null])('with a side of %j is none', (side) => {
    const signature = { drawn: 'M0 0l5 5', width: side, height: 300 };
    expect(readSignature(signature)).toBeUndefined();
    expect(hasFalseDrawing({ field: 'signed', value: { kind: 'signed', signature } })).toBe(true);
  });

  test('that is sound, a typed one, a kind of a later version, and other fields are let through', () => {
    for (const signature of [{ drawn: 'M0 0l5 -5', width: 600, height: 300 }, { typed: '王工' }, { stamped: 'x' }, 7]) {
      expect(hasFalseDrawing({ field: 'signed', value: { kind: 'signed', signature } })).toBe(false);
    }
    expect(hasFalseDrawing({ field: 'signed', value: { kind: 'reopened', on: '', who: '', reason: '' } })).toBe(false);
    expect(hasFalseDrawing({ field: 'signed', value: null })).toBe(false);
    expect(hasFalseDrawing({ field: 'note', value: { signature: { drawn: 'x' } } })).toBe(false);
  });
});
