import { createMemo, For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import { useDesk } from './desk-state.ts';
import type { JudgedRuleView } from './judge-all.ts';
import { limitText, sourceText, valueText } from './limit-text.ts';
import OwnLimits from './OwnLimits.tsx';
import RuleDrawing from './RuleDrawing.tsx';
import { MARKS } from './rule-marks.ts';

/** One rule: its verdict with measured and required value, then, on demand, basis, drawing and the mall's own figure. */
export default function RuleRow(props: { id: string }): JSX.Element {
  const desk = useDesk();
  const { text } = desk.props;
  const found = createMemo(() => desk.judged().find(({ rule }) => rule.id === props.id) as JudgedRuleView);
  const rule = () => found().rule;
  const judgement = () => found().judgement;
  const telling = () =>
    judgement().findings.filter(
      ({ outcome }) =>
        (outcome === 'kept' && judgement().verdict === 'pass') || outcome === 'broken' || outcome === 'person',
    );
  const verdict = () => judgement().verdict;
  const pair = (name: string, value: string) => fill(text.pair, { name, value });
  // Where something is wrong it is looked at; where nothing is, it is there on demand.
  const isTelling = () => verdict() === 'fail' || verdict() === 'person';
  return (
    <article class="verdict-card" data-verdict={verdict()} id={`rule-${props.id}`}>
      <p class="verdict-head">
        <b class="verdict">
          <span aria-hidden="true">{MARKS[verdict()]}</span> {text[verdict()]}
        </b>
        <span>
          {rule().number} {rule().title}
        </span>
      </p>
      <Show when={judgement().missing.length > 0 && verdict() === 'not-given'}>
        <p class="meta">{fill(text.missing, { fields: desk.labels(judgement().missing) })}</p>
      </Show>
      <For each={telling()}>
        {({ limit, measured }) => (
          <p class="nums">
            {pair(
              text.measured,
              valueText(
                rule().fields.find(({ id }) => id === limit.field),
                measured,
                text,
              ),
            )}
            {'　'}
            {pair(text.required, limitText(limit, rule().fields, text))}
          </p>
        )}
      </For>
      <Show when={judgement().source && verdict() !== 'not-applicable' && verdict() !== 'not-given'}>
        <p class="correction-line">
          {sourceText(judgement().source, rule().fields, text)} · {text.byCorrection}
        </p>
      </Show>
      <Show when={isTelling()}>
        <p>
          <b>{text.advice}</b> {rule().advice}
        </p>
        <RuleDrawing judged={found()} />
      </Show>
      <details class="details">
        <summary>{text.basis}</summary>
        <p>{rule().text}</p>
        <Show when={rule().correction}>
          {(correction) => (
            <p class="correction-line">
              <b>{text.correction}</b> {correction().text} <small>{correction().sources.join(' · ')}</small>
            </p>
          )}
        </Show>
        <Show when={!isTelling()}>
          <RuleDrawing judged={found()} />
        </Show>
        <p class="meta">{rule().sources.join(' · ')}</p>
        <Show when={rule().sample} fallback={<p class="meta">{text.fixedLimit}</p>}>
          <OwnLimits id={props.id} />
        </Show>
      </details>
      <Show when={found().own.size > 0}>
        <p class="warn">⚑ {text.overridden}</p>
      </Show>
    </article>
  );
}
