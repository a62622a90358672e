import { createSignal } from 'solid-js';
import { pictureType } from '../../domain/checklist/photo.ts';

/** A copy of a photo for a report, small enough for hundreds of them to lie on one page. */
export interface SmallPhoto {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the long side: 58 mm of paper at 200 to the inch. */
const SIDE = 480;
const QUALITY = 0.7;

const [known, setKnown] = createSignal<ReadonlyMap<string, SmallPhoto | 'gone'>>(new Map());
let fetching: Promise<void> = Promise.resolve();

/** The copy of a photo; `undefined` until it is made, `gone` where the photo is not on this device. */
export const smallPhoto = (hash: string): SmallPhoto | 'gone' | undefined => known().get(hash);

/**
 * Makes copies of photos that have none yet, one after the other, so that never more than one of them lies in memory in full size.
 *
 * @param onCount - Called with how many of these are there.
 */
export function fetchSmallPhotos(
  hashes: readonly string[],
  read: (hash: string) => Promise<Uint8Array | undefined>,
  onCount: (count: number) => void = () => {},
): Promise<void> {
  const before = fetching;
  fetching = (async () => {
    await before;
    for (const [i, hash] of hashes.entries()) {
      onCount(i);
      const copy = known().get(hash);
      if (copy && copy !== 'gone') continue;
      const made = (await copyOf(await read(hash).catch(() => undefined))) ?? 'gone';
      setKnown((all) => new Map(all).set(hash, made));
    }
    onCount(hashes.length);
  })();
  return fetching;
}

async function copyOf(bytes: Uint8Array | undefined): Promise<SmallPhoto | undefined> {
  const type = bytes && pictureType(bytes);
  if (!bytes || !type) return undefined;
  const picture = await createImageBitmap(new Blob([bytes as BlobPart], { type })).catch(() => undefined);
  if (!picture) return undefined;
  try {
    const { redraw } = await import('./reduce-photo.ts');
    const copy = await redraw(picture, SIDE, QUALITY, []);
    return copy && { address: URL.createObjectURL(copy.blob), width: copy.width, height: copy.height };
  } finally {
    picture.close();
  }
}

/** Resolves when every picture of the reports on this page can be printed. */
export async function picturesDrawn(): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.report img')];
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
}
