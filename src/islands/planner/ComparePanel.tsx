import { createMemo, For, type JSX, Show } from 'solid-js';
import { slipFrom, takeBaseline } from '../../domain/schedule/baseline.ts';
import { drivingChain } from '../../domain/schedule/driver.ts';
import { baselineChange } from '../../domain/schedule/stored-plan.ts';
import { usePlanner } from './planner-state.ts';

/** What stands elsewhere than in the baseline, by how many working days, and the tasks that drive it. */
export default function ComparePanel(): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const slips = createMemo(() => {
    const [plan, dated, calendar] = [planner.stored(), planner.dated(), planner.calendar()];
    if (!plan?.baseline || !dated || !calendar) return [];
    return [...slipFrom(plan.baseline, dated.schedule, calendar)]
      .filter(([id]) => dated.schedule.rows.get(id)?.kind !== 'stage')
      .sort(([, a], [, b]) => Math.abs(b.finish) - Math.abs(a.finish) || b.finish - a.finish)
      .map(([id, slip]) => ({ id, ...slip, chain: drivingChain(dated.schedule.rows, id).slice(0, -1) }));
  });
  const sign = (days: number) => (days > 0 ? `+${days}` : days < 0 ? `−${-days}` : '0');
  return (
    <details class="card">
      <summary>{text.baseline}</summary>
      <button
        class="button"
        type="button"
        onClick={() => {
          const [plan, dated] = [planner.stored(), planner.dated()];
          if (plan && dated) planner.write([baselineChange(plan.id, takeBaseline(dated.schedule))]);
        }}
      >
        {text.setBaseline}
      </button>
      <Show when={planner.stored()?.baseline} fallback={<p>{text.noBaseline}</p>}>
        <Show when={slips().length > 0} fallback={<p>{text.noMoves}</p>}>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{text.row}</th>
                  <th scope="col">{text.moved}</th>
                  <th scope="col">{text.why}</th>
                </tr>
              </thead>
              <tbody>
                <For each={slips().slice(0, 100)}>
                  {(slip) => (
                    <tr>
                      <th scope="row">
                        {planner.numbers().get(slip.id)} {planner.nameOf(slip.id)}
                      </th>
                      <td class="nums">
                        {text.start} {sign(slip.start)}, {text.finish} {sign(slip.finish)}
                      </td>
                      <td>{slip.chain.map((id) => planner.nameOf(id)).join(' → ')}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </Show>
      </Show>
    </details>
  );
}
