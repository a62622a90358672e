import { type Box, type Drawing, NARROW, PAD, setWords } from './drawing.ts';
import { drawColumn, FLOW_GAP, type FlowStep } from './flow.ts';
import { downArrow } from './question.ts';

/** One of the internal steps of a service. */
export interface ServiceStep {
  id: string;
  label: string;
  /** What is done. */
  text: string;
  /** Name of the post that does it. */
  post: string;
  /** What is looked at before the case goes on. */
  checks: readonly string[];
}

/** What stands at either end of the steps. */
export interface ServiceEnd {
  label: string;
  notes: readonly string[];
}

/** From the application through the internal steps to the result: what the applicant sees happen. */
export function drawServiceFlow(apply: ServiceEnd, steps: readonly ServiceStep[], result: ServiceEnd): Drawing {
  const head = setEnd('apply', apply, 1);
  const top = head.y + head.height + FLOW_GAP;
  const inner = drawColumn(
    steps.map(({ id, label, text }) => ({ id, label, notes: [text] })),
    0,
    steps.length,
    top,
  );
  const bottom = inner.height - 1;
  const foot = setEnd('result', result, bottom + FLOW_GAP);
  const arrows = downArrow(15, head.y + head.height, top) + downArrow(15, bottom, bottom + FLOW_GAP);
  return {
    width: NARROW,
    height: foot.y + foot.height + 1,
    boxes: [head, ...inner.boxes, foot],
    paths: [...inner.paths, { d: arrows, tone: 'arrow' }],
    texts: inner.texts,
  };
}

/**
 * The same steps as an internal control: who holds each, what is checked, and where a case that fails goes back.
 * `backs` says for a step's id to which step it returns.
 */
export function drawServiceControl(steps: readonly ServiceStep[], backs: Readonly<Record<string, string>>): Drawing {
  const flow: FlowStep[] = steps.map(({ id, label, post, checks }) => {
    const back = steps.findIndex((step) => step.id === backs[id]);
    return { id, label: `${label} · ${post}`, notes: checks, ...(back < 0 ? {} : { back: back + 1 }) };
  });
  return drawColumn(flow, 0, flow.length);
}

function setEnd(id: string, { label, notes }: ServiceEnd, y: number): Box {
  const { lines, bottom } = setWords({ label, notes }, 1 + PAD, y + PAD, NARROW - 2 - 2 * PAD);
  return { id, x: 1, y, width: NARROW - 2, height: bottom + PAD - y, tone: 'fill', lines };
}
