import { describe, expect, test } from 'vitest';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import { answerPath, itemPath, PROJECT, runPath } from '../../../../src/domain/checklist/item-path.ts';
import { isJson, isSameJson } from '../../../../src/domain/checklist/json.ts';
import {
  type AnswerRecord,
  compareRecordIds,
  isAnswerRecord,
  recordId,
} from '../../../../src/domain/checklist/record.ts';
import { findRecordFault } from '../../../../src/domain/checklist/record-faults.ts';
import { written } from './histories.ts';

const keys = answerPath('tendering', 'keys');
const at = '2026-11-24T08:00:00.000Z';
const record = (id: string, value: AnswerRecord['value'], replaces: readonly string[] = []): AnswerRecord => ({
  id: id as AnswerRecord['id'],
  item: keys,
  field: 'status',
  value,
  who: '',
  at,
  replaces: replaces as AnswerRecord['replaces'],
});

describe('the answer index', () => {
  test('two answers that did not see each other wait for a decision, and the decision replaces both', () => {
    const index = new AnswerIndex([record('aaaa-0', 'done'), record('bbbb-0', 'problem')]);
    expect(index.current(keys, 'status').state).toBe('conflict');
    expect(index.value(keys, 'status')).toBeUndefined();
    index.add(written(index, recordId('cccc', 0), keys, 'status', 'problem'));
    expect(index.conflicts()).toEqual([]);
    expect(index.value(keys, 'status')).toBe('problem');
  });

  test('equal answers are both kept and are no conflict', () => {
    const index = new AnswerIndex([record('aaaa-0', 'done'), record('bbbb-0', 'done')]);
    expect(index.current(keys, 'status')).toMatchObject({ state: 'value', value: 'done' });
    expect(index.current(keys, 'status').heads).toHaveLength(2);
  });

  test('a value and its removal elsewhere are a conflict; a removal alone is nothing stated', () => {
    expect(new AnswerIndex([record('aaaa-0', 'done'), record('bbbb-0', null)]).conflicts()).toHaveLength(1);
    expect(new AnswerIndex([record('aaaa-0', null)]).current(keys, 'status').state).toBe('empty');
  });

  test('a record may arrive before the one that it replaces', () => {
    const index = new AnswerIndex([record('aaaa-1', 'done', ['aaaa-0']), record('aaaa-0', 'open')]);
    expect(index.value(keys, 'status')).toBe('done');
  });

  test('finds items by path, not by beginning of a name', () => {
    const index = new AnswerIndex();
    for (const [i, item] of [keys, itemPath('run', 'tendering-2', 'keys'), runPath('tendering'), PROJECT].entries()) {
      index.add(written(index, recordId('aaaa', i), item, 'note', 'x'));
    }
    expect(index.items(runPath('tendering'))).toEqual(['run/tendering', 'run/tendering/keys']);
    expect(index.itemCount).toBe(4);
  });

  test('counters are ordered as numbers', () => {
    expect(['aaaa-10', 'aaaa-9', 'b0aa-1'].toSorted((a, b) => compareRecordIds(a as never, b as never))).toEqual([
      'aaaa-9',
      'aaaa-10',
      'b0aa-1',
    ]);
  });
});

describe('what may be a record', () => {
  const whole = record('aaaa-0', 'done');
  test.each([
    ['an extra key', { ...whole, colour: 'red' }],
    ['a missing key', (({ who: _, ...rest }) => rest)(whole)],
    ['a clock without zone', { ...whole, at: '2026-11-24 08:00' }],
    ['a path with capitals', { ...whole, item: 'run/Tendering' }],
    ['the same replaced twice', { ...whole, replaces: ['bbbb-0', 'bbbb-0'] }],
    ['half a surrogate pair', { ...whole, value: '\ud800' }],
    ['a value that JSON does not know', { ...whole, value: Number.NaN }],
    ['a prototype as key', { ...whole, value: JSON.parse('{"__proto__": 1}') }],
    ['nothing', null],
  ])('refuses %s', (_, value) => expect(isAnswerRecord(value)).toBe(false));

  test('equal values are equal whatever the order of their keys', () => {
    expect(isSameJson({ a: 1, b: [null] }, { b: [null], a: 1 })).toBe(true);
    expect(isSameJson({ a: 1 }, { a: '1' })).toBe(false);
    let deep: unknown = 1;
    for (let i = 0; i < 40; i++) deep = [deep];
    expect(isJson(deep)).toBe(false);
  });

  test.each([
    ['same-id-twice', [record('aaaa-0', 'done'), record('aaaa-0', 'open')]],
    ['replaces-another-field', [{ ...record('aaaa-0', 'x'), field: 'note' }, record('aaaa-1', 'done', ['aaaa-0'])]],
    ['replaces-itself', [record('aaaa-0', 'done', ['bbbb-0']), record('bbbb-0', 'open', ['aaaa-0'])]],
  ] as const)('finds records that cannot be one history: %s', (reason, records) => {
    expect(findRecordFault(records)?.reason).toBe(reason);
  });
});
