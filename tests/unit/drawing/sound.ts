import { expect } from 'vitest';
import { type Box, type Drawing, lineWidth } from '../../../src/drawing/drawing.ts';

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** What holds for every drawing: nothing covers anything else, and all words stand in their boxes and on the sheet. */
export function expectSound(drawing: Drawing, expected: readonly string[]): void {
  expect(drawing.boxes.map(({ id }) => id)).toEqual(expected);
  drawing.boxes.forEach((box, i) => {
    for (const other of drawing.boxes.slice(i + 1))
      expect(overlaps(box, other), `${box.id} on ${other.id}`).toBe(false);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
    expect(box.y + box.height).toBeLessThanOrEqual(drawing.height);
    for (const line of box.lines) {
      const left =
        line.x - (line.anchor === 'middle' ? lineWidth(line) / 2 : line.anchor === 'end' ? lineWidth(line) : 0);
      expect(left).toBeGreaterThanOrEqual(box.x);
      expect(left + lineWidth(line)).toBeLessThanOrEqual(box.x + box.width + 0.5);
      expect(line.y - 11).toBeGreaterThanOrEqual(box.y);
      expect(line.y).toBeLessThanOrEqual(box.y + box.height);
    }
  });
  for (const line of drawing.texts) {
    expect(line.y).toBeGreaterThan(0);
    expect(line.y).toBeLessThanOrEqual(drawing.height);
    if (line.turned) continue;
    const left =
      line.x - (line.anchor === 'middle' ? lineWidth(line) / 2 : line.anchor === 'end' ? lineWidth(line) : 0);
    expect(left, line.text).toBeGreaterThanOrEqual(-1);
    expect(left + lineWidth(line), line.text).toBeLessThanOrEqual(drawing.width + 1);
  }
}
