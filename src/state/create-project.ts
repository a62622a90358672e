import { batch, createMemo, createRoot, createSignal, onCleanup, onMount, type Signal } from 'solid-js';
import { type Answer, readAnswer } from '../domain/checklist/answer.ts';
import { AnswerIndex, type Conflict, type Current } from '../domain/checklist/answer-index.ts';
import type { Change } from '../domain/checklist/change.ts';
import { type ItemPath, parentOf } from '../domain/checklist/item-path.ts';
import type { Json } from '../domain/checklist/json.ts';
import { Overview, type ProjectOverview } from '../domain/checklist/overview.ts';
import { findOpenProblems, type OpenProblem } from '../domain/checklist/problems.ts';
import type { AnswerRecord } from '../domain/checklist/record.ts';
import type { Device } from './device.ts';
import type { ImportUndo } from './import-undo.ts';
import { clearMirror, concernsMirror, writeMirror } from './mirror.ts';
import { type DeviceOptions, openDevice } from './open-device.ts';
import type { OpenTrouble } from './open-project.ts';
import { randomId } from './random-id.ts';
import type { ProjectEntry, SaveStatus } from './storage.ts';

/** What `openDevice` needs, but for the callback, which the signals take. */
export type CreateProjectOptions = Omit<DeviceOptions, 'onChange'>;

/** What readers do, as the device has it. */
const ACTS = [
  'create',
  'rename',
  'switchTo',
  'archive',
  'duplicate',
  'remove',
  'recover',
  'emptyTrash',
  'addPhoto',
  'photo',
  'cleanPhotos',
  'content',
  'preview',
  'merge',
  'undoImport',
  'noteExport',
  'noteBackup',
  'storageReport',
  'setWho',
  'retry',
] as const satisfies readonly (keyof Device)[];
type FromDevice = Pick<Device, (typeof ACTS)[number]>;

/** The reader's project as Solid signals. See this room's README for how to use it. */
export interface ProjectState extends FromDevice {
  /** False until this island is mounted and the stored state has been read: until then everything looks empty. */
  isReady(): boolean;
  status(): SaveStatus;
  trouble(): OpenTrouble | undefined;
  unsaved(): boolean;
  needsReload(): boolean;
  projects(): readonly ProjectEntry[];
  archived(): readonly ProjectEntry[];
  trash(): readonly ProjectEntry[];
  current(): ProjectEntry | undefined;
  who(): string;
  answer(item: ItemPath): Answer;
  value(item: ItemPath, field: string): Json | undefined;
  slot(item: ItemPath, field: string): Current;
  history(item: ItemPath, field?: string): readonly AnswerRecord[];
  /** Items at or below a path about which something was stated; follows new items, not new values. */
  items(parent?: ItemPath): readonly ItemPath[];
  /** Paths one level below `parent`; follows new ones. */
  children(parent: ItemPath): readonly ItemPath[];
  /** Anything that is read of one item alone, without what is below it. */
  of<T>(item: ItemPath, read: (index: AnswerIndex) => T): T;
  /** Anything that is read of the project; read again when something at or below `path` has changed. */
  under<T>(path: ItemPath, read: (index: AnswerIndex) => T): T;
  conflicts(): readonly Conflict[];
  /** Open problems of all runs, the gravest and most urgent first. */
  problems(): readonly OpenProblem[];
  /** @param today - Civil date `YYYY-MM-DD`. */
  overview(today: string): ProjectOverview;
  importUndo(): ImportUndo | undefined;
  unsavedElsewhere(): number;
  records(): readonly AnswerRecord[];
  /** Rises with every change of any item, for what is reckoned over many of them. */
  changes(): number;
  write(item: ItemPath, field: string, value: Json): Promise<void>;
  writeAll(changes: readonly Change[]): Promise<void>;
  /** Writes that undo does not take back: what the program notes by itself, such as the template of a run. */
  writeForGood(changes: readonly Change[]): Promise<void>;
  /** Signs that nobody else ever draws, for the path of a new thing. */
  newId(): string;
  /** Settles a conflict: a record that replaces all its values. */
  decide(conflict: Pick<Conflict, 'item' | 'field'>, value: Json): Promise<void>;
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
}

interface Shared {
  readonly device: Device;
  /** Read before anything of an item is read; set when the item changes. */
  readonly itemSignal: (item: ItemPath) => Signal<number>;
  /** The same for an item and everything below it. */
  readonly treeSignal: (path: ItemPath) => Signal<number>;
  /** The answer of an item, reckoned once for all that read it, until the item changes. */
  readonly answerOf: (index: AnswerIndex, item: ItemPath) => Answer;
  readonly overview: () => Overview;
  readonly all: Signal<number>;
  readonly itemCount: Signal<number>;
  readonly deviceSignal: Signal<number>;
}

