import { details, open, saved } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

test('a photo of twelve megapixels of noise is kept as at most 400 kB, with words printed on it too', async ({
  page,
}) => {
  test.slow();
  await open(page);
  const all = await details(page, '1.1');
  const field = all.getByLabel('选照片');
  await expect(field).toBeAttached();
  for (const [count, burn] of [false, true].entries()) {
    await all.getByLabel(/在照片上印/).setChecked(burn);
    // Nothing is harder to reduce than noise, in which no point is like its neighbour.
    const size = await field.evaluate(async (input: HTMLInputElement) => {
      const canvas = new OffscreenCanvas(4000, 3000);
      const pen = canvas.getContext('2d');
      const points = new ImageData(4000, 3000);
      for (let at = 0; at < points.data.length; at += 65_536)
        crypto.getRandomValues(points.data.subarray(at, at + 65_536));
      for (let at = 3; at < points.data.length; at += 4) points.data[at] = 255;
      pen?.putImageData(points, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      const files = new DataTransfer();
      files.items.add(new File([blob], 'noise.jpg', { type: 'image/jpeg' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return blob.size;
    });
    expect(size).toBeGreaterThan(8_000_000);
    await expect(all.getByRole('img')).toHaveCount(count + 1, { timeout: 60_000 });
    await expect(all.getByText(/^照片已保存/)).toBeVisible();
    await saved(page);
  }
  const stored = await page.evaluate(
    () =>
      new Promise<{ length: number; side: number }[]>((resolve, reject) => {
        const request = indexedDB.open('zongguan');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const rows = request.result.transaction('photos').objectStore('photos').getAll();
          rows.onsuccess = async () => {
            const found = [];
            for (const { bytes } of rows.result as { bytes: Uint8Array<ArrayBuffer> }[]) {
              const { width } = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
              found.push({ length: bytes.length, side: width });
            }
            request.result.close();
            resolve(found);
          };
        };
      }),
  );
  expect(stored.length).toBe(2);
  expect(stored.filter(({ length }) => length > 400_000)).toEqual([]);
  // Still a picture in which something can be seen.
  expect(stored.filter(({ side }) => side < 640)).toEqual([]);
});
