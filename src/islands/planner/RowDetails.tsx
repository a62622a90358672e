import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { readDay } from '../../domain/day.ts';
import type { ChecklistProgress } from '../../domain/schedule/checklist-progress.ts';
import { drivingChain } from '../../domain/schedule/driver.ts';
import type { PlanConstraint, PlanTask } from '../../domain/schedule/plan.ts';
import { type RowEdit, WEEKDAYS, type WorkWeek } from '../../domain/schedule/stored-plan.ts';
import { CONSTRAINTS } from '../../domain/schedule/stored-values.ts';
import { fill } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import { chainText } from './plan-words.ts';
import { usePlanner } from './planner-state.ts';

type DayField = 'deadline' | 'actualStart' | 'actualFinish' | PlanConstraint['kind'];
const WEEKS = Object.keys(WEEKDAYS) as WorkWeek[];

/** What has no column: kind, fixed days, what really happened, the linked checklist, and why the row stands where it does. */
export default function RowDetails(): JSX.Element {
  const planner = usePlanner();
  const { text, checklists, checklistsHref, roles } = planner.props;
  const [wrong, setWrong] = createSignal<DayField>();
  // Whoever goes through the details row by row need not open them each time.
  const [isOpen, setOpen] = createSignal(false);
  const row = createMemo(() => planner.rows().find(({ id }) => id === planner.selected()));
  const id = createMemo(() => row()?.id);
  const isOpening = () => {
    const direction = planner.stored()?.direction;
    return direction?.from === 'opening' && direction.milestone === id();
  };
  /** A stage takes an earliest start only, and the opening none: its day is the plan's. */
  const constraintKinds = createMemo(() =>
    isOpening() ? [] : row()?.kind === 'stage' ? (['earliest-start'] as const) : CONSTRAINTS,
  );
  const edit = (change: RowEdit) => {
    const of = id();
    if (of) void planner.edit(of, change);
  };
  const isConstraint = (field: DayField): field is PlanConstraint['kind'] =>
    (CONSTRAINTS as readonly string[]).includes(field);
  const textIn = (field: DayField): string =>
    (isConstraint(field) ? row()?.constraints.find(({ kind }) => kind === field)?.day : row()?.[field]) ?? '';
  const setDay = (field: DayField, typed: string) => {
    const day = readDay(typed);
    const isWrong = typed.trim() !== '' && day === undefined;
    setWrong(isWrong ? field : undefined);
    if (isWrong) return;
    if (!isConstraint(field)) return edit({ [field]: day });
    const others = (row()?.constraints ?? []).filter(({ kind }) => kind !== field);
    edit({ constraints: day ? [...others, { kind: field, day }] : others });
  };
  const chain = () => {
    const [of, dated] = [id(), planner.dated()];
    return of && dated ? chainText(planner, drivingChain(dated.schedule.rows, of)) : '';
  };
  const found = () => {
    const list = row()?.checklist;
    return list === undefined ? undefined : planner.progressOf(list);
  };
  const gateText = (state: ChecklistProgress): string => {
    const { done, all, problems, canSign, signOff } = state;
    const said =
      signOff === 'signed'
        ? text.gateSigned
        : signOff === 'changed'
          ? text.gateChanged
          : canSign
            ? text.gateReady
            : text.gateOpen;
    return fill(said, { done, all, problems });
  };
  const dayField = (field: DayField) => (
    <SavedText
      label={text[field]}
      value={textIn(field)}
      store={(typed) => setDay(field, typed)}
      problem={wrong() === field ? text.dayWrong : undefined}
    />
  );
  return (
    <Show when={id()} keyed>
      <details class="card row-details" open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {text.details}: {planner.numbers().get(id() ?? '')} {row()?.name}
        </summary>
        <p>
          <strong>{text.why}</strong>: {chain()}
        </p>
        <Show when={found()}>
          {(state) => (
            <p>
              {gateText(state())}{' '}
              <Show when={state().overdue > 0}>
                <b class="bad">! {fill(text.overdueProblems, { n: state().overdue })}</b>{' '}
              </Show>
              <a href={`${checklistsHref}${row()?.checklist}/`}>{text.openChecklist}</a>{' '}
              <span class="quiet">{text.gateNote}</span>
            </p>
          )}
        </Show>
        <div class="bar-fields">
          <label>
            <span class="lab">{text.kind}</span>
            <select
              class="field"
              autocomplete="off"
              onChange={(event) => edit({ kind: event.currentTarget.value as PlanTask['kind'] })}
            >
              <For each={['task', 'milestone', 'stage'] as const}>
                {(kind) => (
                  <option value={kind} selected={row()?.kind === kind}>
                    {text[`kind-${kind}`]}
                  </option>
                )}
              </For>
            </select>
          </label>
          <Show when={row()?.kind !== 'stage'}>
            <label>
              <span class="lab">{text.timing}</span>
              <select
                class="field"
                autocomplete="off"
                onChange={(event) => {
                  const timing = event.currentTarget.value;
                  edit({ timing: timing === 'soon' || timing === 'late' ? timing : undefined });
                }}
              >
                <For each={['plan', 'soon', 'late'] as const}>
                  {(timing) => (
                    <option value={timing} selected={(row()?.timing ?? 'plan') === timing}>
                      {text[`timing-${timing}`]}
                    </option>
                  )}
                </For>
              </select>
            </label>
            <label>
              <span class="lab">{text.rowCalendar}</span>
              <select
                class="field"
                autocomplete="off"
                onChange={(event) => edit({ calendar: event.currentTarget.value || undefined })}
              >
                <option value="">{text.planCalendar}</option>
                <For each={WEEKS}>
                  {(week) => (
                    <option value={week} selected={row()?.calendar === week}>
                      {text[`week-${week}`]}
                    </option>
                  )}
                </For>
                <For each={planner.stored()?.calendars ?? []}>
                  {(calendar) => (
                    <option value={calendar.id} selected={row()?.calendar === calendar.id}>
                      {calendar.id}
                    </option>
                  )}
                </For>
              </select>
            </label>
          </Show>
          <label>
            <span class="lab">{text.checklist}</span>
            <select
              class="field"
              autocomplete="off"
              onChange={(event) => edit({ checklist: event.currentTarget.value || undefined })}
            >
              <option value="">{text.noChecklist}</option>
              <For each={checklists}>
                {(list) => (
                  <option value={list.id} selected={row()?.checklist === list.id}>
                    {list.title}
                  </option>
                )}
              </For>
            </select>
          </label>
          <label>
            <span class="lab">{text.role}</span>
            <select
              class="field"
              autocomplete="off"
              onChange={(event) => edit({ role: event.currentTarget.value || undefined })}
            >
              <option value="">{text.nothingThere}</option>
              <Show when={row()?.role !== undefined && !((row()?.role ?? '') in roles)}>
                <option value={row()?.role} selected>
                  {row()?.role}
                </option>
              </Show>
              <For each={Object.entries(roles)}>
                {([role, name]) => (
                  <option value={role} selected={row()?.role === role}>
                    {name}
                  </option>
                )}
              </For>
            </select>
          </label>
          <For each={constraintKinds()}>{dayField}</For>
          <For each={['deadline', 'actualStart', 'actualFinish'] as const}>{dayField}</For>
          <SavedText
            label={text.note}
            value={row()?.note ?? ''}
            store={(typed) => edit({ note: typed.trim() || undefined })}
          />
        </div>
      </details>
    </Show>
  );
}
