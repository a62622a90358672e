import type { CheckItem } from '../../domain/checklist/answer.ts';
import { AnswerIndex } from '../../domain/checklist/answer-index.ts';
import type { Measure } from '../../domain/checklist/measured.ts';
import { type RunItem, runItems } from '../../domain/checklist/run.ts';
import { groupRun, type RunGroup } from '../../domain/checklist/run-groups.ts';
import type { Template } from '../../domain/checklist/template.ts';
import type { ChecklistProps } from './checklist-props.ts';

/** One item of a run as the tool shows it, in the page's language. */
export interface RowView extends CheckItem {
  readonly id: string;
  /** `2.3`: group and place in it; the same on screen, in the blank form and in the report. */
  readonly number: string;
  readonly label: string;
  readonly why: string;
  readonly evidence: string;
  readonly roleName: string;
  readonly sources: readonly string[];
  readonly measure: Measure | undefined;
  readonly when: string | undefined;
  readonly isOwn: boolean;
}

export type GroupRows = RunGroup<RowView>;

/**
 * Puts a run's items under the headings of its template.
 *
 * @param before - Rows that are on screen: equal ones are handed back as the same objects, so that they are not drawn anew.
 */
export function viewRun(
  items: readonly RunItem[],
  template: Template,
  page: ChecklistProps,
  before: readonly GroupRows[] = [],
): readonly GroupRows[] {
  const known = new Map(before.flatMap((group) => group.items).map((row) => [row.path, row]));
  const titles = template.groups.map(({ id, title }) => ({ id, title: title[page.locale] || page.title }));
  return groupRun(items, titles, page.text.ownGroupTitle, (item, id, number): RowView => {
    const words = page.items[item.id];
    const row: RowView = {
      path: item.path,
      id: item.id,
      number,
      label: item.label[page.locale],
      group: id,
      role: item.role,
      roleName: page.roles[item.role] ?? item.role,
      mandatory: item.mandatory,
      applies: item.applies ?? true,
      why: words?.why ?? '',
      evidence: words?.evidence ?? '',
      sources: words?.sources ?? [],
      measure: item.measure,
      when: item.when,
      isOwn: item.isOwn,
    };
    const old = known.get(item.path);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  }).map((group) => {
    const old = before.find(({ id }) => group.id === id);
    const isSame =
      old?.title === group.title &&
      old.items.length === group.items.length &&
      group.items.every((row, i) => row === old.items[i]);
    return isSame && old ? old : group;
  });
}

/** The whole list as nobody has answered it yet, for its paper form. */
export function blankGroups(page: ChecklistProps): readonly GroupRows[] {
  return viewRun(runItems(new AnswerIndex(), page.checklist, page.template), page.template, page);
}
