import { join } from 'node:path';
import { readKind } from '../../src/build/content/read.ts';
import type { KindName } from '../../src/schema/kinds.ts';

const root = join(import.meta.dirname, '../..');

/** Entries of one kind of content as the build reads them, by id. */
export function entriesOf<T>(kind: KindName): Map<string, T> {
  return new Map(readKind(root, kind).entries.map(({ id, data }) => [id, data as T]));
}
