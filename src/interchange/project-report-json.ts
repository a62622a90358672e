import * as v from 'valibot';
import { isAnswerRecord } from '../domain/checklist/record.ts';
import { signOffHistory } from '../domain/checklist/sign-off-history.ts';
import { itemsJson, reportHistorySchema, reportItemsSchema } from './checklist-report-json.ts';
import { type ProjectReport, things } from './project-report.ts';

export const PROJECT_REPORT_FORMAT = 'zongguan-project-report';
/** Rises when a key changes its meaning or goes; new keys may come without it. */
export const PROJECT_REPORT_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const progressSchema = v.object({
  applicable: count,
  done: count,
  problems: count,
  overdue: count,
  counts: v.object({ open: count, done: count, problem: count, 'not-applicable': count, undecided: count }),
});
const member = v.object({ id: v.string(), name: v.string(), role: v.string() });
const asset = v.object({ id: v.string(), name: v.string(), kind: v.string(), note: v.string() });
const signature = v.union([
  v.object({ typed: v.string() }),
  /** Data of an SVG path in a box of that size. */
  v.object({ drawn: v.string(), width: v.number(), height: v.number() }),
]);

/**
 * The shape of a whole project's report as JSON, for other programs. It can be read without this program; to bring
 * answers back, use the project file.
 */
export const projectReportSchema = v.object({
  format: v.literal(PROJECT_REPORT_FORMAT),
  version: v.literal(PROJECT_REPORT_VERSION),
  /** Instant of the writing device's clock. */
  exported: v.string(),
  project: v.object({
    id: v.string(),
    name: v.string(),
    kind: v.string(),
    city: v.string(),
    opening: v.string(),
    team: v.array(member),
    assets: v.array(asset),
  }),
  total: progressSchema,
  /** Those that are not archived. */
  runs: v.array(
    v.object({
      run: v.string(),
      name: v.string(),
      checklist: v.object({ id: v.string(), title: v.string(), version: v.string(), number: v.string() }),
      traits: v.array(v.string()),
      progress: progressSchema,
      /** `changed`: what was signed is no longer what stands here. */
      state: v.picklist(['unsigned', 'signed', 'changed']),
      /** Every signature and reopening; of those that `hold`, nothing has replaced them. */
      signOffs: v.array(
        v.variant('kind', [
          v.object({
            kind: v.literal('signed'),
            on: v.string(),
            who: v.string(),
            role: v.string(),
            signature,
            /** SHA-256 of what was signed. */
            digest: v.string(),
            isValid: v.boolean(),
            holds: v.boolean(),
            record: v.custom<object>(isAnswerRecord),
          }),
          v.object({
            kind: v.literal('reopened'),
            on: v.string(),
            who: v.string(),
            reason: v.string(),
            holds: v.boolean(),
            record: v.custom<object>(isAnswerRecord),
          }),
        ]),
      ),
      items: reportItemsSchema,
    }),
  ),
  /** Of the project itself, its team and assets, its runs and everything in them. */
  history: reportHistorySchema,
});

export type ProjectReportJson = v.InferOutput<typeof projectReportSchema>;

export function projectReportJson(report: ProjectReport): ProjectReportJson {
  const { project, runs, total, index, exported } = report;
  return {
    format: PROJECT_REPORT_FORMAT,
    version: PROJECT_REPORT_VERSION,
    exported,
    project: {
      ...project,
      team: project.team.map(({ id, name, role }) => ({ id, name, role })),
      assets: project.assets.map(({ id, name, kind, note }) => ({ id, name, kind, note })),
    },
    total,
    runs: runs.map(({ run, name, checklist, traits, progress, signOff, items }) => ({
      run,
      name,
      checklist,
      traits: [...traits],
      progress,
      state: signOff.state,
      signOffs: signOffHistory(index, run).map((event) =>
        event.kind === 'signed'
          ? {
              kind: event.kind,
              on: event.on,
              who: event.who,
              role: event.role,
              signature: event.signature,
              digest: event.digest,
              isValid: event.isValid,
              holds: event.holds,
              record: event.record,
            }
          : {
              kind: event.kind,
              on: event.on,
              who: event.who,
              reason: event.reason,
              holds: event.holds,
              record: event.record,
            },
      ),
      items: itemsJson(items, index),
    })),
    history: things(report).flatMap(({ path }) => index.history(path)),
  };
}

/** The report as a file's bytes. */
export const writeProjectReportJson = (report: ProjectReport): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(projectReportJson(report), undefined, 1)}\n`);
