import { runPath } from '../../domain/checklist/item-path.ts';
import { type ChecklistReport, type ReportLabels, reportSheets } from '../../interchange/checklist-report.ts';
import { writeReportJson } from '../../interchange/checklist-report-json.ts';
import { writeCsv } from '../../interchange/csv.ts';
import { writeXlsx } from '../../interchange/xlsx-write.ts';
import { fileName } from '../shared/files-out.ts';
import { localTime } from '../today.ts';
import type { ChecklistContext } from './checklist-context.ts';

/** The run as a file for other programs. Fetched on use. */
export function writeReport(
  format: 'xlsx' | 'csv' | 'json',
  { props: list, project, run, groups, today }: ChecklistContext,
): { bytes: Uint8Array; name: string; type: string } {
  const current = project.current();
  const name = fileName(`${current?.name ?? ''}-${list.title}-${today}.${format}`);
  return project.under(runPath(run()), (index) => {
    const report: ChecklistReport = {
      project: { id: current?.id ?? '', name: current?.name ?? '' },
      checklist: { id: list.checklist, title: list.title, version: list.version },
      run: run(),
      exported: new Date().toISOString(),
      today,
      items: groups().flatMap((group) => group.items.map((item) => ({ ...item, groupTitle: group.title }))),
      index,
      localTime: (instant) => `${localTime(instant).replace(' ', 'T')}:00`,
    };
    if (format === 'json') return { bytes: writeReportJson(report), name, type: 'application/json' };
    const labels = labelsOf(list.text);
    const { answers, problems, history } = reportSheets(report, labels);
    return format === 'csv'
      ? { bytes: writeCsv(answers.rows), name, type: 'text/csv' }
      : {
          bytes: writeXlsx({ sheets: [answers, problems, history] }),
          name,
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        };
  });
}

function labelsOf(text: ChecklistContext['props']['text']): ReportLabels {
  return {
    sheets: { answers: text.columnItem, problems: text.problem, history: text.history },
    columns: {
      number: text.columnNumber,
      group: text.ownGroup,
      item: text.label,
      role: text.role,
      mandatory: text.mandatory,
      counted: text.countedColumn,
      status: text.columnResult,
      note: text.note,
      reason: text.reasonColumn,
      severity: text.severity,
      owner: text.owner,
      due: text.due,
      overdue: text.overdue,
      who: text.who,
      at: text.timeColumn,
      undecided: text.undecided,
      field: text.fieldColumn,
      before: text.beforeColumn,
      value: text.afterColumn,
      record: text.recordColumn,
    },
    statuses: {
      open: text.open,
      done: text.done,
      problem: text.problem,
      'not-applicable': text['not-applicable'],
      undecided: text.undecided,
    },
    severities: { A: `A ${text.A}`, B: `B ${text.B}`, C: `C ${text.C}`, D: `D ${text.D}` },
    fields: {
      status: text.status,
      reason: text.reasonColumn,
      note: text.note,
      owner: text.owner,
      due: text.due,
      severity: text.severity,
      measured: text.measured,
      fixed: text.fixed,
      rechecked: text.rechecked,
      closed: text.closed,
      reopened: text.reopened,
    },
    yes: text.yes,
    no: text.no,
    removed: text.removed,
  };
}
