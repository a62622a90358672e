import { createEffect, createMemo, createSignal, on, untrack } from 'solid-js';
import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import type { Json } from '../../domain/checklist/json.ts';
import { estimate } from '../../domain/estimators/estimators.ts';
import type { FormRow, FormShape, FormValues } from '../../domain/estimators/form.ts';
import type { Estimate } from '../../domain/estimators/outcome.ts';
import { fill } from '../../i18n/format.ts';
import { createProject } from '../../state/create-project.ts';
import { onLeave } from '../shared/on-leave.ts';
import type { EstimatorProps } from './estimator-props.ts';

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly values: FormValues;
}

const PAUSE_MS = 800;
/** `targetPercent` is stored as `target-percent`: names of fields are kebab-case. */
export const kebab = (id: string): string => id.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`);

export function shapeOfView({ fields, tables }: Pick<EstimatorProps, 'fields' | 'tables'>): FormShape {
  const plain = <T extends { options?: { id: string }[] | undefined }>(field: T) => ({
    ...field,
    options: field.options?.map(({ id }) => id),
  });
  return {
    fields: fields.map(plain),
    tables: tables.map((table) => ({ ...table, columns: table.columns.map(plain) })),
  };
}

/** The scenarios of one estimator: on screen at once, in the project after a pause. */
export function createEstimate(props: EstimatorProps) {
  const stored = createProject({ nameOfFirst: props.saving.firstProject });
  const shape = shapeOfView(props);
  const first: Scenario = { id: 'first', name: props.text.scenarioFirst, values: props.preset };
  const [scenarios, setScenarios] = createSignal<readonly Scenario[]>([first]);
  const [currentId, setCurrentId] = createSignal('first');
  const current = createMemo(() => scenarios().find(({ id }) => id === currentId()) ?? scenarios()[0] ?? first);
  const values = () => current().values;
  const outcome = createMemo((): Estimate => estimate(props.estimator, shape, values()));
  // As long as nothing is wrong, no field is looked at again: there may be hundreds.
  const problems = createMemo(
    () => {
      const result = outcome();
      return new Map(result.ok ? [] : result.problems.map(({ path, code }) => [path, code]));
    },
    undefined,
    { equals: (a, b) => a.size === 0 && b.size === 0 },
  );

  const pathOf = (id: string): ItemPath => itemPath('estimate', props.estimator, id);
  let pending = new Map<string, { item: ItemPath; field: string; value: Json }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes handed over and not yet in the project: the first one begins a project, which takes a while. */
  let inFlight = 0;
  const [isWaiting, setWaiting] = createSignal(false);
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    // What cannot be written yet stays in line; opening the project comes back here.
    if (pending.size === 0 || !stored.isReady() || stored.trouble()) return;
    const handed = pending;
    pending = new Map();
    inFlight += 1;
    try {
      await stored.writeAll([...handed.values()]);
    } catch (cause) {
      // Newer text of the same field counts; the rest stays in line for the next change.
      pending = new Map([...handed, ...pending]);
      throw cause;
    } finally {
      inFlight -= 1;
    }
    if (inFlight === 0 && pending.size === 0) setWaiting(false);
    readStored();
  };
  /** What is being typed belongs to the project that is open, and is older than an undo. */
  const project: typeof stored = {
    ...stored,
    switchTo: async (id) => {
      await flush();
      await stored.switchTo(id);
    },
    undo: () => {
      void flush().then(() => stored.undo());
      return true;
    },
    redo: () => {
      void flush().then(() => stored.redo());
      return true;
    },
  };
  const store = (id: string, field: string, value: Json, now = false) => {
    const item = pathOf(id);
    pending.set(`${item} ${field}`, { item, field, value });
    setWaiting(true);
    clearTimeout(timer);
    if (now) void flush();
    else timer = setTimeout(() => void flush(), PAUSE_MS);
  };
  const storeAll = (id: string, next: FormValues, name?: string) => {
    if (name !== undefined) store(id, 'name', name);
    for (const { id: field } of shape.fields) store(id, `field:${kebab(field)}`, next.fields[field] ?? '');
    for (const { id: table } of shape.tables) store(id, `table:${kebab(table)}`, (next.tables[table] ?? []) as Json);
  };

  /** Of values that wait for a decision the first is shown, and all of them beside it. */
  const heldOf = (path: ItemPath, field: string): Json | undefined => {
    const slot = project.slot(path, field);
    return slot.state === 'conflict' ? slot.heads[0]?.value : slot.state === 'value' ? slot.value : undefined;
  };
  const storedFields = [
    'name',
    ...shape.fields.map(({ id }) => `field:${kebab(id)}`),
    ...shape.tables.map(({ id }) => `table:${kebab(id)}`),
  ];
  /** A scenario whose making was taken back has nothing left in it. */
  const isThere = (path: ItemPath): boolean =>
    storedFields.some((field) => project.slot(path, field).state !== 'empty');
  const readStored = () => {
    // What is on the screen is newer than what is stored, until all of it has arrived there.
    if (!project.isReady() || timer !== undefined || inFlight > 0) return;
    if (pending.size > 0) {
      if (!project.trouble()) void flush();
      return;
    }
    const parent = itemPath('estimate', props.estimator);
    const found = project
      .items(parent)
      .filter((path) => path.split('/').length === 3 && project.value(path, 'deleted') !== true && isThere(path))
      .map((path): Scenario => {
        const id = path.split('/')[2] ?? 'first';
        const name = heldOf(path, 'name');
        return {
          id,
          name: typeof name === 'string' ? name : props.text.scenarioFirst,
          values: {
            fields: Object.fromEntries(
              shape.fields.map((field) => {
                const stored = heldOf(path, `field:${kebab(field.id)}`);
                return [field.id, typeof stored === 'string' ? stored : (props.preset.fields[field.id] ?? '')];
              }),
            ),
            tables: Object.fromEntries(
              shape.tables.map((table) => {
                const stored = heldOf(path, `table:${kebab(table.id)}`);
                return [table.id, Array.isArray(stored) ? rowsOf(stored) : (props.preset.tables[table.id] ?? [])];
              }),
            ),
          },
        };
      });
    const list = found.length > 0 ? found.sort((a, b) => Number(b.id === 'first') - Number(a.id === 'first')) : [first];
    setScenarios(list);
    if (!list.some(({ id }) => id === untrack(currentId))) setCurrentId(list[0]?.id ?? 'first');
  };
  // Another tab, undo, a merge and the first reading come in here; what is being typed goes first.
  createEffect(on(() => [project.isReady(), project.changes(), project.current()?.id], readStored, { defer: true }));
  onLeave(() => void flush());

  const change = (next: FormValues) =>
    setScenarios((list) => list.map((each) => (each.id === current().id ? { ...each, values: next } : each)));

  /** A new scenario, in one write that can be undone. */
  const begin = (name: string, next: FormValues): void => {
    void flush();
    const from = current();
    const id = stored.newId();
    // The first one is stored too, or only its copy would be found again.
    storeAll(from.id, from.values, from.name);
    setScenarios((list) => [...list, { id, name, values: next }]);
    setCurrentId(id);
    storeAll(id, next, name);
    void flush();
  };

  return {
    project,
    /** Fields of this estimator in which merging brought different values. */
    conflicts: () =>
      project.conflicts().filter(({ item }) => item.startsWith(`${itemPath('estimate', props.estimator)}/`)),
    /** Whether something typed has not been handed to the project yet. */
    isWaiting,
    shape,
    scenarios,
    current,
    values,
    outcome,
    problems,
    select: (id: string) => {
      void flush();
      setCurrentId(id);
    },
    setField: (id: string, text: string) => {
      const now = values();
      change({ ...now, fields: { ...now.fields, [id]: text } });
      store(current().id, `field:${kebab(id)}`, text);
    },
    setRows: (table: string, rows: readonly FormRow[]) => {
      const now = values();
      change({ ...now, tables: { ...now.tables, [table]: rows } });
      store(current().id, `table:${kebab(table)}`, rows as Json);
    },
    replace: (next: FormValues) => {
      change(next);
      storeAll(current().id, next);
      void flush();
    },
    duplicate: () => begin(fill(props.text.scenarioNext, { n: scenarios().length + 1 }), current().values),
    /** A scenario of its own for what came by a link, so that nothing is overwritten. */
    add: (name: string, next: FormValues) =>
      begin(name, {
        fields: { ...props.preset.fields, ...next.fields },
        tables: { ...props.preset.tables, ...next.tables },
      }),
    rename: (name: string) => {
      const { id } = current();
      setScenarios((list) => list.map((each) => (each.id === id ? { ...each, name } : each)));
      store(id, 'name', name);
    },
    remove: () => {
      const { id } = current();
      if (scenarios().length < 2) return;
      setScenarios((list) => list.filter((each) => each.id !== id));
      setCurrentId(scenarios()[0]?.id ?? 'first');
      store(id, 'deleted', true, true);
    },
  };
}

export type EstimateState = ReturnType<typeof createEstimate>;

function rowsOf(stored: readonly unknown[]): readonly FormRow[] {
  return stored
    .filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
    .map((row) =>
      Object.fromEntries(Object.entries(row).filter((cell): cell is [string, string] => typeof cell[1] === 'string')),
    );
}
