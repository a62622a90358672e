import { createMemo, createSignal, type JSX } from 'solid-js';
import { BOX, type Point, type Stroke, strokePath } from '../../domain/checklist/drawn-signature.ts';
import { fill } from '../../i18n/format.ts';
import type { SignText } from '../../i18n/sign-strings.ts';

/** A box to write in with mouse, pen or finger. The strokes are the caller's, so that they outlast the box. */
export default function SignaturePad(props: {
  words: SignText;
  strokes: readonly Stroke[];
  onStrokes(strokes: readonly Stroke[]): void;
  describedBy: string;
}): JSX.Element {
  /** What is being drawn while the pen is down. */
  const [line, setLine] = createSignal<Stroke>([]);
  const finished = createMemo(() => strokePath(props.strokes));
  let pen: number | undefined;

  const pointOf = ({ clientX, clientY }: PointerEvent, pad: SVGSVGElement): Point => {
    const { left, top, width, height } = pad.getBoundingClientRect();
    return { x: ((clientX - left) / width) * BOX.width, y: ((clientY - top) / height) * BOX.height };
  };
  const begin = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    // The palm of a hand that writes is no pen, nor is the right button of a mouse.
    if (pen !== undefined || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    pen = event.pointerId;
    event.currentTarget.setPointerCapture(pen);
    setLine([pointOf(event, event.currentTarget)]);
  };
  const draw = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    if (event.pointerId !== pen) return;
    // A browser may gather several places of a fast hand into one event.
    const all = event.getCoalescedEvents?.() ?? [];
    const points = (all.length > 0 ? all : [event]).map((one) => pointOf(one, event.currentTarget));
    setLine((before) => [...before, ...points]);
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pen) return;
    pen = undefined;
    props.onStrokes([...props.strokes, line()]);
    setLine([]);
  };

  return (
    <div class="pad-part">
      <svg
        class="pad"
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="img"
        aria-label={props.words.pad}
        aria-describedby={props.describedBy}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path class="pad-line" d={`M40 ${BOX.height - 60}h${BOX.width - 80}`} />
        <path class="ink" d={finished()} />
        <path class="ink" d={strokePath([line()])} />
      </svg>
      <p class="hint" role="status">
        {props.strokes.length === 0 ? props.words.none : fill(props.words.strokes, { count: props.strokes.length })}
      </p>
      <div class="acts">
        <button
          class="button"
          type="button"
          disabled={props.strokes.length === 0}
          onClick={() => props.onStrokes(props.strokes.slice(0, -1))}
        >
          {props.words.undo}
        </button>
        <button class="button" type="button" disabled={props.strokes.length === 0} onClick={() => props.onStrokes([])}>
          {props.words.clear}
        </button>
      </div>
    </div>
  );
}
