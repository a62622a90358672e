import { AnswerIndex, type Current } from './answer-index.ts';
import { type ItemPath, kindOf, settlesItself } from './item-path.ts';
import { isSameJson } from './json.ts';
import { type AnswerRecord, isSameRecord, type RecordId } from './record.ts';

/** What becomes of the fields that a file speaks of. The four numbers add up to the number of those fields. */
export interface MergeCounts {
  /** Nothing was known here about this field. */
  new: number;
  /** The file brings a later value, or decides what was undecided here. */
  changed: number;
  /** After merging, this field waits for a decision in a way that it did not before. */
  conflicting: number;
  /** What holds here stays: the file says the same, or something that was replaced here since. */
  equal: number;
}

export interface MergeReport {
  readonly total: Readonly<MergeCounts>;
  /** By kind of thing, i.e. the first part of the item path, sorted. */
  readonly kinds: ReadonlyMap<string, Readonly<MergeCounts>>;
  /** Records that are not here yet. Zero means that merging changes nothing. */
  readonly added: number;
  /** Ids that stand here and there with unequal content. Not empty: the file must not be merged. */
  readonly clashes: readonly RecordId[];
}

/** Says what merging would do, without doing it. */
export function mergeReport(local: AnswerIndex, incoming: Iterable<AnswerRecord>): MergeReport {
  const there = new AnswerIndex(incoming);
  const merged = new AnswerIndex(local.records());
  const clashes: RecordId[] = [];
  for (const record of there.records()) {
    const known = local.get(record.id);
    if (known && !isSameRecord(known, record)) clashes.push(record.id);
    merged.add(record);
  }
  const total = noCounts();
  const kinds = new Map<string, MergeCounts>();
  for (const item of there.items()) {
    const kind = kindOf(item);
    const counts = kinds.get(kind) ?? noCounts();
    kinds.set(kind, counts);
    for (const field of there.fields(item)) {
      const outcome = outcomeOf(local, merged, item, field);
      counts[outcome] += 1;
      total[outcome] += 1;
    }
  }
  return { total, kinds, added: merged.size - local.size, clashes };
}

function outcomeOf(local: AnswerIndex, merged: AnswerIndex, item: ItemPath, field: string): keyof MergeCounts {
  const before = local.current(item, field);
  const after = merged.current(item, field);
  if (isSameCurrent(before, after)) return before.heads.length === 0 ? 'new' : 'equal';
  if (after.state === 'conflict' && !settlesItself(item, field)) return 'conflicting';
  return before.heads.length === 0 ? 'new' : 'changed';
}

function isSameCurrent(a: Current, b: Current): boolean {
  if (a.state !== b.state) return false;
  if (a.state === 'value' && b.state === 'value') return isSameJson(a.value, b.value);
  if (a.state === 'empty') return (a.heads.length === 0) === (b.heads.length === 0);
  return a.heads.map(({ id }) => id).join() === b.heads.map(({ id }) => id).join();
}

const noCounts = (): MergeCounts => ({ new: 0, changed: 0, conflicting: 0, equal: 0 });
