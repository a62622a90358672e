import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { type CalendarYear, MONDAY_TO_FRIDAY } from '../domain/calendar/calendar-spec.ts';
import { compileCalendar, yearGaps } from '../domain/calendar/work-calendar.ts';
import { type ItemPath, itemPath } from '../domain/checklist/item-path.ts';
import { type Day, isDay, readDay } from '../domain/day.ts';
import { readDays } from '../domain/directory/fill-in.ts';
import {
  REQUEST_STEPS,
  type Request,
  type RequestStep,
  type StepDone,
  viewRequest,
} from '../domain/directory/request.ts';
import { fill, formatDay } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { ProjectWords } from '../i18n/project-words.ts';
import type { RequestText } from '../i18n/request-strings.ts';
import { createProject } from '../state/create-project.ts';
import { servicePath } from '../state/mirror.ts';
import { randomId } from '../state/random-id.ts';
import { downloadBook } from './shared/files-out.ts';
import Pick from './shared/Pick.tsx';
import ProjectLine from './shared/ProjectLine.tsx';
import SavedText from './shared/SavedText.tsx';
import Segments from './shared/Segments.tsx';
import { today } from './today.ts';

interface RequestsProps {
  locale: Locale;
  text: RequestText;
  words: ProjectWords;
  steps: Record<RequestStep, string>;
  services: readonly { id: string; name: string; roles: Record<RequestStep, string> }[];
  years: readonly CalendarYear[];
}

const REQUESTS = itemPath('request');

