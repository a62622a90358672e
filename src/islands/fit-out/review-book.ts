import { fill } from '../../i18n/format.ts';
import type { Sheet } from '../../interchange/table.ts';
import type { Desk } from './desk-state.ts';
import { sheetWords } from './kept-words.ts';
import { kilowatts, loadOf } from './load-state.ts';
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

/** A review as a workbook. The draft has papers and electrical load too, as they stand; a closed review has what it said. */
export function reviewBook(desk: Desk, sheet: ReviewSheet): Sheet[] {
  const rules = rulesSheet(desk, sheet);
  return sheet.isDraft ? [rules, papersSheet(desk), loadSheet(desk)] : [rules, missingSheet(desk, sheet)];
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

function loadSheet(desk: Desk): Sheet {
  const { text } = desk.props;
  const { load, capacity } = loadOf(desk);
  return {
    name: text.loadPart,
    headerRows: 1,
    rows: [
      [text.group, `${text.installed} (kW)`, text.diversity, `${text.demand} (kW)`],
      ...load.groups.map((group) => [
        desk.props.load.groups.find(({ id }) => id === group.id)?.label ?? group.id,
        { decimal: kilowatts(group.watts) },
        { decimal: kilowatts({ n: group.diversity.n * 1000n, d: group.diversity.d }) },
        { decimal: kilowatts(group.demand) },
      ]),
      [text.total, { decimal: kilowatts(load.installed) }, null, { decimal: kilowatts(load.demand) }],
      [text.capacity, null, null, capacity === undefined ? text.empty : { decimal: capacity }],
      [text.loadVerdict, null, null, load.verdict === 'not-given' ? text.loadOpen : text[load.verdict]],
    ],
  };
}
