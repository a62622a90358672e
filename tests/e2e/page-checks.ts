import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Barriers that axe knows on the open page, each with the address and where it stands; parts of the page may be left out. */
export async function findBarriers(page: Page, except: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ resultTypes: ['violations'], preload: false })
    .setLegacyMode(true);
  for (const part of except) axe.exclude(part);
  const { violations } = await axe.analyze();
  const address = new URL(page.url()).pathname;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${address} ${id} ${target.join(' ')}`));
}

/** What sticks out to the right, or nothing. A table or chart may scroll inside its own frame. */
export function findOverflow(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return undefined;
    const widest = [...document.querySelectorAll('body *')].find((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > clientWidth + 0.5 && !element.closest('.scroll, .visually-hidden');
    });
    return `${scrollWidth} > ${clientWidth} at ${widest?.tagName.toLowerCase() ?? '?'}.${widest?.className ?? ''}`;
  });
}
