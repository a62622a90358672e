import { placeOf, type WorkCalendar, workdayAt, workdaysBetween } from '../calendar/work-calendar.ts';
import { addDays, type Day, dayFromNumber, dayNumber } from '../day.ts';

/** The five steps of every service, in order. */
export const REQUEST_STEPS = ['accept', 'handle', 'review', 'approve', 'conclude'] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** One step that was done: on which day, by which post. */
export interface StepDone {
  readonly day: Day;
  readonly who: string;
}

export interface Request {
  readonly received: Day;
  /** Working days allowed; nothing where no limit is set. */
  readonly limit: number | undefined;
  readonly done: Readonly<Partial<Record<RequestStep, StepDone>>>;
}

/** `soon`: due today or on the next working day. */
export type RequestState = 'concluded' | 'concluded-late' | 'overdue' | 'soon' | 'open' | 'no-limit';

export interface RequestView {
  /** Last day in time. */
  readonly due: Day | undefined;
  /** Working days left, today not counted; negative when overdue. */
  readonly left: number | undefined;
  readonly next: RequestStep | undefined;
  readonly state: RequestState;
}

/**
 * The last day in time: working days are counted from the day after the request was received, so that the day itself is
 * never lost by a late hour. A limit of nothing is due on the day itself, or on the next working day if that is free.
 */
export function dueDay(calendar: WorkCalendar, received: Day, workdays: number): Day {
  const first = placeOf(calendar, dayNumber(addDays(received, 1)));
  return workdays === 0
    ? dayFromNumber(workdayAt(calendar, placeOf(calendar, dayNumber(received))))
    : dayFromNumber(workdayAt(calendar, first + workdays - 1));
}

/** Where a request stands on a day. Steps may be skipped; the next one is the first after the last that was done. */
export function viewRequest(calendar: WorkCalendar, request: Request, today: Day): RequestView {
  const due = request.limit === undefined ? undefined : dueDay(calendar, request.received, request.limit);
  const last = REQUEST_STEPS.reduce((at, step, i) => (request.done[step] ? i : at), -1);
  const next = REQUEST_STEPS[last + 1];
  const concluded = request.done.conclude;
  if (concluded) {
    return {
      due,
      left: undefined,
      next: undefined,
      state: due !== undefined && concluded.day > due ? 'concluded-late' : 'concluded',
    };
  }
  if (due === undefined) return { due, left: undefined, next, state: 'no-limit' };
  const left = workdaysBetween(calendar, addDays(today, 1), addDays(due, 1));
  return { due, left, next, state: today > due ? 'overdue' : left <= 1 ? 'soon' : 'open' };
}

/** Days after which what an organisation filled in is to be looked at again. */
export const STALE_AFTER_DAYS = 180;

/** Whether something stated on a day is older than that. An empty date is never old. */
export function isStale(stated: string, today: Day): boolean {
  const on = stated.slice(0, 10);
  return on !== '' && on < addDays(today, -STALE_AFTER_DAYS);
}
