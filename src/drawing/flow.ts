import { type Box, type Drawing, NARROW, PAD, type Path, setWords, type TextLine, type Words } from './drawing.ts';
import { downArrow, drawQuestion, type Question } from './question.ts';

export interface FlowStep extends Words {
  id: string;
  /** Number of the step to which work goes back from here. */
  back?: number;
  /** What has to be decided after this step. */
  question?: Question | undefined;
}

const NUMBER = 28;
export const FLOW_GAP = 18;
/** Room to the right of the boxes for the ways back, and between two of them. */
const LOOP = 15;
const BESIDE = 5;

/**
 * Numbered boxes from top to bottom with arrows between them, in columns of equal length to be set side by side or one below the other.
 * Every column but the last ends in an arrow that leads on.
 */
export function drawFlow(steps: readonly FlowStep[], columns = steps.length > 4 ? 2 : 1): Drawing[] {
  const ways = steps.filter(({ back }) => back !== undefined).length;
  const each = Math.ceil(steps.length / columns);
  const drawings: Drawing[] = [];
  for (let from = 0; from < steps.length; from += each) {
    drawings.push(drawColumn(steps.slice(from, from + each), from, steps.length, 1, ways));
  }
  return drawings;
}

/** One column: `from` steps stand before it, `total` are there in all; its first box is at `top`; `ways` back need room at its right. */
export function drawColumn(
  steps: readonly FlowStep[],
  from: number,
  total: number,
  top = 1,
  ways = steps.filter(({ back }) => back !== undefined).length,
): Drawing {
  const loops = steps.flatMap(({ back }, i) =>
    back !== undefined && back - 1 >= from && back - 1 < from + i ? [[i, back - 1 - from] as const] : [],
  );
  const width = NARROW - 2 - (ways > 0 ? LOOP + (ways - 1) * BESIDE : 0);
  const boxes: Box[] = [];
  const asked: Box[] = [];
  const paths: Path[] = [];
  const texts: TextLine[] = [];
  let y = top;
  steps.forEach((step, i) => {
    const { lines, bottom } = setWords(step, 1 + NUMBER + PAD, y + PAD, width - NUMBER - 2 * PAD);
    const height = bottom + PAD - y;
    boxes.push({ id: step.id, x: 1, y, width, height, tone: 'box', lines });
    paths.push({ d: `M${1 + NUMBER} ${y}v${height}`, tone: 'thin' });
    texts.push({ x: 1 + NUMBER / 2, y: y + PAD + 15, text: String(from + i + 1), tone: 'figure', anchor: 'middle' });
    y += height;
    const end = y;
    if (step.question) {
      const drawn = drawQuestion(step.id, step.question, 1 + NUMBER + PAD, y, 1 + width);
      asked.push(...drawn.boxes);
      paths.push(...drawn.paths);
      y = drawn.bottom;
    }
    if (from + i + 1 < total) {
      if (i + 1 === steps.length)
        texts.push({ x: 1 + NUMBER + PAD, y: y + 14, text: `→ ${from + i + 2}`, tone: 'note' });
      paths.push({ d: downArrow(1 + NUMBER / 2, end, y + FLOW_GAP), tone: 'arrow' });
      y += FLOW_GAP;
    }
  });
  loops.forEach(([i, target], way) => {
    const [source, goal] = [boxes[i], boxes[target]];
    if (!source || !goal) return;
    const right = 1 + width;
    const up = Math.round(goal.y + goal.height / 2);
    paths.push({
      d: `M${right} ${Math.round(source.y + source.height / 2)}h${11 + way * BESIDE}V${up}h-${10 + way * BESIDE}m4-4l-4 4 4 4`,
      tone: 'arrow',
    });
  });
  return { width: NARROW, height: y + 1, boxes: [...boxes, ...asked], paths, texts };
}
