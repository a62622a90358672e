import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { readDay } from '../../domain/day.ts';
import { drivingChain } from '../../domain/schedule/driver.ts';
import type { RowEdit } from '../../domain/schedule/stored-plan.ts';
import { fill } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import { usePlanner } from './planner-state.ts';

type DayField = 'deadline' | 'actualStart' | 'actualFinish' | 'fixed';

/** What has no column: kind, fixed days, what really happened, the linked checklist, and why the row stands where it does. */
export default function RowDetails(): JSX.Element {
  const planner = usePlanner();
  const { text, checklists, checklistsHref, roles } = planner.props;
  const [wrong, setWrong] = createSignal<DayField>();
  const row = createMemo(() => planner.rows().find(({ id }) => id === planner.selected()));
  const id = createMemo(() => row()?.id);
  const edit = (change: RowEdit) => {
    const of = id();
    if (of) planner.edit(of, change);
  };
  const textIn = (field: DayField): string =>
    (field === 'fixed' ? row()?.constraints.find(({ kind }) => kind === 'fixed-start')?.day : row()?.[field]) ?? '';
  const setDay = (field: DayField, typed: string) => {
    const day = readDay(typed);
    const isWrong = typed.trim() !== '' && day === undefined;
    setWrong(isWrong ? field : undefined);
    if (isWrong) return;
    if (field !== 'fixed') return edit({ [field]: day });
    const others = (row()?.constraints ?? []).filter(({ kind }) => !kind.endsWith('-start'));
    edit({ constraints: day ? [...others, { kind: 'fixed-start', day }] : others });
  };
  const chain = () => {
    const [of, dated] = [id(), planner.dated()];
    return of && dated ? drivingChain(dated.schedule.rows, of).map((one) => planner.nameOf(one)) : [];
  };
  const found = () => {
    const list = row()?.checklist;
    return list === undefined ? undefined : planner.progressOf(list);
  };
  return (
    <Show when={id()} keyed>
      <details class="card row-details">
        <summary>
          {text.details}: {planner.numbers().get(id() ?? '')} {row()?.name}
        </summary>
        <p>
          <strong>{text.why}</strong>: {chain().join(' → ')}
        </p>
        <Show when={row()?.role}>
          {(role) => (
            <p>
              {text.role}: {roles[role()] ?? role()}
            </p>
          )}
        </Show>
        <div class="bar-fields">
          <label>
            <span class="lab">{text.kind}</span>
            <select
              class="field"
              autocomplete="off"
              onChange={(event) => edit({ kind: event.currentTarget.value as 'task' })}
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
          <For each={['fixed', 'deadline', 'actualStart', 'actualFinish'] as const}>
            {(field) => (
              <SavedText
                label={text[field]}
                value={textIn(field)}
                store={(typed) => setDay(field, typed)}
                problem={wrong() === field ? text.dayWrong : undefined}
              />
            )}
          </For>
          <SavedText
            label={text.note}
            value={row()?.note ?? ''}
            store={(typed) => edit({ note: typed.trim() || undefined })}
          />
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
        </div>
        <Show when={found()}>
          {(state) => (
            <p>
              {fill(state().canSign ? text.gateReady : text.gateOpen, { ...state(), canSign: '' })}{' '}
              <a href={`${checklistsHref}${row()?.checklist}/`}>{text.openChecklist}</a>
            </p>
          )}
        </Show>
      </details>
    </Show>
  );
}
