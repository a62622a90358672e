import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';

// In Node "solid-js" is the prerendering build, which has no signals that change; islands run the browser's.
vi.mock('solid-js', () => import('solid-js/dist/solid.js' as 'solid-js'));
// Files share their modules: another may have brought in the prerendering build, and must not meet this one.
vi.resetModules();
afterAll(() => vi.resetModules());

const { createEffect, createRoot } = await import('solid-js');
const { closeShared, createProject } = await import('../../../src/state/create-project.ts');
const { answerPath, runPath } = await import('../../../src/domain/checklist/item-path.ts');
const { createDisk } = await import('./tab.ts');

const keys = answerPath('tendering', 'keys');
const meters = answerPath('tendering', 'meters');
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

vi.stubGlobal('addEventListener', () => {});
vi.stubGlobal('removeEventListener', () => {});
afterEach(closeShared);

function island(disk = createDisk()) {
  return createRoot((dispose) => ({
    dispose,
    disk,
    project: createProject({ nameOfFirst: '我的项目', openStorage: async () => disk, openChannel: () => undefined }),
  }));
}

describe('createProject', () => {
  test('shows the prerendered state first, then the stored one', async () => {
    let first: unknown;
    const { project } = createRoot(() => {
      const project = createProject({
        nameOfFirst: '我的项目',
        openStorage: async () => createDisk(),
        openChannel: () => undefined,
      });
      first = [project.isReady(), project.status(), project.answer(keys).status, project.projects(), project.who()];
      return { project };
    });
    expect(first).toEqual([false, { state: 'loading' }, 'open', [], '']);
    await pause();
    expect(project.isReady()).toBe(true);
  });

  test('an answer reruns only what reads its own item', async () => {
    const { project } = island();
    await pause();
    const runs = { keys: 0, meters: 0, all: 0 };
    createRoot(() => {
      createEffect(() => {
        project.answer(keys);
        runs.keys++;
      });
      createEffect(() => {
        project.answer(meters);
        runs.meters++;
      });
      createEffect(() => {
        project.changes();
        runs.all++;
      });
    });
    await project.write(keys, 'status', 'done');
    await pause();
    const before = { ...runs };
    await project.write(keys, 'status', 'problem');
    await pause();
    expect(runs.keys).toBe(before.keys + 1);
    expect(runs.meters).toBe(before.meters);
    expect(runs.all).toBe(before.all + 1);
    expect(project.status()).toEqual({ state: 'saved' });
    expect([project.canUndo(), project.canRedo(), project.undo(), project.canRedo()]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(project.answer(keys).status).toBe('done');
  });

  test('reads below a path follow what happens there and nothing else', async () => {
    const { project } = island();
    await pause();
    const runs = { tendering: 0, construction: 0, numbers: [] as number[] };
    createRoot(() => {
      createEffect(() => {
        project.under(runPath('tendering'), (index) => index.items(runPath('tendering')));
        runs.tendering++;
      });
      createEffect(() => {
        project.under(runPath('construction'), (index) => index.size);
        runs.construction++;
      });
      createEffect(() => {
        runs.numbers.push(project.overview('2026-11-25').total.done, project.problems().length);
      });
    });
    await project.write(keys, 'status', 'done');
    await pause();
    const before = { ...runs };
    await project.writeAll([
      { item: keys, field: 'status', value: 'problem' },
      { item: meters, field: 'status', value: 'done' },
    ]);
    await pause();
    expect(runs.tendering).toBe(before.tendering + 1);
    expect(runs.construction).toBe(before.construction);
    expect(runs.numbers.slice(-2)).toEqual([1, 1]);
    expect(project.newId()).not.toBe(project.newId());
  });

  test('what the program notes by itself is not taken back by undo', async () => {
    const { project } = island();
    await pause();
    await project.writeForGood([{ item: runPath('tendering'), field: 'checklist', value: 'tendering' }]);
    expect(project.canUndo()).toBe(false);
    expect(project.value(runPath('tendering'), 'checklist')).toBe('tendering');
  });

  test('two islands share one document', async () => {
    const one = island();
    const two = island(createDisk()); // The first island's options hold.
    await pause();
    await one.project.write(keys, 'status', 'done');
    await pause();
    expect(two.project.answer(keys).status).toBe('done');
    expect(two.project.current()?.id).toBe(one.project.current()?.id);
    expect(two.disk.appends).toBe(0);
  });
});
