import { type Day, readDay } from '../domain/day.ts';
import { readLength } from '../domain/schedule/length-text.ts';
import { readLinks, writeLink } from '../domain/schedule/link-text.ts';
import type { Direction, PlanConstraint, PlanLink, PlanTask } from '../domain/schedule/plan.ts';
import type { Schedule } from '../domain/schedule/schedule-result.ts';
import { CONSTRAINTS } from '../domain/schedule/stored-values.ts';
import { PLAN_COLUMNS, PLAN_HEADINGS, PLAN_WORDS, type PlanColumn } from './plan-csv-headings.ts';
import type { Cell, Table } from './table.ts';

/** A plan as a table: one row a task, links by row number, finishes inclusive. For `writeCsv` and for a sheet alike. */
export function planTable(
  tasks: readonly PlanTask[],
  { rows }: Schedule,
  language: 'zh-CN' | 'en',
  roleName: (id: string) => string | undefined,
  direction?: Direction,
): Cell[][] {
  const numbers = new Map(tasks.map(({ id }, i) => [id, i + 1]));
  const levels = new Map<string, number>();
  const words = PLAN_WORDS[language];
  return [
    PLAN_COLUMNS.map((column) => PLAN_HEADINGS[language][column]),
    ...tasks.map((task, i): Cell[] => {
      const level = (task.parent === undefined ? 0 : (levels.get(task.parent) ?? 0)) + 1;
      levels.set(task.id, level);
      const dates = rows.get(task.id);
      // The opening is fixed by the plan and not by its row; a table has no other place to say so.
      const isOpening = direction?.from === 'opening' && direction.milestone === task.id;
      const own = (kind: PlanConstraint['kind']): Cell =>
        dayCell(
          isOpening && kind === 'fixed-start' ? direction.day : task.constraints.find((one) => one.kind === kind)?.day,
        );
      const cells: Record<PlanColumn, Cell> = {
        number: i + 1,
        id: task.id,
        level,
        name: task.name ?? task.id,
        kind: words[task.kind === 'milestone' && task.mark === 'start-of-day' ? 'start-mark' : task.kind],
        duration: task.kind === 'task' ? `${task.duration}${task.unit === 'workday' ? 'd' : 'cd'}` : null,
        after: task.after.map((link) => writeLink(numbers.get(link.from) ?? link.from, link)).join('; '),
        start: dayCell(dates?.start),
        finish: dayCell(dates?.finish),
        'earliest-start': own('earliest-start'),
        'earliest-finish': own('earliest-finish'),
        'latest-start': own('latest-start'),
        'latest-finish': own('latest-finish'),
        'fixed-start': own('fixed-start'),
        'fixed-finish': own('fixed-finish'),
        deadline: dayCell(task.deadline),
        timing: task.timing === undefined ? null : words[task.timing],
        calendar: task.calendar ?? null,
        role: task.role === undefined ? null : (roleName(task.role) ?? task.role),
        percent: dates ? dates.percent : (task.percent ?? null),
        'actual-start': dayCell(task.actualStart),
        'actual-finish': dayCell(task.actualFinish),
        float: dates ? dates.totalFloat : null,
        critical: dates?.isCritical ? words.yes : null,
        checklist: task.checklist ?? null,
        note: task.note ?? null,
      };
      return PLAN_COLUMNS.map((column) => cells[column]);
    }),
  ];
}

const dayCell = (on: Day | undefined): Cell => (on === undefined ? null : { day: on });

/** What is wrong with one cell, told by row and column of the file, both from 1. The cell is left out, the row kept. */
export interface PlanCellFault {
  readonly row: number;
  readonly column: number;
  readonly code:
    | 'no-name'
    | 'bad-level'
    | 'bad-kind'
    | 'bad-duration'
    | 'bad-links'
    | 'unknown-row'
    | 'bad-day'
    | 'bad-percent'
    | 'bad-timing'
    | 'doubled-id';
  readonly text: string;
}

export type ReadPlanTable =
  | {
      readonly ok: true;
      readonly tasks: readonly PlanTask[];
      /** What stands as start, by row id; reckoned in our own tables, so no constraint. */
      readonly starts: ReadonlyMap<string, Day>;
      /** What stood as role, by row id; a name, not a role id. */
      readonly roles: ReadonlyMap<string, string>;
      readonly faults: readonly PlanCellFault[];
      /** Rows without a duration that were given the working days from their start to their finish. */
      readonly derived: number;
      /** Columns that we have no place for. */
      readonly ignored: readonly string[];
    }
  /** No row of headings with at least a name. */
  | { readonly ok: false; readonly reason: 'no-headings' };

/** How far down the headings may stand, below titles. */
const HEADING_ROWS = 20;

/** Working days from one day to another, both included. */
export type Workdays = (from: Day, to: Day) => number;

/**
 * Reads a plan from a table of our own or of somebody's: headings in either language, a name at least. Rows without a
 * duration take the working days from start to finish, else one day. Start dates become earliest starts where no link
 * and no constraint says anything.
 */
