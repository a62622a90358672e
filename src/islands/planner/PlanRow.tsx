import { createMemo, type JSX, Show } from 'solid-js';
import { readDay } from '../../domain/day.ts';
import { freeStart, startEdit } from '../../domain/schedule/start-edit.ts';
import { fill } from '../../i18n/format.ts';
import { durationText, linksText, type ReadCell, readDuration, readLinkCell, readPercent } from './cell-input.ts';
import PlanCell from './PlanCell.tsx';
import { isOpening, usePlanner } from './planner-state.ts';
import type { RowEdits } from './row-edits.ts';
import type { RowView } from './row-view.ts';

/** One row of the table: what can be typed in it, and what the plan makes of it. */
export default function PlanRow(props: { view: RowView; isStop: boolean; edits: RowEdits }): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const { view } = props;
  const { id, row, dates, isStage } = view;
  const overdue = createMemo(() => {
    const list = row().checklist;
    return list === undefined ? 0 : (planner.progressOf(list)?.overdue ?? 0);
  });
  const label = (column: string) => `${column}: ${row().name ?? ''}`;
  const idOfRow = (written: string) => planner.rows()[Number(written) - 1]?.id ?? planner.rowOf(written)?.id;
  /** Whether its start is the reader's to say. */
  const isStartFree = createMemo(
    () => !isStage() && planner.stored()?.direction.from !== undefined && !isOpening(planner, id),
  );
  const readStart = (typed: string): ReadCell => {
    if (typed.trim() === '') return { ok: true, edit: freeStart(row()) };
    const [day, plan] = [readDay(typed), planner.stored()];
    if (day && plan) return { ok: true, edit: startEdit(row(), plan.direction, day, dates()?.start), start: day };
    return { ok: false, problem: text.dayWrong };
  };
  return (
    <tr
      aria-rowindex={view.number() + 1}
      data-row={id}
      data-kind={isStage() ? 'stage' : row().kind}
      data-selected={view.isSelected() ? '' : undefined}
    >
      <td class="num">{view.number()}</td>
      <th scope="row" data-level={Math.min(6, view.level())}>
        <PlanCell
          view={view}
          isStop={props.isStop}
          column="name"
          label={text.task}
          value={row().name ?? ''}
          read={(typed) => ({ ok: true, edit: { name: typed.trim() || undefined } })}
          onKey={props.edits.onKey(view, 'name')}
        />
      </th>
      <td>
        <Show when={!isStage() && row().kind === 'task'}>
          <PlanCell
            view={view}
            isStop={props.isStop}
            column="duration"
            label={label(text.duration)}
            value={durationText(row())}
            read={(typed) => readDuration(typed, text)}
            onKey={props.edits.onKey(view, 'duration')}
          />
        </Show>
      </td>
      <td>
        <PlanCell
          view={view}
          isStop={props.isStop}
          column="start"
          label={label(text.start)}
          value={dates()?.start ?? ''}
          read={isStartFree() ? readStart : undefined}
          onKey={props.edits.onKey(view, 'start')}
        />
      </td>
      <td class="nums">{dates()?.finish}</td>
      <td>
        <PlanCell
          view={view}
          isStop={props.isStop}
          column="links"
          label={label(text.links)}
          value={linksText(row(), (one) => planner.numbers().get(one))}
          read={(typed) => readLinkCell(typed, idOfRow, text)}
          onKey={props.edits.onKey(view, 'links')}
        />
      </td>
      <td class="float">
        <div>
          <Show when={dates()?.state !== 'done'} fallback={<span>✓ {text.done}</span>}>
            <Show when={(dates()?.lateBy ?? 0) > 0}>
              <b class="bad">! {fill(text.late, { n: dates()?.lateBy ?? 0 })}</b>
            </Show>
            <Show when={!isStage()}>
              {dates()?.isCritical ? <b>{text.critical}</b> : <span>{dates()?.totalFloat}</span>}
            </Show>
            <Show when={overdue() > 0}>
              <b class="bad">! {fill(text.overdueProblems, { n: overdue() })}</b>
            </Show>
            <Show when={(dates()?.deadlineShortBy ?? 0) > 0}>
              <b class="bad">! {fill(text.deadlineMissed, { n: dates()?.deadlineShortBy ?? 0 })}</b>
            </Show>
          </Show>
        </div>
      </td>
      <td>
        <PlanCell
          view={view}
          isStop={props.isStop}
          column="percent"
          label={label(text.percent)}
          value={String(dates()?.percent ?? '')}
          read={isStage() || row().checklist ? undefined : (typed) => readPercent(typed, text)}
          onKey={props.edits.onKey(view, 'percent')}
        />
      </td>
    </tr>
  );
}
