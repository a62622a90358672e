import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKind } from '../../src/build/content/read.ts';
import type { Everyday } from '../../src/schema/everyday.ts';
import { fold } from '../../src/search/fold.ts';

const words = readKind('.', 'everyday').entries as unknown as { id: string; data: Everyday }[];

describe.each(['zh-CN', 'en'] as const)('everyday words, %s', (locale) => {
  const index = ['titles', 'entries', 'text']
    .map((part) => readFileSync(`dist/search-index/${locale}/${part}.txt`, 'utf8'))
    .join('\n')
    .split('\n')
    .filter((line) => !line.startsWith('~'));
  const handbook = ` ${fold(index.join('\n'))}`;

  it('mean words that stand in the handbook', () => {
    const said = words.filter(({ data }) => data.said[locale].length > 0);
    expect(said.length).toBeGreaterThan(0);
    const lost = said.filter(({ data }) => !handbook.includes(fold(data.means[locale])));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('say nothing twice and nothing that means itself', () => {
    for (const { id, data } of words) {
      const folded = data.said[locale].map(fold);
      expect(new Set(folded).size, id).toBe(folded.length);
      expect(folded, id).not.toContain(fold(data.means[locale]));
    }
  });
});
