import type { ProjectEntry, ProjectId, Snapshot, Storage } from '../../../src/state/storage.ts';

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
const snapshot = (id: string, value: number): Snapshot => ({
  project: entry(id).id,
  update: bytes(value),
  after: 'a'.repeat(64),
  count: value,
  added: 1,
  isNew: false,
  at: '2026-11-24T08:00:00.000Z',
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
    name: 'alters a line of the list in one step, so that two tabs do not undo each other, and begins none',
    run: async (open) => {
      const [one, two] = [await open(), await open()];
      await one.putProject(entry('1'));
      await Promise.all([
        one.updateProject(entry('1').id, (known) => ({ ...known, name: '新名' })),
        two.updateProject(entry('1').id, (known) => ({ ...known, archived: true })),
        two.updateProject(entry('2').id, (known) => ({ ...known, name: '无' })),
      ]);
      same(await one.listProjects(), [{ ...entry('1'), name: '新名', archived: true }]);
    },
  },
  {
    name: 'claims anew when the current project is in the trash',
    run: async (open) => {
      const storage = await open();
      await storage.claimCurrent(entry('1'));
      await storage.updateProject(entry('1').id, (known) => ({ ...known, trashed: known.created }));
      same((await storage.claimCurrent(entry('2'))).id, entry('2').id);
    },
  },
  {
    name: 'swaps a document whole, and takes nothing more from who holds the one before',
    run: async (open) => {
      const [one, two] = [await open(), await open()];
      await one.appendUpdate(entry('1'), bytes(1), () => bytes(1));
      await one.appendUpdate(entry('1'), bytes(2), never);
      await one.appendUpdate(entry('2'), bytes(7), () => bytes(7));
      same(await one.swapDocument(entry('1').id, () => undefined), undefined);
      same(lists(await one.readUpdates(entry('1').id)), [[1], [2]]);
      let seen: number[][] = [];
      const swapped = await one.swapDocument(entry('1').id, (updates) => {
        seen = lists(updates);
        return bytes(9);
      });
      same(seen, [[1], [2]]);
      same(swapped, { ...entry('1'), generation: 1 });
      same(await two.appendUpdate(entry('1'), bytes(3), never), 'replaced');
      same(lists(await two.readUpdates(entry('1').id)), [[9]]);
      same(await two.appendUpdate({ ...entry('1'), generation: 1 }, bytes(4), never), 2);
      same(lists(await one.readUpdates(entry('1').id)), [[9], [4]]);
      same(lists(await one.readUpdates(entry('2').id)), [[7]]);
      same(await one.swapDocument(entry('3').id, () => bytes(1)), undefined);
    },
  },
  {
    name: 'an edit of another tab either comes before a swap, which sees it, or is refused: none is lost unseen',
    run: async (open) => {
      const [one, two] = [await open(), await open()];
      await one.appendUpdate(entry('1'), bytes(0), () => bytes(0));
      const edits: (number | 'replaced')[] = [];
      let seen = 0;
      const edit = async (value: number): Promise<void> =>
        void edits.push(await two.appendUpdate(entry('1'), bytes(value), never));
      const swap = one.swapDocument(entry('1').id, (updates) => {
        seen = updates.length;
        return bytes(100);
      });
      await Promise.all([edit(1), edit(2), swap, edit(3), edit(4)]);
      same(edits.filter((outcome) => outcome !== 'replaced').length, seen - 1);
      same(lists(await one.readUpdates(entry('1').id)), [[100]]);
    },
  },
  {
    name: 'keeps the last three snapshots of a project, and a swap uses up the latest',
    run: async (open) => {
      const storage = await open();
      await storage.appendUpdate(entry('1'), bytes(1), () => bytes(1));
      for (const value of [1, 2, 3, 4]) await storage.putSnapshot(snapshot('1', value));
      await storage.putSnapshot(snapshot('2', 9));
      const counts = async (id: string): Promise<number[]> =>
        (await (await open()).readSnapshots(entry(id).id)).map(({ update }) => update[0] ?? -1);
      same(await counts('1'), [2, 3, 4]);
      await storage.swapDocument(entry('1').id, () => bytes(5));
      same(await counts('1'), [2, 3]);
      await storage.removeProject(entry('1').id);
      same(await counts('1'), []);
      same(await counts('2'), [9]);
    },
  },
  {
    name: 'gives photos back byte by byte, lists them without their bytes, and removes only those that are unwanted',
    run: async (open) => {
      const storage = await open();
      await storage.putPhoto('b'.repeat(64), bytes(1, 2, 3), 10);
      await storage.putPhoto('a'.repeat(64), bytes(4), 20);
      await storage.putPhoto('b'.repeat(64), bytes(1, 2, 3), 30);
      const again = await open();
      same([...((await again.getPhoto('b'.repeat(64))) ?? [])], [1, 2, 3]);
      same(await again.getPhoto('c'.repeat(64)), undefined);
      const [a, b] = [
        { hash: 'a'.repeat(64), length: 1, added: 20 },
        { hash: 'b'.repeat(64), length: 3, added: 30 },
      ];
      same(await again.listPhotos(), [a, b]);
      same(await again.removePhotos(({ added }) => added < 30), [a]);
      same(await again.listPhotos(), [b]);
      same(await storage.getPhoto('a'.repeat(64)), undefined);
    },
  },
  {
    name: 'forgets with a project what is remembered about it, and keeps photos',
    run: async (open) => {
      const storage = await open();
      await storage.putProject(entry('1'));
      await storage.writeSetting(`elsewhere:${entry('1').id}`, '5');
      await storage.putPhoto('a'.repeat(64), bytes(4), 20);
      await storage.removeProject(entry('1').id);
      same(await storage.readSetting(`elsewhere:${entry('1').id}`), undefined);
      same((await storage.listPhotos()).length, 1);
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
