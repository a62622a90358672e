import * as v from 'valibot';
import { readAnswer, SEVERITIES, STATUSES } from '../domain/checklist/answer.ts';
import type { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { type AnswerRecord, isAnswerRecord } from '../domain/checklist/record.ts';
import { isDay } from '../domain/day.ts';
import type { ChecklistReport, ReportItem } from './checklist-report.ts';

export const REPORT_FORMAT = 'zongguan-checklist-report';
/** Rises when a key changes its meaning or goes; new keys may come without it. */
export const REPORT_VERSION = 1;

/** Every item of a run with what holds for it. */
export const reportItemsSchema = v.array(
  v.object({
    /** `run/<run>/<item>`: permanent. */
    path: v.string(),
    number: v.string(),
    group: v.object({ id: v.string(), title: v.string() }),
    label: v.string(),
    role: v.object({ id: v.string(), name: v.string() }),
    mandatory: v.boolean(),
    /** Items that do not apply are here with their answers, but count nowhere. */
    applies: v.boolean(),
    status: v.picklist([...STATUSES, 'undecided']),
    reason: v.string(),
    note: v.string(),
    /** A safety, fire, function · B system, leak · C appearance · D design fault. */
    severity: v.nullable(v.picklist(SEVERITIES)),
    owner: v.string(),
    /** Civil date. */
    due: v.nullable(v.pipe(v.string(), v.check(isDay))),
    /** As chosen on the device, not verified. */
    who: v.string(),
    /** Instant. */
    at: v.nullable(v.string()),
    /** Fields with unequal values of which nobody has chosen one yet. */
    undecided: v.array(v.string()),
  }),
);

/** Everything ever stated about them; what was replaced stands before what replaced it. */
export const reportHistorySchema = v.array(v.custom<AnswerRecord>(isAnswerRecord));

/**
 * The shape of a report as JSON, for other programs. It can be read without this program and holds everything that
 * was stated about the run's items; to bring answers back, use the project file.
 */
export const reportSchema = v.object({
  format: v.literal(REPORT_FORMAT),
  version: v.literal(REPORT_VERSION),
  /** Instant of the writing device's clock. */
  exported: v.string(),
  project: v.object({ id: v.string(), name: v.string() }),
  checklist: v.object({ id: v.string(), title: v.string(), version: v.string() }),
  run: v.string(),
  items: reportItemsSchema,
  history: reportHistorySchema,
});

export type ReportJson = v.InferOutput<typeof reportSchema>;

export function reportJson(report: ChecklistReport): ReportJson {
  const { project, checklist, run, exported, items, index } = report;
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    exported,
    project: { id: project.id, name: project.name },
    checklist: { id: checklist.id, title: checklist.title, version: checklist.version },
    run,
    items: itemsJson(items, index),
    history: items.flatMap(({ path }) => index.history(path)),
  };
}

export function itemsJson(items: readonly ReportItem[], index: AnswerIndex): v.InferOutput<typeof reportItemsSchema> {
  return items.map((item) => {
    const answer = readAnswer(index, item.path);
    return {
      path: item.path,
      number: item.number,
      group: { id: item.group, title: item.groupTitle },
      label: item.label,
      role: { id: item.role, name: item.roleName },
      mandatory: item.mandatory,
      applies: item.applies !== false,
      status: answer.status,
      reason: answer.reason,
      note: answer.note,
      severity: answer.severity ?? null,
      owner: answer.owner,
      due: isDay(answer.due) ? answer.due : null,
      who: answer.who,
      at: answer.at === '' ? null : answer.at,
      undecided: [...answer.undecided],
    };
  });
}

/** The report as a file's bytes. */
export const writeReportJson = (report: ChecklistReport): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(reportJson(report), undefined, 1)}\n`);
