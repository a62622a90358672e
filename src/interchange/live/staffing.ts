import { either, type Live, minus, overOrNothing, roundedUp, unlessNothing } from './cells.ts';
import { type LiveSheet, sumOf } from './sheet.ts';

export function staffingRows(sheet: LiveSheet): void {
  const { values, word, put } = sheet;
  const rows = (table: string) => values.tables[table] ?? [];
  /** An empty cell of those in post means that all posts are filled. */
  const filled = (table: string, index: number, column: string, usual: string): Live =>
    either(sheet.cellFilled(table, index, column), sheet.cell(table, index, column), sheet.cell(table, index, usual));
  const sum = (table: string, column: string): Live =>
    sumOf(rows(table).map((_, index) => sheet.cell(table, index, column)));
  sheet.heading(word('section-posts-compared'), word('col-posts'));
  const before = put(word('posts-before'), sum('before', 'posts'), 'number', true);
  const after = put(word('posts-after'), sum('after', 'posts'), 'number', true);
  put(word('posts-difference'), minus(after, before), 'number', true);
  const inPost = sumOf(rows('after').map((_, index) => filled('after', index, 'filled', 'posts')));
  put(word('posts-vacant'), minus(after, inPost), 'number', true);

  const posts = ['managers', 'managersFilled', 'repairers', 'repairersFilled'] as const;
  sheet.heading(
    word('section-spans'),
    word('col-households'),
    ...posts.map((column) => word(`live-${column}`)),
    word('col-per-manager'),
    word('col-per-manager-filled'),
    word('col-per-repairer'),
    word('col-per-repairer-filled'),
  );
  const spans = (label: string, homes: Live, of: readonly Live[], isTotal = false): readonly Live[] => {
    const start = sheet.next();
    const homesCell: Live = { f: `B${start}`, v: homes.v };
    const cells = of.map((live, place): Live => ({ f: `${'CDEF'[place]}${start}`, v: live.v }));
    return sheet.row(label, [homes, ...of, ...cells.map((cell) => overOrNothing(homesCell, cell))], 'number', isTotal);
  };
  const zones = rows('zones').map((row, index) =>
    spans(
      row.name ?? '',
      sheet.cell('zones', index, 'households'),
      posts.map((column) =>
        column.endsWith('Filled')
          ? filled('zones', index, column, column.replace('Filled', ''))
          : sheet.cell('zones', index, column),
      ),
    ),
  );
  const all = (place: number): Live => sumOf(zones.map((cells) => cells[place] as Live));
  const [, , , , , perManager, , perRepairer] = spans(word('all-zones'), all(0), [1, 2, 3, 4].map(all), true);
  if (!values.fields.ownHouseholds || !perManager || !perRepairer) return;
  const own = sheet.field('ownHouseholds');
  const needed = (span: Live): Live =>
    unlessNothing(span, (known) => unlessNothing(overOrNothing(own, known), roundedUp));
  sheet.heading(word('live-own'), word('col-posts'));
  put(word('own-managers'), needed(perManager), 'number', true);
  put(word('own-repairers'), needed(perRepairer), 'number', true);
}
