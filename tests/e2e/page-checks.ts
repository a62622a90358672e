import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pages that load axe with every document: sent again to each of four hundred pages it would cost a fifth of the sweep. */
const equipped = new WeakSet<Page>();

/**
 * Barriers that axe knows on the open page, each with the address and where it stands. Parts of the page may be left out, and rules.
 */
export async function findBarriers(
  page: Page,
  except: { readonly parts: readonly string[]; readonly rules: readonly string[] } = { parts: [], rules: [] },
): Promise<string[]> {
  if (!equipped.has(page)) {
    await page.addInitScript(AXE);
    await page.evaluate(AXE);
    equipped.add(page);
  }
  const found = await page.evaluate(
    async ([tags, parts, rules]) => {
      // A bar that stays at the edge covers half of whatever lies there when a page is scrolled: that is no small target.
      scrollTo(0, 0);
      const { violations } = await window.axe.run(
        { include: [['html']], exclude: parts.map((part) => [part]) },
        {
          runOnly: { type: 'tag', values: tags },
          rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
          resultTypes: ['violations'],
          preload: false,
          elementRef: false,
        },
      );
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
    },
    [TAGS, [...except.parts], [...except.rules]] as const,
  );
  return found.map((fault) => `${new URL(page.url()).pathname} ${fault}`);
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
