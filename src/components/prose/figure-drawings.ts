import { drawBars } from '../../drawing/bars.ts';
import type { Drawing, Words } from '../../drawing/drawing.ts';
import { drawFlow } from '../../drawing/flow.ts';
import { drawSection } from '../../drawing/section.ts';
import { drawMoments, drawSpans } from '../../drawing/timeline.ts';
import { drawTree } from '../../drawing/tree.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { FactTable } from '../../schema/fact-table.ts';
import { cellText } from './fact-cell.ts';

type Row = FactTable['rows'][number];
export type FigureKind = 'flow' | 'timeline' | 'tree' | 'section' | 'bars';

/**
 * Draws a table of facts. Which columns a picture reads, by their id:
 * flow: `who` and `time` (or `do` and `who`), `back` = number of the step to which work returns;
 * tree: `parent` (the label of another row), and every other column;
 * timeline: `offset` alone for moments, `offset` and `length` (or `start` and `end`) for bars, with `date`, `from`, `to`, `what`, `deliverable`;
 * section: `from-m`, `to-m`, `board-m`, and every column of text; bars: the first column of numbers.
 */
export function drawFacts(table: FactTable, kind: FigureKind, locale: Locale): Drawing[] {
  const number = (row: Row, id: string): number | undefined => {
    const cell = row.cells[id];
    return typeof cell === 'number' ? cell : undefined;
  };
  const unit = (id: string): string | undefined => table.columns.find((column) => column.id === id)?.unit?.[locale];
  const text = (row: Row, id: string): string => cellText(row.cells[id], locale, unit(id));
  const words = (row: Row, ids: readonly string[]): Words => ({
    label: row.label[locale].replace(/^\d+ /, ''),
    notes: ids.map((id) => text(row, id)).filter((note) => note !== ''),
  });
  // One of a thing is singular in English.
  const counted = (row: Row, id: string): string =>
    locale === 'en' && row.cells[id] === 1 ? text(row, id).replace(/s$/, '') : text(row, id);
  const textColumns = table.columns
    .map(({ id }) => id)
    .filter((id) => table.rows.some((row) => typeof row.cells[id] === 'object'));
  const has = (id: string): boolean => table.columns.some((column) => column.id === id);

  switch (kind) {
    case 'flow':
      return drawFlow(
        table.rows.map((row) => {
          const back = number(row, 'back');
          return {
            id: row.id,
            ...words(row, has('time') ? ['who', 'time'] : ['who', 'do']),
            ...(back === undefined ? {} : { back }),
          };
        }),
      );
    case 'tree':
      return [
        drawTree(
          table.rows.map((row) => {
            const parent = row.cells.parent;
            const above =
              typeof parent === 'object' ? table.rows.find(({ label }) => label[locale] === parent[locale]) : undefined;
            const figures = table.columns.map(({ id }) => id).filter((id) => number(row, id) !== undefined);
            const { label, notes } = words(
              row,
              textColumns.filter((id) => id !== 'parent'),
            );
            return {
              id: row.id,
              label,
              notes,
              ...(figures.length > 0 ? { count: figures.map((id) => counted(row, id)).join(' · ') } : {}),
              ...(above ? { parent: above.id } : {}),
            };
          }),
        ),
      ];
    case 'timeline': {
      // A row's start and end in the unit of the table: offset and length, or start and end.
      const from = (row: Row): number | undefined =>
        number(row, 'offset') ?? number(row, 'start') ?? number(row, 't-start');
      const to = (row: Row): number | undefined => {
        const length = number(row, 'length');
        return length === undefined ? (number(row, 'end') ?? number(row, 't-end')) : (from(row) ?? 0) + length;
      };
      if (!table.rows.some((row) => to(row) !== undefined)) {
        return [
          drawMoments(
            table.rows.map((row) => {
              const at = from(row);
              return {
                id: row.id,
                ...words(row, ['date', 'what', 'deliverable']),
                label: row.label[locale],
                ...(at === undefined ? {} : { at }),
              };
            }),
          ),
        ];
      }
      const spans = table.rows.map((row) => {
        const [start, end] = [text(row, 'from'), text(row, 'to')];
        const label = row.label[locale];
        const period = start === end || end === '' ? start : `${start} – ${end}`;
        const notes = [text(row, 'date') || period].filter((note) => note !== '');
        return { id: row.id, label, notes, from: from(row) ?? 0, to: to(row) ?? from(row) ?? 0 };
      });
      const first = Math.min(...spans.map((span) => span.from));
      const last = Math.max(...spans.map((span) => span.to));
      const scale = unit('length') ?? unit('end') ?? unit('t-end') ?? '';
      const step = Math.max(1, Math.ceil((last - first) / 20));
      const ticks = [];
      for (let at = first; at < last; at += step) ticks.push({ at, text: at === first ? `${first}` : '' });
      return [drawSpans(spans, [...ticks, { at: last, text: `${last} ${scale}`.trim() }])];
    }
    case 'section':
      return [
        drawSection(
          table.rows.map((row) => {
            const [to, board] = [number(row, 'to-m'), number(row, 'board-m')];
            const floors = [number(row, 'from-floor'), number(row, 'to-floor')];
            const { label, notes } = words(row, textColumns);
            const where =
              floors[0] === undefined ? '' : floors[0] === floors[1] ? ` F${floors[0]}` : ` F${floors[0]}–${floors[1]}`;
            return {
              id: row.id,
              label: label + where,
              notes,
              from: number(row, 'from-m') ?? 0,
              ...(to === undefined ? {} : { to }),
              ...(board === undefined ? {} : { board }),
            };
          }),
          (height) => `${Math.round(height)} m`,
        ),
      ];
    case 'bars': {
      const column = table.columns.find(({ id }) => table.rows.some((row) => number(row, id) !== undefined))?.id ?? '';
      return [
        drawBars(
          table.rows.flatMap((row) => {
            const value = number(row, column);
            return value === undefined
              ? []
              : [{ id: row.id, label: row.label[locale], value, text: text(row, column) }];
          }),
        ),
      ];
    }
  }
}
