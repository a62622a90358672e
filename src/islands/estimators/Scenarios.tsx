import { createMemo, createSignal, For, Index, type JSX, Show, untrack } from 'solid-js';
import { estimate } from '../../domain/estimators/estimators.ts';
import type { FormValues } from '../../domain/estimators/form.ts';
import { exactOf, type Outcome } from '../../domain/estimators/outcome.ts';
import { grouped } from '../../domain/estimators/working-text.ts';
import { decimalText, HUNDRED, multiply } from '../../domain/exact.ts';
import { changedInputs, scenarioDifference } from '../../domain/fees/scenario-difference.ts';
import { fill } from '../../i18n/format.ts';
import type { EstimateState } from './estimate-state.ts';
import type { EstimatorProps } from './estimator-props.ts';
import { valueText, word } from './words.ts';

/** Which scenario is worked on. */
export function ScenarioBar(given: { props: EstimatorProps; state: EstimateState }): JSX.Element {
  const { props, state } = given;
  return (
    <div class="bar-fields" data-needs-script>
      <label>
        <span class="lab">{props.text.scenarios}</span>
        <select class="field" onChange={(event) => state.select(event.currentTarget.value)}>
          <Index each={state.scenarios()}>
            {(scenario) => (
              <option value={scenario().id} selected={scenario().id === state.current().id}>
                {scenario().name}
              </option>
            )}
          </Index>
        </select>
      </label>
      <label>
        <span class="lab">{props.text.scenarioName}</span>
        <input
          class="field"
          type="text"
          maxlength={60}
          autocomplete="off"
          value={state.current().name}
          onInput={(event) => {
            if (!event.isComposing) state.rename(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => state.rename(event.currentTarget.value)}
          onChange={(event) => state.rename(event.currentTarget.value)}
        />
      </label>
      <button class="button" type="button" onClick={() => state.duplicate()}>
        {props.text.duplicate}
      </button>
      <Show when={state.scenarios().length > 1}>
        <button class="button danger" type="button" onClick={() => state.remove()}>
          {props.text.deleteScenario}
        </button>
      </Show>
    </div>
  );
}

/** Two scenarios side by side: differences in their unit and in percent, and the inputs that differ. */
export function Comparison(given: {
  props: EstimatorProps;
  state: EstimateState;
  /** Of the scenario that is worked on. */
  outcome: Outcome | undefined;
}): JSX.Element {
  const { props, state } = given;
  const others = () => state.scenarios().filter(({ id }) => id !== state.current().id);
  const [chosen, setChosen] = createSignal('');
  const base = () => others().find(({ id }) => id === chosen()) ?? others()[0];
  // Reckoned again only when the other scenario itself is another one.
  const kept = createMemo(() => base());
  const otherOutcome = createMemo(() => {
    const values = kept()?.values;
    return values && estimate(props.estimator, state.shape, values);
  });
  const both = createMemo(() => {
    const [other, before, now] = [base(), otherOutcome(), given.outcome];
    return other && before?.ok && now ? { other, before, now, values: untrack(state.values) } : undefined;
  });
  return (
    <Show when={others().length > 0}>
      <section class="compare">
        <h3 id="compare">{props.text.compare}</h3>
        <label>
          <span class="lab">{props.text.compareWith}</span>
          <select class="field" onChange={(event) => setChosen(event.currentTarget.value)}>
            <For each={others()}>
              {(scenario) => (
                <option value={scenario.id} selected={scenario.id === base()?.id}>
                  {scenario.name}
                </option>
              )}
            </For>
          </select>
        </label>
        <Show when={otherOutcome()?.ok === false}>
          <p class="bad">! {fill(props.text.compareWrong, { name: base()?.name ?? '' })}</p>
        </Show>
        <Show when={both()}>
          {(pair) => (
            <>
              <div class="scroll" tabindex={0} role="group" aria-labelledby="compare">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{props.text.item}</th>
                      <th scope="col" class="num">
                        {pair().other.name}
                      </th>
                      <th scope="col" class="num">
                        {state.current().name}
                      </th>
                      <th scope="col" class="num">
                        {props.text.difference}
                      </th>
                      <th scope="col" class="num">
                        %
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={rowsOf(props, pair().before, pair().now)}>
                      {(row) => (
                        <tr>
                          <th scope="row">{row.label}</th>
                          <For each={row.cells}>{(cell) => <td class="num">{cell}</td>}</For>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </div>
              <p>
                {props.text.changedInputs}
                {props.locale === 'en' ? ': ' : '：'}
                {changes(props, pair().other.values, pair().values).join(props.locale === 'en' ? ', ' : '、') ||
                  props.text.none}
              </p>
            </>
          )}
        </Show>
      </section>
    </Show>
  );
}

function rowsOf(props: EstimatorProps, before: Outcome, now: Outcome) {
  const amounts = (outcome: Outcome) =>
    Object.fromEntries(
      outcome.figures.flatMap(({ id, value }) => {
        const exact = exactOf(value);
        return exact ? [[id, exact]] : [];
      }),
    );
  return scenarioDifference(amounts(before), amounts(now)).map((row) => {
    const find = (outcome: Outcome) => outcome.figures.find(({ id }) => id === row.id)?.value;
    const kind = (find(now) ?? find(before))?.kind;
    const difference =
      kind === 'money'
        ? decimalText({ n: row.difference.n, d: row.difference.d * 100n }, 2)
        : kind === 'percent'
          ? `${decimalText(multiply(row.difference, HUNDRED), 2)}%`
          : decimalText(row.difference, row.difference.n % row.difference.d === 0n ? 0 : 2);
    const cell = (outcome: Outcome) => {
      const value = find(outcome);
      return value ? valueText(props.text, value) : props.text.dash;
    };
    return {
      label: word(props.text, row.id),
      cells: [
        cell(before),
        cell(now),
        signed(difference),
        row.share ? signed(`${decimalText(multiply(row.share, HUNDRED), 1)}%`) : props.text.dash,
      ],
    };
  });
}

const signed = (text: string): string =>
  text.startsWith('-') ? grouped(text) : /[1-9]/.test(text) ? `+${grouped(text)}` : text;

/** Inputs that differ, in words: a field's label, or a table's with the number of cells. */
export function changes(props: EstimatorProps, from: FormValues, to: FormValues): readonly string[] {
  const paths = [...changedInputs(from.fields, to.fields)];
  const tables = props.tables.flatMap((table) => {
    const count = changedInputs(from.tables[table.id] ?? [], to.tables[table.id] ?? []).length;
    return count > 0 ? [`${table.title} (${count})`] : [];
  });
  return [...paths.map((path) => props.fields.find(({ id }) => id === path)?.label ?? path), ...tables];
}
