import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Verdict } from '../../domain/fit-out/rule-verdict.ts';
import { drawLimitScale } from '../../drawing/limit-scale.ts';
import { fill, formatNumber } from '../../i18n/format.ts';
import DrawingView from '../shared/DrawingView.tsx';
import SavedText from '../shared/SavedText.tsx';
import { type JudgedRuleView, ownLimitPath, readFigure, useDesk } from './desk-state.ts';
import type { FieldView } from './fit-out-props.ts';
import GivenField from './GivenField.tsx';
import { limitText, valueText } from './limit-text.ts';

export const MARKS: Record<Verdict, string> = {
  pass: '✓',
  fail: '✕',
  person: '?',
  'not-given': '○',
  'not-applicable': '–',
};

/** The design against every rule: questions of a topic, then each rule's verdict with measured and required value. */
export default function RulesPart(): JSX.Element {
  const desk = useDesk();
  const { props } = desk;
  const asked = new Set(props.questions.flatMap((group) => group.fields.map(({ id }) => id)));
  const topics = props.topics.map((topic) => {
    const fields: FieldView[] = [];
    for (const rule of props.rules.filter((each) => each.topic === topic.id)) {
      for (const field of rule.fields) {
        if (asked.has(field.id)) continue;
        asked.add(field.id);
        fields.push(field);
      }
    }
    return { ...topic, fields };
  });
  const count = (verdict: Verdict) => desk.judged().filter(({ judgement }) => judgement.verdict === verdict).length;
  return (
    <section class="desk-part" aria-labelledby="rules">
      <h2 id="rules">{props.text.rulesPart}</h2>
      <p role="status" class="nums">
        {fill(props.text.counts, {
          fail: count('fail'),
          person: count('person'),
          open: count('not-given'),
          pass: count('pass'),
          off: count('not-applicable'),
        })}
      </p>
      <For each={topics}>
        {(topic) => (
          <section class="topic">
            <h3 id={`topic-${topic.id}`}>{topic.title}</h3>
            <div class="topic-cols">
              <Show when={topic.fields.length > 0}>
                <div class="fields">
                  <For each={topic.fields}>
                    {(field) => (
                      <GivenField
                        field={field}
                        text={props.text}
                        value={desk.value(`g.${field.id}`)}
                        store={(value) => desk.store(`g.${field.id}`, value)}
                      />
                    )}
                  </For>
                </div>
              </Show>
              <div>
                <For each={props.rules.filter((rule) => rule.topic === topic.id)}>
                  {(rule) => <RuleRow id={rule.id} />}
                </For>
              </div>
            </div>
          </section>
        )}
      </For>
    </section>
  );
}

function RuleRow(props: { id: string }): JSX.Element {
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
  const figure = () => {
    const finding =
      judgement().findings.find(
        ({ limit, outcome }) =>
          outcome !== 'off' && outcome !== 'kept' && 'value' in limit && typeof limit.value === 'number',
      ) ??
      judgement().findings.find(
        ({ limit, outcome }) => outcome !== 'off' && 'value' in limit && typeof limit.value === 'number',
      );
    if (!finding || !('value' in finding.limit) || typeof finding.limit.value !== 'number') return undefined;
    const { limit, measured } = finding;
    const field = rule().fields.find(({ id }) => id === limit.field);
    const value = Number(measured);
    const unit = field?.unit ?? '';
    return drawLimitScale({
      limit: limit.value as number,
      op: limit.op as 'max' | 'min' | 'exact',
      measured: measured === undefined || !Number.isFinite(value) ? undefined : value,
      limitLabel: `${text.limit} ${limit.op === 'max' ? '≤ ' : limit.op === 'min' ? '≥ ' : ''}${formatNumber(limit.value as number)} ${unit}`,
      measuredLabel: `${text.design} ${formatNumber(value || 0)} ${unit}`,
    });
  };
  const verdict = () => judgement().verdict;
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
            {text.measured}：
            {valueText(
              rule().fields.find(({ id }) => id === limit.field),
              measured,
              text,
            )}
            {'　'}
            {text.required}：{limitText(limit, rule().fields, text)}
          </p>
        )}
      </For>
      <Show when={judgement().source && verdict() !== 'not-applicable' && verdict() !== 'not-given'}>
        <p class="correction-line">
          {fill(text.bySource, { verdict: text[judgement().source?.verdict ?? 'not-given'] })} · {text.byCorrection}
        </p>
      </Show>
      <Show when={verdict() === 'fail' || verdict() === 'person'}>
        <p>
          <b>{text.advice}</b> {rule().advice}
        </p>
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
        <Show when={figure()}>
          {(drawing) => (
            <div class="fig scale">
              <DrawingView drawing={drawing()} />
            </div>
          )}
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

/** The mall's own figures in place of the sample ones. */
function OwnLimits(props: { id: string }): JSX.Element {
  const { props: desk, project } = useDesk();
  const rule = desk.rules.find(({ id }) => id === props.id);
  return (
    <For each={rule?.limits ?? []}>
      {(limit, place) => {
        const field = rule?.fields.find(({ id }) => id === limit.field);
        if (limit.op !== 'max' && limit.op !== 'min' && limit.op !== 'exact') return null;
        const stored = () => String(project.value(ownLimitPath(props.id), `limit.${place()}`) ?? '');
        const problem = () => {
          const reading = readFigure(stored());
          return reading.ok || reading.reason === 'empty' ? undefined : desk.text.numberWrong;
        };
        return (
          <SavedText
            label={`${desk.text.ownLimit} · ${field?.label ?? limit.field}`}
            inputmode="decimal"
            unit={field?.unit}
            hint={fill(desk.text.ownLimitHint, { value: `${formatNumber(limit.value)} ${field?.unit ?? ''}` })}
            value={stored()}
            problem={problem()}
            store={(typed) =>
              void project.write(ownLimitPath(props.id), `limit.${place()}`, typed.trim() === '' ? null : typed)
            }
          />
        );
      }}
    </For>
  );
}
