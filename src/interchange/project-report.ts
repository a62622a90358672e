import type { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { type ItemPath, itemPath, nameOf, PROJECT, runOf, runPath } from '../domain/checklist/item-path.ts';
import type { Progress } from '../domain/checklist/progress.ts';
import type { ProjectInfo } from '../domain/checklist/project-info.ts';
import type { SignOff } from '../domain/checklist/sign-off.ts';
import { type SignEvent, signOffHistory } from '../domain/checklist/sign-off-history.ts';
import { isDay } from '../domain/day.ts';
import {
  type ExtraColumn,
  itemSheets,
  type ReportExtras,
  type ReportItem,
  type ReportLabels,
  type Thing,
} from './checklist-report.ts';
import { type Cell, columnName, FORMATS, type Sheet } from './table.ts';
import { fitSheetNames } from './xlsx-write-text.ts';

/** One run of the project with the words that a report shows, in the reader's language. */
export interface RunReport {
  readonly run: string;
  /** `number` is that of the checklist's document; empty for a list of the reader's own. */
  readonly checklist: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    readonly number: string;
  };
  /** Title and, where there is one, the name that tells it from other runs of its checklist. */
  readonly title: string;
  readonly name: string;
  readonly traits: readonly string[];
  readonly items: readonly ReportItem[];
  readonly progress: Progress;
  readonly signOff: SignOff;
}

/** A whole project, ready to be handed out: its runs in the order of the handbook, archived ones left out. */
export interface ProjectReport {
  readonly project: ProjectInfo & { readonly id: string };
  /** Instant, for display only. */
  readonly exported: string;
  /** Civil date by which problems are overdue. */
  readonly today: string;
  readonly runs: readonly RunReport[];
  readonly total: Progress;
  readonly index: AnswerIndex;
  /** Civil time of an instant where the reader is, `YYYY-MM-DDTHH:MM:SS`. */
  readonly localTime: (instant: string) => string;
}

/** Every word of the sheets that a single run does not have. */
export interface ProjectReportLabels {
  readonly overview: string;
  readonly signOffs: string;
  readonly checklist: string;
  readonly version: string;
  readonly counted: string;
  readonly done: string;
  readonly share: string;
  readonly problems: string;
  readonly overdue: string;
  readonly undecided: string;
  readonly notApplicable: string;
  readonly open: string;
  readonly signOff: string;
  readonly states: { readonly [state in SignOff['state']]: string };
  readonly total: string;
  readonly facts: {
    readonly [fact in 'name' | 'kind' | 'city' | 'opening' | 'team' | 'assets' | 'exported']: string;
  };
  readonly event: string;
  readonly events: { readonly [kind in SignEvent['kind']]: string };
  readonly on: string;
  readonly who: string;
  readonly role: string;
  readonly signature: string;
  readonly drawn: string;
  readonly reason: string;
  readonly holds: string;
  readonly matches: string;
  readonly digest: string;
  readonly recorded: string;
  readonly yes: string;
  readonly no: string;
  readonly projectData: string;
  /** Name of a post by its id; one that is no id as it stands. */
  readonly roleName: (role: string) => string;
}

/** Five sheets: overview, all answers, problems, sign-offs, and who changed what from what to what. */
export function projectSheets(
  report: ProjectReport,
  labels: ReportLabels,
  words: ProjectReportLabels,
  extras: ReportExtras,
): readonly [overview: Sheet, answers: Sheet, problems: Sheet, signOffs: Sheet, history: Sheet] {
  const [overview = '', answers = '', problems = '', signOffs = '', history = ''] = fitSheetNames([
    words.overview,
    labels.sheets.answers,
    labels.sheets.problems,
    words.signOffs,
    labels.sheets.history,
  ]);
  const titles = new Map(report.runs.map(({ run, title }) => [run, title]));
  const ofRun: ExtraColumn = {
    heading: words.checklist,
    cell: ({ path }) => titles.get(runOf(path) ?? '') ?? words.projectData,
  };
  const { index, today, localTime } = report;
  const printHeader = report.project.name;
  const items = itemSheets(
    { index, today, localTime, items: report.runs.flatMap((run) => run.items) },
    labels,
    { ...extras, first: [ofRun] },
    { names: { answers, problems, history }, printHeader, things: things(report) },
  );
  return [
    overviewSheet(report, words, overview),
    items.answers,
    items.problems,
    signOffSheet(report, words, signOffs),
    items.history,
  ];
}

