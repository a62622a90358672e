import { createHash } from 'node:crypto';
import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { answerPath } from '../../../src/domain/checklist/item-path.ts';
import { photoField } from '../../../src/domain/checklist/photo.ts';
import { type AnswerRecord, recordId } from '../../../src/domain/checklist/record.ts';
import { openBackup, readBackup } from '../../../src/interchange/backup-file.ts';
import { blobSource, bytesSource, collect } from '../../../src/interchange/byte-source.ts';
import {
  openProjectFile,
  readProjectFile,
  readProjectFileFrom,
  writeProjectFile,
} from '../../../src/interchange/project-file.ts';
import type { ProjectId } from '../../../src/state/storage.ts';
import { RUNS, threeReplicas, union } from '../domain/checklist/histories.ts';
import { picture } from '../state/tab.ts';

const AT = '2026-11-24T08:00:00.000Z';
const head = { project: 'p0123456789ab' as ProjectId, name: '某项目 📎', exported: AT };

/** A project of random records, with that many photos. */
function projectOf(records: readonly AnswerRecord[], seeds: readonly number[], name = head.name) {
  const pictures = new Map<string, Uint8Array>();
  for (const seed of new Set(seeds)) {
    const bytes = picture(seed, 20 + seed);
    pictures.set(createHash('sha256').update(bytes).digest('hex'), bytes);
  }
  const named = [...pictures].map(([hash, { length }], i): AnswerRecord => {
    const item = answerPath('tendering', 'photos');
    const value = { name: `${i}.jpg`, width: 1, height: 1, bytes: length, at: AT };
    return { id: recordId('photo', i), item, field: photoField(hash), value, who: '王工', at: AT, replaces: [] };
  });
  const photos = [...pictures]
    .map(([hash, { length }]) => ({ hash, length }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  const file = { ...head, name, records: union([...records, ...named]).records(), photos };
  return { file, pictures, read: async (hash: string) => pictures.get(hash) };
}
const project = fc
  .tuple(threeReplicas, fc.array(fc.nat({ max: 60 }), { maxLength: 4 }))
  .map(([[a, b, c], seeds]) => projectOf(union(a, b, c).records(), seeds));
const withPhotos = fc
  .tuple(threeReplicas, fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 4 }))
  .map(([[a], seeds]) => projectOf(a, seeds));
type Project = ReturnType<typeof projectOf>;
const bytesOf = ({ file, read }: Project): Promise<Uint8Array> => collect(openProjectFile(file, read));

