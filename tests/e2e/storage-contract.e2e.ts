import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { storageContract } from '../unit/state/storage.contract.ts';
import { expect, test } from './fixtures.ts';

const root = new URL('../../', import.meta.url);

test.beforeEach(async ({ page }) => {
  // The modules as they are, but for their types; and an empty page of the same origin to run them on.
  await page.route('**/repository/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/repository/', '');
    const body = stripTypeScriptTypes(readFileSync(new URL(path, root), 'utf8'));
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.route('**/empty', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>empty</title>' }),
  );
  await page.goto('/empty');
});

for (const [index, { name }] of storageContract.entries()) {
  test(`IndexedDB ${name}`, async ({ page }) => {
    const broken = await page.evaluate(async (which) => {
      const address = (path: string) => `/repository/${path}`;
      const [{ storageContract: contract }, { openIndexedDbStorage }] = await Promise.all([
        import(address('tests/unit/state/storage.contract.ts')),
        import(address('src/state/indexeddb.ts')),
      ]);
      return contract[which]
        .run(() => openIndexedDbStorage({ database: 'contract' }))
        .then(
          () => undefined,
          (cause: unknown) => String(cause),
        );
    }, index);
    expect(broken).toBeUndefined();
  });
}
