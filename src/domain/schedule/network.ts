import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { PlanFault } from './fault.ts';
import { leavesBelow, type Outline } from './outline.ts';
import { type LinkType, MAX_DAYS, type PlanTask } from './plan.ts';

/** Kinds of nodes. A gate is the beginning or the end of a stage that links lead to or from: a point, never snapped. */
export const TASK = 0;
export const END_MARK = 1;
export const START_MARK = 2;
export const GATE = 3;

export const FS = 0;
export const SS = 1;
export const FF = 2;
export const SF = 3;
const TYPES: Record<LinkType, number> = { FS, SS, FF, SF };

/** Calendars of a plan, made ready. */
export interface Calendars {
  readonly main: WorkCalendar;
  readonly others: ReadonlyMap<string, WorkCalendar>;
}

/** The plan as arrays: nodes are numbers, links stand sorted by the node that waits and by the node waited for. */
export interface Network {
  readonly outline: Outline;
  readonly count: number;
  /** Nodes below this are rows of the plan, those from it on are gates. */
  readonly rowCount: number;
  readonly rows: readonly PlanTask[];
  /** Id of the row, or of the stage that a gate belongs to. */
  readonly ids: readonly string[];
  readonly nodeOf: ReadonlyMap<string, number>;
  readonly kind: Uint8Array;
  readonly calendars: readonly WorkCalendar[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Uint8Array;
  readonly lag: Int32Array;
  readonly inCalendarDays: Uint8Array;
  /** Links into node n are `into[intoStart[n]]` up to `intoStart[n + 1]`; likewise out of it. */
  readonly intoStart: Int32Array;
  readonly into: Int32Array;
  readonly outStart: Int32Array;
  readonly out: Int32Array;
}

interface Draft {
  kinds: number[];
  ids: string[];
  calendars: WorkCalendar[];
  from: number[];
  to: number[];
  type: number[];
  lag: number[];
  inCalendarDays: number[];
}

/** Turns rows and links into arrays. What cannot be used is left out and named in `faults`. */
export function buildNetwork(outline: Outline, calendars: Calendars, faults: PlanFault[]): Network {
  const rows = outline.leaves.filter((task) => isSound(task, faults));
  const left = new Set(outline.leaves.length === rows.length ? [] : outline.leaves.map(({ id }) => id));
  for (const { id } of rows) left.delete(id);
  const draft: Draft = { kinds: [], ids: [], calendars: [], from: [], to: [], type: [], lag: [], inCalendarDays: [] };
  const nodeOf = new Map<string, number>();
  for (const task of rows) {
    nodeOf.set(task.id, addNode(draft, task.id, kindOf(task), calendarOf(task, calendars, faults)));
  }
  const gates = new Map<string, number>();
  const gateOf = (stage: string, side: 'in' | 'out'): number | undefined => {
    const known = gates.get(`${side} ${stage}`);
    if (known !== undefined) return known;
    const below = leavesBelow(outline, stage).flatMap((id) => nodeOf.get(id) ?? []);
    if (below.length === 0) return undefined;
    const gate = addNode(draft, stage, GATE, calendars.main);
    gates.set(`${side} ${stage}`, gate);
    for (const leaf of below) {
      if (side === 'in') addLink(draft, gate, leaf, SS, 0, 0);
      else addLink(draft, leaf, gate, FF, 0, 0);
    }
    return gate;
  };
  const isStage = (id: string): boolean => !nodeOf.has(id) && !left.has(id) && outline.rows.has(id);
  const connect = (task: PlanTask, target: number | 'stage'): void => {
    for (const { from, type, lag, unit } of task.after) {
      if (!isWhole(lag)) {
        faults.push({ code: 'bad-number', task: task.id, field: 'lag' });
        continue;
      }
      if ((isStage(from) && type !== 'FS' && type !== 'FF') || (target === 'stage' && type !== 'FS' && type !== 'SS')) {
        faults.push({ code: 'stage-link', task: task.id, from, type });
        continue;
      }
      const source = isStage(from) ? gateOf(from, 'out') : nodeOf.get(from);
      const end = target === 'stage' ? gateOf(task.id, 'in') : target;
      if (source === undefined || end === undefined) faults.push({ code: 'dangling-link', task: task.id, from });
      else addLink(draft, source, end, TYPES[type], lag, unit === 'calendar-day' ? 1 : 0);
    }
  };
  for (const [node, task] of rows.entries()) connect(task, node);
  for (const stage of outline.stages) {
    connect(stage, 'stage');
    for (const { kind } of stage.constraints) {
      if (kind === 'earliest-start') gateOf(stage.id, 'in');
      else faults.push({ code: 'stage-constraint', task: stage.id, kind });
    }
  }
  return { outline, rows, rowCount: rows.length, nodeOf, ...freeze(draft) };
}

function isSound(task: PlanTask, faults: PlanFault[]): boolean {
  if (task.kind === 'task' && !(isWhole(task.duration) && task.duration >= 1)) {
    faults.push({ code: 'bad-number', task: task.id, field: 'duration' });
    return false;
  }
  if (task.percent !== undefined && !(task.percent >= 0 && task.percent <= 100)) {
    faults.push({ code: 'bad-number', task: task.id, field: 'percent' });
    return false;
  }
  return true;
}

const isWhole = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= MAX_DAYS;

function kindOf(task: PlanTask): number {
  if (task.kind === 'task') return TASK;
  return task.mark === 'start-of-day' ? START_MARK : END_MARK;
}

function calendarOf(task: PlanTask, calendars: Calendars, faults: PlanFault[]): WorkCalendar {
  if (task.calendar === undefined || task.calendar === calendars.main.spec.id) return calendars.main;
  const own = calendars.others.get(task.calendar);
  if (!own) faults.push({ code: 'unknown-calendar', task: task.id, calendar: task.calendar });
  return own ?? calendars.main;
}

function addNode(draft: Draft, id: string, kind: number, calendar: WorkCalendar): number {
  draft.ids.push(id);
  draft.kinds.push(kind);
  draft.calendars.push(calendar);
  return draft.ids.length - 1;
}

function addLink(draft: Draft, from: number, to: number, type: number, lag: number, inCalendarDays: number): void {
  draft.from.push(from);
  draft.to.push(to);
  draft.type.push(type);
  draft.lag.push(lag);
  draft.inCalendarDays.push(inCalendarDays);
}

function freeze(draft: Draft): Omit<Network, 'outline' | 'rows' | 'rowCount' | 'nodeOf'> {
  const count = draft.ids.length;
  const [intoStart, into] = sortBy(draft.to, count);
  const [outStart, out] = sortBy(draft.from, count);
  return {
    count,
    ids: draft.ids,
    kind: Uint8Array.from(draft.kinds),
    calendars: draft.calendars,
    from: Int32Array.from(draft.from),
    to: Int32Array.from(draft.to),
    type: Uint8Array.from(draft.type),
    lag: Int32Array.from(draft.lag),
    inCalendarDays: Uint8Array.from(draft.inCalendarDays),
    intoStart,
    into,
    outStart,
    out,
  };
}

/** Counting sort of link numbers by one of their ends. */
function sortBy(ends: readonly number[], count: number): [Int32Array, Int32Array] {
  const start = new Int32Array(count + 1);
  for (const node of ends) start[node + 1] = (start[node + 1] as number) + 1;
  for (let n = 0; n < count; n++) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
  const next = start.slice();
  const sorted = new Int32Array(ends.length);
  ends.forEach((node, link) => {
    const at = next[node] as number;
    sorted[at] = link;
    next[node] = at + 1;
  });
  return [start, sorted];
}
