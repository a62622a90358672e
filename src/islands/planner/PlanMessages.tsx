import { createMemo, For, type JSX, Show } from 'solid-js';
import type { PlanFault } from '../../domain/schedule/fault.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import { usePlanner } from './planner-state.ts';

/** How far the plan holds: its span, what is late, what moved with the last change, what cannot be. */
export default function PlanMessages(): JSX.Element {
  const planner = usePlanner();
  const { text, locale } = planner.props;
  const result = () => planner.dated()?.schedule;
  const separator = locale === 'en' ? ', ' : '、';
  const names = (ids: readonly string[]) => {
    const shown = ids.slice(0, 6).map((id) => `${planner.numbers().get(id) ?? ''} ${planner.nameOf(id)}`.trim());
    return shown.join(separator) + (ids.length > shown.length ? ` … (${ids.length})` : '');
  };
  const faultText = (fault: PlanFault): string => {
    const tasks = names('tasks' in fault ? fault.tasks : 'task' in fault ? [fault.task] : []);
    switch (fault.code) {
      case 'impossible':
        return fill(text['fault-impossible'], {
          tasks,
          day: formatDay(fault.day, locale),
          n: fault.shortBy,
          chain: fault.chain.map((id) => planner.nameOf(id)).join(' → '),
        });
      case 'cycle':
      case 'waiting':
      case 'dangling-link':
      case 'stage-link':
        return fill(text[`fault-${fault.code}`], { tasks });
      default:
        return fill(text['fault-other'], { tasks, code: fault.code });
    }
  };
  const lines = createMemo(() => {
    const change = planner.lastChange();
    if (!change) return [];
    const said = [
      change.moved.length > 0 ? fill(text.movedRows, { count: change.moved.length }) : text.nothingMoved,
      ...(change.nowCritical.length > 0 ? [fill(text.nowCritical, { names: names(change.nowCritical) })] : []),
      ...(change.noLongerCritical.length > 0
        ? [fill(text.noLongerCritical, { names: names(change.noLongerCritical) })]
        : []),
    ];
    return said;
  });
  return (
    <section class="plan-messages">
      <Show when={result()}>
        {(found) => (
          <>
            <p>
              {fill(text.spans, {
                start: formatDay(found().start ?? '', locale),
                finish: formatDay(found().finish ?? '', locale),
                count: planner.rows().length,
              })}
            </p>
            <Show when={found().alreadyLate > 0}>
              <p class="bad">
                !{' '}
                {fill(text.alreadyLate, {
                  n: found().alreadyLate,
                  day: formatDay(planner.stored()?.direction.day ?? '', locale),
                })}
              </p>
            </Show>
            <Show when={found().years.unknown.length > 0}>
              <p class="warn">{fill(text.unknownYears, { years: found().years.unknown.join(separator) })}</p>
            </Show>
            <Show when={found().years.provisional.length > 0}>
              <p class="warn">{fill(text.provisionalYears, { years: found().years.provisional.join(separator) })}</p>
            </Show>
            <Show when={found().faults.length > 0}>
              <div class="bad">
                <strong>{text.faults}</strong>
                <ul>
                  <For each={found().faults.slice(0, 12)}>{(fault) => <li>{faultText(fault)}</li>}</For>
                </ul>
              </div>
            </Show>
          </>
        )}
      </Show>
      <div role="status" class="last-change">
        <For each={lines()}>{(line) => <p>{line}</p>}</For>
      </div>
    </section>
  );
}
