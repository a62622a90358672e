import { type Drawing, NARROW, NOTE } from './drawing.ts';
import { textWidth } from './text-lines.ts';

/** A figure of a rule and what the design has, in the same unit. */
export interface LimitScale {
  limit: number;
  op: 'max' | 'min' | 'exact';
  tolerance?: number;
  measured: number | undefined;
  limitLabel: string;
  measuredLabel: string;
}

/**
 * Limit and design one above the other on one scale, each dimensioned. `none` for a figure of nothing.
 * The longer of the two takes the whole width, so that a millimetre too much can be seen as too much only by its figure.
 */
export function drawLimitScale({ limit, measured, limitLabel, measuredLabel }: LimitScale): Drawing {
  const longest = Math.max(limit, measured ?? 0, Number.EPSILON);
  const room = NARROW - 2;
  const across = (value: number): number => Math.max(Math.round((value / longest) * room), 1);
  const drawing: Drawing = { width: NARROW, height: 0, boxes: [], paths: [], texts: [] };
  const row = (id: string, label: string, value: number, top: number, tone: 'box' | 'fill'): void => {
    const end = across(value) + 1;
    drawing.texts.push({ x: 1, y: top + 12, text: label, tone: 'note' });
    drawing.boxes.push({ id, x: 1, y: top + 18, width: end - 1, height: 12, tone, lines: [] });
    drawing.paths.push({ d: `M1 ${top + 15}v18M${end} ${top + 15}v18`, tone: 'line' });
  };
  row('limit', limitLabel, limit, 0, 'box');
  if (measured !== undefined) row('measured', measuredLabel, measured, 40, 'fill');
  drawing.paths.push({ d: `M${across(limit) + 1} 15V${measured === undefined ? 33 : 76}`, tone: 'dash' });
  drawing.height = measured === undefined ? 38 : 80;
  const widest = Math.max(...drawing.texts.map(({ text }) => textWidth(text, NOTE, false)));
  drawing.width = Math.max(NARROW, Math.ceil(widest) + 2);
  return drawing;
}