/** The request log of the project. */
export default function RequestsIsland(props: RequestsProps): JSX.Element {
  const { text } = props;
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const [day, setDay] = createSignal<Day>();
  const [asked, setAsked] = createSignal('');
  const [show, setShow] = createSignal('open');
  // The clock of the build is not the reader's.
  onMount(() => {
    setDay(today());
    const wanted = new URLSearchParams(location.search).get('service') ?? '';
    if (props.services.some(({ id }) => id === wanted)) setAsked(wanted);
  });
  const compiled = compileCalendar({
    id: 'official',
    weekdays: MONDAY_TO_FRIDAY,
    official: props.years,
    off: [],
    work: [],
  });
  const calendar = compiled.ok ? compiled.calendar : undefined;
  const stored = (path: ItemPath, field: string) => {
    const value = project.value(path, field);
    return typeof value === 'string' ? value : '';
  };
  const serviceOf = (path: ItemPath) => props.services.find(({ id }) => id === stored(path, 'service'));
  const requestOf = (path: ItemPath): Request | undefined => {
    const received = stored(path, 'received');
    if (!isDay(received)) return undefined;
    const done: Partial<Record<RequestStep, StepDone>> = {};
    for (const step of REQUEST_STEPS) {
      const value = project.value(path, `step.${step}`);
      if (typeof value === 'object' && value !== null && 'day' in value && isDay(String(value.day))) {
        done[step] = value as unknown as StepDone;
      }
    }
    return { received, limit: readDays(stored(path, 'limit')), done };
  };
  const all = createMemo(() => {
    const on = day();
    if (!on || !calendar) return [];
    return project
      .items(REQUESTS)
      .filter((path) => path !== REQUESTS && project.value(path, 'withdrawn') !== true)
      .flatMap((path) => {
        const request = requestOf(path);
        return request ? [{ path, request, view: viewRequest(calendar, request, on) }] : [];
      })
      .sort((a, b) => {
        const key = ({ view, request }: typeof a) =>
          `${view.state.startsWith('concluded') ? 1 : 0}${view.due ?? '9999'}${request.received}`;
        return key(a) < key(b) ? -1 : 1;
      });
  });
  const shown = () => all().filter(({ view }) => show() === 'all' || !view.state.startsWith('concluded'));
  const count = (...states: string[]) => all().filter(({ view }) => states.includes(view.state)).length;
  const add = () => {
    const on = day();
    if (!on) return;
    const path = itemPath('request', randomId());
    const days = asked() === '' ? '' : String(project.value(servicePath(asked()), 'days') ?? '');
    void project.writeAll([
      { item: path, field: 'service', value: asked() === '' ? null : asked() },
      { item: path, field: 'received', value: on },
      ...(days === '' ? [] : [{ item: path, field: 'limit', value: days }]),
    ]);
    setShow('open');
  };
  const leftText = (left: number) =>
    left > 0 ? fill(text.left, { n: left }) : left === 0 ? text.leftToday : fill(text.overdueBy, { n: -left });
  const toXlsx = () =>
    downloadBook(
      [
        {
          name: text.title,
          headerRows: 1,
          filter: true,
          landscape: true,
          rows: [
            [
              text.service,
              text.subject,
              text.applicant,
              text.received,
              text.limit,
              text.exampleDue,
              text.state,
              ...REQUEST_STEPS.map((step) => props.steps[step]),
              text.note,
            ],
            ...all().map(({ path, request, view }) => [
              serviceOf(path)?.name ?? '',
              stored(path, 'subject'),
              stored(path, 'applicant'),
              { day: request.received },
              request.limit ?? '',
              view.due ? { day: view.due } : '',
              text[view.state],
              ...REQUEST_STEPS.map((step) => {
                const done = request.done[step];
                return done ? `${done.day} ${done.who}`.trim() : '';
              }),
              stored(path, 'note'),
            ]),
          ],
        },
      ],
      `${text.title} ${project.current()?.name ?? ''} ${today()}.xlsx`,
    );
  return (
    <>
      <div class="tool screen desk">
        <ProjectLine project={project} text={props.words} undo />
        <div class="bar-fields">
          <Pick
            label={text.service}
            options={props.services.map(({ id, name }) => ({ id, label: name }))}
            value={asked()}
            empty={text.choose}
            store={setAsked}
          />
          <button class="button primary" type="button" disabled={!project.isReady() || asked() === ''} onClick={add}>
            {text.newRequest}
          </button>
        </div>
        <p role="status" class="nums">
          {fill(text.counts, {
            overdue: count('overdue'),
            soon: count('soon'),
            open: count('open', 'no-limit'),
            done: count('concluded', 'concluded-late'),
          })}
        </p>
        <Segments
          label={text.show}
          options={[
            { id: 'open', label: text.showOpen },
            { id: 'all', label: text.showAll },
          ]}
          value={show()}
          store={setShow}
        />
        <For each={shown().map(({ path }) => path)} fallback={<p class="quiet">{text.none}</p>}>
          {(path) => {
            const found = () => all().find((each) => each.path === path);
            return (
              <Show when={found()}>
                {(entry) => (
                  <RequestCard
                    path={path}
                    {...props}
                    project={project}
                    name={serviceOf(path)?.name ?? ''}
                    roles={serviceOf(path)?.roles}
                    request={entry().request}
                    view={entry().view}
                    left={leftText}
                    today={day() ?? ''}
                    reminder={stored(servicePath(stored(path, 'service') || 'none'), 'reminder')}
                  />
                )}
              </Show>
            );
          }}
        </For>
        <p class="buttons">
          <button class="button" type="button" disabled={all().length === 0} onClick={() => print()}>
            {text.print}
          </button>
          <button class="button" type="button" disabled={all().length === 0} onClick={() => void toXlsx()}>
            {text.xlsx}
          </button>
        </p>
      </div>
      <section class="report" data-pagefind-ignore>
        <table>
          <thead>
            <tr class="report-head">
              <th colspan={5}>
                <b>{text.title}</b>
                <small>
                  {project.current()?.name ?? ''} {day() ? formatDay(day() ?? '', props.locale) : ''}
                </small>
              </th>
            </tr>
            <tr>
              <th>{text.service}</th>
              <th>{text.subject}</th>
              <th>{text.received}</th>
              <th>{text.exampleDue}</th>
              <th>{text.state}</th>
            </tr>
          </thead>
          <tbody>
            <For each={all()}>
              {({ path, request, view }) => (
                <tr>
                  <td>{serviceOf(path)?.name}</td>
                  <td>
                    {stored(path, 'subject')}
                    <small>{stored(path, 'applicant')}</small>
                  </td>
                  <td>{request.received}</td>
                  <td>{view.due ?? text.noDue}</td>
                  <td>
                    {text[view.state]}
                    <small>
                      {REQUEST_STEPS.filter((step) => request.done[step])
                        .map((step) => `${props.steps[step]} ${request.done[step]?.day}`)
                        .join(' · ')}
                    </small>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </>
  );
}

function RequestCard(
  props: RequestsProps & {
    path: ItemPath;
    project: ReturnType<typeof createProject>;
    name: string;
    roles: Record<RequestStep, string> | undefined;
    request: Request;
    view: ReturnType<typeof viewRequest>;
    left(left: number): string;
    today: string;
    reminder: string;
  },
): JSX.Element {
  const { text, path, project } = props;
  const stored = (field: string) => {
    const value = project.value(path, field);
    return typeof value === 'string' ? value : '';
  };
  // Asked once: the form must not fold up under who is still filling it in.
  const isNew = stored('subject') === '';
  const gaps = () =>
    props.view.due ? yearGaps(props.years, props.request.received, props.view.due) : { unknown: [], provisional: [] };
  const tone = () =>
    props.view.state === 'overdue'
      ? 'fail'
      : props.view.state === 'soon'
        ? 'person'
        : props.view.state === 'concluded'
          ? 'pass'
          : 'open';
  const limitProblem = () =>
    stored('limit') !== '' && readDays(stored('limit')) === undefined ? text.limitWrong : undefined;
  return (
    <article class="verdict-card request" data-verdict={tone()} aria-label={`${props.name} ${stored('subject')}`}>
      <p class="verdict-head">
        <b class="verdict">{text[props.view.state]}</b>
        <span>
          {props.name} {stored('subject')}
        </span>
      </p>
      <p class="nums">
        {props.view.due ? fill(text.due, { day: formatDay(props.view.due, props.locale) }) : text.noDue}
        <Show when={props.view.left !== undefined}> · {props.left(props.view.left ?? 0)}</Show>
      </p>
      <For each={gaps().unknown}>{(year) => <p class="warn">! {fill(text.unknownYear, { year })}</p>}</For>
      <For each={gaps().provisional}>{(year) => <p class="warn">! {fill(text.provisionalYear, { year })}</p>}</For>
      <Show when={props.view.state === 'overdue' || props.view.state === 'soon'}>
        <p>
          <b>{text.reminder}</b> {props.reminder || text.noReminder}
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
            value={stored('subject')}
            store={(typed) => void project.write(path, 'subject', typed.trim() === '' ? null : typed.trim())}
          />
          <SavedText
            label={text.applicant}
            value={stored('applicant')}
            store={(typed) => void project.write(path, 'applicant', typed.trim() === '' ? null : typed.trim())}
          />
          <DayField
            label={text.received}
            wrong={text.dayWrong}
            value={stored('received')}
            store={(on) => void project.write(path, 'received', on)}
          />
          <SavedText
            label={text.limit}
            hint={text.limitHint}
            inputmode="decimal"
            value={stored('limit')}
            problem={limitProblem()}
            store={(typed) => void project.write(path, 'limit', typed.trim() === '' ? null : typed.trim())}
          />
          <SavedText
            label={text.note}
            rows={2}
            value={stored('note')}
            store={(typed) => void project.write(path, 'note', typed === '' ? null : typed)}
          />
        </div>
        <button class="button danger" type="button" onClick={() => void project.write(path, 'withdrawn', true)}>
          {text.remove}
        </button>
      </details>
      <ol class="request-steps">
        <For each={REQUEST_STEPS}>
          {(step) => {
            const done = () => props.request.done[step];
            return (
              <li data-done={done() !== undefined}>
                <b>{props.steps[step]}</b> <small>{props.roles?.[step]}</small>
                <Show
                  when={done()}
                  fallback={
                    <button
                      class={props.view.next === step ? 'button primary' : 'button'}
                      type="button"
                      onClick={() => void project.write(path, `step.${step}`, { day: props.today, who: project.who() })}
                    >
                      {fill(text.doStep, { step: props.steps[step] })}
                    </button>
                  }
                >
                  {(found) => (
                    <>
                      <span class="nums">
                        ✓ {fill(text.doneOn, { day: formatDay(found().day, props.locale), who: found().who })}
                      </span>
                      <button
                        class="button"
                        type="button"
                        aria-label={`${text.undoStep} ${props.steps[step]}`}
                        onClick={() => void project.write(path, `step.${step}`, null)}
                      >
                        {text.undoStep}
                      </button>
                    </>
                  )}
                </Show>
              </li>
            );
          }}
        </For>
      </ol>
    </article>
  );
}

/** A date as people type it; what is none is explained and not stored, so that the request keeps its day. */
function DayField(props: { label: string; wrong: string; value: string; store(on: Day): void }): JSX.Element {
  const [problem, setProblem] = createSignal<string>();
  return (
    <SavedText
      label={props.label}
      value={props.value}
      problem={problem()}
      store={(typed) => {
        const read = readDay(typed);
        setProblem(read ? undefined : props.wrong);
        if (read) props.store(read);
      }}
    />
  );
}
