import { createMemo, type JSX, Show } from 'solid-js';
import DrawingView from '../shared/DrawingView.tsx';
import { useDesk } from './desk-state.ts';
import type { JudgedRuleView } from './judge-all.ts';
import { drawRule } from './rule-elevation.ts';

/** The dimensioned drawing of one rule, with the design's own measures where they are given. */
export default function RuleDrawing(props: { judged: JudgedRuleView }): JSX.Element {
  const desk = useDesk();
  const { text } = desk.props;
  const drawing = createMemo(() => drawRule(desk, props.judged));
  return (
    <Show when={drawing()}>
      {(drawn) => (
        <figure class="fig scale">
          <DrawingView drawing={drawn()} />
          <figcaption>
            <small>{text.drawn}</small>
          </figcaption>
        </figure>
      )}
    </Show>
  );
}
