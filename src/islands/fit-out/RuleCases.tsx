import { For, type JSX, Show } from 'solid-js';
import { judgeRule } from '../../domain/fit-out/rule-verdict.ts';
import type { FitOutText } from '../../i18n/fit-out-strings.ts';
import { fill } from '../../i18n/format.ts';
import type { CaseView, RuleView } from './fit-out-props.ts';
import { limitText } from './limit-text.ts';
import { MARKS } from './rule-marks.ts';

/** Every rule with its limits, correction and worked cases, judged when the page is built. Never hydrated. */
export default function RuleCases(props: {
  rules: readonly (RuleView & { cases: readonly CaseView[] })[];
  text: FitOutText;
}): JSX.Element {
  return (
    <For each={props.rules}>
      {(rule) => (
        <article class="rule-case" id={`case-${rule.id}`}>
          <h3>
            {rule.number} {rule.title}
          </h3>
          <p>{rule.text}</p>
          <ul>
            <For each={rule.correction && rule.correction.limits.length > 0 ? rule.correction.limits : rule.limits}>
              {(limit) => <li>{limitText(limit, rule.fields, props.text)}</li>}
            </For>
          </ul>
          <Show when={rule.correction}>
            {(correction) => (
              <p class="correction-line">
                <b>{props.text.correction}</b> {correction().text}
              </p>
            )}
          </Show>
          <p class="meta">
            {[...rule.sources, ...(rule.correction?.sources ?? [])].join(' · ')}
            {rule.sample ? ` · ${props.text.sample}` : ''}
          </p>
          <div class="scroll" tabindex="0" role="group" aria-label={`${rule.number} ${rule.title}`}>
            <table>
              <thead>
                <tr>
                  <th>{props.text.case}</th>
                  <th>{props.text.verdict}</th>
                </tr>
              </thead>
              <tbody>
                <For each={rule.cases}>
                  {(one) => {
                    const judged = judgeRule(rule, one.given);
                    return (
                      <tr>
                        <td>{one.name}</td>
                        <td>
                          {MARKS[judged.verdict]} {props.text[judged.verdict]}
                          {judged.source && judged.source.verdict !== judged.verdict
                            ? ` · ${fill(props.text.bySource, { verdict: props.text[judged.source.verdict] })}`
                            : ''}
                        </td>
                      </tr>
                    );
                  }}
                </For>
              </tbody>
            </table>
          </div>
        </article>
      )}
    </For>
  );
}
