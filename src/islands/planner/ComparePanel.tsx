import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { alignRows, renameRows } from '../../domain/schedule/align-rows.ts';
import { takeBaseline } from '../../domain/schedule/baseline.ts';
import { type Comparison, comparePlans, compareWithBaseline } from '../../domain/schedule/compare.ts';
import { baselineChange, PLANS, readPlan } from '../../domain/schedule/stored-plan.ts';
import { fill } from '../../i18n/format.ts';
import { causeText, chainText, rowNames, separator, signed } from './plan-words.ts';
import { usePlanner } from './planner-state.ts';

/** As many moves as are worth reading. */
const MOST = 100;
/** The choice that is no plan. */
const BASELINE = '';

/** What stands elsewhere than in the baseline or in another plan, by how many working days, and the chain that drives it. */
export default function ComparePanel(): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const [against, setAgainst] = createSignal(BASELINE);
  const [isOpen, setOpen] = createSignal(false);
  const others = createMemo(() => planner.plans().filter(({ id }) => id !== planner.stored()?.id));
  const other = () => (others().some(({ id }) => id === against()) ? against() : BASELINE);
  const comparison = createMemo((): (Comparison & { names?: ReadonlyMap<string, string> }) | undefined => {
    const [plan, dated, calendar] = [planner.stored(), planner.dated(), planner.calendar()];
    if (!isOpen() || !plan || !dated || !calendar) return undefined;
    const id = other();
    if (id === BASELINE) return plan.baseline && compareWithBaseline(plan.baseline, dated, calendar);
    const read = planner.project.under(PLANS, (index) => readPlan(index, id));
    if (!read) return undefined;
    const ids = alignRows(read.rows, plan.rows);
    const { direction } = read;
    const milestone = direction.from === 'opening' ? direction.milestone : undefined;
    const before = planner.datedPlan({
      ...read,
      rows: renameRows(read.rows, ids),
      ...(milestone === undefined
        ? {}
        : { direction: { from: 'opening', day: direction.day, milestone: ids.get(milestone) ?? milestone } }),
    });
    const names = new Map(read.rows.map((row) => [ids.get(row.id) ?? row.id, row.name ?? row.id]));
    return before && { ...comparePlans(before, dated, calendar), names };
  });
  const moves = () =>
    (comparison()?.moved ?? []).filter(({ id }) => planner.dated()?.schedule.rows.get(id)?.kind !== 'stage');
  /** A baseline holds no names: of its rows that are gone only the number is known. */
  const goneNames = ({ removed, names }: { removed: readonly string[]; names?: ReadonlyMap<string, string> }) =>
    names === undefined ? String(removed.length) : removed.map((id) => names.get(id) ?? id).join(separator(planner));
  const setBaseline = () => {
    const [plan, dated] = [planner.stored(), planner.dated()];
    if (plan && dated) void planner.write([baselineChange(plan.id, takeBaseline(dated.schedule))]);
  };
  return (
    <details class="card compare" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.baseline}</summary>
      <div class="row-tools">
        <button class="button" type="button" onClick={setBaseline}>
          {text.setBaseline}
        </button>
        <Show when={others().length > 0}>
          <label>
            <span class="lab">{text.against}</span>
            <select class="field" autocomplete="off" onChange={(event) => setAgainst(event.currentTarget.value)}>
              <option value={BASELINE} selected={other() === BASELINE}>
                {text.againstBaseline}
              </option>
              <For each={others()}>
                {(plan) => (
                  <option value={plan.id} selected={plan.id === other()}>
                    {plan.name}
                  </option>
                )}
              </For>
            </select>
          </label>
        </Show>
      </div>
      <Show when={comparison()} fallback={<p>{text.noBaseline}</p>}>
        {(found) => (
          <>
            <p role="status">{moves().length > 0 ? fill(text.movedCount, { count: moves().length }) : text.noMoves}</p>
            <Show when={found().added.length > 0}>
              <p>{fill(text.addedRows, { names: rowNames(planner, found().added) })}</p>
            </Show>
            <Show when={found().removed.length > 0}>
              <p>{fill(text.removedRows, { names: goneNames(found()) })}</p>
            </Show>
            <Show when={found().nowCritical.length > 0}>
              <p>{fill(text.nowCritical, { names: rowNames(planner, found().nowCritical) })}</p>
            </Show>
            <Show when={found().noLongerCritical.length > 0}>
              <p>{fill(text.noLongerCritical, { names: rowNames(planner, found().noLongerCritical) })}</p>
            </Show>
            <Show when={moves().length > 0}>
              <div class="scroll" role="group" tabindex={0} aria-label={text.moved}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{text.row}</th>
                      <th scope="col">{text.moved}</th>
                      <th scope="col">{text.drivenBy}</th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={moves().slice(0, MOST)}>
                      {(move) => (
                        <tr>
                          <th scope="row">
                            {planner.numbers().get(move.id)} {planner.nameOf(move.id)}
                          </th>
                          <td class="nums">
                            {fill(text.movedText, { start: signed(move.start), finish: signed(move.finish) })}
                          </td>
                          <td>
                            {chainText(planner, move.chain)}
                            <Show when={move.causes.length > 0}> ({causeText(planner, move.causes)})</Show>
                          </td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </div>
            </Show>
            <Show when={moves().length > MOST}>
              <p class="quiet">{fill(text.moreRows, { count: MOST })}</p>
            </Show>
          </>
        )}
      </Show>
    </details>
  );
}