/** One document for all islands of a page: the first to mount opens it. */
let shared: Shared | undefined;

const NOTHING = new AnswerIndex();
const raise = ([, set]: Signal<number>): void => void set((count) => count + 1);

/** Keeps the copy that pages without a tool show in step with the open project. */
function mirrorOpen(device: Device): void {
  const open = device.project();
  if (open) writeMirror(open.entry().name, open.index);
  else if (device.isReady() && device.projects().length === 0) clearMirror();
}

function openShared(options: CreateProjectOptions): Shared {
  return createRoot(() => {
    const perItem = new Map<ItemPath, Signal<number>>();
    const perTree = new Map<ItemPath, Signal<number>>();
    const answers = new Map<ItemPath, Answer>();
    /** Of which project they are. */
    let answered = NOTHING;
    let overview = new Overview(NOTHING);
    const all = createSignal(0);
    const itemCount = createSignal(0);
    const deviceSignal = createSignal(0);
    let known = 0;
    const kept = (signals: Map<ItemPath, Signal<number>>, path: ItemPath): Signal<number> => {
      const signal = signals.get(path) ?? createSignal(0);
      signals.set(path, signal);
      return signal;
    };
    const itemSignal = (item: ItemPath): Signal<number> => kept(perItem, item);
    const treeSignal = (path: ItemPath): Signal<number> => kept(perTree, path);
    const answerOf = (index: AnswerIndex, item: ItemPath): Answer => {
      if (index !== answered) answers.clear();
      answered = index;
      const answer = answers.get(item) ?? readAnswer(index, item);
      answers.set(item, answer);
      return answer;
    };
    /** Only signals that somebody reads; most items of a large project are read by nobody. */
    const concerned = (items: readonly ItemPath[] | 'all'): Iterable<Signal<number>> => {
      if (items === 'all') return [...perItem.values(), ...perTree.values()];
      const paths = new Set<ItemPath>();
      for (const item of items)
        for (let path: ItemPath | undefined = item; path; path = parentOf(path)) paths.add(path);
      return [...items.map((item) => perItem.get(item)), ...[...paths].map((path) => perTree.get(path))].filter(
        (signal) => signal !== undefined,
      );
    };
    const device = openDevice({
      ...options,
      onChange: (items) =>
        batch(() => {
          raise(deviceSignal);
          if (concernsMirror(items)) mirrorOpen(device);
          if (items.length === 0) return;
          if (items === 'all') overview = new Overview(device.project()?.index ?? NOTHING);
          else {
            overview.changed(items);
            for (const item of items) answers.delete(item);
          }
          for (const signal of concerned(items)) raise(signal);
          raise(all);
          const count = device.project()?.index.itemCount ?? 0;
          if (items === 'all' || count !== known) raise(itemCount);
          known = count;
        }),
    });
    return { device, itemSignal, treeSignal, answerOf, overview: () => overview, all, itemCount, deviceSignal };
  });
}

/** Forgets the page's document, for tests. */
export async function closeShared(): Promise<void> {
  const closing = shared;
  shared = undefined;
  await closing?.device.close();
}

/**
 * The reader's projects and the open one, inside a component. Opens nothing while prerendering: until the component
 * is mounted, and so in its first client render too, everything is empty and `status` is `loading`. (Solid keeps
 * prerendered text silently if a first client value differs from it.)
 */
