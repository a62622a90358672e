import { runPath } from '../../domain/checklist/item-path.ts';
import { pick } from '../../i18n/pick.ts';
import { REPORT } from '../../i18n/report-strings.ts';
import { type ChecklistReport, reportSheets } from '../../interchange/checklist-report.ts';
import { writeReportJson } from '../../interchange/checklist-report-json.ts';
import { writeCsv } from '../../interchange/csv.ts';
import { answerExtras } from '../../interchange/report-extras.ts';
import { writeXlsx } from '../../interchange/xlsx-write.ts';
import { fileName } from '../shared/files-out.ts';
import { localTime } from '../today.ts';
import type { ChecklistContext } from './checklist-context.ts';
import { extraLabelsOf, reportLabelsOf } from './report-labels.ts';

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
    const words = pick(REPORT, list.locale);
    const extras = answerExtras(index, extraLabelsOf(list.text, words));
    const { answers, problems, history } = reportSheets(report, reportLabelsOf(list.text, words), extras);
    return format === 'csv'
      ? { bytes: writeCsv(answers.rows), name, type: 'text/csv' }
      : {
          bytes: writeXlsx({ sheets: [answers, problems, history] }),
          name,
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        };
  });
}
