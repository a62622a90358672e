import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCorrection } from '../../../src/domain/checklist/correction.ts';
import { answerPath, type ItemPath } from '../../../src/domain/checklist/item-path.ts';
import { findPhotos } from '../../../src/domain/checklist/photo.ts';
import { readProjectInfo } from '../../../src/domain/checklist/project-info.ts';
import type { AnswerRecord } from '../../../src/domain/checklist/record.ts';
import { findRuns, runItems } from '../../../src/domain/checklist/run.ts';
import { readSignOff, type Signed } from '../../../src/domain/checklist/sign-off.ts';
import { readBackup } from '../../../src/interchange/backup-file.ts';
import { bytesSource } from '../../../src/interchange/byte-source.ts';
import { readProjectFile, readProjectFileFrom } from '../../../src/interchange/project-file.ts';
import type { ProjectEntry } from '../../../src/state/storage.ts';
import { createDisk, openTab } from './tab.ts';

/** What the first version really wrote. The file is never regenerated. */
const form1 = JSON.parse(readFileSync(new URL('../../fixtures/saved-forms/form-1.json', import.meta.url), 'utf8')) as {
  readonly entry: ProjectEntry;
  readonly updates: readonly string[];
  readonly compacted: string;
  readonly file: string;
  readonly values: { readonly [itemAndField: string]: unknown };
  readonly conflicts: readonly string[];
  readonly records: readonly AnswerRecord[];
};
const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

describe('a project saved in form 1', () => {
  test.each([
    ['as it was appended', form1.updates],
    ['as it was compacted', [form1.compacted]],
  ])('opens whole: %s', async (_, updates) => {
    const disk = createDisk();
    for (const update of updates) await disk.appendUpdate(form1.entry, bytes(update), () => bytes(update));
    const { index, entry } = await openTab({ storage: disk, entry: form1.entry });
    expect(index.records()).toEqual(form1.records);
    expect(entry()).toEqual(form1.entry);
    expect(index.conflicts().map(({ item, field }) => `${item} ${field}`)).toEqual(form1.conflicts);
    for (const [key, value] of Object.entries(form1.values)) {
      const [item, field] = key.split(' ') as [ItemPath, string];
      expect(index.value(item, field) ?? null).toEqual(value);
    }
  });

  test('opens whole as a file', () => {
    const read = readProjectFile(bytes(form1.file));
    expect(read).toMatchObject({ ok: true, project: form1.entry.id, name: form1.entry.name, records: form1.records });
  });
});

/** The same, when runs, corrections, signatures and photos had come. */
const team = JSON.parse(
  readFileSync(new URL('../../fixtures/saved-forms/form-1-team.json', import.meta.url), 'utf8'),
) as {
  readonly entry: ProjectEntry;
  readonly updates: readonly string[];
  readonly photos: readonly { readonly hash: string; readonly bytes: string }[];
  readonly file: string;
  readonly backup: string;
  readonly signOff: Signed;
  readonly records: readonly AnswerRecord[];
};

describe('a project saved in form 1 with runs, corrections, signatures and photos', () => {
  test('opens whole, its runs keep their words, and its signature still stands', async () => {
    const disk = createDisk();
    for (const update of team.updates) await disk.appendUpdate(team.entry, bytes(update), () => bytes(update));
    const { index } = await openTab({ storage: disk, entry: team.entry });
    expect(index.records()).toEqual(team.records);
    expect(index.conflicts()).toEqual([]);
    expect(readSignOff(index, 'tendering')).toMatchObject({ state: 'signed', signatures: [team.signOff] });
    const keys = answerPath('tendering', 'keys');
    expect(readCorrection(index, keys)).toMatchObject({ state: 'open', round: 1, reopened: { why: '仍卡滞' } });
    expect(findPhotos(index, keys).map(({ kind, name }) => [kind, name])).toEqual([
      ['photo', 'IMG_1.jpg'],
      ['fixed-photo', 'IMG_2.jpg'],
    ]);
    expect(findRuns(index).map(({ run, template }) => [run, template?.version])).toEqual([
      ['own-k3v9q0c2m8xe', '1'],
      ['tendering', '1.0'],
      ['tendering-2-k3v9q0c2', '1.2'],
    ]);
    expect(runItems(index, 'tendering').map(({ id }) => id)).toEqual(['keys', 'own-k3v9q0c2m8xe', 'meters']);
    expect(readProjectInfo(index)).toMatchObject({
      city: '某市',
      team: [{ name: '王工' }],
      assets: [{ name: '1 号楼' }],
    });
  });

  test('opens whole as a file and as a backup, photos byte by byte', async () => {
    const read = await readProjectFileFrom(bytesSource(bytes(team.file)));
    const backup = await readBackup(bytesSource(bytes(team.backup)));
    const files = [read, ...(backup.ok ? backup.projects.map(({ file }) => file) : [])];
    expect(files).toHaveLength(2);
    for (const file of files) {
      if (!file.ok) throw new Error(file.detail);
      expect(file).toMatchObject({ project: team.entry.id, records: team.records });
      const photos = file.photos.map(async ({ hash, read }) => ({
        hash,
        bytes: Buffer.from(await read()).toString('base64'),
      }));
      expect(await Promise.all(photos)).toEqual(team.photos);
    }
  });
});
