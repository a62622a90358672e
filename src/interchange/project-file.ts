import { type Unzipped, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { hasFalseDrawing } from '../domain/checklist/drawn-signature.ts';
import { FORM } from '../domain/checklist/form.ts';
import { photoHashOf, pictureType } from '../domain/checklist/photo.ts';
import { type AnswerRecord, compareRecordIds, isAnswerRecord, isInstant } from '../domain/checklist/record.ts';
import { findRecordFault } from '../domain/checklist/record-faults.ts';
import { sha256 } from '../domain/sha-256.ts';
import type { ProjectId } from '../state/storage.ts';
import { type ByteSource, type ByteStream, partOf } from './byte-source.ts';

/** Ending of a project file's name. */
export const PROJECT_FILE_EXTENSION = '.zgbook';

/**
 * A file begins with these 43 bytes: magic, container version, length of what follows (32 bits, big end first) and
 * its SHA-256. What follows is an ordinary zip. So a file that was cut, altered or is somebody else's is known as
 * such before anything in it is looked at.
 *
 * Behind the zip of container 2 lie the photos, as they are, in the order of the manifest, which has their hashes and
 * lengths: so a file of hundreds of photos is written and read with one of them in memory. A project without photos
 * is still written as container 1, which every program reads; container 2 is refused as newer by the first edition.
 */
const MAGIC = [0x5a, 0x47, 0x42, 0x4f, 0x4f, 0x4b] as const; // ZGBOOK
const PLAIN = 1;
const WITH_PHOTOS = 2;
const LENGTH_AT = 7;
const HASH_AT = 11;
const ZIP_AT = 43;

/** What a part may grow to when unpacked; a larger one is refused unread. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Larger than this program makes them, for those of a later one. */
const MAX_PHOTO_BYTES = 16 * 1024 * 1024;

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

/** A photo that lies in a file. */
export interface FilePhoto {
  readonly hash: string;
  readonly length: number;
}

/** The same in a file that was read: its bytes, when they are wanted. */
export interface ReadFilePhoto extends FilePhoto {
  read(): Promise<Uint8Array>;
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

type Refusal = { readonly ok: false; readonly reason: ProjectFileFault; readonly detail: string };
export type ReadProjectFile = ({ readonly ok: true } & ProjectFile) | Refusal;
export type ReadProjectFileFrom =
  | ({ readonly ok: true; readonly photos: readonly ReadFilePhoto[] } & ProjectFile)
  | Refusal;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const manifestEntries = {
  form: v.literal(FORM),
  project: v.pipe(v.string(), v.regex(/^p[0-9a-z]{12}$/)),
  name: v.string(),
  exported: v.custom<string>(isInstant, 'not an instant'),
  counts: v.strictObject({ records: count }),
  /** SHA-256 of every other part, by its name. */
  parts: v.strictObject({ [RECORDS]: hash }),
};
const photosSchema = v.pipe(
  v.array(v.strictObject({ hash, length: v.pipe(count, v.minValue(1), v.maxValue(MAX_PHOTO_BYTES)) })),
  v.minLength(1),
  v.check((photos) => photos.every(({ hash }, i) => i === 0 || (photos[i - 1]?.hash ?? '') < hash), 'not by hash'),
);
const plainSchema = v.strictObject(manifestEntries);
const manifestSchema = v.strictObject({ ...manifestEntries, photos: v.optional(photosSchema) });
const recordsSchema = v.array(v.custom<AnswerRecord>(isAnswerRecord, 'not a record of form 1'));

/** A project without photos as one file. The same project gives the same bytes, whatever the order of its records. */
export function writeProjectFile(file: ProjectFile): Uint8Array {
  return writeStart(file, []);
}

/**
 * The project as one file, with its photos, each fetched when its turn comes.
 *
 * @param photos - Those that are on this device; `read` must give what `hash` and `length` say, or the stream throws.
 */
export function openProjectFile(
  file: ProjectFile & { readonly photos: readonly FilePhoto[] },
  read: (hash: string) => Promise<Uint8Array | undefined>,
): ByteStream {
  const photos = file.photos.toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  const start = writeStart(file, photos);
  async function* chunks(): AsyncIterable<Uint8Array> {
    yield start;
    for (const { hash, length } of photos) {
      const bytes = await read(hash);
      if (bytes?.length !== length || sha256(bytes) !== hash) throw new RangeError(`Not the photo ${hash}`);
      yield bytes;
    }
  }
  return { length: photos.reduce((sum, { length }) => sum + length, start.length), chunks: chunks() };
}

/** Everything up to the photos. */
function writeStart(file: ProjectFile, photos: readonly FilePhoto[]): Uint8Array {
  const records = file.records.toSorted((a, b) => compareRecordIds(a.id, b.id));
  const recordsPart = toJsonBytes(records);
  const manifest = {
    form: FORM,
    project: file.project,
    name: file.name,
    exported: file.exported,
    counts: { records: records.length },
    parts: { [RECORDS]: sha256(recordsPart) },
    ...(photos.length > 0 && { photos: photos.map(({ hash, length }) => ({ hash, length })) }),
  };
  // Zip counts years from 1980, and a fixed day keeps equal projects equal.
  const mtime = new Date(1980, 0, 1);
  const zip = zipSync({ [MANIFEST]: toJsonBytes(manifest), [RECORDS]: recordsPart }, { mtime, level: 6 });
  const bytes = new Uint8Array(ZIP_AT + zip.length);
  bytes.set(MAGIC);
  bytes[MAGIC.length] = photos.length > 0 ? WITH_PHOTOS : PLAIN;
  new DataView(bytes.buffer).setUint32(LENGTH_AT, zip.length);
  bytes.set(fromHex(sha256(zip)), HASH_AT);
  bytes.set(zip, ZIP_AT);
  return bytes;
}

/**
 * Reads a file without photos whole or not at all; one with photos is refused as newer. Never throws for what the
 * bytes are.
 */
export function readProjectFile(bytes: Uint8Array): ReadProjectFile {
  const head = readHead(bytes.subarray(0, ZIP_AT), bytes.length, PLAIN);
  if (!head.ok) return head;
  const read = readZip(head, bytes.subarray(ZIP_AT));
  if (!read.ok) return read;
  const { photos: _, ...file } = read;
  return file;
}

/**
 * Reads a file whole or not at all: every photo is checked against its hash before anything is returned, one at a
 * time. Never throws for what the bytes are.
 */
export async function readProjectFileFrom(source: ByteSource): Promise<ReadProjectFileFrom> {
  const head = readHead(await source.slice(0, Math.min(ZIP_AT, source.size)), source.size, WITH_PHOTOS);
  if (!head.ok) return head;
  const read = readZip(head, await source.slice(ZIP_AT, ZIP_AT + head.length));
  if (!read.ok) return read;
  const lengths = read.photos.reduce((sum, { length }) => sum + length, 0);
  const missing = ZIP_AT + head.length + lengths - source.size;
  if (missing > 0) return refuse('truncated', `${missing} bytes are missing`);
  if (missing < 0) return refuse('damaged', `${-missing} bytes too many`);
  const named = new Set(read.records.map(({ field }) => photoHashOf(field)));
  const photos: ReadFilePhoto[] = [];
  let at = ZIP_AT + head.length;
  for (const { hash, length } of read.photos) {
    const part = partOf(source, at, at + length);
    const bytes = await part.slice(0, length);
    if (sha256(bytes) !== hash) return refuse('damaged', `the checksum of the photo ${hash} differs`);
    if (pictureType(bytes) === undefined) return refuse('invalid', `${hash} is no picture`);
    if (!named.has(hash)) return refuse('invalid', `no answer names the photo ${hash}`);
    photos.push({ hash, length, read: () => part.slice(0, length) });
    at += length;
  }
  return { ...read, photos };
}

const refuse = (reason: ProjectFileFault, detail: string): Refusal => ({ ok: false, reason, detail });

interface Head {
  readonly ok: true;
  readonly container: number;
  /** Of the zip. */
  readonly length: number;
  readonly hash: string;
}

function readHead(head: Uint8Array, size: number, newest: number): Head | Refusal {
  const isOurs = MAGIC.every((byte, i) => i >= head.length || head[i] === byte);
  if (!isOurs || head.length === 0) return refuse('foreign', 'no project file');
  if (head.length < ZIP_AT) return refuse('truncated', `${head.length} bytes`);
  const container = head[MAGIC.length] as number;
  if (container > newest) return refuse('newer', `container ${container}`);
  if (container < PLAIN) return refuse('damaged', `container ${container}`);
  const length = new DataView(head.buffer, head.byteOffset).getUint32(LENGTH_AT);
  if (length > MAX_BYTES) return refuse('damaged', `${length} bytes of records`);
  const rest = size - ZIP_AT;
  if (rest < length) return refuse('truncated', `${rest} of ${length} bytes`);
  if (rest > length && container === PLAIN) return refuse('damaged', `${rest - length} bytes too many`);
  const hash = Array.from(head.subarray(HASH_AT), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ok: true, container, length, hash };
}

type ReadZip = ({ readonly ok: true; readonly photos: readonly FilePhoto[] } & ProjectFile) | Refusal;

function readZip({ container, hash }: Head, zip: Uint8Array): ReadZip {
  if (sha256(zip) !== hash) return refuse('damaged', 'the checksum differs');
  try {
    return readParts(zip, container);
  } catch (cause) {
    return refuse('damaged', String(cause));
  }
}

function readParts(zip: Uint8Array, container: number): ReadZip {
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
  const manifest = v.safeParse(container === PLAIN ? plainSchema : manifestSchema, manifestJson);
  if (!manifest.success) return refuse('invalid', describeIssue(MANIFEST, manifest.issues));
  const unknown = names.find((name) => name !== MANIFEST && name !== RECORDS);
  if (unknown !== undefined || names.length !== 2) return refuse('invalid', `parts: ${names.join(', ')}`);

  const recordsBytes = parts[RECORDS];
  if (!recordsBytes) return refuse('invalid', `no ${RECORDS}`);
  const { project, name, exported, counts, parts: hashes } = manifest.output;
  const photos = 'photos' in manifest.output ? (manifest.output.photos ?? []) : [];
  if (sha256(recordsBytes) !== hashes[RECORDS]) return refuse('damaged', `the checksum of ${RECORDS} differs`);
  const records = v.safeParse(recordsSchema, fromJsonBytes(recordsBytes));
  if (!records.success) return refuse('invalid', describeIssue(RECORDS, records.issues));
  if (records.output.length !== counts.records) {
    return refuse('invalid', `${records.output.length} records instead of ${counts.records}`);
  }
  const drawing = records.output.find(hasFalseDrawing);
  if (drawing) return refuse('invalid', `the drawn signature of ${drawing.id} is none`);
  const fault = findRecordFault(records.output);
  if (fault) return refuse('invalid', `${fault.reason} ${fault.id}`);
  return { ok: true, project: project as ProjectId, name, exported, records: records.output, photos };
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
