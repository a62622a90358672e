import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { readDay } from '../../domain/day.ts';
import type { PlanConstraint, PlanTask } from '../../domain/schedule/plan.ts';
import { type RowEdit, type StoredRow, WEEKDAYS, type WorkWeek } from '../../domain/schedule/stored-plan.ts';
import { CONSTRAINTS } from '../../domain/schedule/stored-values.ts';
import SavedText from '../shared/SavedText.tsx';
import { isOpening, usePlanner } from './planner-state.ts';

type DayField = 'deadline' | 'actualStart' | 'actualFinish' | PlanConstraint['kind'];
const WEEKS = Object.keys(WEEKDAYS) as WorkWeek[];

/** What can be said of a row beyond the table's columns. */
export default function RowFields(props: { row: StoredRow }): JSX.Element {
  const planner = usePlanner();
  const { text, checklists, roles } = planner.props;
  const [wrong, setWrong] = createSignal<DayField>();
  const row = () => props.row;
  const { id } = props.row;
  /** A stage takes an earliest start only, and the opening none: its day is the plan's. */
  const constraintKinds = createMemo(() =>
    isOpening(planner, id) ? [] : row().kind === 'stage' ? (['earliest-start'] as const) : CONSTRAINTS,
  );
  const edit = (change: RowEdit) => void planner.edit(id, change);
  const isConstraint = (field: DayField): field is PlanConstraint['kind'] =>
    (CONSTRAINTS as readonly string[]).includes(field);
  const textIn = (field: DayField): string =>
    (isConstraint(field) ? row().constraints.find(({ kind }) => kind === field)?.day : row()[field]) ?? '';
  const setDay = (field: DayField, typed: string) => {
    const day = readDay(typed);
    const isWrong = typed.trim() !== '' && day === undefined;
    setWrong(isWrong ? field : undefined);
    if (isWrong) return;
    if (!isConstraint(field)) return edit({ [field]: day });
    const others = row().constraints.filter(({ kind }) => kind !== field);
    edit({ constraints: day ? [...others, { kind: field, day }] : others });
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
              <option value={kind} selected={row().kind === kind}>
                {text[`kind-${kind}`]}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={row().kind !== 'stage'}>
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
                <option value={timing} selected={(row().timing ?? 'plan') === timing}>
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
                <option value={week} selected={row().calendar === week}>
                  {text[`week-${week}`]}
                </option>
              )}
            </For>
            <For each={planner.stored()?.calendars ?? []}>
              {(calendar) => (
                <option value={calendar.id} selected={row().calendar === calendar.id}>
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
              <option value={list.id} selected={row().checklist === list.id}>
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
          <Show when={row().role !== undefined && !((row().role ?? '') in roles)}>
            <option value={row().role} selected>
              {row().role}
            </option>
          </Show>
          <For each={Object.entries(roles)}>
            {([role, name]) => (
              <option value={role} selected={row().role === role}>
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
        value={row().note ?? ''}
        store={(typed) => edit({ note: typed.trim() || undefined })}
      />
    </div>
  );
}
