import { type Box, NARROW, PAD, type Path, setWords, type Words } from './drawing.ts';

/** A question that follows a step, with the two ways on. */
export interface Question {
  text: string;
  ways: readonly [Words, Words];
}

/** Depth of the points at either end of the question, and room above it and above the ways. */
const POINT = 12;
const ABOVE = 18;
const BETWEEN = 8;

/**
 * The question in a pointed box, below it the two ways side by side. It stands to the right of `left`, so that the arrow to the next step
 * passes it; `bottom` is where the longer way ends.
 */
export function drawQuestion(
  id: string,
  { text, ways }: Question,
  left: number,
  top: number,
  right: number = NARROW - 1,
): { boxes: Box[]; paths: Path[]; bottom: number } {
  const width = right - left;
  const y = top + ABOVE;
  const asked = setWords({ label: text, notes: [] }, left + POINT + 2, y + PAD, width - 2 * POINT - 4);
  const height = asked.bottom + PAD - y;
  const side = height / 2;
  const paths: Path[] = [
    {
      d: `M${left} ${y + side}l${POINT}-${side}h${width - 2 * POINT}l${POINT} ${side}l-${POINT} ${side}h-${width - 2 * POINT}z`,
      tone: 'fill',
    },
  ];
  const half = (width - BETWEEN) / 2;
  const below = y + height + ABOVE;
  let arrows = downArrow(left + width / 2, top, y);
  let bottom = below;
  const set = ways.map((way, i) => {
    const x = left + i * (half + BETWEEN);
    const words = setWords(way, x + PAD, below + PAD, half - 2 * PAD);
    bottom = Math.max(bottom, words.bottom + PAD);
    arrows += downArrow(x + half / 2, y + height, below);
    return { id: `${id}-${i}`, x, y: below, width: half, lines: words.lines };
  });
  paths.push({ d: arrows, tone: 'arrow' });
  const boxes: Box[] = [
    { id: `${id}-question`, x: left, y, width, height, tone: 'none', lines: asked.lines },
    ...set.map((box) => ({ ...box, height: bottom - below, tone: 'box' as const })),
  ];
  return { boxes, paths, bottom };
}

/** A line down with a head at its end. */
export function downArrow(x: number, from: number, to: number): string {
  return `M${x} ${from}V${to - 2}m-4-5l4 5 4-5`;
}
