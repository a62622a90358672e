import type { CalendarYear } from './calendar/calendar-spec.ts';
import type { WorkCalendar } from './calendar/work-calendar.ts';
import type { AnswerIndex } from './checklist/answer-index.ts';
import { type ItemPath, itemPath } from './checklist/item-path.ts';
import { Overview } from './checklist/overview.ts';
import { findOpenProblems } from './checklist/problems.ts';
import { type Run, readRun } from './checklist/run.ts';
import { addDays, type Day, isDay } from './day.ts';
import { FILL_FIELDS, readDays } from './directory/fill-in.ts';
import { isStale, REQUEST_STEPS, type RequestStep, type StepDone, viewRequest } from './directory/request.ts';
import { drillDue } from './emergency/drill.ts';
import { isOver } from './emergency/incident.ts';
import { calendarSpec, otherSpecs, planCalendars } from './schedule/plan-calendar.ts';
import { schedule } from './schedule/schedule.ts';
import { readPlan, readPlans } from './schedule/stored-plan.ts';

export type DueKind = 'problem' | 'checklist' | 'task' | 'request' | 'drill' | 'permit' | 'incident' | 'services';

/** Something that somebody has to see to. */
export interface DueThing {
  readonly kind: DueKind;
  /**
   * `begun`: a checklist that somebody began and nobody finished; it has no day. `old`: what was filled in long ago and
   * is to be looked at again.
   */
  readonly state: 'overdue' | 'today' | 'soon' | 'running' | 'begun' | 'old';
  readonly due: Day | undefined;
  /** Words of the project's own: an item, a subject, a place. */
  readonly what: string;
  /** Id of what it is about: checklist, service, card, kind of permit; the name of a plan. */
  readonly about: string;
  /** Where it is, for what belongs to a checklist. */
  readonly run?: Pick<Run, 'run' | 'checklist' | 'isOwn'>;
  /** Services that grew old together, the longest first; `about` is the first. */
  readonly services?: readonly string[];
  /** Items done and items that count, of a checklist that was begun. */
  readonly progress?: { readonly done: number; readonly all: number };
}

export interface DueInput {
  readonly calendar: WorkCalendar;
  /** Official years, for the calendars of plans. */
  readonly years: readonly CalendarYear[];
  readonly today: Day;
  /** Civil moment of the reader's clock, `YYYY-MM-DDTHH:MM`. */
  readonly now: string;
  /** Cards and after how many months each is drilled again. */
  readonly drills: readonly { readonly id: string; readonly months: number }[];
  readonly locale: 'zh-CN' | 'en';
  /** Local civil day of an instant. */
  readonly dayOf: (instant: string) => string;
}

const SOON_DAYS = 7;
const text = (index: AnswerIndex, item: ItemPath, field: string): string => {
  const value = index.value(item, field);
  return typeof value === 'string' ? value : '';
};
const stateOf = (due: Day, today: Day): DueThing['state'] | undefined =>
  due < today ? 'overdue' : due === today ? 'today' : due <= addDays(today, SOON_DAYS) ? 'soon' : undefined;

