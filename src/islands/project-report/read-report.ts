import { readAnswer } from '../../domain/checklist/answer.ts';
import type { AnswerIndex } from '../../domain/checklist/answer-index.ts';
import { nameOf } from '../../domain/checklist/item-path.ts';
import { countedItems } from '../../domain/checklist/problems.ts';
import { type Progress, progress } from '../../domain/checklist/progress.ts';
import { readProjectInfo } from '../../domain/checklist/project-info.ts';
import { findRuns, pinnedTemplate, type Run, type RunItem, runItems } from '../../domain/checklist/run.ts';
import { groupRun } from '../../domain/checklist/run-groups.ts';
import { readSignOff } from '../../domain/checklist/sign-off.ts';
import type { ReportItem } from '../../interchange/checklist-report.ts';
import type { ProjectReport, RunReport } from '../../interchange/project-report.ts';
import { localTime } from '../today.ts';
import type { ProjectReportProps } from './project-report-props.ts';

/**
 * Everything of a project that its report shows, in the page's language: on screen, on paper and in files alike.
 *
 * @param today - Civil date. @param now - Instant.
 */
export function readProjectReport(
  index: AnswerIndex,
  project: { readonly id: string; readonly name: string },
  page: ProjectReportProps,
  today: string,
  now: string,
): ProjectReport {
  const place = new Map(page.checklists.map(({ id }, i) => [id, i]));
  const placeOf = ({ checklist }: Run): number => place.get(checklist) ?? place.size;
  const runs = findRuns(index)
    .filter(({ isArchived }) => !isArchived)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((run) => readRunReport(index, run, page, today));
  const { kind, city, opening, team, assets } = readProjectInfo(index);
  return {
    project: { ...project, kind, city, opening, team, assets },
    exported: now,
    today,
    runs,
    total: progress(
      runs.flatMap(({ items }) => items),
      (path) => readAnswer(index, path),
      today,
    ) satisfies Progress,
    index,
    localTime: (instant) => `${localTime(instant).replace(' ', 'T')}:00`,
  };
}

function readRunReport(index: AnswerIndex, run: Run, page: ProjectReportProps, today: string): RunReport {
  const template = pinnedTemplate(index, run.run);
  const known = page.checklists.find(({ id }) => id === run.checklist);
  const listTitle = template?.title[page.locale] || known?.title || run.checklist;
  const title = run.isOwn ? run.name || listTitle : [listTitle, run.name].filter(Boolean).join(' · ');
  const headings = (template?.groups ?? []).map((group) => ({
    id: group.id,
    title: group.title[page.locale] || title,
  }));
  const items = groupRun(
    template ? runItems(index, run.run) : answeredItems(index, run.run),
    headings,
    template ? page.words.ownGroupTitle : page.text.answers,
    (item, group, number) => ({ item, group, number }),
  ).flatMap((group) =>
    group.items.map(
      ({ item, number }): ReportItem => ({
        path: item.path,
        group: group.id,
        groupTitle: group.title,
        number,
        label: item.label[page.locale],
        role: item.role,
        roleName: page.roles[item.role] ?? item.role,
        mandatory: item.mandatory,
        applies: item.applies ?? true,
      }),
    ),
  );
  return {
    run: run.run,
    checklist: {
      id: run.checklist,
      title: listTitle,
      version: template?.version ?? '',
      number: known?.number ?? '',
    },
    title,
    name: run.name,
    traits: run.traits,
    items,
    progress: progress(items, (path) => readAnswer(index, path), today),
    signOff: readSignOff(index, run.run),
  };
}

/** Of a run that no template was pinned to, as the first edition left it: what was answered, by its ids. */
function answeredItems(index: AnswerIndex, run: string): readonly RunItem[] {
  return countedItems(index, run).map(({ path, of }): RunItem => {
    const id = nameOf(path);
    const label = { 'zh-CN': id, en: id };
    return of ?? { path, id, group: '', role: '', mandatory: false, label, isOwn: false, applies: true };
  });
}
