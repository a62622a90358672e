import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ItemPath } from '../../../src/domain/checklist/item-path.ts';
import type { AnswerRecord } from '../../../src/domain/checklist/record.ts';
import { readProjectFile } from '../../../src/interchange/project-file.ts';
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
