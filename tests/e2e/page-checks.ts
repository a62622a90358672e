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

interface Extent {
  /** Parts of the page that are left out. */
  readonly except?: readonly string[];
  /**
   * Looks that were judged before: letters of one size, weight and colour on one ground. Their contrast is not judged again, which
   * halves the time of a page; new ones are added. Without it every letter is judged.
   */
  readonly looks?: Set<string> | undefined;
}

/** Barriers that axe knows on the open page, each with the address and where it stands. */
export async function findBarriers(page: Page, { except = [], looks }: Extent = {}): Promise<string[]> {
  if (!equipped.has(page)) {
    await page.addInitScript(AXE);
    await page.evaluate(AXE);
    equipped.add(page);
  }
  const { found, met } = await page.evaluate(
    async ([tags, parts, known]) => {
      // A bar that stays at the edge covers half of whatever lies there when a page is scrolled: that is no small target.
      scrollTo(0, 0);
      const met = new Set(known);
      if (known) {
        const NEW = 'data-new-look';
        const grounds = new Map<Element | null, string>([[null, '']]);
        const groundOf = (element: Element | null): string => {
          const before = grounds.get(element);
          if (before !== undefined || !element) return before ?? '';
          const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
          const ground = `${[backgroundColor, backgroundImage, opacity].join()} ${groundOf(element.parentElement)}`;
          grounds.set(element, ground);
          return ground;
        };
        const left = parts.join();
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const element = text.parentElement;
          if (!element || !text.nodeValue?.trim() || !element.checkVisibility()) continue;
          if (left && element.closest(left)) continue;
          const { color, fontSize, fontWeight } = getComputedStyle(element);
          const look = [color, fontSize, fontWeight, groundOf(element)].join();
          if (met.has(look)) continue;
          met.add(look);
          element.setAttribute(NEW, '');
        }
        window.axe.configure({ rules: [{ id: 'color-contrast', selector: `[${NEW}]` }] });
      }
      // Axe waits for a timer before each of its eighty rules; browsers make such timers wait four milliseconds.
      const later = window.setTimeout;
      window.setTimeout = ((act: () => void, ms?: number) => {
        if (ms) return later(act, ms);
        queueMicrotask(act);
        return 0;
      }) as typeof window.setTimeout;
      const { violations } = await window.axe.run(
        { include: [['html']], exclude: parts.map((part) => [part]) },
        {
          runOnly: { type: 'tag', values: tags },
          resultTypes: ['violations'],
          preload: false,
          elementRef: false,
        },
      );
      window.setTimeout = later;
      return {
        found: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`)),
        met: [...met],
      };
    },
    [TAGS, [...except], looks && [...looks]] as const,
  );
  for (const look of met) looks?.add(look);
  return found.map((fault) => `${new URL(page.url()).pathname} ${fault}`);
}

interface Arrival {
  readonly shift: number;
  readonly blocking: readonly string[];
  readonly requests: readonly string[];
}

/** What came and what moved until the page that was opened stood still. */
export function arrive(page: Page): Promise<Arrival> {
  return page.evaluate(async () => {
    const shifts: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
    // Two frames after load: the first draws, the second would show what it moved.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const resources = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
      renderBlockingStatus: string;
    })[];
    return {
      shift: shifts.reduce((sum, value) => sum + value, 0),
      blocking: resources.filter((entry) => entry.renderBlockingStatus === 'blocking').map(({ name }) => name),
      requests: resources.map(({ name }) => name),
    };
  });
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
