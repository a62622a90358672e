import { createHash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { strToU8, zipSync } from 'fflate';
import { describe, test as example, expect } from 'vitest';
import { sha256 } from '../../../src/domain/sha-256.ts';
import { readProjectFile, writeProjectFile } from '../../../src/interchange/project-file.ts';
import type { ProjectId } from '../../../src/state/storage.ts';
import { RUNS, threeReplicas, union } from '../domain/checklist/histories.ts';

const head = { project: 'p0123456789ab' as ProjectId, name: '某项目 📎', exported: '2026-11-24T08:00:00.000Z' };
const projectFile = threeReplicas.map(([a, b, c]) => ({ ...head, records: union(a, b, c).records() }));

/** A well-formed container around any parts, to reach what lies behind the checksum. */
function pack(parts: { readonly [name: string]: unknown }): Uint8Array {
  const bytesOf = (part: unknown): Uint8Array => (part instanceof Uint8Array ? part : strToU8(JSON.stringify(part)));
  const zip = zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, bytesOf(part)])));
  const bytes = new Uint8Array(43 + zip.length);
  bytes.set(strToU8('ZGBOOK'));
  bytes[6] = 1;
  new DataView(bytes.buffer).setUint32(7, zip.length);
  bytes.set(createHash('sha256').update(zip).digest(), 11);
  bytes.set(zip, 43);
  return bytes;
}
const record = {
  id: 'aaaa-0',
  item: 'run/tendering/keys',
  field: 'status',
  value: 'done',
  who: '王工',
  at: head.exported,
  replaces: [],
};
const signedBy = (drawn: string) => ({
  ...record,
  item: 'run/tendering',
  field: 'signed',
  value: { kind: 'signed', signature: { drawn, width: 600, height: 300 } },
});
function manifest(records: unknown, over: object = {}): object {
  const text = JSON.stringify(records);
  const hash = createHash('sha256').update(text).digest('hex');
  return {
    form: 1,
    ...head,
    counts: { records: Array.isArray(records) ? records.length : 0 },
    parts: { 'records.json': hash },
    ...over,
  };
}

describe('laws of the project file', () => {
  test.prop([projectFile], RUNS)('gives back exactly what was written', (file) => {
    expect(readProjectFile(writeProjectFile(file))).toEqual({ ok: true, ...file });
  });

  test.prop([projectFile], RUNS)('is the same file whatever the order of the records', (file) => {
    expect(writeProjectFile({ ...file, records: file.records.toReversed() })).toEqual(writeProjectFile(file));
  });

  test.prop([projectFile, fc.nat(), fc.integer({ min: 1, max: 255 })], RUNS)(
    'a flipped byte anywhere is refused',
    (file, where, flip) => {
      const bytes = writeProjectFile(file);
      const at = where % bytes.length;
      bytes[at] = (bytes[at] as number) ^ flip;
      expect(readProjectFile(bytes).ok).toBe(false);
    },
  );

  test.prop([projectFile, fc.nat()], RUNS)('a file that ends too early is refused as truncated', (file, where) => {
    const bytes = writeProjectFile(file);
    const cut = where % bytes.length;
    expect(readProjectFile(bytes.subarray(0, cut))).toMatchObject({
      ok: false,
      reason: cut === 0 ? 'foreign' : 'truncated',
    });
  });

  test.prop([fc.uint8Array({ maxLength: 200 })], RUNS)('bytes of another kind are refused as foreign', (bytes) => {
    fc.pre(bytes[0] !== 0x5a);
    expect(readProjectFile(bytes)).toMatchObject({ ok: false, reason: 'foreign' });
  });

  test.prop([projectFile, fc.uint8Array({ minLength: 1, maxLength: 50 })], RUNS)(
    'bytes after the end are refused',
    (file, more) => {
      expect(readProjectFile(Uint8Array.from([...writeProjectFile(file), ...more]))).toMatchObject({
        ok: false,
        reason: 'damaged',
      });
    },
  );

  test.prop([fc.uint8Array({ maxLength: 300 })], RUNS)('the hash is SHA-256', (bytes) => {
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('a whole file that breaks the rules', () => {
  const good = [record];
  example('the test packs as the program does', () => {
    expect(readProjectFile(pack({ 'manifest.json': manifest(good), 'records.json': good }))).toMatchObject({
      ok: true,
    });
  });

  example('a drawn signature comes through', () => {
    const records = [signedBy('M10 20l98 0')];
    expect(readProjectFile(pack({ 'manifest.json': manifest(records), 'records.json': records }))).toMatchObject({
      ok: true,
      records,
    });
  });

  example.each<[string, string, { readonly [name: string]: unknown }]>([
    ['newer', 'a newer form', { 'manifest.json': manifest(good, { form: 2 }), 'records.json': good }],
    ['invalid', 'a form that is no number', { 'manifest.json': manifest(good, { form: '1' }), 'records.json': good }],
    ['invalid', 'no manifest', { 'records.json': good }],
    ['invalid', 'no records', { 'manifest.json': manifest(good) }],
    ['invalid', 'a part that nothing reads', { 'manifest.json': manifest(good), 'records.json': good, 'photos/x': 1 }],
    [
      'invalid',
      'a manifest key that nothing reads',
      { 'manifest.json': manifest(good, { colour: 1 }), 'records.json': good },
    ],
    [
      'invalid',
      'a project id of another kind',
      { 'manifest.json': manifest(good, { project: '../x' }), 'records.json': good },
    ],
    [
      'invalid',
      'another number of records',
      { 'manifest.json': manifest(good, { counts: { records: 2 } }), 'records.json': good },
    ],
    ['damaged', 'records of another file', { 'manifest.json': manifest([]), 'records.json': good }],
    ['damaged', 'a manifest that is no JSON', { 'manifest.json': strToU8('{'), 'records.json': good }],
    ['damaged', 'bytes that are no UTF-8', { 'manifest.json': Uint8Array.of(0xff, 0xfe), 'records.json': good }],
    ...[
      ['a record with a key that nothing reads', [{ ...record, colour: 'red' }]],
      ['a record of another shape', [{ ...record, replaces: 'none' }]],
      ['two records of one id', [record, { ...record, value: 'open' }]],
      [
        'records that replace each other',
        [
          { ...record, replaces: ['aaaa-1'] },
          { ...record, id: 'aaaa-1', replaces: ['aaaa-0'] },
        ],
      ],
      ['a drawn signature with more in it than strokes', [signedBy('M0 0l5 5"/><script>')]],
      ['a drawn signature that is too long', [signedBy(`M0 0${'l1 1'.repeat(5000)}`)]],
      ['no list of records', { 0: record }],
    ].map(([name, records]): [string, string, { readonly [name: string]: unknown }] => [
      'invalid',
      String(name),
      { 'manifest.json': manifest(records), 'records.json': records },
    ]),
  ])('is refused as %s: %s', (reason, _, parts) => {
    expect(readProjectFile(pack(parts))).toMatchObject({ ok: false, reason });
  });
});
