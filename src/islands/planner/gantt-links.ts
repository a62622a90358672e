import { type Accessor, createMemo } from 'solid-js';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import { barOf, linkPath, type Span, type TimeScale } from '../../drawing/gantt.ts';
import { chartRow } from './chart-days.ts';
import type { Planner } from './planner-state.ts';
import type { RowView } from './row-view.ts';

/** All links in sight as two lines: there can be hundreds of them, and each line of its own would be drawn by itself. */
export interface DrawnLinks {
  readonly plain: string;
  readonly critical: string;
}

/** The links of the chart's rows in sight. */
export function createLinks(
  planner: Planner,
  chart: { views(): readonly RowView[]; scale(): TimeScale; rowHeight(): number },
): Accessor<DrawnLinks> {
  const dates = (id: string) => planner.dated()?.schedule.rows.get(id);
  const spanOfRow = (row: StoredRow): Span | undefined => {
    const found = dates(row.id);
    return found && barOf(chart.scale(), chartRow(found, row));
  };
  const middle = (index: number) => (index + 0.5) * chart.rowHeight();
  /** Rows that wait for a row, by its id. */
  const waiting = createMemo(() => {
    const found = new Map<string, StoredRow[]>();
    for (const row of planner.rows()) {
      for (const { from } of row.after) {
        const like = found.get(from);
        if (like) like.push(row);
        else found.set(from, [row]);
      }
    }
    return found;
  });
  /** A link is drawn when either end is in sight. */
  return createMemo(
    () => {
      const rows = planner.rows();
      const numbers = planner.numbers();
      const views = chart.views();
      const first = (views[0]?.number() ?? 1) - 1;
      const [plain, critical]: [string[], string[]] = [[], []];
      const add = (row: StoredRow, index: number, only?: string): void => {
        const to = spanOfRow(row);
        if (!to) return;
        for (const link of row.after) {
          if (only !== undefined && link.from !== only) continue;
          const at = (numbers.get(link.from) ?? 0) - 1;
          const before = rows[at];
          const from = before && spanOfRow(before);
          if (!from) continue;
          const isCritical = dates(row.id)?.isCritical === true && dates(link.from)?.isCritical === true;
          (isCritical ? critical : plain).push(linkPath(link.type, from, middle(at), to, middle(index)));
        }
      };
      for (const [i, view] of views.entries()) {
        add(view.row(), first + i);
        for (const next of waiting().get(view.id) ?? []) {
          const at = (numbers.get(next.id) ?? 0) - 1;
          if (at < first || at >= first + views.length) add(next, at, view.id);
        }
      }
      return { plain: plain.join(''), critical: critical.join('') };
    },
    { plain: '', critical: '' },
    { equals: (a, b) => a.plain === b.plain && a.critical === b.critical },
  );
}
