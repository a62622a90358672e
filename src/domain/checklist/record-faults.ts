import type { AnswerRecord, RecordId } from './record.ts';

/** Why a set of records cannot all be true, and which record shows it. */
export interface RecordFault {
  readonly reason: 'same-id-twice' | 'replaces-another-field' | 'replaces-itself';
  readonly id: RecordId;
}

/**
 * The first reason why these records cannot be one project's history, or `undefined`.
 *
 * A record may replace one that is not here (it may still come); it may not replace a record of another item
 * or field, nor, directly or through others, itself: such records would leave a field with no value at all.
 */
export function findRecordFault(records: Iterable<AnswerRecord>): RecordFault | undefined {
  const byId = new Map<RecordId, AnswerRecord>();
  for (const record of records) {
    if (byId.has(record.id)) return { reason: 'same-id-twice', id: record.id };
    byId.set(record.id, record);
  }
  for (const record of byId.values()) {
    for (const id of record.replaces) {
      const replaced = byId.get(id);
      if (replaced && (replaced.item !== record.item || replaced.field !== record.field)) {
        return { reason: 'replaces-another-field', id: record.id };
      }
    }
  }
  const id = findCycle(byId);
  return id === undefined ? undefined : { reason: 'replaces-itself', id };
}

/** Walks with a stack of its own: a history can be longer than the call stack is deep. */
function findCycle(byId: ReadonlyMap<RecordId, AnswerRecord>): RecordId | undefined {
  const finished = new Set<RecordId>();
  const entered = new Set<RecordId>();
  for (const start of byId.keys()) {
    const stack: RecordId[] = [start];
    while (stack.length > 0) {
      const id = stack[stack.length - 1] as RecordId;
      if (entered.has(id)) {
        finished.add(id);
        stack.pop();
        continue;
      }
      entered.add(id);
      for (const next of byId.get(id)?.replaces ?? []) {
        if (!byId.has(next) || finished.has(next)) continue;
        if (entered.has(next)) return next;
        stack.push(next);
      }
    }
  }
  return undefined;
}
