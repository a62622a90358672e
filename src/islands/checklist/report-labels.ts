import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import type { ReportText } from '../../i18n/report-strings.ts';
import type { ReportLabels } from '../../interchange/checklist-report.ts';
import type { ExtraLabels } from '../../interchange/report-extras.ts';
import { fieldText, valueText } from './value-text.ts';

/** The words of a report's sheets. */
export function reportLabelsOf(text: ChecklistText, words: ReportText): ReportLabels {
  return {
    sheets: { answers: text.columnItem, problems: text.problem, history: text.history },
    columns: {
      number: text.columnNumber,
      group: words.fieldGroup,
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
    fieldOf: (field) => fieldText(text, field),
    said: (field, value) => valueText(text, field, value),
    yes: text.yes,
    no: text.no,
    removed: text.removed,
  };
}

/** The words of the columns that not every item fills. */
export function extraLabelsOf(text: ChecklistText, words: ReportText): ExtraLabels {
  return {
    measured: text.measured,
    unit: words.unit,
    photos: words.photoColumn,
    state: words.mending,
    states: {
      open: words.stateOpen,
      fixed: words.stateFixed,
      rechecked: words.stateRechecked,
      closed: words.stateClosed,
    },
    steps: { fixed: text.fixed, rechecked: text.rechecked, closed: text.closed },
    whoAndHow: words.whoAndHow,
  };
}
