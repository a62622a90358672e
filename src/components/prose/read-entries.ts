import { getEntry } from 'astro:content';
import type { FactTable } from '../../schema/fact-table.ts';

/** The table of facts with that id; the content check has made sure that it exists. */
export async function readFactTable(id: string): Promise<FactTable> {
  const entry = await getEntry('facts', id);
  if (!entry) throw new Error(`No table of facts "${id}"`);
  return entry.data;
}
