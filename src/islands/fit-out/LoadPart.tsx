import { createMemo, For, type JSX, Show } from 'solid-js';
import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import { compare, decimalText, divide, type Exact, exact, HUNDRED, multiply, negate, ONE } from '../../domain/exact.ts';
import { type Fixture, type Load, reckonLoad } from '../../domain/fit-out/load.ts';
import { fill } from '../../i18n/format.ts';
import { randomId } from '../../state/random-id.ts';
import Pick from '../shared/Pick.tsx';
import SavedText from '../shared/SavedText.tsx';
import { type Desk, readFigure, useDesk } from './desk-state.ts';

export interface LoadState {
  lines: readonly ItemPath[];
  /** Lines that are incomplete or no numbers. */
  bad: number;
  load: Load;
  capacity: string | undefined;
}

const KILO = exact(1000);

/** Watts as kW with as many decimals as they need, at most three. */
export const kilowatts = (watts: Exact): string => decimalText(divide(watts, KILO), 3).replace(/\.?0+$/, '');

/** The fixtures of the tenant as they were entered, and what they add up to. */
export function loadOf(desk: Desk): LoadState {
  const tenant = desk.tenant();
  const { project, props } = desk;
  const lines =
    tenant === undefined
      ? []
      : project
          .items(itemPath(...tenant.split('/'), 'line'))
          .filter((path) => project.value(path, 'removed') !== true)
          .map((path) => ({ path, begun: String(project.value(path, 'begun') ?? '') }))
          .sort((a, b) => (a.begun < b.begun ? -1 : a.begun > b.begun ? 1 : 0))
          .map(({ path }) => path);
  let bad = 0;
  const fixtures = lines.flatMap((path): Fixture[] => {
    const watts = readFigure(project.value(path, 'watts'));
    const count = readFigure(project.value(path, 'count'));
    if (!watts.ok || !count.ok) {
      bad += 1;
      return [];
    }
    return [
      {
        id: path,
        circuit: String(project.value(path, 'circuit') ?? '—'),
        group: String(project.value(path, 'group') ?? 'other'),
        watts: exact(watts.value),
        count: exact(count.value),
      },
    ];
  });
  const capacity = readFigure(desk.value('capacity'));
  const diversity = new Map(
    props.load.groups.map((group) => {
      const own = readFigure(desk.value(`diversity.${group.id}`));
      const share = own.ok ? exact(own.value) : exact(group.diversity);
      return [group.id, share.n > 0n && compare(share, ONE) <= 0 ? share : ONE] as const;
    }),
  );
  return {
    lines,
    bad,
    capacity: capacity.ok ? capacity.value : undefined,
    load: reckonLoad({
      fixtures,
      diversity,
      capacity: capacity.ok ? exact(capacity.value) : undefined,
      circuitLimits: new Map(),
    }),
  };
}

/** Fixtures by circuit: single, group and total power against what is allowed. */
export default function LoadPart(): JSX.Element {
  const desk = useDesk();
  const { props, project } = desk;
  const { text } = props;
  const state = createMemo(() => loadOf(desk));
  const groupName = (id: string) => props.load.groups.find((group) => group.id === id)?.label ?? id;
  const add = () => {
    const tenant = desk.tenant() ?? desk.begin();
    const path = itemPath(...tenant.split('/'), 'line', randomId());
    void project.writeAll([
      { item: path, field: 'begun', value: new Date().toISOString() },
      { item: path, field: 'group', value: 'lighting' },
      { item: path, field: 'count', value: '1' },
    ]);
  };
  const figureProblem = (value: unknown) => {
    const reading = readFigure(value);
    return reading.ok || reading.reason === 'empty'
      ? undefined
      : reading.reason === 'wrong'
        ? text.numberWrong
        : text.numberNegative;
  };
  const diversityProblem = (value: unknown) => {
    const reading = readFigure(value);
    if (!reading.ok) return reading.reason === 'empty' ? undefined : text.diversityWrong;
    const share = exact(reading.value);
    return share.n > 0n && compare(share, ONE) <= 0 ? undefined : text.diversityWrong;
  };
  const power = (path: ItemPath) => {
    const line = state().load.lines.find(({ id }) => id === path);
    return line ? `${kilowatts(line.watts)} kW` : '—';
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
          problem={figureProblem(desk.value('capacity'))}
          store={(typed) => desk.store('capacity', typed)}
        />
      </div>
      <Show when={state().lines.length > 0} fallback={<p class="quiet">{text.noLines}</p>}>
        <ol class="load-lines">
          <For each={state().lines}>
            {(path, place) => (
              <li>
                <SavedText
                  label={text.lineName}
                  value={String(project.value(path, 'name') ?? '')}
                  store={(typed) => void project.write(path, 'name', typed)}
                />
                <SavedText
                  label={text.circuit}
                  value={String(project.value(path, 'circuit') ?? '')}
                  store={(typed) => void project.write(path, 'circuit', typed === '' ? null : typed)}
                />
                <Pick
                  label={text.group}
                  options={props.load.groups}
                  value={String(project.value(path, 'group') ?? 'other')}
                  store={(id) => void project.write(path, 'group', id)}
                />
                <SavedText
                  label={text.watts}
                  unit="W"
                  inputmode="decimal"
                  value={String(project.value(path, 'watts') ?? '')}
                  problem={figureProblem(project.value(path, 'watts'))}
                  store={(typed) => void project.write(path, 'watts', typed)}
                />
                <SavedText
                  label={text.count}
                  inputmode="decimal"
                  value={String(project.value(path, 'count') ?? '')}
                  problem={figureProblem(project.value(path, 'count'))}
                  store={(typed) => void project.write(path, 'count', typed)}
                />
                <p class="line-sum">
                  <span class="lab">{text.power}</span>
                  <b class="nums">{power(path)}</b>
                </p>
                <button
                  class="button"
                  type="button"
                  aria-label={fill(text.removeLine, { line: String(project.value(path, 'name') ?? place() + 1) })}
                  onClick={() => void project.write(path, 'removed', true)}
                >
                  {text.remove}
                </button>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <p>
        <button class="button" type="button" disabled={!project.isReady()} onClick={add}>
          {text.addLine}
        </button>
      </p>
      <Show when={state().load.lines.length > 0}>
        <div class="load-tables">
          <table>
            <caption>{text.circuits}</caption>
            <tbody>
              <For each={state().load.circuits}>
                {(circuit) => (
                  <tr>
                    <th scope="row">{circuit.id}</th>
                    <td class="num">{kilowatts(circuit.watts)} kW</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <table>
            <caption>{text.groups}</caption>
            <thead>
              <tr>
                <th>{text.group}</th>
                <th class="num">{text.installed}</th>
                <th class="num">{text.diversity}</th>
                <th class="num">{text.demand}</th>
              </tr>
            </thead>
            <tbody>
              <For each={state().load.groups}>
                {(group) => (
                  <tr>
                    <th scope="row">{groupName(group.id)}</th>
                    <td class="num">{kilowatts(group.watts)} kW</td>
                    <td class="num">{decimalText(group.diversity, 2)}</td>
                    <td class="num">{kilowatts(group.demand)} kW</td>
                  </tr>
                )}
              </For>
              <tr>
                <th scope="row">{text.total}</th>
                <td class="num">{kilowatts(state().load.installed)} kW</td>
                <td />
                <td class="num">{kilowatts(state().load.demand)} kW</td>
              </tr>
            </tbody>
          </table>
        </div>
      </Show>
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
