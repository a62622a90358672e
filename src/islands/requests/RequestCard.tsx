import { For, type JSX, onMount, Show } from 'solid-js';
import { yearGaps } from '../../domain/calendar/work-calendar.ts';
import { readDays } from '../../domain/directory/fill-in.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import DayField from '../shared/DayField.tsx';
import SavedText from '../shared/SavedText.tsx';
import RequestSteps from './RequestSteps.tsx';
import type { LoggedRequest, RequestLog } from './request-log.ts';

const TONES = { overdue: 'fail', soon: 'person', concluded: 'pass' } as const;

/** One request: when it is due, what it is about, and its five steps. */
export default function RequestCard(props: { log: RequestLog; entry: LoggedRequest }): JSX.Element {
  const { log } = props;
  const { text, locale, years } = log.props;
  // The card is made anew for another request; its path never changes.
  const { path } = props.entry;
  let article!: HTMLElement;
  const isNew = log.fresh() === path || log.stored(path, 'subject') === '';
  onMount(() => {
    if (log.fresh() === path) article.querySelector('input')?.focus();
  });
  const view = () => props.entry.view;
  const called = () => [log.serviceOf(path)?.name, log.stored(path, 'subject')].filter(Boolean).join(' · ');
  const gaps = () => {
    const { due } = view();
    return due ? yearGaps(years, props.entry.request.received, due) : { unknown: [], provisional: [] };
  };
  const left = (days: number) =>
    days > 0 ? fill(text.left, { n: days }) : days === 0 ? leftOfNothing() : fill(text.overdueBy, { n: -days });
  /** Nothing is left on the due day itself, and on free days before it. */
  const leftOfNothing = () => (log.day() === view().due ? text.leftToday : text.leftBefore);
  const limitProblem = () => {
    const limit = log.stored(path, 'limit');
    return limit !== '' && readDays(limit) === undefined ? text.limitWrong : undefined;
  };
  return (
    <article
      ref={article}
      class="verdict-card request"
      data-verdict={TONES[view().state as keyof typeof TONES] ?? 'open'}
      aria-label={called()}
    >
      <p class="verdict-head">
        <b class="verdict">{text[view().state]}</b>
        <span>{called()}</span>
      </p>
      <Show when={view().due}>
        {(due) => (
          <p class="nums">
            {fill(text.due, { day: formatDay(due(), locale) })}
            <Show when={view().left !== undefined}> · {left(view().left ?? 0)}</Show>
          </p>
        )}
      </Show>
      <For each={gaps().unknown}>{(year) => <p class="warn">! {fill(text.unknownYear, { year })}</p>}</For>
      <For each={gaps().provisional}>{(year) => <p class="warn">! {fill(text.provisionalYear, { year })}</p>}</For>
      <Show when={view().state === 'overdue' || view().state === 'soon'}>
        <p>
          <b>{text.reminder}</b> {log.reminderOf(path) || text.noReminder}
        </p>
      </Show>
      <details class="details" open={isNew}>
        <summary>
          {text.subject} · {text.received} · {text.limit}
        </summary>
        <div class="fields">
          <SavedText
            label={text.subject}
            hint={text.subjectHint}
            value={log.stored(path, 'subject')}
            store={(typed) => log.project.write(path, 'subject', typed.trim() === '' ? null : typed.trim())}
          />
          <SavedText
            label={text.applicant}
            value={log.stored(path, 'applicant')}
            store={(typed) => log.project.write(path, 'applicant', typed.trim() === '' ? null : typed.trim())}
          />
          <DayField
            label={text.received}
            wrong={text.dayWrong}
            required
            value={log.stored(path, 'received')}
            store={(on) => log.project.write(path, 'received', on)}
          />
          <SavedText
            label={text.limit}
            hint={text.limitHint}
            inputmode="decimal"
            value={log.stored(path, 'limit')}
            problem={limitProblem()}
            store={(typed) => log.project.write(path, 'limit', typed.trim() === '' ? null : typed.trim())}
          />
          <SavedText
            label={text.note}
            rows={2}
            value={log.stored(path, 'note')}
            store={(typed) => log.project.write(path, 'note', typed === '' ? null : typed)}
          />
        </div>
        <button class="button danger" type="button" onClick={() => void log.project.write(path, 'withdrawn', true)}>
          {text.remove}
        </button>
      </details>
      <RequestSteps log={log} entry={props.entry} />
    </article>
  );
}
