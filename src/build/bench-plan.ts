import { performance } from 'node:perf_hooks';
import { MONDAY_TO_FRIDAY } from '../domain/calendar/calendar-spec.ts';
import { compileCalendar } from '../domain/calendar/work-calendar.ts';
import { day } from '../domain/day.ts';
import type { Calendars } from '../domain/schedule/network.ts';
import type { LinkType, Plan, PlanTask } from '../domain/schedule/plan.ts';
import { schedule } from '../domain/schedule/schedule.ts';

const TYPES: readonly LinkType[] = ['FS', 'FS', 'FS', 'SS', 'FF', 'SF'];

/** Chains of forty tasks in stages, with links between neighbours and a fixed sequence instead of chance. */
export function largePlan(count: number, from: 'start' | 'opening'): Plan {
  let state = 7;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const tasks: PlanTask[] = [];
  for (let n = 0; n < count; n++) {
    const place = n % 40;
    if (place === 0)
      tasks.push({ id: `stage-${n}`, kind: 'stage', duration: 0, unit: 'workday', after: [], constraints: [] });
    const after = [1, 2, 40].filter((back) => (back < 40 ? place >= back : n >= 40 && next(4) === 0));
    tasks.push({
      id: `task-${n}`,
      kind: 'task',
      parent: `stage-${n - place}`,
      duration: 1 + next(9),
      unit: next(8) === 0 ? 'calendar-day' : 'workday',
      after: after.map((back) => ({
        from: `task-${n - back}`,
        type: TYPES[next(TYPES.length)] as LinkType,
        lag: next(5) - 1,
        unit: next(6) === 0 ? 'calendar-day' : 'workday',
      })),
      constraints: [],
    });
  }
  return { direction: { from, day: day(from === 'start' ? '2026-01-05' : '2030-12-18') }, tasks };
}

export interface PlanTimes {
  readonly tasks: number;
  readonly from: 'start' | 'opening';
  readonly medianMs: number;
  readonly slowestTenthMs: number;
}

/** How long the engine takes to plan again after an edit, both ways, from a hundred to ten thousand tasks. */
export function measureEngine(): PlanTimes[] {
  const calendars = weekdaysOnly();
  return [100, 1000, 2000, 5000, 10_000].flatMap((count) =>
    (['start', 'opening'] as const).map((from): PlanTimes => {
      const plan = largePlan(count, from);
      for (let warm = 0; warm < 20; warm++) schedule(plan, calendars);
      const times: number[] = [];
      for (let run = 0; run < 30; run++) {
        const edited = { ...plan, tasks: plan.tasks.map((task, i) => (i === run + 1 ? longer(task) : task)) };
        const begun = performance.now();
        schedule(edited, calendars);
        times.push(performance.now() - begun);
      }
      times.sort((a, b) => a - b);
      const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
      return { tasks: count, from, medianMs: at(0.5), slowestTenthMs: at(0.9) };
    }),
  );
}

const longer = (task: PlanTask): PlanTask => ({ ...task, duration: task.duration + 3 });

function weekdaysOnly(): Calendars {
  const compiled = compileCalendar({ id: 'main', weekdays: MONDAY_TO_FRIDAY, official: null, off: [], work: [] });
  if (!compiled.ok) throw new Error('no working day');
  return { main: compiled.calendar, others: new Map() };
}
