import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import { canonicalJson } from '../../../../src/domain/checklist/json.ts';
import { isAnswerRecord } from '../../../../src/domain/checklist/record.ts';
import { findRecordFault } from '../../../../src/domain/checklist/record-faults.ts';
import { RUNS, threeReplicas, union, wholeState } from './histories.ts';

describe('laws of the answer index', () => {
  test.prop([threeReplicas, fc.infiniteStream(fc.nat())], RUNS)(
    'any order of adding records gives the same index',
    ([a, b, c], dice) => {
      const all = [...union(a, b, c).records()];
      const keys = new Map(all.map((record) => [record, dice.next().value ?? 0]));
      const shuffled = all.toSorted((x, y) => (keys.get(x) ?? 0) - (keys.get(y) ?? 0));
      expect(wholeState(new AnswerIndex(shuffled))).toEqual(wholeState(new AnswerIndex(all)));
    },
  );

  test.prop([threeReplicas], RUNS)('merging is commutative, associative and idempotent', ([a, b, c]) => {
    const whole = wholeState(union(a, b, c));
    for (const order of [
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ])
      expect(wholeState(union(...order))).toEqual(whole);
    expect(wholeState(union([...union(a, b).records()], c))).toEqual(wholeState(union(a, [...union(b, c).records()])));
    expect(wholeState(union(a, a, b, b, c, a))).toEqual(whole);
  });

  test.prop([threeReplicas], RUNS)('no record is ever lost', ([a, b, c]) => {
    const index = union(a, b, c);
    for (const record of [...a, ...b, ...c]) {
      expect(index.get(record.id)).toEqual(record);
      expect(index.history(record.item)).toContainEqual(record);
    }
  });

  test.prop([threeReplicas], RUNS)(
    'a conflict appears exactly where unequal records are replaced by no other',
    ([a, b, c]) => {
      const index = union(a, b, c);
      const records = index.records();
      const replaced = new Set(records.flatMap(({ replaces }) => replaces));
      const heads = Map.groupBy(
        records.filter(({ id }) => !replaced.has(id)),
        ({ item, field }) => `${item} ${field}`,
      );
      const expected = [...heads].filter(
        ([, group]) => new Set(group.map(({ value }) => canonicalJson(value))).size > 1,
      );
      expect(new Set(index.conflicts().map(({ item, field }) => `${item} ${field}`))).toEqual(
        new Set(expected.map(([key]) => key)),
      );
      for (const [key, group] of heads) {
        const [item, field] = key.split(' ') as [(typeof records)[number]['item'], string];
        expect(index.current(item, field).heads).toEqual(group);
      }
    },
  );

  test.prop([threeReplicas], RUNS)('history puts what was replaced before what replaced it', ([a, b, c]) => {
    const index = union(a, b, c);
    for (const item of index.items()) {
      const place = new Map(index.history(item).map(({ id }, at) => [id, at]));
      for (const { id, replaces } of index.history(item)) {
        for (const before of replaces) expect(place.get(before)).toBeLessThan(place.get(id) ?? -1);
      }
    }
  });

  test.prop([threeReplicas], RUNS)('what replicas write is whole and without fault', ([a, b, c]) => {
    const records = union(a, b, c).records();
    expect(records.every(isAnswerRecord)).toBe(true);
    expect(findRecordFault(records)).toBeUndefined();
  });
});
