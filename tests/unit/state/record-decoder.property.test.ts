import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { RecordDecoder } from '../../../src/state/record-decoder.ts';

const anyJson = fc.jsonValue({ stringUnit: 'grapheme' });
const records = fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), anyJson), { maxLength: 12 });

function updateOf(entries: readonly (readonly [string, unknown])[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const [key, value] of entries) doc.getMap('records').set(key, value);
  });
  return Y.encodeStateAsUpdate(doc);
}

/** What a reader of these bytes ends with, or that it refuses them. */
function readBy(apply: (doc: Y.Doc) => void): string {
  const doc = new Y.Doc();
  doc.getMap('records');
  try {
    apply(doc);
  } catch {
    return 'refused';
  }
  return JSON.stringify([doc.getMap('records').toJSON(), [...Y.encodeStateAsUpdate(doc)]]);
}

const byYjs = (update: Uint8Array) => readBy((doc) => Y.applyUpdate(doc, update));
const byOurs = (update: Uint8Array) => readBy((doc) => Y.applyUpdateV2(doc, update, null, RecordDecoder));

describe('the decoder of stored documents', () => {
  test('reads whatever a document can hold as the library does', () => {
    fc.assert(
      fc.property(records, (entries) => {
        const update = updateOf(entries);
        expect(byOurs(update)).toBe(byYjs(update));
        expect(byOurs(update)).not.toBe('refused');
      }),
    );
  });

  test('reads long texts, numbers of every kind, and texts of several bytes a sign', () => {
    const values = [
      'a'.repeat(70_000),
      '物业'.repeat(9_000),
      0,
      -1,
      2 ** 40,
      0.1,
      null,
      true,
      [[], {}],
      { 键: ['é', '😀'] },
    ];
    const update = updateOf(values.map((value, i) => [`k${i}`, value]));
    expect(byOurs(update)).toBe(byYjs(update));
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, update, null, RecordDecoder);
    expect(values.map((_, i) => doc.getMap('records').get(`k${i}`))).toEqual(values);
  });

  test('refuses bytes that end too soon, wherever they do', () => {
    const update = updateOf([
      ['k3v9q0c2m8xe-1', { item: 'run/tendering/keys', who: '王工', replaces: ['k3v9q0c2m8xe-0'] }],
      ['k3v9q0c2m8xe-2', ['done', 7, null]],
    ]);
    const taken = Array.from({ length: update.length }, (_, length) => length).filter(
      (length) => byOurs(update.slice(0, length)) !== 'refused',
    );
    expect(taken).toEqual([]);
  });
});