export function readPlanTable({ rows }: Table, workdays: Workdays): ReadPlanTable {
  const head = rows.slice(0, HEADING_ROWS).findIndex((row) => row.some((cell) => columnOf(cell) === 'name'));
  if (head < 0) return { ok: false, reason: 'no-headings' };
  const columns = new Map<PlanColumn, number>();
  const ignored: string[] = [];
  for (const [at, cell] of (rows[head] as readonly string[]).entries()) {
    const column = columnOf(cell);
    if (column === undefined || columns.has(column)) {
      if (cell.trim() !== '') ignored.push(cell.trim());
    } else columns.set(column, at);
  }
  const reader = new RowReader(columns, workdays);
  const drafts = rows.slice(head + 1).flatMap((cells, i) => reader.read(cells, head + 2 + i) ?? []);
  const starts = new Map(drafts.flatMap(({ task, start }) => (start ? [[task.id, start] as const] : [])));
  const read = reader.finish(drafts);
  const stages = new Set(read.tasks.flatMap(({ id, kind }) => (kind === 'stage' ? id : [])));
  const derived = drafts.filter(({ task, isDerived }) => isDerived && !stages.has(task.id)).length;
  return { ok: true, ...read, starts, derived, ignored };
}

function columnOf(cell: string): PlanColumn | undefined {
  const heading = cell
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_():：.-]/g, '');
  return PLAN_COLUMNS.find((column) =>
    [column, PLAN_HEADINGS['zh-CN'][column], PLAN_HEADINGS.en[column], ...(PLAN_WORDS.synonyms[column] ?? [])].some(
      (word) =>
        word
          .normalize('NFKC')
          .toLowerCase()
          .replaceAll(/[\s_():：.-]/g, '') === heading,
    ),
  );
}

interface Draft {
  readonly row: number;
  readonly number: string;
  readonly level: number;
  readonly links: string;
  readonly start: Day | undefined;
  /** Its duration was reckoned from start to finish. */
  readonly isDerived: boolean;
  readonly task: PlanTask;
}

class RowReader {
  readonly #columns: ReadonlyMap<PlanColumn, number>;
  readonly #faults: PlanCellFault[] = [];
  readonly #roles = new Map<string, string>();
  readonly #ids = new Set<string>();
  readonly #workdays: Workdays;
  #count = 0;

  constructor(columns: ReadonlyMap<PlanColumn, number>, workdays: Workdays) {
    this.#columns = columns;
    this.#workdays = workdays;
  }