/** Everything of a project that is overdue, due today or within a week: what runs first, then the most urgent, then what was begun. */
export function dueThings(index: AnswerIndex, input: DueInput): DueThing[] {
  const things = [
    ...incidents(index, input),
    ...problems(index, input),
    ...tasks(index, input),
    ...checklists(index, input),
    ...requests(index, input),
    ...permits(index, input),
    ...oldServices(index, input),
  ];
  const rank = { running: 0, overdue: 1, today: 2, soon: 3, old: 4, begun: 5 } as const;
  return things.sort((a, b) => rank[a.state] - rank[b.state] || ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
}

function problems(index: AnswerIndex, { today, locale }: DueInput): DueThing[] {
  return findOpenProblems(index).flatMap(({ run, of, answer }): DueThing[] => {
    if (!isDay(answer.due)) return [];
    const state = stateOf(answer.due, today);
    const found = readRun(index, run);
    const what = of?.label[locale] ?? answer.note;
    return state
      ? [{ kind: 'problem', state, due: answer.due, what, about: found.checklist || found.name, run: found }]
      : [];
  });
}

/** Rows of plans that are not done, by the day on which they finish. */
function tasks(index: AnswerIndex, { years, today }: DueInput): DueThing[] {
  const isComplete = new Set(
    new Overview(index)
      .read(today)
      .runs.filter(({ isPinned, progress }) => isPinned && progress.done >= progress.applicable)
      .map(({ run }) => run.run),
  );
  return readPlans(index).flatMap(({ id, name }): DueThing[] => {
    const plan = readPlan(index, id);
    const calendars = plan && planCalendars(calendarSpec(years, plan.days), otherSpecs(years, plan));
    if (!plan || !calendars) return [];
    const { rows } = schedule({ direction: plan.direction, tasks: plan.rows, today }, calendars);
    return plan.rows.flatMap((row): DueThing[] => {
      const dates = rows.get(row.id);
      // A task that a checklist stands for is done when the checklist is.
      const isDone = dates?.state === 'done' || (row.checklist !== undefined && isComplete.has(row.checklist));
      if (!dates || row.kind === 'stage' || isDone) return [];
      const state = stateOf(dates.finish, today);
      return state ? [{ kind: 'task', state, due: dates.finish, what: row.name ?? row.id, about: name }] : [];
    });
  });
}

/** Checklists that somebody began and that are neither finished nor signed. */
function checklists(index: AnswerIndex, { today }: DueInput): DueThing[] {
  return new Overview(index).read(today).runs.flatMap(({ run, progress, signOff, isPinned }): DueThing[] => {
    const { applicable, done, counts } = progress;
    const isBegun = applicable - counts.open + counts['not-applicable'] > 0;
    if (!isPinned || !isBegun || done >= applicable || signOff === 'signed') return [];
    return [
      {
        kind: 'checklist',
        state: 'begun',
        due: undefined,
        what: run.checklist === '' ? '' : run.name,
        about: run.checklist || run.name,
        run,
        progress: { done, all: applicable },
      },
    ];
  });
}

function requests(index: AnswerIndex, { calendar, today }: DueInput): DueThing[] {
  const parent = itemPath('request');
  return index.items(parent).flatMap((path): DueThing[] => {
    const received = text(index, path, 'received');
    if (path === parent || !isDay(received) || index.value(path, 'withdrawn') === true) return [];
    const done: Partial<Record<RequestStep, StepDone>> = {};
    for (const step of REQUEST_STEPS) {
      const value = index.value(path, `step.${step}`);
      if (typeof value === 'object' && value !== null && 'day' in value && isDay(String(value.day))) {
        done[step] = value as unknown as StepDone;
      }
    }
    const view = viewRequest(calendar, { received, limit: readDays(text(index, path, 'limit')), done }, today);
    if (view.due === undefined || view.state.startsWith('concluded')) return [];
    const state = stateOf(view.due, today);
    return state
      ? [
          {
            kind: 'request',
            state,
            due: view.due,
            what: text(index, path, 'subject'),
            about: text(index, path, 'service'),
          },
        ]
      : [];
  });
}

/** Permits that were granted and not closed: valid now, due to begin within a week, or past their last minute. */
function permits(index: AnswerIndex, { now, today }: DueInput): DueThing[] {
  const parent = itemPath('permit');
  return index.items(parent).flatMap((path): DueThing[] => {
    const to = text(index, path, 'g.to');
    const isOpen = index.value(path, 'granted') !== undefined && index.value(path, 'closed') === undefined;
    const due = to.slice(0, 10);
    if (path === parent || !isOpen || !isDay(due)) return [];
    const [what, about] = [text(index, path, 'g.place'), text(index, path, 'kind')];
    const from = text(index, path, 'g.from');
    const begins = from.slice(0, 10);
    if (from > now && isDay(begins)) {
      const state = stateOf(begins, today);
      return state ? [{ kind: 'permit', state, due: begins, what, about }] : [];
    }
    return [{ kind: 'permit', state: to < now ? 'overdue' : 'running', due, what, about }];
  });
}

/** Services about which nothing was stated for too long, as one thing: there may be dozens. */
function oldServices(index: AnswerIndex, { today, dayOf }: DueInput): DueThing[] {
  const parent = itemPath('service');
  const old = index
    .items(parent)
    .filter((path) => path !== parent && FILL_FIELDS.some((field) => text(index, path, field) !== ''))
    .map((path) => {
      const last = index
        .history(path)
        .map(({ at }) => at)
        .sort()
        .at(-1);
      return { service: path.slice(parent.length + 1), stated: last === undefined ? '' : dayOf(last) };
    })
    .filter(({ stated }) => isStale(stated, today))
    .sort((a, b) => (a.stated < b.stated ? -1 : a.stated > b.stated ? 1 : 0));
  const [first] = old;
  return first
    ? [
        {
          kind: 'services',
          state: 'old',
          due: undefined,
          what: '',
          about: first.service,
          services: old.map(({ service }) => service),
        },
      ]
    : [];
}

function incidents(index: AnswerIndex, { drills, today, dayOf }: DueInput): DueThing[] {
  const parent = itemPath('incident');
  const heads = index.items(parent).filter((path) => path.split('/').length === 2);
  const ended = (path: ItemPath): boolean =>
    isOver(
      index.items(path).flatMap((entry) => {
        const value = index.value(entry, 'entry');
        if (typeof value !== 'object' || value === null || !('kind' in value)) return [];
        const corrects = 'corrects' in value ? String(value.corrects) : undefined;
        return [{ id: entry.slice(entry.lastIndexOf('/') + 1), kind: String(value.kind), corrects }];
      }),
    );
  const running = heads
    .filter((path) => text(index, path, 'kind') !== 'drill' && !ended(path))
    .map(
      (path): DueThing => ({
        kind: 'incident',
        state: 'running',
        due: undefined,
        what: '',
        about: text(index, path, 'card'),
      }),
    );
  // Only cards that this project drills at all: a list of all the others would bury what is due.
  const due = drills.flatMap(({ id, months }): DueThing[] => {
    const days = heads
      .filter((path) => text(index, path, 'card') === id && text(index, path, 'kind') === 'drill' && ended(path))
      .map((path) => dayOf(text(index, path, 'started')))
      .filter(isDay);
    const next = drillDue(days, months, today);
    if (next.due === undefined || next.state === 'current') return [];
    const state = next.due < today ? 'overdue' : next.due === today ? 'today' : 'soon';
    return [{ kind: 'drill', state, due: next.due, what: '', about: id }];
  });
  return [...running, ...due];
}
