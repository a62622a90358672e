/** Bytes that need not be in memory all at once: a file on the disk, or an array. */
export interface ByteSource {
  readonly size: number;
  /** @throws (rejects) if the file has meanwhile become unreadable. */
  slice(start: number, end: number): Promise<Uint8Array>;
}

/** As much of a Blob or File as is needed. */
interface BlobLike {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export function blobSource(blob: BlobLike): ByteSource {
  return {
    size: blob.size,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, slice: async (start, end) => bytes.subarray(start, end) };
}

/** A part of a source as a source of its own. */
export function partOf(source: ByteSource, start: number, end: number): ByteSource {
  const to = Math.min(end, source.size);
  return {
    size: Math.max(0, to - start),
    slice: (from, until) => source.slice(start + from, Math.min(start + until, to)),
  };
}

/** Bytes to be written one piece after another; the sum of their lengths is known beforehand. */
export interface ByteStream {
  readonly length: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** All pieces as one array, for small files and tests. */
export async function collect({ length, chunks }: ByteStream): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
