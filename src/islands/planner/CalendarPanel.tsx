import { createSignal, For, type JSX, Show } from 'solid-js';
import { noticeYear, readNotice } from '../../domain/calendar/read-notice.ts';
import { type Day, readDay } from '../../domain/day.ts';
import { daysChanges, NO_OWN_DAYS, type OwnDays, type WorkWeek } from '../../domain/schedule/stored-plan.ts';
import { fill } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import { separator } from './plan-words.ts';
import { usePlanner } from './planner-state.ts';

/** The working calendar of the plan: the week, company days, a pasted notice. */
export default function CalendarPanel(): JSX.Element {
  const planner = usePlanner();
  const { text, years } = planner.props;
  const [message, setMessage] = createSignal('');
  const [wrong, setWrong] = createSignal({ off: '', work: '' });
  let notice!: HTMLTextAreaElement;
  let year!: HTMLInputElement;
  let chooser!: HTMLInputElement;
  const days = () => planner.stored()?.days ?? NO_OWN_DAYS;
  const set = (change: Partial<OwnDays>) => {
    const plan = planner.stored();
    if (plan) void planner.write(daysChanges(plan.id, change));
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
    const fault = read.faults.map((one) => one.text).join(' · ');
    if (read.faults.length > 0 || !Number.isInteger(of) || of < 1990 || of > 2100) {
      setMessage(`! ${fill(text.noticeWrong, { text: fault || year.value })}`);
      return;
    }
    const { off, work } = read.year;
    set({ years: [{ year: of, off, work }] });
    const others = [...read.otherYears.off, ...read.otherYears.work].map((day) => day.slice(0, 4));
    const rest = [...new Set(others)].sort().join(separator(planner));
    setMessage(
      fill(text.noticeTaken, { year: of, off: off.length, work: work.length }) +
        (rest ? ` ${fill(text.noticeOther, { years: rest })}` : ''),
    );
  };
  /** A notice as a text file goes into the field, to be looked at before it is used. */
  const load = async (file: File | undefined) => {
    if (!file) return;
    // Windows saves a notice in GBK as often as in UTF-8.
    const { decodeCsv } = await import('../../interchange/csv-encoding.ts');
    const read = decodeCsv(new Uint8Array(await file.arrayBuffer()));
    chooser.value = '';
    if (!read.ok) return void setMessage(`! ${fill(text.noticeUnread, { file: file.name })}`);
    notice.value = read.text;
    const named = noticeYear(read.text);
    if (named !== undefined) year.value = String(named);
    setMessage('');
    notice.focus();
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
      <label>
        <span class="lab">{text.holidays}</span>
        <select
          class="field"
          autocomplete="off"
          onChange={(event) => set({ holidays: event.currentTarget.value === 'none' ? 'none' : 'china' })}
        >
          <For each={['china', 'none'] as const}>
            {(one) => (
              <option value={one} selected={days().holidays === one}>
                {text[`holidays-${one}`]}
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
      <Show when={(planner.calendars()?.contradictions.length ?? 0) > 0}>
        <p class="warn">
          ! {fill(text.contradictions, { days: planner.calendars()?.contradictions.join(separator(planner)) ?? '' })}
        </p>
      </Show>
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
      <div class="row-tools">
        <button class="button primary" type="button" onClick={take}>
          {text.takeNotice}
        </button>
        <button class="button" type="button" onClick={() => chooser.click()}>
          {text.loadNotice}
        </button>
        <input
          ref={chooser}
          class="visually-hidden"
          type="file"
          accept=".txt,.csv,text/plain"
          tabindex={-1}
          aria-label={text.loadNotice}
          onChange={(event) => void load(event.currentTarget.files?.[0])}
        />
      </div>
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
