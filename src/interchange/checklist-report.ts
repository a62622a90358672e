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

/** A run of a checklist, or several of a project, ready to be handed out. */
export interface ChecklistReport {
  readonly project: { readonly id: string; readonly name: string };
  readonly checklist: { readonly id: string; readonly title: string; readonly version: string };
  readonly run: string;
  /** Instant, for display only. */
  readonly exported: string;
  /** Civil date by which problems are overdue. */
  readonly today: string;
  readonly items: readonly ReportItem[];
  readonly index: AnswerIndex;
  /** Civil time of an instant where the reader is, `YYYY-MM-DDTHH:MM:SS`. */
  readonly localTime: (instant: string) => string;
}

/** Every word of a report's sheets. */
export interface ReportLabels {
  readonly sheets: { readonly answers: string; readonly problems: string; readonly history: string };
  readonly columns: { readonly [column in ReportColumn]: string };
  readonly statuses: { readonly [status in Answer['status']]: string };
  readonly severities: { readonly [severity in Severity]: string };
  /** Names of fields in the history; a field without one is shown as it is stored. */
  readonly fields: { readonly [field: string]: string };
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

/** A column of somebody else's making, put after ours. */
export interface ExtraColumn {
  readonly heading: string;
  readonly cell: (item: ReportItem) => Cell;
}

export interface ReportExtras {
  readonly answers?: readonly ExtraColumn[];
  readonly problems?: readonly ExtraColumn[];
}

/** Three sheets: all items with their answers, the problems, and who changed what from what to what. */
export function reportSheets(
  report: ChecklistReport,
  labels: ReportLabels,
  extras: ReportExtras = {},
): { readonly answers: Sheet; readonly problems: Sheet; readonly history: Sheet } {
  const [answers = '', problems = '', history = ''] = fitSheetNames([
    labels.sheets.answers,
    labels.sheets.problems,
    labels.sheets.history,
  ]);
  const problemItems = report.items.filter((item) => isProblem(item, report));
  const printHeader = `${report.project.name} · ${report.checklist.title} · ${report.checklist.version}`;
  const sheet = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
    name,
    rows,
    headerRows: 1,
    filter: true,
    landscape: true,
    printHeader: `${printHeader} · ${name}`,
  });
  return {
    answers: {
      ...sheet(answers, itemRows(ANSWER_COLUMNS, extras.answers ?? [], report.items, report, labels)),
      frozenColumns: 1,
    },
    problems: {
      ...sheet(problems, itemRows(PROBLEM_COLUMNS, extras.problems ?? [], problemItems, report, labels)),
      frozenColumns: 1,
    },
    history: sheet(history, historyRows(report, labels)),
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
  extras: readonly ExtraColumn[],
  items: readonly ReportItem[],
  report: ChecklistReport,
  labels: ReportLabels,
): Cell[][] {
  const head = [...columns.map((column) => labels.columns[column]), ...extras.map(({ heading }) => heading)];
  const rows = items.map((item) => {
    const answer = readAnswer(report.index, item.path);
    const cells = columns.map((column) => cellOf(column, item, answer, report, labels));
    return [...cells, ...extras.map(({ cell }) => cell(item))];
  });
  return [head, ...rows];
}

/** Problems of items that count, and items of which an undecided answer says that there is an problemItems one. */
function isProblem(item: ReportItem, { index }: ChecklistReport): boolean {
  const answer = readAnswer(index, item.path);
  return item.applies !== false && (answer.status === 'problem' || answer.mayBlock);
}

function cellOf(
  column: AnswerColumn,
  item: ReportItem,
  answer: Answer,
  { today, localTime }: ChecklistReport,
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

function historyRows(report: ChecklistReport, labels: ReportLabels): Cell[][] {
  const { index, items, localTime } = report;
  const said = ({ field, value }: AnswerRecord): string => valueText(field, value, labels);
  const rows = items.flatMap((item) =>
    index.history(item.path).map((record): Cell[] => [
      item.number,
      item.label,
      labels.fields[record.field] ?? record.field,
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
  return [columns.map((column) => labels.columns[column]), ...rows];
}

function valueText(field: string, value: Json, labels: ReportLabels): string {
  if (value === null) return labels.removed;
  if (typeof value !== 'string') return canonicalJson(value);
  const words: { readonly [value: string]: string } =
    field === 'status' ? labels.statuses : field === 'severity' ? labels.severities : {};
  return Object.hasOwn(words, value) ? (words[value] as string) : value;
}
