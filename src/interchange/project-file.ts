import { type Unzipped, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { FORM } from '../domain/checklist/form.ts';
import { type AnswerRecord, compareRecordIds, isAnswerRecord, isInstant } from '../domain/checklist/record.ts';
import { findRecordFault } from '../domain/checklist/record-faults.ts';
import type { ProjectId } from '../state/storage.ts';
import { sha256 } from '../domain/sha-256.ts';

/** Ending of a project file's name. */
export const PROJECT_FILE_EXTENSION = '.zgbook';

/**
 * A file begins with these 43 bytes: magic, container version, length of what follows (32 bits, big end first) and
 * its SHA-256. What follows is an ordinary zip. So a file that was cut, altered or is somebody else's is known as
 * such before anything in it is looked at.
 */
const MAGIC = [0x5a, 0x47, 0x42, 0x4f, 0x4f, 0x4b] as const; // ZGBOOK
const CONTAINER = 1;
const LENGTH_AT = 7;
const HASH_AT = 11;
const ZIP_AT = 43;

/** What a part may grow to when unpacked; a larger one is refused unread. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Photos will lie beside the records, under their hash; a program that knows only form 1 refuses such a file. */
const MANIFEST = 'manifest.json';
const RECORDS = 'records.json';

export interface ProjectFile {
  readonly project: ProjectId;
  readonly name: string;
  /** ISO instant, for display only. */
  readonly exported: string;
  /** By id. */
  readonly records: readonly AnswerRecord[];
}

/** Why a file was refused. Nothing of it has been used. */
export type ProjectFileFault =
  /** Not a project file at all. */
  | 'foreign'
  /** It ends too early: copied or sent incompletely. */
  | 'truncated'
  /** Its bytes are not those that were written. */
  | 'damaged'
  /** Written by a newer version of the program, in a form that this one does not know. */
  | 'newer'
  /** Whole, but what it says breaks the rules of the form. */
  | 'invalid';

export type ReadProjectFile =
  | ({ readonly ok: true } & ProjectFile)
  | { readonly ok: false; readonly reason: ProjectFileFault; readonly detail: string };

const manifestSchema = v.strictObject({
  form: v.literal(FORM),
  project: v.pipe(v.string(), v.regex(/^p[0-9a-z]{12}$/)),
  name: v.string(),
  exported: v.custom<string>(isInstant, 'not an instant'),
  counts: v.strictObject({ records: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  /** SHA-256 of every other part, by its name. */
  parts: v.strictObject({ [RECORDS]: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
});
const recordsSchema = v.array(v.custom<AnswerRecord>(isAnswerRecord, 'not a record of form 1'));

/** The project as one file. The same project gives the same bytes, whatever the order of its records. */
export function writeProjectFile(file: ProjectFile): Uint8Array {
  const records = file.records.toSorted((a, b) => compareRecordIds(a.id, b.id));
  const recordsPart = toJsonBytes(records);
  const manifest = {
    form: FORM,
    project: file.project,
    name: file.name,
    exported: file.exported,
    counts: { records: records.length },
    parts: { [RECORDS]: sha256(recordsPart) },
  };
  // Zip counts years from 1980, and a fixed day keeps equal projects equal.
  const mtime = new Date(1980, 0, 1);
  const zip = zipSync({ [MANIFEST]: toJsonBytes(manifest), [RECORDS]: recordsPart }, { mtime, level: 6 });
  const bytes = new Uint8Array(ZIP_AT + zip.length);
  bytes.set(MAGIC);
  bytes[MAGIC.length] = CONTAINER;
  new DataView(bytes.buffer).setUint32(LENGTH_AT, zip.length);
  bytes.set(fromHex(sha256(zip)), HASH_AT);
  bytes.set(zip, ZIP_AT);
  return bytes;
}

/** Reads a file whole or not at all. Never throws for what the bytes are. */
export function readProjectFile(bytes: Uint8Array): ReadProjectFile {
  const head = readHead(bytes);
  if (head) return head;
  try {
    return readParts(bytes.subarray(ZIP_AT));
  } catch (cause) {
    return refuse('damaged', String(cause));
  }
}

type Refusal = Extract<ReadProjectFile, { ok: false }>;
const refuse = (reason: ProjectFileFault, detail: string): Refusal => ({ ok: false, reason, detail });

function readHead(bytes: Uint8Array): Refusal | undefined {
  const isOurs = MAGIC.every((byte, i) => i >= bytes.length || bytes[i] === byte);
  if (!isOurs || bytes.length === 0) return refuse('foreign', 'no project file');
  if (bytes.length < ZIP_AT) return refuse('truncated', `${bytes.length} bytes`);
  const container = bytes[MAGIC.length] as number;
  if (container > CONTAINER) return refuse('newer', `container ${container}`);
  if (container < CONTAINER) return refuse('damaged', `container ${container}`);
  const expected = new DataView(bytes.buffer, bytes.byteOffset).getUint32(LENGTH_AT);
  const actual = bytes.length - ZIP_AT;
  if (actual < expected) return refuse('truncated', `${actual} of ${expected} bytes`);
  if (actual > expected) return refuse('damaged', `${actual - expected} bytes too many`);
  const hash = fromHex(sha256(bytes.subarray(ZIP_AT)));
  if (hash.some((byte, i) => byte !== bytes[HASH_AT + i])) return refuse('damaged', 'the checksum differs');
  return undefined;
}

function readParts(zip: Uint8Array): ReadProjectFile {
  const names: string[] = [];
  const parts: Unzipped = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      if (originalSize > MAX_BYTES) throw new RangeError(`${name} is too large: ${originalSize} bytes`);
      names.push(name);
      return true;
    },
  });
  const manifestBytes = parts[MANIFEST];
  if (!manifestBytes) return refuse('invalid', `no ${MANIFEST}`);
  const manifestJson = fromJsonBytes(manifestBytes);
  const form = (manifestJson as { form?: unknown } | null)?.form;
  if (typeof form === 'number' && form > FORM) return refuse('newer', `form ${form}`);
  const manifest = v.safeParse(manifestSchema, manifestJson);
  if (!manifest.success) return refuse('invalid', describeIssue(MANIFEST, manifest.issues));
  const unknown = names.find((name) => name !== MANIFEST && name !== RECORDS);
  if (unknown !== undefined || names.length !== 2) return refuse('invalid', `parts: ${names.join(', ')}`);

  const recordsBytes = parts[RECORDS];
  if (!recordsBytes) return refuse('invalid', `no ${RECORDS}`);
  const { project, name, exported, counts, parts: hashes } = manifest.output;
  if (sha256(recordsBytes) !== hashes[RECORDS]) return refuse('damaged', `the checksum of ${RECORDS} differs`);
  const records = v.safeParse(recordsSchema, fromJsonBytes(recordsBytes));
  if (!records.success) return refuse('invalid', describeIssue(RECORDS, records.issues));
  if (records.output.length !== counts.records) {
    return refuse('invalid', `${records.output.length} records instead of ${counts.records}`);
  }
  const fault = findRecordFault(records.output);
  if (fault) return refuse('invalid', `${fault.reason} ${fault.id}`);
  return { ok: true, project: project as ProjectId, name, exported, records: records.output };
}

function describeIssue(part: string, issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  return issue ? `${part} ${v.getDotPath(issue) ?? ''}: ${issue.message}` : part;
}

const toJsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value, undefined, 1));

/** `fatal`: bytes that are no UTF-8 must not turn into replacement signs and pass. */
const fromJsonBytes = (bytes: Uint8Array): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
