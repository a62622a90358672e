import * as Y from 'yjs';
import { FORM } from '../domain/checklist/form.ts';
import { type AnswerRecord, isAnswerRecord } from '../domain/checklist/record.ts';
import { sha256OfText } from '../domain/sha-256.ts';
import { RecordDecoder } from './record-decoder.ts';

/** Where a change of the document comes from. */
export type Origin = 'storage' | 'tab' | 'local' | 'import';

/** Why a document was refused. It is left as it is. */
export type DocumentTrouble =
  | { readonly reason: 'newer-form'; readonly detail: string }
  | { readonly reason: 'damaged'; readonly detail: string };

const recordsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('records');
const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta');

/** A document that holds the stored updates, or why they cannot be read by this program. */
export function loadDocument(
  updates: readonly Uint8Array[],
): { readonly ok: true; readonly doc: Y.Doc } | { readonly ok: false; readonly trouble: DocumentTrouble } {
  const doc = new Y.Doc();
  try {
    if (updates.length > 0)
      Y.applyUpdateV2(doc, Y.mergeUpdates([...updates]), 'storage' satisfies Origin, RecordDecoder);
  } catch (cause) {
    return { ok: false, trouble: { reason: 'damaged', detail: String(cause) } };
  }
  const trouble = findDocumentTrouble(doc);
  return trouble ? { ok: false, trouble } : { ok: true, doc };
}

/** Why this program may not write to the document, or `undefined`. */
export function findDocumentTrouble(doc: Y.Doc): DocumentTrouble | undefined {
  const form = metaOf(doc).get('form');
  if (form === undefined && recordsOf(doc).size === 0) return undefined;
  if (typeof form !== 'number' || !Number.isInteger(form) || form < 1) {
    return { reason: 'damaged', detail: `meta.form is ${JSON.stringify(form)}` };
  }
  return form > FORM ? { reason: 'newer-form', detail: String(form) } : undefined;
}

/** Adds records, all in one transaction and so in one update; what is there already is left alone. */
export function addRecords(doc: Y.Doc, records: readonly AnswerRecord[], origin: Origin): void {
  doc.transact(() => {
    if (!metaOf(doc).has('form')) metaOf(doc).set('form', FORM);
    const map = recordsOf(doc);
    for (const record of records) if (!map.has(record.id)) map.set(record.id, record);
  }, origin);
}

/** The records of a document; `unreadable` counts what is not a record of a known form and stays stored untouched. */
export function readRecords(doc: Y.Doc): { readonly records: readonly AnswerRecord[]; readonly unreadable: number } {
  const values = [...recordsOf(doc).values()];
  const records = values.filter(isAnswerRecord);
  return { records, unreadable: values.length - records.length };
}

/** Calls back with the records that each change added, whoever made it. @returns stops it. */
export function observeRecords(
  doc: Y.Doc,
  added: (records: readonly AnswerRecord[], origin: Origin) => void,
): () => void {
  const map = recordsOf(doc);
  const observer = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction): void => {
    const values = [...event.keysChanged].map((key) => map.get(key as string)).filter(isAnswerRecord);
    if (values.length > 0) added(values, transaction.origin as Origin);
  };
  map.observe(observer);
  return () => map.unobserve(observer);
}

/** Ids of everything stored as a record, readable or not. */
export function storedIds(doc: Y.Doc): readonly string[] {
  return [...recordsOf(doc).keys()];
}

/** One text for a set of records, by their ids: records are never altered, so equal ids are equal records. */
export function digestOfIds(ids: Iterable<string>): string {
  return sha256OfText([...ids].sort().join(' '));
}
