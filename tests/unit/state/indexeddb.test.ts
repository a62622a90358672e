import { expect, test } from 'vitest';
import { openIndexedDbStorage } from '../../../src/state/indexeddb.ts';

test('a database that opens after it was given up is let go, and said to be there', async () => {
  let isClosed = false;
  let isTold = false;
  const request = { result: { close: () => (isClosed = true) } } as unknown as IDBOpenDBRequest;
  const opening = openIndexedDbStorage({
    timeLimitMs: 1,
    factory: { open: () => request } as unknown as IDBFactory,
    onLateOpen: () => {
      isTold = true;
    },
  });
  await expect(opening).rejects.toMatchObject({ reason: 'timeout' });
  expect(isTold).toBe(false);
  request.onsuccess?.(new Event('success'));
  expect([isClosed, isTold]).toEqual([true, true]);
});
