import { type Accessor, createMemo, createSignal } from 'solid-js';
import { type CalendarYear, MONDAY_TO_FRIDAY } from '../../domain/calendar/calendar-spec.ts';
import { compileCalendar } from '../../domain/calendar/work-calendar.ts';
import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import { type Day, isDay } from '../../domain/day.ts';
import { readDays } from '../../domain/directory/fill-in.ts';
import {
  REQUEST_STEPS,
  type Request,
  type RequestStep,
  type RequestView,
  type StepDone,
  viewRequest,
} from '../../domain/directory/request.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { RequestText } from '../../i18n/request-strings.ts';
import { createProject, type ProjectState } from '../../state/create-project.ts';
import { servicePath } from '../../state/mirror.ts';
import { randomId } from '../../state/random-id.ts';
import { createToday } from '../shared/create-today.ts';

export interface ServiceView {
  id: string;
  name: string;
  roles: Record<RequestStep, string>;
}

export interface RequestsProps {
  locale: Locale;
  text: RequestText;
  words: ProjectWords;
  steps: Record<RequestStep, string>;
  services: readonly ServiceView[];
  years: readonly CalendarYear[];
}

export interface LoggedRequest {
  path: ItemPath;
  request: Request;
  view: RequestView;
}

/** The requests of the open project, as they stand today. */
export interface RequestLog {
  props: RequestsProps;
  project: ProjectState;
  /** Today; nothing while prerendering. */
  day: Accessor<Day | undefined>;
  /** What is still to be concluded first, by due day. */
  all: Accessor<readonly LoggedRequest[]>;
  count(...states: RequestView['state'][]): number;
  stored(path: ItemPath, field: string): string;
  serviceOf(path: ItemPath): ServiceView | undefined;
  /** What the organisation wrote about reminders of this service. */
  reminderOf(path: ItemPath): string;
  add(service: string): void;
  /** The request that was just logged here: its form takes the keyboard. */
  fresh: Accessor<ItemPath | undefined>;
}

const REQUESTS = itemPath('request');

export function createRequestLog(props: RequestsProps): RequestLog {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const day = createToday();
  const [fresh, setFresh] = createSignal<ItemPath>();
  const compiled = compileCalendar({
    id: 'official',
    weekdays: MONDAY_TO_FRIDAY,
    official: props.years,
    off: [],
    work: [],
  });
  const stored = (path: ItemPath, field: string) => {
    const value = project.value(path, field);
    return typeof value === 'string' ? value : '';
  };
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
  const orderOf = ({ view, request }: LoggedRequest) =>
    `${view.state.startsWith('concluded') ? 1 : 0}${view.due ?? '9999'}${request.received}`;
  const all = createMemo((): readonly LoggedRequest[] => {
    const on = day();
    if (!on || !compiled.ok) return [];
    return project
      .items(REQUESTS)
      .filter((path) => path !== REQUESTS && project.value(path, 'withdrawn') !== true)
      .flatMap((path) => {
        const request = requestOf(path);
        return request ? [{ path, request, view: viewRequest(compiled.calendar, request, on) }] : [];
      })
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  });
  return {
    props,
    project,
    day,
    all,
    count: (...states) => all().filter(({ view }) => states.includes(view.state)).length,
    stored,
    serviceOf: (path) => props.services.find(({ id }) => id === stored(path, 'service')),
    reminderOf: (path) => stored(servicePath(stored(path, 'service') || 'none'), 'reminder'),
    add: (service) => {
      const on = day();
      if (!on) return;
      const path = itemPath('request', randomId());
      const days = stored(servicePath(service), 'days');
      setFresh(path);
      void project.writeAll([
        { item: path, field: 'service', value: service },
        { item: path, field: 'received', value: on },
        ...(days === '' ? [] : [{ item: path, field: 'limit', value: days }]),
      ]);
    },
    fresh,
  };
}
