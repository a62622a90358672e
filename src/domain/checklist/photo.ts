import type { AnswerIndex } from './answer-index.ts';
import type { ItemPath } from './item-path.ts';
import type { Json } from './json.ts';

/** What a photo shows: the state found, or the state after mending. */
export type PhotoKind = 'photo' | 'fixed-photo';

/** A photo of an item as its record describes it; the picture itself lies beside the document under its hash. */
export interface Photo {
  readonly hash: string;
  readonly kind: PhotoKind;
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** ISO instant at which it was taken or added, for display. */
  readonly at: string;
  /** As the reader named it; never read from the picture. */
  readonly place?: string;
  /** Who added it, as stated by the device. */
  readonly who: string;
}

/** A photo is reduced to this before it is kept. */
export const MAX_PHOTO_BYTES = 400_000;

const FIELD = /^(photo|fixed-photo):([0-9a-f]{64})$/;

export const photoField = (hash: string, kind: PhotoKind = 'photo'): string => `${kind}:${hash}`;

/** The hash that a field's name carries, or `undefined` for a field of another kind. */
export function photoHashOf(field: string): string | undefined {
  return FIELD.exec(field)?.[2];
}

/** The photos of an item, in the order in which they were stated to be taken, then by hash. */
export function findPhotos(index: AnswerIndex, item: ItemPath): readonly Photo[] {
  const photos = index.fields(item).flatMap((field) => {
    const match = FIELD.exec(field);
    // Two unequal descriptions of one picture are still that picture.
    const head = match && index.current(item, field).heads.find(({ value }) => value !== null);
    if (!match || !head) return [];
    return [{ ...described(head.value), hash: match[2] as string, kind: match[1] as PhotoKind, who: head.who }];
  });
  return photos.toSorted((a, b) => (`${a.at} ${a.hash}` < `${b.at} ${b.hash}` ? -1 : 1));
}

function described(value: Json): Omit<Photo, 'hash' | 'kind' | 'who'> {
  const { name, width, height, bytes, at, place } = (
    typeof value === 'object' && !Array.isArray(value) ? value : {}
  ) as { readonly [key: string]: Json };
  const number = (stated: Json | undefined): number => (typeof stated === 'number' ? stated : 0);
  return {
    name: typeof name === 'string' ? name : '',
    width: number(width),
    height: number(height),
    bytes: number(bytes),
    at: typeof at === 'string' ? at : '',
    ...(typeof place === 'string' && place !== '' && { place }),
  };
}

/**
 * What kind of picture these bytes are, by how they begin; `undefined` for anything else. Only kinds that browsers
 * draw without running anything.
 */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | undefined {
  const begins = (at: number, ...signs: number[]): boolean => signs.every((sign, i) => bytes[at + i] === sign);
  if (begins(0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp';
  return undefined;
}

/** Hashes of the photos that some field shows now; one that was taken away, or replaced by nothing, is not among them. */
export function heldPhotos(index: AnswerIndex): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const item of index.items()) {
    for (const field of index.fields(item)) {
      const hash = photoHashOf(field);
      if (hash !== undefined && index.current(item, field).heads.some(({ value }) => value !== null)) hashes.add(hash);
    }
  }
  return hashes;
}
