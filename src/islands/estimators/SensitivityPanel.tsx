import { createDeferred, createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { ESTIMATORS } from '../../domain/estimators/estimators.ts';
import { sensitivityOf } from '../../domain/estimators/sensitivity.ts';
import { grouped } from '../../domain/estimators/working-text.ts';
import { decimalText, type Exact } from '../../domain/exact.ts';
import { drawTornado } from '../../drawing/estimate-charts.ts';
import { fill } from '../../i18n/format.ts';
import { ShapesView } from './ChartView.tsx';
import type { EstimateState } from './estimate-state.ts';
import type { EstimatorProps } from './estimator-props.ts';
import { word } from './words.ts';

const RANGES = [5, 10, 20] as const;

/** Each input moved alone, the widest swing first: tornado and table. Reckoned when it is opened. */
export default function SensitivityPanel(given: { props: EstimatorProps; state: EstimateState }): JSX.Element {
  const { props, state } = given;
  const [open, setOpen] = createSignal(false);
  const [range, setRange] = createSignal<number>(10);
  // Many estimates at once: they follow when the page has a moment.
  const values = createDeferred(state.values, { timeoutMs: 500 });
  const found = createMemo(() =>
    open() ? sensitivityOf(ESTIMATORS[props.estimator], state.shape, values(), props.sensitivity, range()) : undefined,
  );
  const figure = () => {
    const result = state.outcome();
    return result.ok ? result.figures[0] : undefined;
  };
  const text = (value: Exact | undefined): string => {
    if (!value) return props.text.refused;
    return figure()?.value.kind === 'money'
      ? grouped(decimalText({ n: value.n, d: value.d * 100n }, 2))
      : grouped(decimalText(value, value.n % value.d === 0n ? 0 : 2));
  };
  const label = (path: string): string => {
    const [first, column] = path.split('.');
    if (column === undefined) return props.fields.find(({ id }) => id === first)?.label ?? path;
    const table = props.tables.find(({ id }) => id === first);
    return `${table?.title ?? first} · ${table?.columns.find(({ id }) => id === column)?.label ?? column}`;
  };
  const plain = (value: Exact | undefined): number => (value ? Number(decimalText(value, 4)) : 0);
  return (
    <Show when={props.sensitivity.length > 0}>
      <details class="sensitivity" onToggle={(event) => setOpen(event.currentTarget.open)} data-needs-script>
        <summary>
          <h3>{props.text.sensitivity}</h3>
        </summary>
        <Show when={found()}>
          {(result) => (
            <>
              <label>
                <span class="lab">{props.text.range}</span>
                <select class="field" onChange={(event) => setRange(Number(event.currentTarget.value))}>
                  <For each={RANGES}>
                    {(percent) => (
                      <option value={percent} selected={percent === range()}>
                        ± {percent}%
                      </option>
                    )}
                  </For>
                </select>
              </label>
              <p>
                {fill(props.text.sensitivityLead, { percent: range(), figure: word(props.text, figure()?.id ?? '') })}
              </p>
              <ShapesView
                id="tornado"
                title={props.text.sensitivity}
                shapes={drawTornado(
                  result()
                    .bars.filter(({ swing }) => swing !== undefined)
                    .map((bar) => ({
                      label: label(bar.id),
                      low: plain(bar.resultAtLow),
                      high: plain(bar.resultAtHigh),
                      text: text(bar.swing),
                    })),
                  plain(result().result),
                )}
              />
              <div class="scroll" tabindex={0} role="group" aria-label={props.text.sensitivity}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{props.text.input}</th>
                      <th scope="col" class="num">{`${props.text.low} ${range()}%`}</th>
                      <th scope="col" class="num">{`${props.text.high} ${range()}%`}</th>
                      <th scope="col" class="num">
                        {props.text.swing}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={result().bars}>
                      {(bar) => (
                        <tr>
                          <th scope="row">{label(bar.id)}</th>
                          <td class="num">{text(bar.resultAtLow)}</td>
                          <td class="num">{text(bar.resultAtHigh)}</td>
                          <td class="num">{text(bar.swing)}</td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </div>
            </>
          )}
        </Show>
      </details>
    </Show>
  );
}
