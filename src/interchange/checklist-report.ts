import type { Answer, CheckItem, Severity } from '../domain/checklist/answer.ts';
import { isOverdue, readAnswer } from '../domain/checklist/answer.ts';
import type { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { canonicalJson, type Json } from '../domain/checklist/json.ts';
import type { AnswerRecord } from '../domain/checklist/record.ts';
import { isDay } from '../domain/day.ts';
import type { Cell, Sheet } from './table.ts';
import { fitSheetNames } from './xlsx-write-text.ts';

/** An item with the words that a report shows, in the reader's language. */
export interface ReportItem extends CheckItem {
  /** As on the printed form, e.g. `1.10`. */
  readonly number: string;
  readonly groupTitle: string;
  readonly label: string;
  readonly roleName: string;
}

/** What the sheets are made of, for one run or for many. */
export interface ReportSource {
  /** Civil date by which problems are overdue. */
  readonly today: string;
  readonly items: readonly ReportItem[];
  readonly index: AnswerIndex;
  /** Civil time of an instant where the reader is, `YYYY-MM-DDTHH:MM:SS`. */
  readonly localTime: (instant: string) => string;
}

/** A run of a checklist, ready to be handed out. */
export interface ChecklistReport extends ReportSource {
  readonly project: { readonly id: string; readonly name: string };
  readonly checklist: { readonly id: string; readonly title: string; readonly version: string };
  readonly run: string;
  /** Instant, for display only. */
  readonly exported: string;
}

/** Every word of a report's sheets. */
export interface ReportLabels {
  readonly sheets: { readonly answers: string; readonly problems: string; readonly history: string };
  readonly columns: { readonly [column in ReportColumn]: string };
  readonly statuses: { readonly [status in Answer['status']]: string };
  readonly severities: { readonly [severity in Severity]: string };
  /** Names of fields in the history; a field without one is shown as it is stored. */
  readonly fields: { readonly [field: string]: string };
  /** The same for fields whose names carry more than a word; asked where `fields` has none. */
  readonly fieldOf?: (field: string) => string;
  /** What of a value with several parts a person would say; without it, the parts as they are stored. */
  readonly said?: (field: string, value: Json) => string;
  readonly yes: string;
  readonly no: string;
  /** For a value that was taken away. */
  readonly removed: string;
}

export type ReportColumn =
  | 'number'
  | 'group'
  | 'item'
  | 'role'
  | 'mandatory'
  /** Whether the item applies to this run; answers of one that does not are kept but not counted. */
  | 'counted'
  | 'status'
  | 'note'
  | 'reason'
  | 'severity'
  | 'owner'
  | 'due'
  | 'overdue'
  | 'who'
  | 'at'
  /** Fields that wait for a decision. */
  | 'undecided'
  | 'field'
  | 'before'
  | 'value'
  | 'record';

/** Something whose history is told; only items of a checklist have a number. */
export type Thing = Pick<ReportItem, 'path' | 'number' | 'label'>;

/** A column of somebody else's making. */
export interface ExtraColumn {
  readonly heading: string;
  readonly cell: (item: Thing) => Cell;
}

export interface ReportExtras {
  /** Before ours, on every sheet. */
  readonly first?: readonly ExtraColumn[];
  /** After ours. */
  readonly answers?: readonly ExtraColumn[];
  readonly problems?: readonly ExtraColumn[];
}

/** Three sheets: all items with their answers, the problems, and who changed what from what to what. */
export interface ReportSheets {
  readonly answers: Sheet;
  readonly problems: Sheet;
  readonly history: Sheet;
}

/** The sheets of one run. */
export function reportSheets(report: ChecklistReport, labels: ReportLabels, extras: ReportExtras = {}): ReportSheets {
  const { answers, problems, history } = labels.sheets;
  const [named = '', ofProblems = '', ofHistory = ''] = fitSheetNames([answers, problems, history]);
  return itemSheets(report, labels, extras, {
    names: { answers: named, problems: ofProblems, history: ofHistory },
    printHeader: `${report.project.name} · ${report.checklist.title} · ${report.checklist.version}`,
    things: report.items,
  });
}

/**
 * The same three sheets of whatever items there are.
 *
 * @param frame.names - As they fit into a workbook.
 * @param frame.things - Whose history is told, in this order.
 */
export function itemSheets(
  source: ReportSource,
  labels: ReportLabels,
  extras: ReportExtras,
  frame: {
    readonly names: { readonly [sheet in keyof ReportSheets]: string };
    readonly printHeader: string;
    readonly things: readonly Thing[];
  },
): ReportSheets {
  const { names } = frame;
  const first = extras.first ?? [];
  const problemItems = source.items.filter((item) => isProblem(item, source));
  const sheet = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
    name,
    rows,
    headerRows: 1,
    filter: true,
    landscape: true,
    printHeader: `${frame.printHeader} · ${name}`,
  });
  const frozenColumns = first.length + 1;
  return {
    answers: {
      ...sheet(names.answers, itemRows(ANSWER_COLUMNS, first, extras.answers ?? [], source.items, source, labels)),
      frozenColumns,
    },
    problems: {
      ...sheet(names.problems, itemRows(PROBLEM_COLUMNS, first, extras.problems ?? [], problemItems, source, labels)),
      frozenColumns,
    },
    history: sheet(names.history, historyRows(frame.things, first, source, labels)),
  };
}

