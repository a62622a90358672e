import { causalOrder } from './causal-order.ts';
import { type ItemPath, parentOf, settlesItself } from './item-path.ts';
import { isSameJson, type Json } from './json.ts';
import { type AnswerRecord, compareRecordIds, type RecordId } from './record.ts';

/** What holds for one field of one item. `heads` are the records that no other replaces, by id. */
export type Current =
  /** Nothing was ever stated, or what was stated has been taken away. */
  | { readonly state: 'empty'; readonly heads: readonly AnswerRecord[] }
  | { readonly state: 'value'; readonly value: Json; readonly heads: readonly AnswerRecord[] }
  /** Unequal values, none of which has seen the others: somebody has to decide. */
  | { readonly state: 'conflict'; readonly heads: readonly AnswerRecord[] };

/** A field that waits for a decision. */
export interface Conflict {
  readonly item: ItemPath;
  readonly field: string;
  readonly heads: readonly AnswerRecord[];
}

interface Slot {
  readonly records: AnswerRecord[];
  readonly replaced: Set<RecordId>;
  current: Current;
}

const EMPTY: Current = { state: 'empty', heads: [] };

/**
 * Answers questions about a growing set of records. Adding is incremental and costs no more the larger the
 * project is; the answers depend on the set alone, never on the order in which it was added.
 */
export class AnswerIndex {
  readonly #byId = new Map<RecordId, AnswerRecord>();
  readonly #items = new Map<ItemPath, Map<string, Slot>>();
  readonly #conflicts = new Map<string, Conflict>();
  /** Paths one level below each path, whether or not anything was stated about either itself. */
  readonly #children = new Map<ItemPath | undefined, Set<ItemPath>>();
  /** The same in order, where somebody has asked for it since the last path came. */
  readonly #sorted = new Map<ItemPath, readonly ItemPath[]>();

  constructor(records: Iterable<AnswerRecord> = []) {
    for (const record of records) this.add(record);
  }

  get size(): number {
    return this.#byId.size;
  }

  /** How many items anything was ever stated about. */
  get itemCount(): number {
    return this.#items.size;
  }

  /** @returns false, having changed nothing, if a record of this id is already here. */
  add(record: AnswerRecord): boolean {
    if (this.#byId.has(record.id)) return false;
    this.#byId.set(record.id, record);
    let fields = this.#items.get(record.item);
    if (!fields) {
      fields = new Map<string, Slot>();
      this.#items.set(record.item, fields);
      this.#place(record.item);
    }
    const slot: Slot = fields.get(record.field) ?? { records: [], replaced: new Set(), current: EMPTY };
    fields.set(record.field, slot);
    slot.records.push(record);
    for (const id of record.replaces) slot.replaced.add(id);
    const { replaced } = slot;
    const heads = [...slot.current.heads, record].filter(({ id }) => !replaced.has(id));
    heads.sort((a, b) => compareRecordIds(a.id, b.id));
    slot.current = currentOf(heads);
    const isConflict = slot.current.state === 'conflict' && !settlesItself(record.item, record.field);
    if (isConflict || this.#conflicts.size > 0) {
      const key = `${record.item} ${record.field}`;
      if (isConflict) this.#conflicts.set(key, { item: record.item, field: record.field, heads });
      else this.#conflicts.delete(key);
    }
    return true;
  }

  get(id: RecordId): AnswerRecord | undefined {
    return this.#byId.get(id);
  }

  has(id: RecordId): boolean {
    return this.#byId.has(id);
  }

  current(item: ItemPath, field: string): Current {
    return this.#items.get(item)?.get(field)?.current ?? EMPTY;
  }

  /** The value, or `undefined` when there is none or it waits for a decision. */
  value(item: ItemPath, field: string): Json | undefined {
    const current = this.current(item, field);
    return current.state === 'value' ? current.value : undefined;
  }

  /** Names of the fields about which anything was ever stated, sorted. */
  fields(item: ItemPath): readonly string[] {
    return [...(this.#items.get(item)?.keys() ?? [])].sort();
  }

  /** Items about which anything was ever stated, sorted; with `parent`, only that item and those below it. */
  items(parent?: ItemPath): readonly ItemPath[] {
    if (parent === undefined) return [...this.#items.keys()].sort();
    const found: ItemPath[] = [];
    const collect = (path: ItemPath): void => {
      if (this.#items.has(path)) found.push(path);
      for (const child of this.#children.get(path) ?? []) collect(child);
    };
    collect(parent);
    return found.sort();
  }

  /** Paths one level below `parent`, sorted, if anything was ever stated about them or something below them. */
  children(parent: ItemPath): readonly ItemPath[] {
    const sorted = this.#sorted.get(parent) ?? [...(this.#children.get(parent) ?? [])].sort();
    this.#sorted.set(parent, sorted);
    return sorted;
  }

  /** How much was ever stated about an item. Records only ever come: as long as it is the same, all of the item is. */
  stated(item: ItemPath): number {
    let count = 0;
    for (const slot of this.#items.get(item)?.values() ?? []) count += slot.records.length;
    return count;
  }

  /** Every field that waits for a decision, by item, then field. */
  conflicts(): readonly Conflict[] {
    return [...this.#conflicts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, conflict]) => conflict);
  }

  /** Everything ever stated about an item, or one field of it: what was replaced stands before what replaced it. */
  history(item: ItemPath, field?: string): readonly AnswerRecord[] {
    const fields = this.#items.get(item);
    if (!fields) return [];
    const slots = field === undefined ? [...fields.values()] : [fields.get(field)];
    return causalOrder(slots.flatMap((slot) => slot?.records ?? []));
  }

  /** The records that say they were written last. For display only: they are the words of their writers' clocks. */
  recent(count: number): readonly AnswerRecord[] {
    let latest: AnswerRecord[] = [];
    const cut = (): void => {
      latest = latest
        .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : compareRecordIds(a.id, b.id)))
        .slice(0, count);
    };
    let oldest = '';
    for (const record of this.#byId.values()) {
      if (record.at < oldest) continue;
      latest.push(record);
      if (latest.length < count * 8) continue;
      cut();
      oldest = latest[count - 1]?.at ?? '';
    }
    cut();
    return latest;
  }

  /** Every record, by id. */
  records(): readonly AnswerRecord[] {
    return [...this.#byId.values()].sort((a, b) => compareRecordIds(a.id, b.id));
  }

  #place(item: ItemPath): void {
    for (let path: ItemPath | undefined = item; path !== undefined; path = parentOf(path)) {
      const parent = parentOf(path);
      const siblings = this.#children.get(parent);
      if (siblings?.has(path)) return;
      if (parent !== undefined) this.#sorted.delete(parent);
      if (siblings) siblings.add(path);
      else this.#children.set(parent, new Set([path]));
    }
  }
}

function currentOf(heads: readonly AnswerRecord[]): Current {
  const [first, ...others] = heads;
  if (!first) return EMPTY;
  if (others.some(({ value }) => !isSameJson(value, first.value))) return { state: 'conflict', heads };
  return first.value === null ? { state: 'empty', heads } : { state: 'value', value: first.value, heads };
}