export function createProject(options: CreateProjectOptions): ProjectState {
  const [state, setState] = createSignal<Shared>();
  onMount(() => {
    shared ??= openShared(options);
    const { device } = shared;
    setState(shared);
    const catchUp = (): void => void device.project()?.catchUp();
    // Asked before the page is left for a new edition of the site: what is not stored objects.
    const objectIfUnsaved = (event: Event): void => {
      if (device.unsaved()) event.preventDefault();
    };
    // Fields hand over what was being typed when they hear of `pagehide`; a page that is left is hidden only after that.
    const keep = (): void => device.keepLeftOver();
    addEventListener('pageshow', catchUp);
    addEventListener('pagehide', keep);
    addEventListener('visibilitychange', keep);
    addEventListener('zg:may-leave', objectIfUnsaved);
    onCleanup(() => {
      removeEventListener('pageshow', catchUp);
      removeEventListener('pagehide', keep);
      removeEventListener('visibilitychange', keep);
      removeEventListener('zg:may-leave', objectIfUnsaved);
    });
  });

  /** Reads something of the device, and reads it again when anything but an item may have changed. */
  const watch = <T>(read: (device: Device) => T, before: T): T => {
    const now = state();
    if (!now) return before;
    now.deviceSignal[0]();
    return read(now.device);
  };
  /** The same for what is shown in many places: they are told only when it is another one than before. */
  const remember = <T>(read: () => T): (() => T) =>
    createMemo(read, undefined, { equals: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b) });
  const watchItem = <T>(item: ItemPath, read: (index: AnswerIndex) => T): T => {
    const now = state();
    now?.itemSignal(item)[0]();
    return read(now?.device.project()?.index ?? NOTHING);
  };
  const watchAll = <T>(read: (index: AnswerIndex) => T): T => {
    const now = state();
    now?.all[0]();
    return read(now?.device.project()?.index ?? NOTHING);
  };
  /** The device, for what a reader does; before mount there is nobody to do it. */
  const device = (): Device => {
    const now = state();
    if (!now) throw new Error('The island is not mounted yet');
    return now.device;
  };
  /** Writes that are not in the saver's hands yet, as the first one of a device, which waits for its project to be begun. */
  const [onTheWay, setOnTheWay] = createSignal(0);
  const writeAll = async (changes: readonly Change[], isUndoable = true) => {
    setOnTheWay((count) => count + 1);
    try {
      await device().writeAll(changes, isUndoable);
    } finally {
      setOnTheWay((count) => count - 1);
    }
  };
  const acts = Object.fromEntries(
    ACTS.map((name) => [name, (...args: unknown[]) => (device()[name] as (...args: unknown[]) => unknown)(...args)]),
  ) as unknown as FromDevice;

  return {
    ...acts,
    isReady: remember(() => watch((on) => on.isReady(), false)),
    status: remember((): SaveStatus => {
      const status = watch<SaveStatus>((on) => on.status(), { state: 'loading' });
      return status.state === 'saved' && onTheWay() > 0 ? { state: 'saving' } : status;
    }),
    trouble: remember(() => watch((on) => on.trouble(), undefined)),
    unsaved: () => watch((on) => on.unsaved(), false),
    needsReload: () => watch((on) => on.needsReload(), false),
    projects: remember(() => watch((on) => on.projects(), [])),
    archived: remember(() => watch((on) => on.archived(), [])),
    trash: remember(() => watch((on) => on.trash(), [])),
    current: remember(() => watch((on) => on.current(), undefined)),
    who: remember(() => watch((on) => on.who(), '')),
    answer: (item) => watchItem(item, (index) => state()?.answerOf(index, item) ?? readAnswer(index, item)),
    value: (item, field) => watchItem(item, (index) => index.value(item, field)),
    slot: (item, field) => watchItem(item, (index) => index.current(item, field)),
    history: (item, field) => watchItem(item, (index) => index.history(item, field)),
    items: (parent) => {
      const now = state();
      now?.itemCount[0]();
      return (now?.device.project()?.index ?? NOTHING).items(parent);
    },
    children: (parent) => {
      const now = state();
      now?.itemCount[0]();
      return (now?.device.project()?.index ?? NOTHING).children(parent);
    },
    of: watchItem,
    under: (path, read) => {
      const now = state();
      now?.treeSignal(path)[0]();
      return read(now?.device.project()?.index ?? NOTHING);
    },
    problems: () => watchAll(findOpenProblems),
    overview: (today) => {
      const now = state();
      now?.all[0]();
      return (now?.overview() ?? new Overview(NOTHING)).read(today);
    },
    importUndo: () => watch((on) => on.importUndo(), undefined),
    unsavedElsewhere: () => watch((on) => on.unsavedElsewhere(), 0),
    conflicts: () => watchAll((index) => index.conflicts()),
    records: () => watchAll((index) => index.records()),
    changes: () => state()?.all[0]() ?? 0,
    write: (item, field, value) => writeAll([{ item, field, value }]),
    writeAll: (changes) => writeAll(changes),
    writeForGood: (changes) => writeAll(changes, false),
    newId: randomId,
    decide: ({ item, field }, value) => writeAll([{ item, field, value }]),
    undo: () => device().project()?.undo(device().who()) ?? false,
    redo: () => device().project()?.redo(device().who()) ?? false,
    canUndo: remember(() => watch((on) => on.project()?.canUndo() ?? false, false)),
    canRedo: remember(() => watch((on) => on.project()?.canRedo() ?? false, false)),
  };
}
