import { Inflate } from 'fflate';

export type ZipFault =
  /** No zip at all. */
  | 'foreign'
  /** Its end is missing: copied or sent incompletely. */
  | 'truncated'
  | 'damaged'
  | 'encrypted'
  /** It would unpack to more than a device can hold; refused before that happens. */
  | 'too-large';

/** Thrown inside the reader only; `readXlsx` turns it into a result. */
export class ZipRefusal extends Error {
  readonly reason: ZipFault;
  constructor(reason: ZipFault, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

export interface Zip {
  readonly names: readonly string[];
  /** The bytes of one part, checked against its checksum. @throws {ZipRefusal} */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MAX_ENTRIES = 10_000;
/** Deflate packs no denser than this; who states more does not mean it, and is not given the memory. */
const MAX_RATIO = 1100;
/** Fed in small pieces: one piece can unpack to a thousand times its size before the limit is looked at. */
const PIECE = 4096;

/**
 * Opens a zip for reading single parts. Unlike a plain unzip, it believes no size that the file states: unpacking
 * stops as soon as `budget` bytes have come out, over all parts together.
 *
 * @throws {ZipRefusal}
 */
export function openZip(bytes: Uint8Array, budget: number): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL) throw new ZipRefusal('foreign', 'no zip');
  let entries: ReadonlyMap<string, Entry>;
  try {
    entries = readDirectory(bytes, view);
  } catch (cause) {
    if (cause instanceof ZipRefusal) throw cause;
    throw new ZipRefusal('damaged', 'the directory leads out of the file');
  }
  let left = budget;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const part = unpack(bytes, view, name, entry, left);
      left -= part.length;
      return part;
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  if (end === undefined) throw new ZipRefusal('truncated', 'no end of directory');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new ZipRefusal('too-large', `${count} parts`);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new ZipRefusal('damaged', `no directory entry at ${at}`);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands at the very end, before a comment of at most 64 kB. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return undefined;
}

function unpack(bytes: Uint8Array, view: DataView, name: string, entry: Entry, limit: number): Uint8Array {
  if (entry.flags & 1) throw new ZipRefusal('encrypted', name);
  if (entry.size > limit) throw new ZipRefusal('too-large', `${name}: ${entry.size} bytes`);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) {
    throw new ZipRefusal('damaged', `${name}: no header`);
  }
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw new ZipRefusal('truncated', name);
  if (entry.method !== 0 && entry.method !== 8) throw new ZipRefusal('damaged', `${name}: method ${entry.method}`);
  if (entry.size > packed.length * MAX_RATIO) throw new ZipRefusal('damaged', `${name}: ${entry.size} bytes stated`);
  const part = entry.method === 0 ? packed : inflate(packed, entry.size, name);
  if (part.length !== entry.size) throw new ZipRefusal('damaged', `${name}: ${part.length} of ${entry.size} bytes`);
  if (crc32(part) !== entry.crc) throw new ZipRefusal('damaged', `${name}: the checksum differs`);
  return part;
}

/** Stops at the first byte more than was stated. */
function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  const part = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new ZipRefusal('damaged', `${name}: more than ${size} bytes`);
    part.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (cause) {
    if (cause instanceof ZipRefusal) throw cause;
    throw new ZipRefusal('damaged', `${name}: ${String(cause)}`);
  }
  return part.subarray(0, length);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
