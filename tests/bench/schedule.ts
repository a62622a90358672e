import { performance } from 'node:perf_hooks';
import { day } from '../../src/domain/day.ts';
import type { LinkType, Plan, PlanTask } from '../../src/domain/schedule/plan.ts';
import { schedule } from '../../src/domain/schedule/schedule.ts';
import { ONLY_CHINA } from '../unit/domain/schedule/plans.ts';

/** `node tests/bench/schedule.ts`: how long it takes to plan again after an edit, from 100 to 10,000 tasks, both ways. */
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

for (const count of [100, 1000, 2000, 5000, 10_000]) {
  for (const from of ['start', 'opening'] as const) {
    const plan = largePlan(count, from);
    for (let warm = 0; warm < 20; warm++) schedule(plan, ONLY_CHINA);
    const times: number[] = [];
    for (let run = 0; run < 30; run++) {
      const begun = performance.now();
      schedule(plan, ONLY_CHINA);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(times.length * share)] as number).toFixed(1).padStart(7);
    console.log(
      `${String(count).padStart(6)} tasks ${from.padEnd(8)} median ${at(0.5)} ms   slowest tenth ${at(0.9)} ms`,
    );
  }
}
