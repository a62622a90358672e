import { createMemo, For, type JSX, Show } from 'solid-js';
import { drivingChain } from '../../domain/schedule/driver.ts';
import type { PlanFault, PlanNote } from '../../domain/schedule/fault.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import MoreLines from './MoreLines.tsx';
import type { AskedStart } from './plan-changes.ts';
import { chainText, rowNames, separator as separatorOf } from './plan-words.ts';
import { usePlanner } from './planner-state.ts';

/** As many lines of one kind as are read in one go. */
const MOST = 12;

/** How far the plan holds: its span, what is late, what moved with the last change, what cannot be. */
export default function PlanMessages(): JSX.Element {
  const planner = usePlanner();
  const { text, locale } = planner.props;
  const result = () => planner.dated()?.schedule;
  const separator = separatorOf(planner);
  const names = (ids: readonly string[]) => rowNames(planner, ids);
  const faultText = (fault: PlanFault): string => {
    const tasks = names('tasks' in fault ? fault.tasks : 'task' in fault ? [fault.task] : []);
    switch (fault.code) {
      case 'impossible':
        return fill(text['fault-impossible'], {
          tasks,
          day: formatDay(fault.day, locale),
          n: fault.shortBy,
          chain: chainText(planner, fault.chain),
        });
      default:
        return fill(text[`fault-${fault.code}`], { tasks });
    }
  };
  const noteText = (note: PlanNote): string =>
    fill(text[`note-${note.code}`], {
      tasks: names([note.task]),
      ...('day' in note ? { day: formatDay(note.day, locale), taken: formatDay(note.taken, locale) } : {}),
    });
  /** What warns without moving anything: missed deadlines, and problems of checklists whose day has passed. */
  const warnings = createMemo(() =>
    planner.rows().flatMap(({ id, checklist }) => {
      const short = result()?.rows.get(id)?.deadlineShortBy ?? 0;
      const overdue = checklist === undefined ? 0 : (planner.progressOf(checklist)?.overdue ?? 0);
      return [
        ...(short > 0 ? [fill(text.deadlineLine, { tasks: names([id]), n: short })] : []),
        ...(overdue > 0 ? [fill(text.problemLine, { tasks: names([id]), n: overdue })] : []),
      ];
    }),
  );
  const notKeptText = ({ row, day }: AskedStart): string => {
    const rows = result()?.rows ?? new Map();
    return fill(text.startNotKept, {
      tasks: names([row]),
      day: formatDay(day, locale),
      start: formatDay(rows.get(row)?.start ?? '', locale),
      chain: chainText(planner, drivingChain(rows, row)),
    });
  };
  const lines = createMemo(() => {
    const change = planner.lastChange();
    if (!change) return [];
    const start = planner.notKept();
    const said = [
      ...(start ? [notKeptText(start)] : []),
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
                <strong>! {text.faults}</strong>
                <Lines each={found().faults.map(faultText)} />
              </div>
            </Show>
            <Show when={warnings().length > 0}>
              <div class="warn">
                <Lines each={warnings()} />
              </div>
            </Show>
            <Show when={found().notes.length > 0}>
              <details class="quiet">
                <summary>
                  {text.notes} ({found().notes.length})
                </summary>
                <Lines each={found().notes.map(noteText)} />
              </details>
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

function Lines(props: { each: readonly string[] }): JSX.Element {
  return (
    <>
      <ul>
        <For each={props.each.slice(0, MOST)}>{(line) => <li>{line}</li>}</For>
      </ul>
      <MoreLines each={props.each.slice(MOST)} />
    </>
  );
}
