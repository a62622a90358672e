import { instantAt, instantMs } from '../instant.ts';
/** What an entry of an incident log says. Entries are never altered or removed; a correction is an entry too. */
export type EntryKind = 'start' | 'step' | 'decision' | 'note' | 'call' | 'report' | 'end' | 'correction';

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  /** When it happened, ISO instant. */
  readonly event: string;
  /** When it was written down, ISO instant. */
  readonly recorded: string;
  readonly who: string;
  /** Step, report or call that it is about. */
  readonly about?: string | undefined;
  /** Which way a decision went. */
  readonly way?: 'yes' | 'no' | undefined;
  readonly text?: string | undefined;
  /** The entry that this one corrects. */
  readonly corrects?: string | undefined;
}

export interface LogLine extends Entry {
  /** Whole seconds from the start; negative before it. */
  readonly elapsed: number;
  /** Written down a minute or more after it happened. */
  readonly isLate: boolean;
  /** Corrections of this entry, in the order in which they were written. */
  readonly correctedBy: readonly string[];
}

const LATE_MS = 60_000;

/** Whole seconds between two instants, cut off, never rounded up: a clock shows what has passed. */
export function secondsBetween(from: string, to: string): number {
  return Math.floor(instantMs(to) / 1000) - Math.floor(instantMs(from) / 1000);
}

/**
 * The log in the order of events; what happened at once stands in the order in which it was written down, and the same
 * entries give the same log whatever order they come in.
 */
export function incidentLog(entries: readonly Entry[], started: string): LogLine[] {
  const corrections = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'correction' || entry.corrects === undefined) continue;
    corrections.set(entry.corrects, [...(corrections.get(entry.corrects) ?? []), entry]);
  }
  const byRecorded = (a: Entry, b: Entry): number =>
    instantMs(a.recorded) - instantMs(b.recorded) || (a.id < b.id ? -1 : 1);
  return entries
    .toSorted((a, b) => instantMs(a.event) - instantMs(b.event) || byRecorded(a, b))
    .map((entry) => ({
      ...entry,
      elapsed: secondsBetween(started, entry.event),
      isLate: instantMs(entry.recorded) - instantMs(entry.event) >= LATE_MS,
      correctedBy: (corrections.get(entry.id) ?? []).toSorted(byRecorded).map(({ id }) => id),
    }));
}

/** Whether a run has ended: by an entry that says so and that nobody corrected. */
export function isOver(
  entries: readonly { readonly id: string; readonly kind: string; readonly corrects?: string | undefined }[],
): boolean {
  const corrected = new Set(entries.map(({ corrects }) => corrects));
  return entries.some(({ id, kind }) => kind === 'end' && !corrected.has(id));
}

export interface StepSpec {
  readonly id: string;
  readonly withinSeconds?: number | undefined;
  readonly decision?:
    | {
        readonly yes: { readonly goto?: string | undefined };
        readonly no: { readonly goto?: string | undefined };
      }
    | undefined;
}

export interface StepState {
  readonly id: string;
  /** `skipped`: a decision led past it. */
  readonly state: 'done' | 'next' | 'open' | 'skipped';
  /** First entry that stamped it and was not corrected. */
  readonly entry: LogLine | undefined;
  readonly elapsed: number | undefined;
  /** Seconds over the target, where it is done and has one; negative is early. */
  readonly over: number | undefined;
}

/** Where a run stands, from its log alone. An entry that was corrected no longer stamps; its correction says what holds. */
export function runState(steps: readonly StepSpec[], log: readonly LogLine[]): StepState[] {
  const stamps = new Map<string, LogLine>();
  for (const line of log) {
    const stampsAStep = line.kind === 'step' || line.kind === 'decision';
    if (stampsAStep && line.about && line.correctedBy.length === 0 && !stamps.has(line.about)) {
      stamps.set(line.about, line);
    }
  }
  const place = new Map(steps.map(({ id }, i) => [id, i]));
  const skipped = new Set<string>();
  steps.forEach((step, i) => {
    const way = stamps.get(step.id)?.way;
    const goto = way === undefined ? undefined : step.decision?.[way].goto;
    const target = goto === undefined ? undefined : place.get(goto);
    if (target === undefined) return;
    for (let between = i + 1; between < target; between++) skipped.add(steps[between]?.id ?? '');
  });
  let isNextFound = false;
  return steps.map(({ id, withinSeconds }) => {
    const entry = stamps.get(id);
    if (entry) {
      const over = withinSeconds === undefined ? undefined : entry.elapsed - withinSeconds;
      return { id, state: 'done', entry, elapsed: entry.elapsed, over };
    }
    const nothing = { id, entry: undefined, elapsed: undefined, over: undefined };
    if (skipped.has(id)) return { ...nothing, state: 'skipped' };
    const isNext = !isNextFound;
    isNextFound = true;
    return { ...nothing, state: isNext ? 'next' : 'open' };
  });
}

export interface Deadline {
  readonly id: string;
  /** ISO instant; nothing where the rule says only "at once". */
  readonly due: string | undefined;
  /** Seconds left at `now`; negative when it has passed. */
  readonly left: number | undefined;
  readonly done: LogLine | undefined;
  /** It was told after the deadline. */
  readonly isLate: boolean;
}

/** Reports that the card asks for, with their time from the start of the event. */
export function deadlines(
  reports: readonly { readonly id: string; readonly withinMinutes?: number | undefined }[],
  log: readonly LogLine[],
  started: string,
  now: string,
): Deadline[] {
  return reports.map(({ id, withinMinutes }) => {
    const done = log.find((line) => line.kind === 'report' && line.about === id && line.correctedBy.length === 0);
    const due = withinMinutes === undefined ? undefined : instantAt(instantMs(started) + withinMinutes * 60_000);
    const left = due === undefined ? undefined : secondsBetween(done?.event ?? now, due);
    return { id, due, left, done, isLate: left !== undefined && left < 0 };
  });
}
