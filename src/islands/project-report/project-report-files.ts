import { writeCsv } from '../../interchange/csv.ts';
import { type ProjectReport, type ProjectReportLabels, projectSheets } from '../../interchange/project-report.ts';
import { writeProjectReportJson } from '../../interchange/project-report-json.ts';
import { answerExtras } from '../../interchange/report-extras.ts';
import { writeXlsx } from '../../interchange/xlsx-write.ts';
import { extraLabelsOf, reportLabelsOf } from '../checklist/report-labels.ts';
import { fileName } from '../shared/files-out.ts';
import type { ProjectReportProps } from './project-report-props.ts';

export type ReportFormat = 'xlsx' | 'csv' | 'json';

/** The project's report as a file for other programs. Fetched on use. */
export function writeProjectReport(
  format: ReportFormat,
  report: ProjectReport,
  page: ProjectReportProps,
): { bytes: Uint8Array; name: string; type: string } {
  const { text, words } = page;
  const name = fileName(`${report.project.name}-${text.title}-${report.today}.${format}`);
  if (format === 'json') return { bytes: writeProjectReportJson(report), name, type: 'application/json' };
  const labels = reportLabelsOf(words, text);
  const sheets = projectSheets(
    report,
    {
      ...labels,
      sheets: { answers: text.answers, problems: text.problemSheet, history: text.history },
      fields: { ...fieldWords(text), ...labels.fields },
    },
    projectLabels(page),
    answerExtras(report.index, extraLabelsOf(words, text)),
  );
  return format === 'csv'
    ? { bytes: writeCsv(sheets[1].rows), name, type: 'text/csv' }
    : {
        bytes: writeXlsx({ sheets }),
        name,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      };
}

/** Names of the fields that the project, its team, its assets and its runs have. */
const fieldWords = (text: ProjectReportProps['text']): Record<string, string> => ({
  name: text.fieldName,
  kind: text.kind,
  city: text.city,
  opening: text.opening,
  role: text.role,
  group: text.fieldGroup,
  checklist: text.checklist,
  template: text.version,
  archived: text.fieldArchived,
  removed: text.fieldRemoved,
});

function projectLabels({ text, words, roles }: ProjectReportProps): ProjectReportLabels {
  return {
    overview: text.overview,
    signOffs: text.signOffs,
    checklist: text.checklist,
    version: text.version,
    counted: text.counted,
    done: text.done,
    share: text.share,
    problems: text.openProblems,
    overdue: text.overdue,
    undecided: text.undecided,
    notApplicable: text.notApplicable,
    open: text.open,
    signOff: text.state,
    states: { unsigned: text.unsigned, signed: text.signed, changed: text.changed },
    total: text.total,
    facts: {
      name: text.name,
      kind: text.kind,
      city: text.city,
      opening: text.opening,
      team: text.team,
      assets: text.assets,
      exported: text.exported,
    },
    event: text.event,
    events: { signed: text['event-signed'], reopened: text['event-reopened'] },
    on: text.on,
    who: text.who,
    role: text.role,
    signature: text.signature,
    drawn: text.drawn,
    reason: text.reason,
    holds: text.holds,
    matches: text.matches,
    digest: text.digest,
    recorded: text.recorded,
    yes: words.yes,
    no: words.no,
    projectData: text.projectData,
    roleName: (role) => roles[role] ?? role,
  };
}
