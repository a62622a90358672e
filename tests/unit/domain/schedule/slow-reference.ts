import type { WorkCalendar } from '../../../../src/domain/calendar/work-calendar.ts';
import { type Day, dayFromNumber, dayNumber, weekday } from '../../../../src/domain/day.ts';
import type { Calendars } from '../../../../src/domain/schedule/network.ts';
import type { Plan, PlanLink, PlanTask } from '../../../../src/domain/schedule/plan.ts';

/*
 * The engine's promises over again, as slowly and plainly as possible: walking from day to day, and relaxing until
 * nothing moves. It knows no places of working days, no order of tasks and no reverse of a link.
 */

/** `at`: first day worked, or the beginning that a milestone stands at. `end`: the day behind the last day worked. */
interface Place {
  at: number;
  end: number;
}

export interface Reference {
  early: Map<string, Place>;
  late: Map<string, Place>;
  placed: Map<string, Place>;
}

const works = new Map<string, (at: number) => boolean>();

function worksOn({ spec }: WorkCalendar): (at: number) => boolean {
  const known = works.get(spec.id);
  if (known) return known;
  const off = new Set<Day>([...(spec.official ?? []).flatMap((year) => year.off), ...spec.off]);
  const work = new Set<Day>([...(spec.official ?? []).flatMap((year) => year.work), ...spec.work]);
  const memory = new Map<number, boolean>();
  const answer = (at: number): boolean => {
    const remembered = memory.get(at);
    if (remembered !== undefined) return remembered;
    const on = dayFromNumber(at);
    const is = work.has(on) || (!off.has(on) && spec.weekdays.includes(weekday(at)));
    memory.set(at, is);
    return is;
  };
  works.set(spec.id, answer);
  return answer;
}