describe('laws of a project file with photos', () => {
  law.prop([project], RUNS)(
    'gives back exactly what was written, photos byte by byte, also from a blob',
    async (written) => {
      const bytes = await bytesOf(written);
      for (const source of [bytesSource(bytes), blobSource(new Blob([bytes as BlobPart]))]) {
        const read = await readProjectFileFrom(source);
        if (!read.ok) throw new Error(read.detail);
        const { photos, ok: _, ...file } = read;
        const { photos: expected, ...rest } = written.file;
        expect(file).toEqual(rest);
        expect(photos.map(({ hash, length }) => ({ hash, length }))).toEqual(expected);
        for (const photo of photos) expect(await photo.read()).toEqual(written.pictures.get(photo.hash));
      }
    },
  );

  law.prop([project], RUNS)(
    'is the file of the first edition where there are no photos, and refused by it as newer where there are',
    async (written) => {
      const bytes = await bytesOf(written);
      const read = readProjectFile(bytes);
      if (written.file.photos.length > 0) expect(read).toMatchObject({ ok: false, reason: 'newer' });
      else expect([read.ok, bytes]).toEqual([true, writeProjectFile(written.file)]);
    },
  );

  law.prop([withPhotos, fc.nat(), fc.integer({ min: 1, max: 255 })], RUNS)(
    'a flipped byte anywhere is refused',
    async (written, where, flip) => {
      const bytes = await bytesOf(written);
      const at = where % bytes.length;
      bytes[at] = (bytes[at] as number) ^ flip;
      const read = await readProjectFileFrom(bytesSource(bytes));
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.detail).not.toBe('');
    },
  );

  law.prop([withPhotos, fc.nat()], RUNS)(
    'a file that ends too early is refused as truncated',
    async (written, where) => {
      const bytes = await bytesOf(written);
      const cut = where % bytes.length;
      const read = await readProjectFileFrom(bytesSource(bytes.subarray(0, cut)));
      expect(read).toMatchObject({ ok: false, reason: cut === 0 ? 'foreign' : 'truncated' });
    },
  );

  law.prop([withPhotos, fc.uint8Array({ minLength: 1, maxLength: 50 })], RUNS)(
    'bytes after the end are refused',
    async (written, more) => {
      const bytes = Uint8Array.from([...(await bytesOf(written)), ...more]);
      expect(await readProjectFileFrom(bytesSource(bytes))).toMatchObject({ ok: false, reason: 'damaged' });
    },
  );

  law.prop([fc.uint8Array({ maxLength: 300 })], RUNS)('bytes of any kind never throw', async (bytes) => {
    expect((await readProjectFileFrom(bytesSource(bytes))).ok).toBe(false);
    expect((await readBackup(bytesSource(bytes))).ok).toBe(false);
  });

  test('a photo that no answer names is refused', async () => {
    const written = projectOf([], [1]);
    const file = { ...written.file, records: [] };
    expect(await readProjectFileFrom(bytesSource(await collect(openProjectFile(file, written.read))))).toMatchObject({
      ok: false,
      reason: 'invalid',
    });
  });

  test('is not written with a photo that is not what its hash says', async () => {
    const written = projectOf([], [1, 2]);
    const [first, second] = [...written.pictures.values()];
    const swapped = async (hash: string) => (written.pictures.get(hash) === first ? second : first);
    await expect(collect(openProjectFile(written.file, swapped))).rejects.toThrow(RangeError);
  });

  test('fetches one photo at a time', async () => {
    const written = projectOf([], [1, 2, 3]);
    let fetched = 0;
    const read = (hash: string) => {
      fetched++;
      return written.read(hash);
    };
    let chunks = 0;
    for await (const _ of openProjectFile(written.file, read).chunks) expect(fetched).toBe(chunks++);
    expect(fetched).toBe(3);
  });
});

describe('laws of a backup', () => {
  const backup = fc.array(project, { maxLength: 3 });
  const backupOf = (projects: readonly Project[]): Promise<Uint8Array> => {
    const all = new Map(projects.flatMap(({ pictures }) => [...pictures]));
    return collect(
      openBackup(
        projects.map(({ file }) => file),
        AT,
        async (hash) => all.get(hash),
      ),
    );
  };

  law.prop([backup], RUNS)('gives back every project', async (projects) => {
    const read = await readBackup(bytesSource(await backupOf(projects)));
    if (!read.ok) throw new Error(read.detail);
    expect(read.made).toBe(AT);
    expect(read.projects).toHaveLength(projects.length);
    read.projects.forEach(({ name, file }, i) => {
      expect(name).toBe(projects[i]?.file.name);
      expect(file).toMatchObject({ ok: true, records: projects[i]?.file.records });
    });
  });

  law.prop([backup, fc.nat(), fc.integer({ min: 1, max: 255 })], RUNS)(
    'a flipped byte costs at most the project in which it lies',
    async (projects, where, flip) => {
      const bytes = await backupOf(projects);
      const at = where % bytes.length;
      bytes[at] = (bytes[at] as number) ^ flip;
      const read = await readBackup(bytesSource(bytes));
      if (read.ok) expect(read.projects.filter(({ file }) => !file.ok)).toHaveLength(1);
    },
  );

  law.prop([backup, fc.nat()], RUNS)(
    'of one that ends too early the projects before the end can be had',
    async (projects, where) => {
      const bytes = await backupOf(projects);
      const read = await readBackup(bytesSource(bytes.subarray(0, where % bytes.length)));
      if (!read.ok) {
        expect(['truncated', 'foreign']).toContain(read.reason);
        return;
      }
      // Cut behind the list: at least the last project is not whole.
      const firstBad = read.projects.findIndex(({ file }) => !file.ok);
      expect(firstBad).toBeGreaterThanOrEqual(0);
      read.projects.forEach(({ file }, i) => {
        if (i < firstBad) expect(file.ok).toBe(true);
        else expect(file).toMatchObject({ ok: false, reason: 'truncated' });
      });
    },
  );
});
