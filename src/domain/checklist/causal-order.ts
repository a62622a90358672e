import { type AnswerRecord, compareRecordIds, counterOf, type RecordId, replicaOf } from './record.ts';

/**
 * Puts records in an order in which each stands after what it replaces and after what the same replica wrote
 * before it. What is concurrent goes by id, so the order is the same on every device; no clock is asked.
 */
export function causalOrder(records: readonly AnswerRecord[]): readonly AnswerRecord[] {
  const sorted = records.toSorted((a, b) => compareRecordIds(a.id, b.id));
  const waitsFor = new Map<RecordId, Set<RecordId>>(sorted.map(({ id }) => [id, new Set()]));
  sorted.forEach((record, index) => {
    const waits = waitsFor.get(record.id);
    for (const id of record.replaces) if (waitsFor.has(id)) waits?.add(id);
    const before = sorted[index - 1];
    if (before && isEarlierOfSameReplica(before.id, record.id)) waits?.add(before.id);
  });
  const order: AnswerRecord[] = [];
  const placed = new Set<RecordId>();
  let waiting = sorted;
  while (waiting.length > 0) {
    const ready = waiting.find(({ id }) => [...(waitsFor.get(id) ?? [])].every((other) => placed.has(other)));
    // Records that replace each other in a ring cannot be written by us; show them all the same, by id.
    const next = ready ?? (waiting[0] as AnswerRecord);
    order.push(next);
    placed.add(next.id);
    waiting = waiting.filter((record) => record !== next);
  }
  return order;
}

function isEarlierOfSameReplica(a: RecordId, b: RecordId): boolean {
  return replicaOf(a) === replicaOf(b) && counterOf(a) < counterOf(b);
}
