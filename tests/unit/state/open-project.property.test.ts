import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { AnswerIndex } from '../../../src/domain/checklist/answer-index.ts';
import type { AnswerRecord } from '../../../src/domain/checklist/record.ts';
import type { OpenProject } from '../../../src/state/open-project.ts';
import { valuesOf } from '../../../src/state/undo.ts';
import { ITEMS, RUNS, threeReplicas, union, wholeState } from '../domain/checklist/histories.ts';
import { createAir, createDisk, openTab } from './tab.ts';

const WHO = '王工';
const FIELDS = ['status', 'note'] as const;
const change = fc.record({
  item: fc.constantFrom(...ITEMS),
  field: fc.constantFrom(...FIELDS),
  value: fc.constantFrom('done', 'problem', null),
});
const changes = fc.array(change, { minLength: 1, maxLength: 12 });

/** What a reader sees: the values, without who wrote which record. */
function seen(tab: OpenProject): unknown {
  return ITEMS.flatMap((item) =>
    FIELDS.map((field) => {
      const values = valuesOf(tab.index, item, field).map((value) => JSON.stringify(value));
      return values.length === 0 ? ['null'] : values.toSorted();
    }),
  );
}

describe('laws of an open project', () => {
  test.prop([threeReplicas, changes], RUNS)(
    'undo takes back each step, redo restores it, also over undecided fields',
    async ([a, b], list) => {
      const tab = await openTab({ storage: createDisk() });
      tab.merge(union(a, b).records());
      const states = [seen(tab)];
      for (const { item, field, value } of list) if (tab.write(item, field, value, WHO)) states.push(seen(tab));
      for (const state of states.toReversed().slice(1)) {
        expect(tab.undo(WHO)).toBe(true);
        expect(seen(tab)).toEqual(state);
      }
      expect(tab.canUndo()).toBe(false);
      for (const state of states.slice(1)) {
        expect(tab.redo(WHO)).toBe(true);
        expect(seen(tab)).toEqual(state);
      }
      expect(tab.canRedo()).toBe(false);
    },
  );

  test.prop([changes, changes], RUNS)('undo never takes back what another tab wrote', async (mine, theirs) => {
    const air = createAir();
    const disk = createDisk();
    const a = await openTab({ storage: disk, openChannel: air.open });
    const b = await openTab({ storage: disk, openChannel: air.open });
    await air.settled();
    for (const { item, field, value } of mine) a.write(item, field, value, WHO);
    await air.settled();
    const written: AnswerRecord[] = [];
    for (const { item, field, value } of theirs) {
      const record = b.write(item, field, value, '李工');
      if (record) written.push(record);
    }
    await air.settled();
    while (a.undo(WHO));
    await air.settled();
    const last = new Map(written.map((record) => [`${record.item} ${record.field}`, record]));
    for (const { item, field, value } of last.values()) expect(valuesOf(a.index, item, field)).toEqual([value]);
    expect(wholeState(a.index)).toEqual(wholeState(b.index));
  });

  test.prop([threeReplicas], RUNS)(
    'merging through documents is commutative and idempotent, and is what the index says',
    async ([a, b, c]) => {
      const [one, two] = [await openTab({ storage: createDisk() }), await openTab({ storage: createDisk() })];
      for (const set of [a, b, c, a]) expect(one.merge(set).ok).toBe(true);
      for (const set of [c, a, b, b]) expect(two.merge(set).ok).toBe(true);
      const whole = wholeState(union(a, b, c));
      expect(wholeState(one.index)).toEqual(whole);
      expect(wholeState(two.index)).toEqual(whole);
      expect(one.merge(two.index.records())).toMatchObject({ ok: true, report: { added: 0 } });
    },
  );

  test.prop([threeReplicas], RUNS)('what is stored is all that was there', async ([a, b]) => {
    const disk = createDisk();
    const tab = await openTab({ storage: disk });
    tab.merge(a);
    tab.merge(b);
    await tab.settled();
    expect(wholeState((await openTab({ storage: disk })).index)).toEqual(wholeState(tab.index));
  });

  test.prop([threeReplicas], RUNS)('records that contradict what is here are refused whole', async ([a]) => {
    fc.pre(a.length > 0);
    const tab = await openTab({ storage: createDisk() });
    tab.merge(a);
    const before = wholeState(tab.index);
    const altered = a.map((record, i) => (i === 0 ? { ...record, who: '别人' } : record));
    expect(tab.merge(altered)).toMatchObject({ ok: false, reason: 'clash' });
    expect(wholeState(tab.index)).toEqual(before);
    expect(wholeState(new AnswerIndex(a))).toEqual(before);
  });
});
