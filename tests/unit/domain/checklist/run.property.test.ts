import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { isOpenProblem, isOverdue, isSettled, readAnswer } from '../../../../src/domain/checklist/answer.ts';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import { answerPath, runPath } from '../../../../src/domain/checklist/item-path.ts';
import { migrateChanges, migrationOf, templateDifference } from '../../../../src/domain/checklist/migration.ts';
import { Overview } from '../../../../src/domain/checklist/overview.ts';
import {
  ownItemChanges,
  ownRunId,
  ownTemplate,
  removeOwnItemChange,
} from '../../../../src/domain/checklist/own-items.ts';
import { findOpenProblems } from '../../../../src/domain/checklist/problems.ts';
import { progress } from '../../../../src/domain/checklist/progress.ts';
import type { AnswerRecord } from '../../../../src/domain/checklist/record.ts';
import {
  findRuns,
  nextRunId,
  pinnedTemplate,
  readRun,
  runItems,
  startRunChanges,
  traitChange,
} from '../../../../src/domain/checklist/run.ts';
import { reopenRunChanges, signChanges } from '../../../../src/domain/checklist/sign-changes.ts';
import { digestOf, isLocked, readSignOff } from '../../../../src/domain/checklist/sign-off.ts';
import {
  compareVersions,
  readTemplate,
  type Template,
  templateHash,
  templateValue,
} from '../../../../src/domain/checklist/template.ts';
import { RUNS, union, wholeState } from './histories.ts';
import { acts, perform, RUN, VERSIONS, type Worker, workers, writeAs } from './teamwork.ts';

const TODAY = '2026-12-01';
const [V1, V2, V10] = VERSIONS;
const one = (): Worker => workers()[0] as Worker;
const sign = { on: '2026-11-25', who: '王工', role: 'engineering', signature: { typed: '王工' } };
const keys = answerPath(RUN, 'keys');
const done = { item: keys, field: 'status', value: 'done' };

function signedRun(): Worker {
  const worker = one();
  writeAs(worker, [...startRunChanges(worker.index, RUN, V1), done]);
  const signed = signChanges(worker.index, RUN, sign);
  if (!signed.ok) throw new Error('the gate is closed');
  writeAs(worker, signed.changes);
  return worker;
}

