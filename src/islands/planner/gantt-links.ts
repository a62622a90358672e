import { type Accessor, createMemo } from 'solid-js';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import { linkPath, type Span } from '../../drawing/gantt.ts';
import type { Planner } from './planner-state.ts';

export interface DrawnLink {
  readonly path: string;
  readonly isCritical: boolean;
}

/** The links of the chart's rows in sight. */
export function createLinks(
  planner: Planner,
  chart: {
    ids(): readonly string[];
    first(): number;
    middle(index: number): number;
    spanOfRow(row: StoredRow): Span | undefined;
  },
): Accessor<readonly DrawnLink[]> {
  const dates = (id: string) => planner.dated()?.schedule.rows.get(id);
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
  return createMemo(() => {
    const rows = planner.rows();
    const drawn: DrawnLink[] = [];
    const numbers = planner.numbers();
    const add = (row: StoredRow, index: number, only?: string): void => {
      const to = chart.spanOfRow(row);
      if (!to) return;
      for (const link of row.after) {
        if (only !== undefined && link.from !== only) continue;
        const at = (numbers.get(link.from) ?? 0) - 1;
        const before = rows[at];
        const from = before && chart.spanOfRow(before);
        if (!from) continue;
        drawn.push({
          path: linkPath(link.type, from, chart.middle(at), to, chart.middle(index)),
          isCritical: dates(row.id)?.isCritical === true && dates(link.from)?.isCritical === true,
        });
      }
    };
    for (const [i, id] of chart.ids().entries()) {
      const row = planner.rowOf(id);
      if (row) add(row, chart.first() + i);
      for (const next of waiting().get(id) ?? []) {
        const at = (numbers.get(next.id) ?? 0) - 1;
        if (at < chart.first() || at >= chart.first() + chart.ids().length) add(next, at, id);
      }
    }
    return drawn;
  });
}
