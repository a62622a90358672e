import { createMemo, For, type JSX, Show } from 'solid-js';
import { itemPath } from '../../domain/checklist/item-path.ts';
import { compare, decimalText, exact, HUNDRED, multiply, negate, ONE } from '../../domain/exact.ts';
import { fill } from '../../i18n/format.ts';
import { randomId } from '../../state/random-id.ts';
import SavedText from '../shared/SavedText.tsx';
import { readFigure, useDesk } from './desk-state.ts';
import { figureProblem } from './figure-problem.ts';
import LoadLines from './LoadLines.tsx';
import LoadTables from './LoadTables.tsx';
import { kilowatts, loadOf } from './load-state.ts';

/** Fixtures by circuit: single, group and total power against what is allowed. */
export default function LoadPart(): JSX.Element {
  const desk = useDesk();
  const { props, project } = desk;
  const { text } = props;
  const state = createMemo(() => loadOf(desk));
  const add = () => {
    const tenant = desk.tenant() ?? desk.begin();
    const path = itemPath(...tenant.split('/'), 'line', randomId());
    void project.writeAll([
      { item: path, field: 'begun', value: new Date().toISOString() },
      { item: path, field: 'group', value: 'lighting' },
      { item: path, field: 'count', value: '1' },
    ]);
  };
  const diversityProblem = (value: unknown) => {
    const reading = readFigure(value);
    if (!reading.ok) return reading.reason === 'empty' ? undefined : text.diversityWrong;
    const share = exact(reading.value);
    return share.n > 0n && compare(share, ONE) <= 0 ? undefined : text.diversityWrong;
  };
  return (
    <section class="desk-part" aria-labelledby="load">
      <h2 id="load">{text.loadPart}</h2>
      <div class="verdict-card" data-verdict={state().load.verdict} role="status">
        <p class="verdict-head">
          <b class="verdict">{state().load.verdict === 'not-given' ? text.loadOpen : text[state().load.verdict]}</b>
        </p>
        <p class="nums">
          {text.installed} {kilowatts(state().load.installed)} kW · {text.demand} {kilowatts(state().load.demand)} kW
          <Show when={state().load.margin}>
            {(margin) => (
              <>
                {' · '}
                {margin().n < 0n ? text.over : text.margin} {kilowatts(margin().n < 0n ? negate(margin()) : margin())}{' '}
                kW
              </>
            )}
          </Show>
          <Show when={state().load.use}>{(use) => <> · {decimalText(multiply(use(), HUNDRED), 1)} %</>}</Show>
        </p>
        <Show when={state().bad > 0}>
          <p class="warn">{fill(text.badLines, { count: state().bad })}</p>
        </Show>
      </div>
      <div class="fields">
        <SavedText
          label={text.capacity}
          unit="kW"
          inputmode="decimal"
          value={String(desk.value('capacity') ?? '')}
          problem={figureProblem(desk.value('capacity'), text, 'kW')}
          store={(typed) => desk.store('capacity', typed)}
        />
      </div>
      <LoadLines state={state()} />
      <p>
        <button class="button" type="button" disabled={!project.isReady()} onClick={add}>
          {text.addLine}
        </button>
      </p>
      <LoadTables load={state().load} />
      <details class="details">
        <summary>
          {text.diversity} <span class="tag assume">{text.sample}</span>
        </summary>
        <p>{props.load.note}</p>
        <div class="fields">
          <For each={props.load.groups}>
            {(group) => (
              <SavedText
                label={group.label}
                inputmode="decimal"
                value={String(desk.value(`diversity.${group.id}`) ?? '')}
                hint={fill(text.ownLimitHint, { value: group.diversity })}
                problem={diversityProblem(desk.value(`diversity.${group.id}`))}
                store={(typed) => desk.store(`diversity.${group.id}`, typed)}
              />
            )}
          </For>
        </div>
      </details>
    </section>
  );
}