export function reckonSlowly(plan: Plan, calendars: Calendars): Reference {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const worksFor = (task: PlanTask): ((at: number) => boolean) =>
    worksOn(calendars.others.get(task.calendar ?? '') ?? calendars.main);
  const next = (task: PlanTask, from: number): number => {
    let at = from;
    while (!worksFor(task)(at)) at++;
    return at;
  };
  const previous = (task: PlanTask, from: number): number => {
    let at = from;
    while (!worksFor(task)(at)) at--;
    return at;
  };
  /** The day so many working days behind or before a working day. */
  const walk = (task: PlanTask, from: number, steps: number): number => {
    let at = from;
    for (let left = Math.abs(steps); left > 0; left--) at = steps > 0 ? next(task, at + 1) : previous(task, at - 1);
    return at;
  };
  const isTask = (task: PlanTask): boolean => task.kind === 'task';
  const isStartMark = (task: PlanTask): boolean => task.kind === 'milestone' && task.mark === 'start-of-day';
  /** A milestone's place is a beginning when nothing ends in it. */
  const isBeginning = (task: PlanTask): boolean =>
    !isTask(task) &&
    (isStartMark(task) ||
      !task.after.some(
        ({ type, from }) => (type === 'FS' || type === 'FF') && !isBeginning(tasks.get(from) as PlanTask),
      ));
  const endOf = (task: PlanTask, at: number): number => {
    if (!isTask(task)) return at;
    return (task.unit === 'workday' ? walk(task, at, task.duration - 1) : next(task, at + task.duration - 1)) + 1;
  };
  const bearsOnEnd = (task: PlanTask, { type, from }: PlanLink): boolean =>
    isTask(task)
      ? type === 'FF' || type === 'SF'
      : !isStartMark(task) && (type === 'FS' || type === 'FF') && !isBeginning(tasks.get(from) as PlanTask);

  /** Earliest start, or end where the link bears on it. */
  const bound = (task: PlanTask, link: PlanLink, source: Place): number => {
    const { type, lag } = link;
    const inDays = link.unit === 'calendar-day' && lag !== 0;
    const readsEnd = type === 'FS' || type === 'FF';
    if (!bearsOnEnd(task, link)) {
      const from = readsEnd ? source.end : source.at;
      return inDays ? next(task, from + lag) : walk(task, next(task, from), lag);
    }
    const sourceTask = tasks.get(link.from) as PlanTask;
    const fromBeginning = isTask(task) && (type === 'SF' || isBeginning(sourceTask));
    const lastDay = (readsEnd ? source.end : source.at) - 1;
    const lastWorked = fromBeginning ? previous(sourceTask, lastDay) : lastDay;
    if (inDays) {
      const moved = next(task, lastDay + lag) + 1;
      return fromBeginning && lag < 0 ? Math.min(moved, next(task, lastWorked) + 1) : moved;
    }
    if (!isTask(task) && lag === 0) return lastWorked + 1;
    return walk(task, next(task, lastWorked), lag) + 1;
  };
  const holds = (task: PlanTask, place: Place, link: PlanLink, source: Place): boolean =>
    bound(task, link, source) <= (bearsOnEnd(task, link) ? place.end : place.at);

  const pinned = (task: PlanTask): number | undefined =>
    plan.direction.from === 'opening' && plan.direction.milestone === task.id
      ? dayNumber(plan.direction.day)
      : undefined;
  const earliestStart = (task: PlanTask): number =>
    Math.max(
      -1e9,
      ...task.constraints.filter(({ kind }) => kind === 'earliest-start').map(({ day }) => dayNumber(day)),
    );

  const forward = (
    floor: number,
    late?: { places: Map<string, Place>; counts: (task: PlanTask) => boolean },
  ): Map<string, Place> => {
    const places = new Map<string, Place>();
    const least = (task: PlanTask): number => {
      const at = next(task, Math.max(floor, earliestStart(task)));
      const place = late?.counts(task) ? late.places.get(task.id) : undefined;
      return place ? Math.max(at, place.at) : at;
    };
    for (const task of tasks.values()) {
      const at = pinned(task) ?? least(task);
      places.set(task.id, { at, end: endOf(task, at) });
    }
    for (let moved = true; moved; ) {
      moved = false;
      for (const task of tasks.values()) {
        if (pinned(task) !== undefined) continue;
        const place = places.get(task.id) as Place;
        for (const link of task.after) {
          const source = places.get(link.from) as Place;
          while (!holds(task, place, link, source)) {
            moved = true;
            // A milestone at the end of a day goes at once to where the link wants it; all else one working day on.
            place.at = !isTask(task) && !isStartMark(task) ? bound(task, link, source) : next(task, place.at + 1);
            place.end = endOf(task, place.at);
          }
        }
      }
    }
    return places;
  };

  const backward = (latestEnd: (task: PlanTask) => number, counts: (task: PlanTask) => boolean): Map<string, Place> => {
    const places = new Map<string, Place>();
    const step = (task: PlanTask, at: number): number => (isTask(task) || isBeginning(task) ? previous(task, at) : at);
    const put = (task: PlanTask, at: number): void => {
      places.set(task.id, { at, end: endOf(task, at) });
    };
    for (const task of tasks.values()) {
      if (!counts(task)) continue;
      const fixed = pinned(task);
      if (fixed !== undefined) put(task, fixed);
      else {
        let at = step(task, latestEnd(task));
        while (endOf(task, at) > latestEnd(task)) at = step(task, at - 1);
        put(task, at);
      }
    }
    for (let moved = true; moved; ) {
      moved = false;
      for (const task of tasks.values()) {
        const place = places.get(task.id);
        if (!place) continue;
        for (const link of task.after) {
          const source = tasks.get(link.from) as PlanTask;
          const isFixed = pinned(task) !== undefined;
          const isKept = (): boolean => {
            const from = places.get(source.id) as Place;
            if (!isFixed) return holds(task, place, link, from);
            // What is fixed may stand on a free day; nothing overlaps it, and the working days of a lag lie before it.
            const read = link.type === 'FS' || link.type === 'FF' ? from.end : from.at;
            if (link.lag === 0 || link.unit === 'calendar-day') return read + link.lag <= place.at;
            return walk(task, next(task, read), link.lag) <= next(task, place.at);
          };
          while (!isKept()) {
            moved = true;
            put(source, step(source, (places.get(source.id) as Place).at - 1));
          }
        }
      }
    }
    return places;
  };

  const ends = (places: Map<string, Place>, counts: (task: PlanTask) => boolean): number =>
    Math.max(-1e9, ...[...tasks.values()].filter(counts).map((task) => (places.get(task.id) as Place).end));
  const always = (): boolean => true;
  if (plan.direction.from === 'start') {
    const early = forward(dayNumber(plan.direction.day));
    const last = ends(early, always);
    return { early, late: backward(() => last, always), placed: early };
  }
  const day = dayNumber(plan.direction.day) + (plan.direction.from === 'finish' ? 1 : 0);
  const opening = plan.direction.from === 'opening' ? plan.direction.milestone : undefined;
  const isBehind = (task: PlanTask): boolean =>
    task.after.some(({ from }) => from === opening || isBehind(tasks.get(from) as PlanTask));
  const isAhead = (task: PlanTask): boolean => !isBehind(task);
  const rough = backward(() => day, isAhead);
  const floor = Math.min(
    day,
    ...[...rough].map(([id, { at }]) => (id === opening || isTask(tasks.get(id) as PlanTask) ? at : begin(id, at))),
  );
  let places = shown(rough);
  const isLate = (task: PlanTask): boolean => isAhead(task) && task.id !== opening;
  let placed = forward(floor, { places, counts: isLate });
  const last = Math.max(day, ends(placed, isBehind));
  const late = backward((task) => (isBehind(task) ? last : day), always);
  places = shown(late);
  placed = forward(floor, { places, counts: isLate });
  return { early: forward(floor), late, placed };

  /** The working day that a milestone's latest instant belongs to. */
  function begin(id: string, at: number): number {
    return previous(tasks.get(id) as PlanTask, at);
  }

  /** As late as possible, a milestone at the end of a day stands at the end of a working day, others at a beginning. */
  function shown(places: Map<string, Place>): Map<string, Place> {
    return new Map(
      [...places].map(([id, place]) => {
        const task = tasks.get(id) as PlanTask;
        if (isTask(task) || isStartMark(task)) return [id, place];
        const at = isBeginning(task) ? place.at : previous(task, place.at - 1) + 1;
        return [id, { at, end: at }];
      }),
    );
  }
}
