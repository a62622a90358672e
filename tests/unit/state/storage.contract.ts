import type { ProjectEntry, ProjectId, Storage } from '../../../src/state/storage.ts';

/**
 * What every storage promises, free of any test runner, so that the same cases run in Node over memory and in a
 * browser over IndexedDB. `open` opens the same, at first empty, storage each time; `run` rejects on a broken promise.
 */
export interface StorageCase {
  readonly name: string;
  run(open: () => Promise<Storage>): Promise<void>;
}

function same(actual: unknown, expected: unknown): void {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`expected ${b}, got ${a}`);
}

const entry = (id: string, created = '2026-11-24T08:00:00.000Z'): ProjectEntry => ({
  id: `p${id.padStart(12, '0')}` as ProjectId,
  name: `项目 ${id}`,
  form: 1,
  created,
});
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const lists = (updates: readonly Uint8Array[]): number[][] => updates.map((update) => [...update]);
const never = (): Uint8Array => {
  throw new Error('the whole was asked for');
};
const concat = (updates: Uint8Array[]): Uint8Array => Uint8Array.from(updates.flatMap((update) => [...update]));

export const storageContract: readonly StorageCase[] = [
  {
    name: 'is empty at first',
    run: async (open) => {
      const storage = await open();
      same(await storage.listProjects(), []);
      same(await storage.readUpdates(entry('1').id), []);
      same(await storage.readSetting('who'), undefined);
    },
  },
  {
    name: 'gives updates back in the order in which they were appended, to each project its own, also when opened again',
    run: async (open) => {
      const storage = await open();
      same(await storage.appendUpdate(entry('1'), bytes(9), () => bytes(1)), 1);
      same(await storage.appendUpdate(entry('2'), bytes(9), () => bytes(2)), 1);
      same(await storage.appendUpdate(entry('1'), bytes(3, 4), never), 2);
      const again = await open();
      same(lists(await again.readUpdates(entry('1').id)), [[1], [3, 4]]);
      same(lists(await again.readUpdates(entry('2').id)), [[2]]);
    },
  },
  {
    name: 'puts a project on the list with its first update, and keeps the name that it has there',
    run: async (open) => {
      const storage = await open();
      await storage.putProject({ ...entry('1'), name: '新名' });
      await storage.appendUpdate(entry('1'), bytes(1), () => bytes(1));
      await storage.appendUpdate(entry('2'), bytes(1), () => bytes(1));
      same(
        (await storage.listProjects()).map(({ name }) => name),
        ['新名', '项目 2'],
      );
    },
  },
  {
    name: 'lists projects by creation, whatever the order of storing',
    run: async (open) => {
      const storage = await open();
      await storage.putProject(entry('1', '2026-11-25T08:00:00.000Z'));
      await storage.putProject(entry('2', '2026-11-24T08:00:00.000Z'));
      same(
        (await storage.listProjects()).map(({ id }) => id),
        [entry('2').id, entry('1').id],
      );
    },
  },
  {
    name: 'stores the whole where nothing is left',
    run: async (open) => {
      const storage = await open();
      await storage.appendUpdate(entry('1'), bytes(1), () => bytes(1));
      await storage.removeProject(entry('1').id);
      same(await storage.appendUpdate(entry('1'), bytes(2), () => bytes(1, 2)), 1);
      same(lists(await storage.readUpdates(entry('1').id)), [[1, 2]]);
    },
  },
  {
    name: 'compacts a project to one update and leaves others alone',
    run: async (open) => {
      const storage = await open();
      for (const value of [1, 2, 3]) await storage.appendUpdate(entry('1'), bytes(value), () => bytes(value));
      await storage.appendUpdate(entry('2'), bytes(7), () => bytes(7));
      await storage.compact(entry('1').id, concat);
      await storage.compact(entry('3').id, concat);
      await storage.appendUpdate(entry('1'), bytes(4), never);
      same(lists(await (await open()).readUpdates(entry('1').id)), [[1, 2, 3], [4]]);
      same(lists(await storage.readUpdates(entry('2').id)), [[7]]);
    },
  },
  {
    name: 'compacts and appends from two connections at once without losing an update',
    run: async (open) => {
      const [one, two] = [await open(), await open()];
      await one.appendUpdate(entry('1'), bytes(0), () => bytes(0));
      const work: Promise<unknown>[] = [];
      for (let value = 1; value <= 30; value++) {
        work.push((value % 2 ? one : two).appendUpdate(entry('1'), bytes(value), never));
        if (value % 5 === 0) work.push((value % 2 ? two : one).compact(entry('1').id, concat));
      }
      await Promise.all(work);
      const all = (await one.readUpdates(entry('1').id)).flatMap((update) => [...update]);
      same(
        all.toSorted((a, b) => a - b),
        Array.from({ length: 31 }, (_, value) => value),
      );
    },
  },
  {
    name: 'removes a project with its updates, and its being current, and nothing else',
    run: async (open) => {
      const storage = await open();
      await storage.claimCurrent(entry('1'));
      await storage.appendUpdate(entry('1'), bytes(1), () => bytes(1));
      await storage.appendUpdate(entry('2'), bytes(2), () => bytes(2));
      await storage.removeProject(entry('1').id);
      same(await storage.readUpdates(entry('1').id), []);
      same(
        (await storage.listProjects()).map(({ id }) => id),
        [entry('2').id],
      );
      same(await storage.readSetting('current-project'), undefined);
      same(lists(await storage.readUpdates(entry('2').id)), [[2]]);
    },
  },
  {
    name: 'lets only one of two tabs begin the first project',
    run: async (open) => {
      const [one, two] = [await open(), await open()];
      const [a, b] = await Promise.all([one.claimCurrent(entry('1')), two.claimCurrent(entry('2'))]);
      same(a.id, b.id);
      same((await one.listProjects()).length, 1);
      same(await two.readSetting('current-project'), a.id);
    },
  },
  {
    name: 'claims anew when the current project is gone',
    run: async (open) => {
      const storage = await open();
      await storage.writeSetting('current-project', entry('9').id);
      same((await storage.claimCurrent(entry('1'))).id, entry('1').id);
    },
  },
  {
    name: 'remembers settings',
    run: async (open) => {
      await (await open()).writeSetting('who', '王工');
      await (await open()).writeSetting('who', '李工');
      same(await (await open()).readSetting('who'), '李工');
    },
  },
];
