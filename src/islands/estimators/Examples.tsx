import { createSignal, For, type JSX } from 'solid-js';
import { type ExampleRun, runExample } from '../../domain/estimators/preset.ts';
import { grouped } from '../../domain/estimators/working-text.ts';
import { fill } from '../../i18n/format.ts';
import type { EstimateState } from './estimate-state.ts';
import type { EstimatorProps } from './estimator-props.ts';
import { word } from './words.ts';

/** Worked examples with their derivation by hand; run at build time, and again here on request. */
export default function Examples(given: { props: EstimatorProps; state: EstimateState }): JSX.Element {
  const { props, state } = given;
  const runAll = (): readonly ExampleRun[] =>
    props.examples.map((example) => runExample(props.estimator, state.shape, example.values, example.expect));
  const [runs, setRuns] = createSignal(runAll());
  const [message, setMessage] = createSignal('');
  const run = () => {
    setRuns(runAll());
    setMessage(
      fill(props.text.examplesResult, { passed: runs().filter(({ passes }) => passes).length, all: runs().length }),
    );
  };
  return (
    <section class="examples" aria-labelledby="examples">
      <h2 id="examples">{props.text.examples}</h2>
      <p class="quiet">{props.text.examplesLead}</p>
      <For each={props.examples}>
        {(example, index) => (
          <article class="card example">
            <h3>{example.title}</h3>
            <p>
              <strong>{props.text.byHand}</strong> {example.derivation}
            </p>
            <p>
              <strong>{props.text.byEngine}</strong>{' '}
              <For each={runs()[index()]?.found ?? []}>
                {(found) => (
                  <span class="found-value">
                    {nameOf(props, found.at)} {found.value === undefined ? props.text.dash : plainFigure(found.value)}
                  </span>
                )}
              </For>{' '}
              <span data-tone={runs()[index()]?.passes ? 'good' : 'bad'}>
                {runs()[index()]?.passes ? props.text.passes : props.text.fails}
              </span>
            </p>
            <button class="button" type="button" data-needs-script onClick={() => state.replace(example.values)}>
              {props.text.useExample}
            </button>
          </article>
        )}
      </For>
      <p data-needs-script>
        <button class="button" type="button" onClick={run}>
          {props.text.runExamples}
        </button>{' '}
        <span role="status">{message()}</span>
      </p>
    </section>
  );
}

/** As the results show figures: grouped, with a true minus sign. Other values as they are. */
function plainFigure(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? grouped(value) : value;
}

function nameOf({ text }: EstimatorProps, at: string): string {
  const [kind, first = ''] = at.split(':');
  return kind === 'figure' ? word(text, first) : word(text, `section-${first}`);
}