describe('a run', () => {
  test('keeps the words it was started with when the checklist has newer ones', () => {
    const worker = one();
    writeAs(worker, startRunChanges(worker.index, RUN, V1));
    expect(startRunChanges(worker.index, RUN, V2)).toEqual([]);
    expect(runItems(worker.index, RUN, V2).map(({ label }) => label.en)).toEqual(['keys', 'meters']);
    expect(readRun(worker.index, RUN)).toMatchObject({ checklist: 'tendering', template: { version: '1.0' } });
  });

  test('is offered a newer version with its difference, and goes over by adding records', () => {
    const worker = one();
    writeAs(worker, [...startRunChanges(worker.index, RUN, V1), done]);
    const offer = migrationOf(worker.index, RUN, V2);
    expect(offer?.difference).toMatchObject({
      added: [{ id: 'kitchen' }],
      removed: [{ id: 'meters' }],
      changed: [{ after: { id: 'keys' }, what: ['label'] }],
      isSame: false,
    });
    const before = worker.index.records();
    writeAs(worker, migrateChanges(worker.index, RUN, V2));
    expect(worker.index.records()).toEqual(expect.arrayContaining([...before]));
    expect(readAnswer(worker.index, keys).status).toBe('done');
    expect(migrationOf(worker.index, RUN, V2)).toBeUndefined();
    expect(migrationOf(worker.index, RUN, V1)).toBeUndefined();
  });

  test('counts an item with a condition only with the trait, and keeps its answers', () => {
    const worker = one();
    writeAs(worker, startRunChanges(worker.index, RUN, V2));
    const applies = () => runItems(worker.index, RUN).map((item) => item.applies);
    expect(applies()).toEqual([true, false]);
    writeAs(worker, [traitChange(RUN, 'food-and-beverage', true)]);
    expect(applies()).toEqual([true, true]);
    expect(readRun(worker.index, RUN).traits).toEqual(['food-and-beverage']);
    writeAs(worker, [traitChange(RUN, 'food-and-beverage', false)]);
    expect(applies()).toEqual([true, false]);
  });

  test('takes items of its own into their group, and lets them go again', () => {
    const worker = one();
    writeAs(worker, startRunChanges(worker.index, RUN, V1));
    writeAs(worker, ownItemChanges(RUN, 'k3v9', { label: '夹层', role: '', mandatory: true, group: 'site' }));
    const ids = () => runItems(worker.index, RUN).map(({ id }) => id);
    expect(ids()).toEqual(['keys', 'own-k3v9', 'meters']);
    writeAs(worker, [removeOwnItemChange(answerPath(RUN, 'own-k3v9'))]);
    expect(ids()).toEqual(['keys', 'meters']);
  });

  test('can be started again; second runs of two devices never are the same one', () => {
    const worker = one();
    expect(nextRunId(worker.index, RUN, 'k3v9q0c2m8xe')).toBe(RUN);
    writeAs(worker, startRunChanges(worker.index, RUN, V1));
    const second = nextRunId(worker.index, RUN, 'k3v9q0c2m8xe');
    expect(second).toBe('tendering-2-k3v9q0c2');
    expect(nextRunId(worker.index, RUN, 'zzzzzzzzzzzz')).not.toBe(second);
    writeAs(worker, startRunChanges(worker.index, second, V1, '二期'));
    expect(findRuns(worker.index).map(({ run, name }) => [run, name])).toEqual([
      [RUN, ''],
      [second, '二期'],
    ]);
    expect(nextRunId(worker.index, RUN, 'k3v9q0c2m8xe')).toBe('tendering-3-k3v9q0c2');
  });

  test('can start from a list of the reader, with its groups in the order of their rows', () => {
    const worker = one();
    const run = ownRunId('k3v9');
    const rows = [
      { label: '甲', group: '一层' },
      { label: '乙', group: '二层', mandatory: true },
      { label: '丙', group: '一层' },
    ];
    writeAs(worker, startRunChanges(worker.index, run, ownTemplate('我的清单', rows)));
    expect(readRun(worker.index, run)).toMatchObject({ checklist: '', isOwn: true });
    expect(runItems(worker.index, run).map(({ id, group, mandatory }) => [id, group, mandatory])).toEqual([
      ['row-1', 'group-1', false],
      ['row-2', 'group-2', true],
      ['row-3', 'group-1', false],
    ]);
    expect(migrationOf(worker.index, run, V10)).toBeUndefined();
  });

  law.prop([fc.constantFrom(...VERSIONS), fc.constantFrom(...VERSIONS)], RUNS)(
    'two devices that go over to different versions meet at the newer one, and wait for no decision',
    (left, right) => {
      const start = one();
      writeAs(start, startRunChanges(start.index, RUN, V1));
      const devices = workers().map((worker) => ({ ...worker, index: union(start.index.records()), counter: 100 }));
      const [a, b] = [devices[1] as Worker, devices[2] as Worker];
      writeAs(a, migrateChanges(a.index, RUN, left));
      writeAs(b, migrateChanges(b.index, RUN, right));
      const newest = compareVersions(left.version, right.version) < 0 ? right : left;
      for (const merged of [union(a.index.records(), b.index.records()), union(b.index.records(), a.index.records())]) {
        expect(pinnedTemplate(merged, RUN)).toEqual(templateValue(newest));
        expect(merged.conflicts()).toEqual([]);
        expect(migrateChanges(merged, RUN, newest)).toEqual([]);
      }
    },
  );

  law.prop([acts], RUNS)('going over twice is going over once, and keeps every record', (history) => {
    const all = workers();
    for (const act of history) perform(all, act);
    const worker = all[0] as Worker;
    const before = worker.index.records();
    writeAs(worker, migrateChanges(worker.index, RUN, V10));
    const after = worker.index.records();
    for (const record of before) expect(worker.index.get(record.id)).toEqual(record);
    expect(writeAs(worker, migrateChanges(worker.index, RUN, V10))).toEqual([]);
    expect(worker.index.records()).toEqual(after);
  });
});

describe('a template', () => {
  test('has the hash of its content, whatever is left undefined', () => {
    const again = { ...V1, items: V1.items.map((item) => ({ ...item, measure: undefined, when: undefined })) };
    expect(templateHash(again)).toBe(templateHash(V1));
    expect(templateHash(V2)).not.toBe(templateHash(V1));
    expect(readTemplate(templateValue(again))).toEqual(V1);
  });

  test('differs from itself in nothing', () => {
    for (const version of VERSIONS) expect(templateDifference(version, version).isSame).toBe(true);
  });

  law.prop([fc.jsonValue()], RUNS)('is read from nothing that is none', (value) => {
    expect(readTemplate(value as never)).toBeUndefined();
  });

  test.each([
    ['1.2', '1.10', -1],
    ['1.0', '1', 0],
    ['2', '1.9', 1],
    ['1.a', '1.b', -1],
  ])('version %s against %s: %i', (a, b, order) => {
    expect(Math.sign(compareVersions(a, b))).toBe(order);
  });
});

