import { isUnder, type ItemPath } from './item-path.ts';
import { isSameJson, type Json } from './json.ts';
import { causalOrder } from './causal-order.ts';
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
    if (!fields) this.#items.set(record.item, (fields = new Map()));
    let slot = fields.get(record.field);
    if (!slot) fields.set(record.field, (slot = { records: [], replaced: new Set(), current: EMPTY }));
    slot.records.push(record);
    for (const id of record.replaces) slot.replaced.add(id);
    const { replaced } = slot;
    const heads = [...slot.current.heads, record].filter(({ id }) => !replaced.has(id));
    heads.sort((a, b) => compareRecordIds(a.id, b.id));
    slot.current = currentOf(heads);
    const key = `${record.item} ${record.field}`;
    if (slot.current.state === 'conflict') this.#conflicts.set(key, { item: record.item, field: record.field, heads });
    else this.#conflicts.delete(key);
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
    const all = [...this.#items.keys()];
    return (parent === undefined ? all : all.filter((item) => isUnder(item, parent))).sort();
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

  /** Every record, by id. */
  records(): readonly AnswerRecord[] {
    return [...this.#byId.values()].sort((a, b) => compareRecordIds(a.id, b.id));
  }
}

function currentOf(heads: readonly AnswerRecord[]): Current {
  const [first, ...others] = heads;
  if (!first) return EMPTY;
  if (others.some(({ value }) => !isSameJson(value, first.value))) return { state: 'conflict', heads };
  return first.value === null ? { state: 'empty', heads } : { state: 'value', value: first.value, heads };
}
