import { type Answer, isOpenProblem, readAnswer, SEVERITIES } from './answer.ts';
import type { AnswerIndex } from './answer-index.ts';
import { type ItemPath, runPath } from './item-path.ts';
import { findRuns, pinnedTemplate, type RunItem, runItems } from './run.ts';

/** A problem that somebody still has to see to. */
export interface OpenProblem {
  readonly run: string;
  readonly item: ItemPath;
  /** The item's words, where its run has them. */
  readonly of: RunItem | undefined;
  readonly answer: Answer;
}

/** The items of a run that count, or, where nothing is pinned, everything that was answered. */
export function countedItems(
  index: AnswerIndex,
  run: string,
): readonly { readonly path: ItemPath; readonly of: RunItem | undefined }[] {
  if (pinnedTemplate(index, run)) {
    return runItems(index, run).flatMap((of) => (of.applies === false ? [] : [{ path: of.path, of }]));
  }
  const own = new Map(runItems(index, run).map((of) => [of.path, of]));
  const parent = runPath(run);
  return index
    .items(parent)
    .filter((path) => path !== parent && index.value(path, 'removed') !== true)
    .map((path) => ({ path, of: own.get(path) }));
}

/** Every open problem of every run that is not archived: the gravest first, then the most urgent, then by path. */
export function findOpenProblems(index: AnswerIndex): readonly OpenProblem[] {
  const problems = findRuns(index).flatMap(({ run, isArchived }) => {
    if (isArchived) return [];
    return countedItems(index, run).flatMap(({ path, of }): OpenProblem[] => {
      if (index.value(path, 'status') !== 'problem') return [];
      const answer = readAnswer(index, path);
      return isOpenProblem(answer) ? [{ run, item: path, of, answer }] : [];
    });
  });
  const urgency = ({ answer, item }: OpenProblem): string => {
    const severity = answer.severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(answer.severity);
    // Behind every date stands what has none.
    return `${severity} ${answer.due === '' ? '~' : answer.due} ${item}`;
  };
  return problems
    .map((problem) => ({ problem, key: urgency(problem) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ problem }) => problem);
}
