import { type Accessor, createMemo, createSignal, onCleanup, onMount } from 'solid-js';
import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import type { Json } from '../../domain/checklist/json.ts';
import { deadlines, type Entry, type EntryKind, incidentLog, runState } from '../../domain/emergency/incident.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { randomId } from '../../state/random-id.ts';
import type { RunCard } from './run-card.ts';

export type RunKind = 'incident' | 'drill';

/** How the run's view is opened. */
export type RunStart = { kind: RunKind } | { run: string } | { list: true };

/** What this device remembers of a run in progress, so that a reload or another page finds the way back. */
export interface RunMark {
  card: string;
  run: string;
  kind: RunKind;
  title: string;
  href: string;
  /** Project in which the run is, as soon as that is known. */
  project?: string;
}
const MARK = 'zg.run';

export function readMark(): RunMark | undefined {
  try {
    const mark = JSON.parse(localStorage.getItem(MARK) ?? 'null') as RunMark | null;
    return mark && typeof mark.run === 'string' && typeof mark.card === 'string' ? mark : undefined;
  } catch {
    return undefined;
  }
}

export function writeMark(mark: RunMark | undefined): void {
  try {
    if (mark) localStorage.setItem(MARK, JSON.stringify(mark));
    else localStorage.removeItem(MARK);
  } catch {
    // Storage is refused: the run goes on in memory, and its status says so.
  }
}

export const INCIDENTS = itemPath('incident');
export const runPath = (run: string): ItemPath => itemPath('incident', run);

/** What an entry states; the record around it says who wrote it down and when. */
interface StoredEntry {
  kind: EntryKind;
  event: string;
  about?: string;
  way?: 'yes' | 'no';
  text?: string;
  corrects?: string;
}

function isStoredEntry(value: Json | undefined): value is Json & StoredEntry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { kind, event } = value as Record<string, Json>;
  return typeof kind === 'string' && typeof event === 'string' && !Number.isNaN(Date.parse(event));
}

export interface Run {
  card: RunCard;
  project: ProjectState;
  run: Accessor<string>;
  kind: Accessor<RunKind>;
  /** Version of the card by which it was run, which may be an older one. */
  version: Accessor<string>;
  started: Accessor<string>;
  /** ISO instant of the reader's clock, once a second. */
  now: Accessor<string>;
  log: Accessor<ReturnType<typeof incidentLog>>;
  steps: Accessor<ReturnType<typeof runState>>;
  reports: Accessor<ReturnType<typeof deadlines>>;
  ended: Accessor<string | undefined>;
  add(entry: Omit<StoredEntry, 'event'> & { event?: string }): void;
}

/** Entries of one run as they are stored in the open project. */
export function entriesOf(project: ProjectState, run: string): Entry[] {
  return project.items(runPath(run)).flatMap((path): Entry[] => {
    const stored = project.value(path, 'entry');
    if (!isStoredEntry(stored)) return [];
    const record = project.slot(path, 'entry').heads[0];
    const id = path.slice(path.lastIndexOf('/') + 1);
    return [{ ...(stored as StoredEntry), id, recorded: record?.at ?? stored.event, who: record?.who ?? '' }];
  });
}

/** Stores one entry. Every entry is an item of its own: two phones that log at once lose nothing when their files meet. */
export function addEntry(project: ProjectState, run: string, entry: StoredEntry): void {
  const stored = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Json;
  void project.write(itemPath('incident', run, randomId()), 'entry', stored);
}

/** Begins a run: its head and the entry of its start are one write. */
export function beginRun(project: ProjectState, card: RunCard, kind: RunKind, href: string): string {
  const run = randomId();
  const started = new Date().toISOString();
  void project.writeAll([
    { item: runPath(run), field: 'card', value: card.id },
    { item: runPath(run), field: 'kind', value: kind },
    { item: runPath(run), field: 'version', value: card.version },
    { item: runPath(run), field: 'started', value: started },
    { item: itemPath('incident', run, randomId()), field: 'entry', value: { kind: 'start', event: started } },
  ]);
  writeMark({ card: card.id, run, kind, title: card.title, href });
  return run;
}

export function createRun(project: ProjectState, card: RunCard, run: Accessor<string>): Run {
  const [now, setNow] = createSignal(new Date().toISOString());
  onMount(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 250);
    onCleanup(() => clearInterval(timer));
  });
  const text = (field: string) => {
    const value = project.value(runPath(run()), field);
    return typeof value === 'string' ? value : '';
  };
  const started = createMemo(() => text('started') || new Date().toISOString());
  const second = createMemo(() => `${now().slice(0, 19)}.000Z`);
  const log = createMemo(() => incidentLog(entriesOf(project, run()), started()));
  const specs = card.steps.map(({ id, within, decision }) => ({ id, withinSeconds: within, decision }));
  return {
    card,
    project,
    run,
    kind: () => (text('kind') === 'drill' ? 'drill' : 'incident'),
    version: () => text('version') || card.version,
    started,
    now: second,
    log,
    steps: createMemo(() => runState(specs, log())),
    reports: createMemo(() =>
      deadlines(
        card.report.map(({ id, within }) => ({ id, withinMinutes: within })),
        log(),
        started(),
        second(),
      ),
    ),
    ended: createMemo(() => log().find(({ kind, correctedBy }) => kind === 'end' && correctedBy.length === 0)?.event),
    add: (entry) => addEntry(project, run(), { event: new Date().toISOString(), ...entry }),
  };
}
