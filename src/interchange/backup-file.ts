import * as v from 'valibot';
import { isInstant } from '../domain/checklist/record.ts';
import { sha256 } from '../domain/sha-256.ts';
import { type ByteSource, type ByteStream, partOf } from './byte-source.ts';
import {
  type FilePhoto,
  openProjectFile,
  type ProjectFile,
  type ProjectFileFault,
  type ReadProjectFileFrom,
  readProjectFileFrom,
} from './project-file.ts';

/** Ending of a backup's name. */
export const BACKUP_FILE_EXTENSION = '.zgbackup';

/**
 * A backup is a list of project files behind one another: magic, container version, length of the list (32 bits, big
 * end first), SHA-256 of the list, the list as JSON, then the files. Each file checks itself, so a damaged one does
 * not take the others with it.
 */
const MAGIC = [0x5a, 0x47, 0x42, 0x4b, 0x55, 0x50] as const; // ZGBKUP
const CONTAINER = 1;
const LENGTH_AT = 7;
const HASH_AT = 11;
const LIST_AT = 43;
const MAX_LIST_BYTES = 16 * 1024 * 1024;

const listSchema = v.strictObject({
  made: v.custom<string>(isInstant, 'not an instant'),
  projects: v.array(v.strictObject({ name: v.string(), length: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) })),
});

/** A project of a backup: read whole, or why not. */
export interface BackupPart {
  readonly name: string;
  readonly file: ReadProjectFileFrom;
}

export type ReadBackup =
  | { readonly ok: true; readonly made: string; readonly projects: readonly BackupPart[] }
  | { readonly ok: false; readonly reason: ProjectFileFault; readonly detail: string };

/** Everything in one file. @param made - ISO instant, for display only. */
export function openBackup(
  files: readonly (ProjectFile & { readonly photos: readonly FilePhoto[] })[],
  made: string,
  read: (hash: string) => Promise<Uint8Array | undefined>,
): ByteStream {
  const streams = files.map((file) => openProjectFile(file, read));
  const projects = files.map(({ name }, i) => ({ name, length: streams[i]?.length ?? 0 }));
  const list = new TextEncoder().encode(JSON.stringify({ made, projects }));
  const start = new Uint8Array(LIST_AT + list.length);
  start.set(MAGIC);
  start[MAGIC.length] = CONTAINER;
  new DataView(start.buffer).setUint32(LENGTH_AT, list.length);
  start.set(
    Uint8Array.from(sha256(list).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
    HASH_AT,
  );
  start.set(list, LIST_AT);
  async function* chunks(): AsyncIterable<Uint8Array> {
    yield start;
    for (const stream of streams) yield* stream.chunks;
  }
  return { length: streams.reduce((sum, { length }) => sum + length, start.length), chunks: chunks() };
}

/**
 * Reads a backup: `ok: false` only if not even its list can be relied on; otherwise every project that is whole can
 * be restored, and of the others it is said what is wrong. Never throws for what the bytes are.
 */
export async function readBackup(source: ByteSource): Promise<ReadBackup> {
  const refuse = (reason: ProjectFileFault, detail: string): ReadBackup => ({ ok: false, reason, detail });
  const head = await source.slice(0, Math.min(LIST_AT, source.size));
  if (head.length === 0 || !MAGIC.every((byte, i) => i >= head.length || head[i] === byte)) {
    return refuse('foreign', 'no backup');
  }
  if (head.length < LIST_AT) return refuse('truncated', `${head.length} bytes`);
  const container = head[MAGIC.length] as number;
  if (container > CONTAINER) return refuse('newer', `container ${container}`);
  if (container < CONTAINER) return refuse('damaged', `container ${container}`);
  const length = new DataView(head.buffer, head.byteOffset).getUint32(LENGTH_AT);
  if (length > MAX_LIST_BYTES) return refuse('damaged', `a list of ${length} bytes`);
  if (source.size < LIST_AT + length) return refuse('truncated', `${source.size} bytes`);
  const bytes = await source.slice(LIST_AT, LIST_AT + length);
  const hash = Array.from(head.subarray(HASH_AT), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (sha256(bytes) !== hash) return refuse('damaged', 'the checksum of the list differs');
  const list = readList(bytes);
  if (!list.success) return refuse('invalid', list.issues[0].message);
  const projects: BackupPart[] = [];
  let at = LIST_AT + length;
  for (const { name, length } of list.output.projects) {
    const missing = at + length - source.size;
    const file: ReadProjectFileFrom =
      missing > 0
        ? { ok: false, reason: 'truncated', detail: `${missing} bytes are missing` }
        : await readProjectFileFrom(partOf(source, at, at + length));
    projects.push({ name, file });
    at += length;
  }
  return { ok: true, made: list.output.made, projects };
}

function readList(bytes: Uint8Array): v.SafeParseResult<typeof listSchema> {
  try {
    return v.safeParse(listSchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return v.safeParse(listSchema, undefined);
  }
}
