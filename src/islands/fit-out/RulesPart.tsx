import { For, type JSX, Show } from 'solid-js';
import type { Verdict } from '../../domain/fit-out/rule-verdict.ts';
import { fill } from '../../i18n/format.ts';
import { useDesk } from './desk-state.ts';
import type { FieldView } from './fit-out-props.ts';
import GivenField from './GivenField.tsx';
import RuleRow from './RuleRow.tsx';

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
