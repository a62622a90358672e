import { type Box, type Drawing, NARROW, PAD, type Path, setWords, type TextLine, type Words } from './drawing.ts';

export interface Moment extends Words {
  id: string;
  /** Place on the scale of time, in any unit; without it the moments are set one after the other. */
  at?: number;
}

export interface Span extends Words {
  id: string;
  from: number;
  /** Past the end: a span of one month has `to = from + 1`; equal to `from` for a single moment, which is drawn as a diamond. */
  to: number;
}

const RAIL = 8;
const LEFT = 24;
const LONGEST_GAP = 34;

/** A rail with a mark a moment, from top to bottom. The distance grows with the time between two moments, up to a limit beyond which the rail is broken. */
export function drawMoments(moments: readonly Moment[]): Drawing {
  const boxes: Box[] = [];
  const paths: Path[] = [];
  let y = 2;
  moments.forEach((moment, i) => {
    const { lines, bottom } = setWords(moment, LEFT, y, NARROW - LEFT);
    boxes.push({ id: moment.id, x: LEFT, y, width: NARROW - LEFT, height: bottom - y, tone: 'none', lines });
    paths.push({ d: dot(RAIL, y + 10, 5), tone: 'bar' });
    const next = moments[i + 1];
    if (next) {
      const time = moment.at !== undefined && next.at !== undefined ? next.at - moment.at : 1;
      const gap = 12 + Math.min(LONGEST_GAP, Math.max(0, time - 1) * 2);
      const joint = bottom + gap + 5 - 2;
      paths.push({ d: `M${RAIL} ${y + 17}V${joint}`, tone: 12 + LONGEST_GAP === gap ? 'dash' : 'line' });
      y = bottom + gap;
    } else y = bottom;
  });
  return { width: NARROW, height: y + 2, boxes, paths, texts: [] };
}

/** Bars over a common scale, each below its words; `ticks` are the places that get a line and, where given, a word. */
export function drawSpans(spans: readonly Span[], ticks: readonly { at: number; text: string }[]): Drawing {
  const start = Math.min(...spans.map(({ from }) => from), ...ticks.map(({ at }) => at));
  const end = Math.max(...spans.map(({ to }) => to), ...ticks.map(({ at }) => at));
  const x = (at: number): number => 1 + Math.round(((at - start) / (end - start || 1)) * (NARROW - 2));
  const boxes: Box[] = [];
  const paths: Path[] = [];
  const texts: TextLine[] = [];
  const axis = 22;
  let y = axis + 6;
  for (const span of spans) {
    const { lines, bottom } = setWords(span, 1, y, NARROW - 2);
    texts.push(...lines);
    const [left, top] = [x(span.from), bottom + 4];
    if (span.to > span.from) {
      const width = Math.max(2, Math.min(x(span.to), NARROW - 1) - left);
      boxes.push({
        id: span.id,
        x: Math.min(left, NARROW - 1 - width),
        y: top,
        width,
        height: 11,
        tone: 'bar',
        lines: [],
      });
    } else {
      const middle = Math.min(Math.max(left, 7), NARROW - 7);
      boxes.push({ id: span.id, x: middle - 6, y: top, width: 12, height: 12, tone: 'none', lines: [] });
      paths.push({ d: `M${middle - 6} ${top + 6}l6-6 6 6-6 6z`, tone: 'bar' });
    }
    y = bottom + 4 + 11 + PAD + 4;
  }
  const last = ticks.length - 1;
  ticks.forEach(({ at, text }, i) => {
    if (text === '') return;
    texts.push({
      x: x(at),
      y: 14,
      text,
      tone: 'note',
      ...(i === last ? { anchor: 'end' as const } : i > 0 ? { anchor: 'middle' as const } : {}),
    });
  });
  const grid = ticks.map(({ at }) => `M${x(at)} ${axis - 3}v6`).join('');
  return {
    width: NARROW,
    height: y - 4,
    boxes,
    paths: [{ d: `M1 ${axis}H${NARROW - 1}${grid}`, tone: 'line' }, ...paths],
    texts,
  };
}

function dot(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1-${2 * r} 0z`;
}