describe('a signed stage', () => {
  test('is locked but for the corrective loop, and says so until it is opened again with a reason', () => {
    const worker = signedRun();
    expect(readSignOff(worker.index, RUN)).toMatchObject({
      state: 'signed',
      isLocked: true,
      signatures: [{ who: '王工' }],
    });
    expect(writeAs(worker, [{ ...done, value: 'open' }, traitChange(RUN, 'food-and-beverage', true)])).toEqual([]);
    expect(writeAs(worker, ownItemChanges(RUN, 'k3', { label: '夹层', role: '', mandatory: true, group: '' }))).toEqual(
      [],
    );
    const step = { round: 0, on: '', who: '', how: '' };
    expect(writeAs(worker, [{ item: keys, field: 'fixed', value: step }])).toHaveLength(1);
    expect(readSignOff(worker.index, RUN).state).toBe('signed');
    expect(isLocked(worker.index, answerPath('construction', 'keys'), 'status')).toBe(false);
    writeAs(worker, reopenRunChanges(RUN, { on: '2026-11-26', who: '李工', reason: '补查' }));
    expect(readSignOff(worker.index, RUN)).toMatchObject({ state: 'unsigned', reopened: { reason: '补查' } });
    expect(writeAs(worker, [{ ...done, value: 'open' }])).toHaveLength(1);
    expect(worker.index.history(runPath(RUN), 'signed')).toHaveLength(2);
  });

  test('is not signed through a closed gate, nor twice', () => {
    const worker = one();
    writeAs(worker, startRunChanges(worker.index, RUN, V1));
    expect(signChanges(worker.index, RUN, sign)).toMatchObject({
      ok: false,
      reason: 'gate',
      missing: [{ reason: 'open' }],
    });
    expect(signChanges(signedRun().index, RUN, sign)).toEqual({ ok: false, reason: 'signed' });
  });

  test('pins the template with the signature where nothing was pinned', () => {
    const worker = one();
    writeAs(worker, [done]);
    const signed = signChanges(worker.index, RUN, sign, V1);
    if (signed.ok) writeAs(worker, signed.changes);
    expect(pinnedTemplate(worker.index, RUN)).toEqual(V1);
    expect(readSignOff(worker.index, RUN).state).toBe('signed');
  });

  test('says "changed" when a file brings an answer that its writer gave without knowing of the signature', () => {
    const worker = signedRun();
    const other = workers()[1] as Worker;
    writeAs(other, [{ ...done, value: 'problem' }]);
    for (const record of other.index.records()) worker.index.add(record);
    expect(readSignOff(worker.index, RUN)).toMatchObject({
      state: 'changed',
      isLocked: true,
      signatures: [{ isValid: false }],
    });
  });

  test.each([
    [{ typed: ' ' }],
    [{ drawn: 'M0 0"/><script>', width: 1, height: 1 }],
    [{ drawn: 'M0 0L5 5', width: 0, height: 1 }],
    [{ drawn: '', width: 1, height: 1 }],
    [7],
  ])('shows the name instead of a signature that is none: %j', (signature) => {
    const worker = one();
    const value = { kind: 'signed', on: '', who: '王工', role: '', digest: 'x', signature, template: null };
    writeAs(worker, [{ item: runPath(RUN), field: 'signed', value: value as never }]);
    expect(readSignOff(worker.index, RUN).signatures[0]?.signature).toEqual({ typed: '王工' });
  });

  law.prop([acts], RUNS)(
    'is "signed" exactly while its digest stands; the digest depends on what holds and on nothing else',
    (history) => {
      const all = workers();
      for (const act of history) perform(all, act);
      for (const { index } of all) {
        const { state, signatures, isLocked: locked } = readSignOff(index, RUN);
        const digest = digestOf(index, RUN);
        expect(locked).toBe(signatures.length > 0);
        expect(state === 'signed').toBe(locked && signatures.every((signature) => signature.digest === digest));
        const shuffled = new AnswerIndex(index.records().toReversed());
        expect(digestOf(shuffled, RUN)).toBe(digest);
        // Somebody else's equal answer is kept, and changes nothing that was signed.
        const echo = index.records().filter(({ item }) => item.startsWith('run/tendering/'));
        const heads = echo.filter((record) => index.current(record.item, record.field).heads.includes(record));
        const same = heads.map(
          (head, i): AnswerRecord => ({ ...head, id: `dddd-${i}` as AnswerRecord['id'], replaces: [] }),
        );
        const concurrent = new AnswerIndex([...index.records(), ...same.filter(({ value }) => value !== null)]);
        expect(digestOf(concurrent, RUN)).toBe(digest);
      }
    },
  );
});