type AnswerColumn = Exclude<ReportColumn, 'field' | 'before' | 'value' | 'record'>;

// biome-ignore format: one line for what belongs together
const ANSWER_COLUMNS: readonly AnswerColumn[] = [
  'number', 'group', 'item', 'role', 'mandatory', 'counted',
  'status', 'note', 'reason', 'severity', 'owner', 'due', 'overdue', 'who', 'at', 'undecided',
];
// biome-ignore format: one line for what belongs together
const PROBLEM_COLUMNS: readonly AnswerColumn[] = [
  'number', 'group', 'item', 'role', 'severity', 'note', 'owner', 'due', 'overdue', 'status', 'who', 'at',
];

function itemRows(
  columns: readonly AnswerColumn[],
  first: readonly ExtraColumn[],
  last: readonly ExtraColumn[],
  items: readonly ReportItem[],
  source: ReportSource,
  labels: ReportLabels,
): Cell[][] {
  const headings = (extras: readonly ExtraColumn[]) => extras.map(({ heading }) => heading);
  const head = [...headings(first), ...columns.map((column) => labels.columns[column]), ...headings(last)];
  const rows = items.map((item) => {
    const answer = readAnswer(source.index, item.path);
    const cells = columns.map((column) => cellOf(column, item, answer, source, labels));
    return [...first.map(({ cell }) => cell(item)), ...cells, ...last.map(({ cell }) => cell(item))];
  });
  return [head, ...rows];
}

/** Problems of items that count, and items of which one of two undecided answers says that there is one. */
function isProblem(item: ReportItem, { index }: ReportSource): boolean {
  const answer = readAnswer(index, item.path);
  return item.applies !== false && (answer.status === 'problem' || answer.mayBlock);
}

function cellOf(
  column: AnswerColumn,
  item: ReportItem,
  answer: Answer,
  { today, localTime }: ReportSource,
  labels: ReportLabels,
): Cell {
  const yesNo = (is: boolean): string => (is ? labels.yes : labels.no);
  switch (column) {
    case 'number':
      return item.number;
    case 'group':
      return item.groupTitle;
    case 'item':
      return item.label;
    case 'role':
      return item.roleName;
    case 'mandatory':
      return yesNo(item.mandatory);
    case 'counted':
      return yesNo(item.applies !== false);
    case 'status':
      return labels.statuses[answer.status];
    case 'severity':
      return answer.severity === undefined ? null : labels.severities[answer.severity];
    case 'due':
      return isDay(answer.due) ? { day: answer.due } : answer.due;
    case 'overdue':
      return answer.status === 'problem' ? yesNo(isOverdue(answer, today)) : null;
    case 'at':
      return answer.at === '' ? null : { dateTime: localTime(answer.at) };
    case 'undecided':
      return answer.undecided.map((field) => labels.fields[field] ?? field).join(', ');
    case 'note':
    case 'reason':
    case 'owner':
    case 'who':
      return answer[column];
  }
}

function historyRows(
  things: readonly Thing[],
  first: readonly ExtraColumn[],
  { index, localTime }: ReportSource,
  labels: ReportLabels,
): Cell[][] {
  const said = ({ field, value }: AnswerRecord): string => valueText(field, value, labels);
  const rows = things.flatMap((thing) =>
    index.history(thing.path).map((record): Cell[] => [
      ...first.map(({ cell }) => cell(thing)),
      thing.number,
      thing.label,
      labels.fields[record.field] ?? labels.fieldOf?.(record.field) ?? record.field,
      record.replaces
        .flatMap((id) => index.get(id) ?? [])
        .map(said)
        .join(' | '),
      said(record),
      record.who,
      { dateTime: localTime(record.at) },
      record.id,
    ]),
  );
  const columns = ['number', 'item', 'field', 'before', 'value', 'who', 'at', 'record'] as const;
  return [[...first.map(({ heading }) => heading), ...columns.map((column) => labels.columns[column])], ...rows];
}

function valueText(field: string, value: Json, labels: ReportLabels): string {
  if (value === null) return labels.removed;
  if (typeof value !== 'string') return labels.said?.(field, value) || canonicalJson(value);
  const words: { readonly [value: string]: string } =
    field === 'status' ? labels.statuses : field === 'severity' ? labels.severities : {};
  return Object.hasOwn(words, value) ? (words[value] as string) : value;
}
