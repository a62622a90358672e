import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKind } from '../../src/build/content/read.ts';
import { LOCALES } from '../../src/i18n/locale.ts';
import type { Asked } from '../../src/schema/asked.ts';
import type { Everyday } from '../../src/schema/everyday.ts';
import { fold } from '../../src/search/fold.ts';
import { DIST } from './site.ts';

const read = <T>(kind: 'asked' | 'everyday') =>
  readKind('.', kind).entries as unknown as readonly { id: string; data: T }[];
const everyday = read<Everyday>('everyday');
const asked = read<Asked>('asked');

describe.each(LOCALES)('words that people type, %s', (locale) => {
  const index = ['titles', 'entries', 'text']
    .map((part) => readFileSync(join(DIST, 'search-index', locale, `${part}.txt`), 'utf8'))
    .join('\n')
    .split('\n')
    .filter((line) => !line.startsWith('~'));
  const handbook = ` ${fold(index.join('\n'))}`;

  it('everyday words mean words that stand in the handbook', () => {
    const said = everyday.filter(({ data }) => data.said[locale].length > 0);
    expect(said.length).toBeGreaterThan(0);
    const lost = said.filter(({ data }) => !handbook.includes(fold(data.means[locale])));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('everyday words are said once and mean something else', () => {
    for (const { id, data } of everyday) {
      const folded = data.said[locale].map(fold);
      expect(new Set(folded).size, id).toBe(folded.length);
      expect(folded, id).not.toContain(fold(data.means[locale]));
    }
  });

  it('what is asked leads to pages and places that are there', () => {
    expect(asked.length).toBeGreaterThan(0);
    const lost = asked.flatMap(({ id, data }) => {
      const file = join(DIST, locale === 'en' ? 'en' : '', id, 'index.html');
      if (!existsSync(file)) return [id];
      const html = readFileSync(file, 'utf8');
      return Object.keys(data)
        .filter((anchor) => anchor !== 'top' && !html.includes(` id="${anchor}"`))
        .map((anchor) => `${id}#${anchor}`);
    });
    expect(lost).toEqual([]);
  });

  it('what is asked leads to one place', () => {
    const places = new Map<string, string>();
    const twice: string[] = [];
    for (const { id, data } of asked)
      for (const [anchor, words] of Object.entries(data))
        for (const one of words[locale].map(fold)) {
          const first = places.get(one);
          if (first !== undefined) twice.push(`${one}: ${first}, ${id}#${anchor}`);
          places.set(one, `${id}#${anchor}`);
        }
    expect(twice).toEqual([]);
  });
});
