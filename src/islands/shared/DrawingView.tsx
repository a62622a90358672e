import { For, type JSX } from 'solid-js';
import type { Drawing, TextLine, Tone } from '../../drawing/drawing.ts';

/** A drawing as SVG, as `DrawingSvg.astro` has it; it stands beside its words, so it is hidden from screen readers. */
export default function DrawingView(props: { drawing: Drawing }): JSX.Element {
  const outlines = () => {
    const all = new Map<Tone, string>();
    const add = (tone: Tone, d: string) => all.set(tone, (all.get(tone) ?? '') + d);
    for (const { x, y, width, height, tone } of props.drawing.boxes) {
      if (width > 0 && tone !== 'none') add(tone, `M${x} ${y}h${width}v${height}h-${width}z`);
    }
    for (const { d, tone } of props.drawing.paths) add(tone, d);
    return [...all];
  };
  const lines = (): TextLine[] => [...props.drawing.texts, ...props.drawing.boxes.flatMap((box) => box.lines)];
  const mark = ({ tone, anchor }: TextLine): string | undefined =>
    [tone === 'note' ? '' : tone === 'label' ? 'b' : 'n', anchor === 'middle' ? 'm' : anchor === 'end' ? 'e' : '']
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <svg viewBox={`0 0 ${props.drawing.width} ${props.drawing.height}`} aria-hidden="true">
      <For each={outlines()}>{([tone, d]) => <path class={tone} d={d} />}</For>
      <For each={lines()}>
        {(line) => (
          <text
            x={line.x}
            y={line.y}
            class={mark(line)}
            transform={line.turned ? `rotate(-90 ${line.x} ${line.y})` : undefined}
          >
            {line.text}
          </text>
        )}
      </For>
    </svg>
  );
}
