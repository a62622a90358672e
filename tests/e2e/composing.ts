import type { CDPSession, Locator, Page } from '@playwright/test';

/** Types pinyin that is not yet characters. */
export async function compose(page: Page, field: Locator): Promise<CDPSession> {
  await field.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: "wang'gong", selectionStart: 9, selectionEnd: 9 });
  return session;
}

/** … and takes a candidate by Enter, which the input method keeps from the page but for a key 229. */
export async function composeAndConfirm(page: Page, field: Locator): Promise<CDPSession> {
  const session = await compose(page, field);
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', { type, key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  }
  return session;
}

export async function commit(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.insertText', { text });
}