/** Everything whose history belongs to the report: what is stated of the project, of each run, and of what is in it. */
export function things({ index, runs, project }: ProjectReport): readonly Thing[] {
  const named = (path: ItemPath, label: string): Thing => ({ path, number: '', label });
  return [
    named(PROJECT, project.name),
    ...['team', 'asset'].flatMap((kind) =>
      index.children(itemPath(kind)).map((path) => named(path, String(index.value(path, 'name') ?? nameOf(path)))),
    ),
    ...runs.flatMap(({ run, title, items }) => {
      const known = new Map(items.map((item) => [item.path, item]));
      const path = runPath(run);
      // What a later version of the checklist has dropped, or a reader taken away, keeps its history.
      const others = index.items(path).filter((item) => item !== path && !known.has(item));
      return [named(path, title), ...items, ...others.map((item) => named(item, nameOf(item)))];
    }),
  ];
}

function overviewSheet(
  { project, runs, total, exported, localTime }: ProjectReport,
  words: ProjectReportLabels,
  name: string,
): Sheet {
  const head = [
    words.checklist,
    words.version,
    words.counted,
    words.done,
    words.share,
    words.open,
    words.problems,
    words.overdue,
    words.undecided,
    words.notApplicable,
    words.signOff,
  ];
  const numbers = ({ applicable, done, counts, problems, overdue }: Progress) =>
    [applicable, done, counts.open, problems, overdue, counts.undecided, counts['not-applicable']] as const;
  const share = ({ applicable, done }: Progress, row: number): Cell =>
    applicable === 0 ? null : { value: done / applicable, formula: `D${row}/C${row}`, format: FORMATS.percent };
  const rows = runs.map((run, i): Cell[] => {
    const [counted, done, ...rest] = numbers(run.progress);
    const { title, version } = { ...run.checklist, title: run.title };
    return [title, version, counted, done, share(run.progress, i + 2), ...rest, words.states[run.signOff.state]];
  });
  const [counted, done, ...rest] = numbers(total);
  const last = runs.length + 1;
  const sum = (value: number, column: number): Cell => ({
    value,
    ...(runs.length > 0 && { formula: `SUM(${columnName(column)}2:${columnName(column)}${last})` }),
    emphasis: 'strong',
  });
  const totals: Cell[] = [
    { value: words.total, emphasis: 'strong' },
    null,
    sum(counted, 3),
    sum(done, 4),
    share(total, last + 1),
    ...rest.map((value, i) => sum(value, 6 + i)),
    null,
  ];
  const { facts } = words;
  const people = project.team.map(({ name, role }) => [name, words.roleName(role)].filter(Boolean).join(' · '));
  const assets = project.assets.map(({ name, kind, note }) => [name, kind, note].filter(Boolean).join(' · '));
  const stated: Cell[][] = [
    [facts.name, project.name],
    [facts.kind, project.kind],
    [facts.city, project.city],
    [facts.opening, isDay(project.opening) ? { day: project.opening } : project.opening],
    [facts.team, people.join('; ')],
    [facts.assets, assets.join('; ')],
    [facts.exported, { dateTime: localTime(exported) }],
  ];
  return {
    name,
    rows: [head, ...rows, totals, [], ...stated],
    headerRows: 1,
    frozenColumns: 1,
    landscape: true,
    printHeader: `${project.name} · ${name}`,
  };
}

function signOffSheet(
  { project, index, runs, localTime }: ProjectReport,
  words: ProjectReportLabels,
  name: string,
): Sheet {
  const yesNo = (is: boolean): string => (is ? words.yes : words.no);
  const head = [
    words.checklist,
    words.signOff,
    words.event,
    words.on,
    words.who,
    words.role,
    words.signature,
    words.reason,
    words.holds,
    words.matches,
    words.digest,
    words.recorded,
  ];
  const rows = runs.flatMap(({ run, title, signOff }): Cell[][] => {
    const state = words.states[signOff.state];
    const events = signOffHistory(index, run);
    if (events.length === 0) return [[title, state]];
    return events.map((event): Cell[] => [
      title,
      state,
      words.events[event.kind],
      isDay(event.on) ? { day: event.on } : event.on,
      event.who,
      ...(event.kind === 'signed'
        ? [
            words.roleName(event.role),
            'typed' in event.signature ? event.signature.typed : words.drawn,
            null,
            yesNo(event.holds),
            yesNo(event.isValid),
            event.digest,
          ]
        : [null, null, event.reason, yesNo(event.holds), null, null]),
      { dateTime: localTime(event.record.at) },
    ]);
  });
  return {
    name,
    rows: [head, ...rows],
    headerRows: 1,
    frozenColumns: 1,
    filter: true,
    landscape: true,
    printHeader: `${project.name} · ${name}`,
  };
}
