import type { FitOutText } from '../../i18n/fit-out-strings.ts';
import { fill } from '../../i18n/format.ts';
import type { Sheet } from '../../interchange/table.ts';
import type { Desk } from './desk-state.ts';
import { sheetWords } from './kept-words.ts';
import type { LoadView } from './load-view.ts';
import { ownFigureLines } from './review-rows.ts';
import type { ReviewSheet } from './review-sheet.ts';
import { neededDocuments, paperStatus } from './submissions.ts';

/** The head of a review: whose it is, for whom, which one, of which day. */
export function sheetHead(desk: Desk, { day }: Pick<ReviewSheet, 'day'>): string {
  return fill(desk.props.text.sheetHead, {
    project: desk.project.current()?.name ?? '',
    tenant: String(desk.value('name') ?? ''),
    unit: String(desk.value('unit') ?? ''),
    day,
  });
}

export function sheetTitle(desk: Desk, { n, isDraft }: Pick<ReviewSheet, 'n' | 'isDraft'>): string {
  const { text } = desk.props;
  return `${text.sheetTitle} · ${fill(text.review, { n })}${isDraft ? ` · ${text.draft}` : ''}`;
}

/** A review as a workbook. The draft has all papers, as they stand; a closed review has what it said. */
export function reviewBook(desk: Desk, sheet: ReviewSheet): Sheet[] {
  return [
    rulesSheet(desk, sheet),
    sheet.isDraft ? papersSheet(desk) : missingSheet(desk, sheet),
    ...(sheet.load ? [loadSheet(desk, sheet.load)] : []),
  ];
}

function rulesSheet(desk: Desk, sheet: ReviewSheet): Sheet {
  const { text } = desk.props;
  const { rows, conflicts, old } = sheetWords(desk, sheet);
  const basisOf = (id: string, basis: string) => (old.has(id) ? `${basis} · ${text.oldWords}` : basis);
  const head = [
    text.colNo,
    text.colRule,
    text.required,
    text.colMeasured,
    text.colVerdict,
    text.bySourceHead,
    text.advice,
    text.basis,
    text.progressHead,
  ];
  return {
    name: text.reviewPart,
    headerRows: 1,
    filter: true,
    landscape: true,
    printHeader: `${sheetTitle(desk, sheet)} ${sheetHead(desk, sheet)}`,
    rows: [
      head,
      ...conflicts.map((each) => [
        '!',
        each.title,
        each.text,
        '',
        each.levelText,
        '',
        each.advice,
        basisOf(each.id, each.basis),
        '',
      ]),
      ...rows.map((row) => [
        row.number,
        row.title,
        row.required,
        row.measured,
        row.verdictText,
        row.bySource,
        row.advice,
        basisOf(row.id, row.basis),
        row.progressText,
      ]),
      ...ownFigureLines(desk, sheet).map((line) => ['⚑', text.ownFigures, line, '', '', '', '', '', '']),
      ...(sheet.comments === '' ? [] : [['', text.comments, '', '', '', '', sheet.comments, '', '']]),
    ],
  };
}

function papersSheet(desk: Desk): Sheet {
  const { text } = desk.props;
  const status = (item: string) => {
    const found = paperStatus(desk, item);
    return found === 'done' ? text.received : found === 'problem' ? text.incomplete : text.notReceived;
  };
  return {
    name: text.documents,
    headerRows: 1,
    rows: [
      [text.documents, text.issuedBy, text.evidence, text.colVerdict],
      ...neededDocuments(desk).map(({ item }) => [item.label, item.role, item.evidence, status(item.id)]),
    ],
  };
}

function missingSheet(desk: Desk, sheet: ReviewSheet): Sheet {
  const { text } = desk.props;
  return {
    name: text.missingPapers,
    headerRows: 1,
    rows: [
      [text.missingPapers, text.issuedBy, text.evidence],
      ...sheetWords(desk, sheet).papers.map(({ label, role, evidence }) => [label, role, evidence]),
    ],
  };
}

function loadSheet(desk: Desk, load: LoadView): Sheet {
  const { text, load: asked } = desk.props;
  const nameOf = (id: string) => asked.groups.find((group) => group.id === id)?.label ?? id;
  return {
    name: text.loadPart,
    headerRows: 1,
    rows: [
      [text.lineName, text.circuit, text.group, `${text.watts} (W)`, text.count, `${text.power} (kW)`],
      ...load.lines.map(({ name, circuit, group, watts, count, power }) => [
        name,
        circuit,
        nameOf(group),
        { decimal: watts },
        { decimal: count },
        { decimal: power },
      ]),
      [],
      [text.circuits, '', '', '', '', `${text.power} (kW)`],
      ...load.circuits.map(({ id, power }) => [id, '', '', '', '', { decimal: power }]),
      [],
      [text.groups, '', '', `${text.installed} (kW)`, text.diversity, `${text.demand} (kW)`],
      ...load.groups.map(({ id, installed, diversity, demand }) => [
        nameOf(id),
        '',
        '',
        { decimal: installed },
        { decimal: diversity },
        { decimal: demand },
      ]),
      [text.total, '', '', { decimal: load.installed }, '', { decimal: load.demand }],
      [text.capacity, '', '', '', '', load.capacity === '' ? text.empty : { decimal: load.capacity }],
      [text.loadVerdict, '', '', '', '', loadVerdict(load, text)],
      ...(load.bad === '0' ? [] : [[fill(text.badLines, { count: load.bad })]]),
    ],
  };
}

/** The verdict on a load in words. */
export function loadVerdict({ verdict }: LoadView, text: FitOutText): string {
  return verdict === 'not-given' ? text.loadOpen : text[verdict];
}
