import { indentEdit, moveEdit, outdentEdit, rankBehind, withRowsBelow } from '../../domain/schedule/outline-edits.ts';
import { editChanges, newRowChange, removeRowChange, type StoredRow } from '../../domain/schedule/stored-plan.ts';
import type { Planner } from './planner-state.ts';
import type { RowView } from './row-view.ts';

export interface RowEdits {
  readonly add: (behind: StoredRow | undefined) => void;
  readonly remove: (row: StoredRow) => void;
  readonly change: (row: StoredRow, what: 'indent' | 'outdent' | 'up' | 'down') => void;
  /** What a key does in a column of a row. */
  readonly onKey: (view: RowView, column: string) => (event: KeyboardEvent) => void;
}

/** What is done to whole rows, by button or key. `reveal` brings a row into sight and gives a column of it the keyboard. */
export function createRowEdits(planner: Planner, reveal: (id: string, column: string) => void): RowEdits {
  const { text } = planner.props;
  const add = (behind: StoredRow | undefined) => {
    const plan = planner.stored();
    if (!plan) return;
    const id = `t-${planner.project.newId()}`;
    const anchor = behind ?? planner.rows().at(-1);
    const row: StoredRow = {
      id,
      kind: 'task',
      duration: 5,
      unit: 'workday',
      after: [],
      constraints: [],
      name: text.newTask,
      rank: anchor ? rankBehind(planner.rows(), anchor.id) : 1024,
      ...(anchor?.parent === undefined ? {} : { parent: anchor.parent }),
    };
    void planner.write([newRowChange(plan.id, row)]);
    planner.select(id);
    reveal(id, 'name');
  };
  const remove = (row: StoredRow) => {
    const plan = planner.stored();
    if (!plan) return;
    const gone = withRowsBelow(planner.rows(), row.id);
    const isGone = new Set(gone);
    const waiting = planner.rows().filter(({ id, after }) => !isGone.has(id) && after.some((l) => isGone.has(l.from)));
    const at = (planner.numbers().get(row.id) ?? 1) - 1;
    const next = planner.rows().find((one, i) => i > at && !isGone.has(one.id)) ?? planner.rows()[at - 1];
    void planner.write([
      ...gone.map((id) => removeRowChange(plan.id, id)),
      ...waiting.flatMap(({ id, after }) =>
        editChanges(plan.id, id, { after: after.filter((link) => !isGone.has(link.from)) }),
      ),
    ]);
    planner.select(next?.id);
    if (next) reveal(next.id, 'name');
  };
  const change = (row: StoredRow, what: 'indent' | 'outdent' | 'up' | 'down') => {
    const rows = planner.rows();
    const edit =
      what === 'indent'
        ? indentEdit(rows, row.id)
        : what === 'outdent'
          ? outdentEdit(rows, row.id)
          : moveEdit(rows, row.id, what === 'up' ? -1 : 1);
    // A row that moves in the document loses the keyboard; it is given back where the row has come to stand.
    const back = () => reveal(row.id, 'name');
    if (edit) void planner.edit(row.id, edit).then(back);
    else back();
  };
  /** Stages and milestones have no duration: whoever goes along that column comes to the next row that has one. */
  const hasCell = (row: StoredRow, column: string) =>
    column !== 'duration' || (row.kind === 'task' && planner.dated()?.schedule.rows.get(row.id)?.kind !== 'stage');
  const onKey = (view: RowView, column: string) => (event: KeyboardEvent) => {
    const row = view.row();
    const step = (by: number) => {
      const rows = planner.rows();
      for (let at = view.number() - 1 + by; ; at += by) {
        const next = rows[at];
        if (!next) return;
        if (hasCell(next, column)) return reveal(next.id, column);
      }
    };
    const does = (work: () => void) => {
      event.preventDefault();
      work();
    };
    if (event.altKey && event.shiftKey) {
      const what = ({ ArrowRight: 'indent', ArrowLeft: 'outdent', ArrowUp: 'up', ArrowDown: 'down' } as const)[
        event.key as 'ArrowUp'
      ];
      if (what) does(() => change(row, what));
    } else if (event.key === 'Enter' && event.ctrlKey) does(() => add(row));
    else if (event.key === 'Delete' && event.ctrlKey) does(() => remove(row));
    else if (event.key === 'Enter' || event.key === 'ArrowDown') does(() => step(1));
    else if (event.key === 'ArrowUp') does(() => step(-1));
  };
  return { add, remove, change, onKey };
}
