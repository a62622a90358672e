import { MAX_PHOTO_BYTES } from '../../domain/checklist/photo.ts';

export interface ReducedPhoto {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Long sides and qualities to try, the best first, until the picture is small enough. */
const TRIES = [
  [1600, 0.82],
  [1600, 0.68],
  [1280, 0.68],
  [1024, 0.6],
  [800, 0.5],
  [640, 0.4],
] as const;

/**
 * Redraws a picture as a JPEG of at most 400 kB. Redrawing leaves behind what a camera hides in it: place, device.
 *
 * @param words - Lines to print on it at the bottom; none to leave it as it is.
 * @returns `undefined` for what the browser cannot draw.
 */
export async function reducePhoto(file: Blob, words: readonly string[]): Promise<ReducedPhoto | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return undefined;
  try {
    for (const [side, quality] of TRIES) {
      const copy = await redraw(picture, side, quality, words);
      if (!copy) return undefined;
      if (copy.blob.size <= MAX_PHOTO_BYTES) {
        return { bytes: new Uint8Array(await copy.blob.arrayBuffer()), width: copy.width, height: copy.height };
      }
    }
    return undefined;
  } finally {
    picture.close();
  }
}

/** Whether a file is a HEIC or HEIF picture, as phones take them and most browsers cannot draw. */
export async function isHeic(file: File): Promise<boolean> {
  if (/\.hei[cf]$/i.test(file.name)) return true;
  const head = new TextDecoder('latin1').decode(await file.slice(4, 12).arrayBuffer());
  return /^ftyp(?:hei|hev|mif|msf)/.test(head);
}

/** A picture as a JPEG whose long side is at most `side` pixels; `undefined` where the browser cannot make one. */
export async function redraw(
  picture: ImageBitmap,
  side: number,
  quality: number,
  words: readonly string[],
): Promise<{ blob: Blob; width: number; height: number } | undefined> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((length) => Math.max(1, Math.round(length * scale))) as [
    number,
    number,
  ];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  // A JPEG has no see-through parts: without this they would come out black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  printWords(pen, canvas, words);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob ? { blob, width, height } : undefined;
}

function printWords(
  pen: CanvasRenderingContext2D,
  { width, height }: HTMLCanvasElement,
  words: readonly string[],
): void {
  if (words.length === 0) return;
  const size = Math.max(12, Math.round(width / 40));
  const line = Math.round(size * 1.5);
  pen.font = `${size}px system-ui, sans-serif`;
  pen.fillStyle = 'rgb(0 0 0 / 60%)';
  pen.fillRect(0, height - line * words.length - size, width, line * words.length + size);
  pen.fillStyle = '#fff';
  pen.textBaseline = 'top';
  for (const [i, text] of words.entries()) {
    pen.fillText(text, size, height - line * (words.length - i) - size / 4, width - 2 * size);
  }
}
