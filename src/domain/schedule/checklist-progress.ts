import { type CheckItem, readAnswer } from '../checklist/answer.ts';
import type { AnswerIndex } from '../checklist/answer-index.ts';
import { gate } from '../checklist/gate.ts';
import { progress } from '../checklist/progress.ts';
import { pinnedTemplate, runItems } from '../checklist/run.ts';
import { readSignOff } from '../checklist/sign-off.ts';
import type { PlanTask } from './plan.ts';

/** How far the checklist of a task is. */
export interface ChecklistProgress {
  readonly done: number;
  readonly all: number;
  readonly problems: number;
  /** Open problems whose day has passed. */
  readonly overdue: number;
  readonly canSign: boolean;
  readonly signOff: 'unsigned' | 'signed' | 'changed';
  /** 0 to 100. Only a signature that still holds makes a hundred: until then the gate is not passed. */
  readonly percent: number;
}

/**
 * Reads the first run of a checklist, which a project shares.
 *
 * @param items - What the checklist has where no run of it has begun.
 * @param today - Civil date; without it nothing is overdue.
 */
export function checklistProgress(
  index: AnswerIndex,
  checklist: string,
  items: readonly CheckItem[],
  today: string,
): ChecklistProgress {
  const own = pinnedTemplate(index, checklist) ? runItems(index, checklist) : items;
  const answerOf = (path: CheckItem['path']) => readAnswer(index, path);
  const { done, applicable, problems, overdue } = progress(own, answerOf, today);
  const signOff = readSignOff(index, checklist).state;
  const share = Math.round((100 * done) / Math.max(1, applicable));
  return {
    done,
    all: applicable,
    problems,
    overdue,
    canSign: gate(own, answerOf).canSign,
    signOff,
    percent: signOff === 'signed' ? 100 : Math.min(share, 99),
  };
}

/**
 * Rows with the progress of their checklists, which counts whatever was stated before; the others stay the same objects.
 *
 * @param progressOf - `undefined` for a checklist that is not known.
 */
export function withChecklistProgress<Row extends PlanTask>(
  rows: readonly Row[],
  progressOf: (checklist: string) => ChecklistProgress | undefined,
): Row[] {
  return rows.map((row) => {
    const percent = row.checklist === undefined ? undefined : progressOf(row.checklist)?.percent;
    return percent === undefined || percent === (row.percent ?? 0) ? row : { ...row, percent };
  });
}