describe('teamwork of three devices', () => {
  const ORDERS = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ] as const;

  law.prop([acts], RUNS)('merged in every order gives the same state, and no tick is lost', (history) => {
    const all = workers();
    for (const act of history) perform(all, act);
    const known = all.map(({ index }) => index.records());
    const merged = ORDERS.map((order) => union(...order.map((i) => known[i] ?? [])));
    const [first] = merged;
    const state = (index: AnswerIndex): unknown => ({
      whole: wholeState(index),
      items: runItems(index, RUN),
      runs: findRuns(index),
      signOff: readSignOff(index, RUN),
      problems: findOpenProblems(index),
    });
    for (const index of merged) expect(state(index)).toEqual(state(first as AnswerIndex));
    for (const record of known.flat()) {
      const { heads } = (first as AnswerIndex).current(record.item, record.field);
      const history = (first as AnswerIndex).history(record.item, record.field);
      expect(history).toContainEqual(record);
      // A tick either holds, waits for a decision, or was replaced by somebody who had seen it.
      const isReplaced = history.some(({ replaces }) => replaces.includes(record.id));
      expect(heads.some(({ id }) => id === record.id)).toBe(!isReplaced);
    }
  });

  law.prop([acts], RUNS)('the overview kept up item by item is what counting everything anew gives', (history) => {
    const all = workers();
    const kept = all.map(({ index }) => new Overview(index));
    for (const act of history) {
      const worker = all[act.on] as Worker;
      const before = new Set(worker.index.records().map(({ id }) => id));
      perform(all, act);
      const fresh = worker.index.records().filter(({ id }) => !before.has(id));
      kept[act.on]?.changed(fresh.map(({ item }) => item));
      const now = kept[act.on]?.read(TODAY);
      expect(now).toEqual(new Overview(worker.index).read(TODAY));
      expect(now?.total.problems).toBe(findOpenProblems(worker.index).length);
      if (pinnedTemplate(worker.index, RUN)) {
        const answerOf = (path: ReturnType<typeof answerPath>) => readAnswer(worker.index, path);
        expect(now?.runs[0]?.progress).toEqual(progress(runItems(worker.index, RUN), answerOf, TODAY));
      }
    }
  });

  test('progress counts closed problems as done', () => {
    const worker = one();
    writeAs(worker, [
      { ...done, value: 'problem' },
      { item: keys, field: 'due', value: '2026-11-01' },
      { item: keys, field: 'closed', value: { round: 0, on: '', who: '', how: '' } },
    ]);
    const answer = readAnswer(worker.index, keys);
    expect([isOpenProblem(answer), isSettled(answer), isOverdue(answer, TODAY)]).toEqual([false, true, false]);
    expect(new Overview(worker.index).read(TODAY).total).toMatchObject({
      applicable: 1,
      done: 1,
      problems: 0,
      overdue: 0,
    });
  });
});

test('5,000 items: the overview opens fast, and a tick costs next to nothing', () => {
  const worker = one();
  const items = Array.from({ length: 100 }, (_, i) => ({
    ...(V1.items[0] as Template['items'][number]),
    id: `item-${i}`,
  }));
  for (let run = 0; run < 50; run++) {
    const name = run === 0 ? RUN : `tendering-${run + 1}-k3v9q0c2`;
    writeAs(worker, startRunChanges(worker.index, name, { ...V1, items }));
    writeAs(
      worker,
      items.map(({ id }) => ({ item: answerPath(name, id), field: 'status', value: 'done' })),
    );
  }
  const overview = new Overview(worker.index);
  let start = performance.now();
  expect(overview.read(TODAY).total.done).toBe(5000);
  expect(performance.now() - start).toBeLessThan(1000);
  start = performance.now();
  for (let i = 0; i < 20; i++) {
    const tick = { item: answerPath(RUN, `item-${i}`), field: 'status', value: 'problem' };
    overview.changed(writeAs(worker, [tick]).map(({ item }) => item));
    expect(overview.read(TODAY).total.problems).toBe(i + 1);
  }
  expect((performance.now() - start) / 20).toBeLessThan(50);
});
