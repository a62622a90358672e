import { type ItemPath, isFieldName, isItemPath } from './item-path.ts';
import { canonicalJson, isJson, type Json } from './json.ts';

declare const recordIdBrand: unique symbol;

/** `<replica>-<counter>`: unique without a clock, because every opening of a document is a replica of its own. */
export type RecordId = string & { readonly [recordIdBrand]: true };

/**
 * One thing that somebody stated about one field of one item. Records are only ever added, never altered or
 * removed; what holds now is what no other record replaces.
 */
export interface AnswerRecord {
  readonly id: RecordId;
  readonly item: ItemPath;
  readonly field: string;
  /** `null` takes the value away. */
  readonly value: Json;
  /** A name chosen on the device, not verified; empty when none was chosen. */
  readonly who: string;
  /** ISO instant of the writer's clock. For display only: nothing is ordered or decided by it. */
  readonly at: string;
  /** What the writer saw when writing; a writer replaces nothing that they have not seen. */
  readonly replaces: readonly RecordId[];
}

const RECORD_ID = /^([0-9a-z]{4,32})-(0|[1-9][0-9]{0,14})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const KEYS: ReadonlySet<string> = new Set(['id', 'item', 'field', 'value', 'who', 'at', 'replaces']);

export function isRecordId(text: unknown): text is RecordId {
  return typeof text === 'string' && RECORD_ID.test(text);
}

/** @throws {RangeError} if the replica is not 4 to 32 of `0-9a-z`, or the counter not a whole number. */
export function recordId(replica: string, counter: number): RecordId {
  const id = `${replica}-${counter}`;
  if (!isRecordId(id)) throw new RangeError(`Not a record id: "${id}"`);
  return id;
}

export function replicaOf(id: RecordId): string {
  return id.slice(0, id.lastIndexOf('-'));
}

export function counterOf(id: RecordId): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** Orders ids by replica, then by counter as a number: the same on every device. */
export function compareRecordIds(a: RecordId, b: RecordId): number {
  const left = replicaOf(a);
  const right = replicaOf(b);
  if (left !== right) return left < right ? -1 : 1;
  return counterOf(a) - counterOf(b);
}

/** An ISO instant in UTC, such as `2026-11-24T08:00:00.000Z`. */
export function isInstant(text: unknown): text is string {
  return typeof text === 'string' && INSTANT.test(text);
}

/** Whether a value from outside is a whole record of form 1: every key, no other key, every value of its kind. */
export function isAnswerRecord(value: unknown): value is AnswerRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  if (keys.length !== KEYS.size || !keys.every((key) => KEYS.has(key))) return false;
  const { id, item, field, value: stated, who, at, replaces } = value as { [key in keyof AnswerRecord]: unknown };
  return (
    isRecordId(id) &&
    isItemPath(item) &&
    isFieldName(field) &&
    isJson(stated) &&
    typeof who === 'string' &&
    isJson(who) &&
    isInstant(at) &&
    Array.isArray(replaces) &&
    replaces.every(isRecordId) &&
    new Set(replaces).size === replaces.length
  );
}

/** Whether two records state the same in every key. Two records of one id that do not are a fault of their file. */
export function isSameRecord(a: AnswerRecord, b: AnswerRecord): boolean {
  return a === b || canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json);
}
