import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { expect } from './fixtures.ts';

const hasPdfToText = spawnSync('pdftotext', ['-v']).status !== null;

/** The printed pages. Their text is known only where `pdftotext` is installed. */
export async function printed(page: Page, info: TestInfo): Promise<{ count: number; texts: string[] | undefined }> {
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const count = bytes.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  if (!hasPdfToText) return { count, texts: undefined };
  const file = info.outputPath('print.pdf');
  writeFileSync(file, bytes);
  const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return { count, texts: stdout.split('\f').filter((text) => text.trim() !== '') };
}

/** Calls the page's own print button and gives what was on the page when it printed. */
export async function pressPrint(page: Page, name: string): Promise<string> {
  // What an earlier print left must not pass for this one.
  await page.evaluate(() => document.documentElement.removeAttribute('data-printed'));
  await page.getByRole('button', { name }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed');
  return (await page.locator('html').getAttribute('data-printed')) ?? '';
}

/** Makes the page's print buttons say what is on the page instead of opening the browser's dialog. */
export async function catchPrint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.documentElement.setAttribute('data-printed', document.querySelector('.report')?.textContent ?? '');
      window.dispatchEvent(new Event('afterprint'));
    };
  });
}