  read(cells: readonly string[], row: number): Draft | undefined {
    if (cells.every((cell) => cell.trim() === '')) return undefined;
    const text = (column: PlanColumn): string => cells[this.#columns.get(column) ?? -1]?.trim() ?? '';
    const fault = (column: PlanColumn, code: PlanCellFault['code']): undefined => {
      this.#faults.push({ row, column: (this.#columns.get(column) ?? 0) + 1, code, text: text(column) });
      return undefined;
    };
    const day = (column: PlanColumn): Day | undefined => {
      // Spreadsheets add a time of day to dates, people and programs the day of the week.
      const written = text(column)
        .replace(/[T ]\d{1,2}:\d{2}(:\d{2})?$/, '')
        .replace(/\s*[(（]?(?:周|星期)[一二三四五六日天][)）]?\s*/, '');
      return written === '' ? undefined : (readDay(written) ?? fault(column, 'bad-day'));
    };
    this.#count += 1;
    const indent =
      (cells[this.#columns.get('name') ?? -1] ?? '').match(/^[\s\u3000]*/)?.[0].replaceAll('\u3000', '  ').length ?? 0;
    const name = text('name') || (fault('name', 'no-name') ?? '');
    const id = this.#idOf(text('id'), () => fault('id', 'doubled-id'));
    const given = text('level');
    const level = given === '' ? 1 + Math.floor(indent / 2) : Number(given);
    if (!Number.isInteger(level) || level < 1 || level > 20) fault('level', 'bad-level');
    const kind = readWord(text('kind'), KINDS) ?? (text('kind') === '' ? undefined : fault('kind', 'bad-kind'));
    const [start, written] = [day('start'), text('duration')];
    const finish = written === '' && start ? day('finish') : undefined;
    const between = start && finish && finish >= start ? Math.max(1, this.#workdays(start, finish)) : undefined;
    const derived = between === undefined ? undefined : { days: between, unit: 'workday' as const };
    const length = written === '' ? derived : (readLength(written) ?? fault('duration', 'bad-duration'));
    const isMilestone = kind === 'milestone' || kind === 'start-mark' || (kind === undefined && length?.days === 0);
    const percent =
      text('percent') === '' ? undefined : Number(text('percent').normalize('NFKC').replace('%', '').trim());
    if (percent !== undefined && !(percent >= 0 && percent <= 100)) fault('percent', 'bad-percent');
    const constraints = CONSTRAINTS.flatMap((column): PlanConstraint[] => {
      const on = day(column);
      return on ? [{ kind: column, day: on }] : [];
    });
    const timing =
      readWord(text('timing'), ['soon', 'late']) ?? (text('timing') === '' ? undefined : fault('timing', 'bad-timing'));
    const [calendar, checklist] = [text('calendar'), text('checklist')];
    const role = text('role');
    if (role !== '') this.#roles.set(id, role);
    const [deadline, actualStart, actualFinish] = [day('deadline'), day('actual-start'), day('actual-finish')];
    const note = text('note');
    const task: PlanTask = {
      id,
      kind: kind === 'stage' ? 'stage' : isMilestone ? 'milestone' : 'task',
      ...(isMilestone ? { mark: kind === 'start-mark' ? 'start-of-day' : 'end-of-day' } : {}),
      duration: kind === 'stage' || isMilestone ? 0 : Math.max(1, length?.days ?? 1),
      unit: kind === 'stage' || isMilestone ? 'workday' : (length?.unit ?? 'workday'),
      after: [],
      constraints,
      ...(deadline ? { deadline } : {}),
      ...(timing ? { timing } : {}),
      ...(calendar === '' ? {} : { calendar }),
      ...(actualStart ? { actualStart } : {}),
      ...(actualFinish ? { actualFinish } : {}),
      ...(percent !== undefined && percent > 0 && percent <= 100 ? { percent } : {}),
      name,
      ...(note === '' ? {} : { note }),
      ...(checklist === '' ? {} : { checklist }),
    };
    const isLevel = Number.isInteger(level) && level >= 1 && level <= 20;
    return {
      row,
      number: text('number') || String(this.#count),
      level: isLevel ? level : 1,
      links: text('after'),
      start,
      isDerived: between !== undefined && !isMilestone && kind !== 'stage',
      task,
    };
  }

  #idOf(given: string, tellDoubled: () => void): string {
    const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(given);
    if (isId && !this.#ids.has(given)) {
      this.#ids.add(given);
      return given;
    }
    if (isId) tellDoubled();
    let made = `row-${this.#count}`;
    while (this.#ids.has(made)) made += '-b';
    this.#ids.add(made);
    return made;
  }

  finish(drafts: readonly Draft[]): { tasks: PlanTask[]; roles: ReadonlyMap<string, string>; faults: PlanCellFault[] } {
    const byName = new Map<string, string>();
    for (const { task, number } of [...drafts].reverse()) {
      byName.set(task.id, task.id);
      byName.set(number, task.id);
    }
    const parents: { level: number; id: string }[] = [];
    const stages = new Set<string>();
    const parentOf = new Map<string, string>();
    for (const { task, level } of drafts) {
      while ((parents.at(-1)?.level ?? 0) >= level) parents.pop();
      const parent = parents.at(-1)?.id;
      if (parent !== undefined) {
        stages.add(parent);
        parentOf.set(task.id, parent);
      }
      parents.push({ level, id: task.id });
    }
    const tasks = drafts.map((draft): PlanTask => {
      const { task, start } = draft;
      const parent = parentOf.get(task.id);
      const after = this.#linksOf(draft, byName);
      const isStage = stages.has(task.id) || task.kind === 'stage';
      // In our own tables a start is reckoned, and what is meant stands in a column of its own.
      const hasOwnDays =
        this.#columns.has('earliest-start') || task.constraints.length > 0 || task.actualStart !== undefined;
      const earliest: PlanConstraint[] =
        start && !isStage && !hasOwnDays && after.length === 0 ? [{ kind: 'earliest-start', day: start }] : [];
      return {
        ...task,
        ...(isStage ? { kind: 'stage' as const, duration: 0, unit: 'workday' as const } : {}),
        ...(parent === undefined ? {} : { parent }),
        after,
        constraints: [...task.constraints, ...earliest],
      };
    });
    this.#faults.sort((a, b) => a.row - b.row || a.column - b.column);
    return { tasks, roles: this.#roles, faults: this.#faults };
  }

  #linksOf({ links, row }: Draft, byName: ReadonlyMap<string, string>): PlanLink[] {
    const column = (this.#columns.get('after') ?? 0) + 1;
    const read = readLinks(links);
    if (!read.ok) {
      this.#faults.push({ row, column, code: 'bad-links', text: read.part });
      return [];
    }
    return read.links.flatMap(({ row: name, type, lag, unit }): PlanLink[] => {
      const from = byName.get(name);
      if (from !== undefined) return [{ from, type, lag, unit }];
      this.#faults.push({ row, column, code: 'unknown-row', text: name });
      return [];
    });
  }
}

const KINDS = ['task', 'milestone', 'start-mark', 'stage'] as const;

/** Which of these words a cell holds, in either language or as our own name for it. */
function readWord<W extends (typeof KINDS)[number] | 'soon' | 'late'>(
  text: string,
  words: readonly W[],
): W | undefined {
  const plain = (word: string): string => word.normalize('NFKC').toLowerCase();
  return words.find((word) =>
    [word, PLAN_WORDS['zh-CN'][word], PLAN_WORDS.en[word]].some((each) => plain(each) === plain(text)),
  );
}
