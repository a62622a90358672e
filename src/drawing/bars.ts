import { type Box, type Drawing, LABEL, NARROW, setWords, type TextLine } from './drawing.ts';
import { textWidth } from './text-lines.ts';

export interface BarRow {
  id: string;
  label: string;
  value: number;
  /** The value with its unit, as the reader sees it. */
  text: string;
}

const THICK = 16;
/** Where words begin: clear of the zero line. */
const BESIDE = 7;

/** Horizontal bars from a common zero, each below its words, its value behind it. Negative values are drawn as nothing. */
export function drawBars(rows: readonly BarRow[]): Drawing {
  const room = NARROW - 14 - Math.max(...rows.map(({ text }) => textWidth(text, LABEL, true)));
  const most = Math.max(0, ...rows.map(({ value }) => value));
  const boxes: Box[] = [];
  const texts: TextLine[] = [];
  let y = 2;
  for (const row of rows) {
    const { lines, bottom } = setWords({ label: row.label, notes: [] }, BESIDE, y, NARROW - BESIDE - 1);
    texts.push(...lines.map((line) => ({ ...line, tone: 'note' as const })));
    const width = most === 0 ? 0 : Math.round((Math.max(0, row.value) / most) * room);
    boxes.push({ id: row.id, x: 1, y: bottom + 2, width, height: THICK, tone: 'bar', lines: [] });
    texts.push({ x: 1 + width + 6, y: bottom + 15, text: row.text, tone: 'figure' });
    y = bottom + 2 + THICK + 10;
  }
  return { width: NARROW, height: y - 6, boxes, paths: [{ d: `M1 2V${y - 10}`, tone: 'line' }], texts };
}
