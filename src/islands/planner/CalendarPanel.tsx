import { createSignal, For, type JSX, Show } from 'solid-js';
import { readNotice } from '../../domain/calendar/read-notice.ts';
import { type Day, readDay } from '../../domain/day.ts';
import { daysChanges, type OwnDays, type WorkWeek } from '../../domain/schedule/stored-plan.ts';
import { fill } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import { NO_OWN_DAYS, usePlanner } from './planner-state.ts';

/** The working calendar of the plan: the week, company days, a pasted notice. */
export default function CalendarPanel(): JSX.Element {
  const planner = usePlanner();
  const { text, years } = planner.props;
  const [message, setMessage] = createSignal('');
  const [wrong, setWrong] = createSignal({ off: '', work: '' });
  let notice!: HTMLTextAreaElement;
  let year!: HTMLInputElement;
  const days = () => planner.stored()?.days ?? NO_OWN_DAYS;
  const set = (change: Partial<OwnDays>) => {
    const plan = planner.stored();
    if (plan) planner.write(daysChanges(plan.id, { ...days(), ...change }));
  };
  const setList = (which: 'off' | 'work', typed: string) => {
    const parts = typed.split(/[,，、;；\s]+/).filter(Boolean);
    const bad = parts.find((part) => readDay(part) === undefined);
    setWrong({ ...wrong(), [which]: bad === undefined ? '' : fill(text.daysWrong, { text: bad }) });
    if (bad === undefined) set({ [which]: parts.map((part) => readDay(part) as Day) });
  };
  const take = () => {
    const of = Number(year.value.normalize('NFKC'));
    const read = readNotice(notice.value, of);
    const fault = read.faults[0];
    if (fault || !Number.isInteger(of) || of < 1990 || of > 2100) {
      setMessage(`! ${fill(text.noticeWrong, { text: fault?.text ?? year.value })}`);
      return;
    }
    const { off, work } = read.year;
    set({ years: [...days().years.filter((one) => one.year !== of), { year: of, off, work }] });
    setMessage(fill(text.noticeTaken, { year: of, off: off.length, work: work.length }));
  };
  return (
    <details class="card">
      <summary>{text.calendar}</summary>
      <label>
        <span class="lab">{text.week}</span>
        <select
          class="field"
          autocomplete="off"
          onChange={(event) => set({ week: event.currentTarget.value as WorkWeek })}
        >
          <For each={['mon-fri', 'mon-sat', 'every-day'] as const}>
            {(week) => (
              <option value={week} selected={days().week === week}>
                {text[`week-${week}`]}
              </option>
            )}
          </For>
        </select>
      </label>
      <For each={['off', 'work'] as const}>
        {(which) => (
          <SavedText
            label={which === 'off' ? text.offDays : text.workDays}
            value={days()[which].join(', ')}
            store={(typed) => setList(which, typed)}
            problem={wrong()[which] || undefined}
          />
        )}
      </For>
      <label>
        <span class="lab">{text.noticeYear}</span>
        <input
          ref={year}
          class="field"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={String((years.findLast((one) => one.status === 'known')?.year ?? 2026) + 1)}
        />
      </label>
      <label>
        <span class="lab">{text.notice}</span>
        <textarea ref={notice} class="field" rows={4} autocomplete="off" />
      </label>
      <button class="button" type="button" onClick={take}>
        {text.takeNotice}
      </button>
      <p role="status">{message()}</p>
      <Show when={days().years.length > 0}>
        <ul>
          <For each={days().years}>
            {(one) => <li>{fill(text.noticeTaken, { year: one.year, off: one.off.length, work: one.work.length })}</li>}
          </For>
        </ul>
      </Show>
    </details>
  );
}
