import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { drawElevation } from '../../src/components/prose/elevations.ts';
import { drawFacts, type FigureKind } from '../../src/components/prose/figure-drawings.ts';
import { LOCALES } from '../../src/i18n/locale.ts';
import { factTable } from '../../src/schema/fact-table.ts';
import { rule } from '../../src/schema/rule.ts';
import { expectSound } from '../unit/drawing/sound.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = globSync('content/handbook/zh-CN/**/*.mdx', { cwd: root });
const figures = pages.flatMap((page) =>
  [...read(page).matchAll(/<Figure of="([^"]+)" kind="([^"]+)"/g)].map(([, of = '', kind = '']) => ({ of, kind })),
);

describe('every picture of the handbook can be drawn, with all its words in place', () => {
  test('there are pictures', () => expect(figures.length).toBeGreaterThan(0));

  test.each(figures.filter(({ kind }) => kind !== 'elevation'))('$of as $kind', ({ of, kind }) => {
    const table = factTable.parse(parse(read(`content/facts/${of}.yaml`)));
    for (const locale of LOCALES) {
      const drawings = drawFacts(table, kind as FigureKind, locale);
      for (const drawing of drawings) {
        expectSound(
          drawing,
          drawing.boxes.map(({ id }) => id),
        );
      }
      const drawn = drawings.flatMap(({ boxes }) => boxes.map(({ id }) => id));
      expect([...drawn].sort()).toEqual(table.rows.map(({ id }) => id).sort());
    }
  });

  test.each(figures.filter(({ kind }) => kind === 'tree'))('$of says who is above whom, in words', ({ of }) => {
    const { rows } = factTable.parse(parse(read(`content/facts/${of}.yaml`)));
    const parents = rows.flatMap(({ cells }) => (typeof cells.parent === 'object' ? [cells.parent] : []));
    expect(parents.length).toBeGreaterThan(0);
    for (const locale of LOCALES) {
      const labels = rows.map(({ label }) => label[locale]);
      expect(labels).toEqual(expect.arrayContaining(parents.map((parent) => parent[locale])));
    }
  });

  test.each(figures.filter(({ kind }) => kind === 'elevation'))('$of from the design rules', ({ of }) => {
    const files = globSync('content/rules/*.yaml', { cwd: root });
    const rules = new Map(files.map((file) => [basename(file, '.yaml'), rule.parse(parse(read(file)))]));
    const { views, marks } = drawElevation(of, rules);
    for (const { drawing } of views) {
      expectSound(
        drawing,
        drawing.boxes.map(({ id }) => id),
      );
    }
    const words = views.flatMap(({ drawing }) => [...drawing.texts, ...drawing.boxes.flatMap(({ lines }) => lines)]);
    for (const { mark } of marks) expect(words.some(({ text }) => text.includes(mark))).toBe(true);
  });
});
