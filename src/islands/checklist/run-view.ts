import type { CheckItem } from '../../domain/checklist/answer.ts';
import { AnswerIndex } from '../../domain/checklist/answer-index.ts';
import type { Measure } from '../../domain/checklist/measured.ts';
import { type RunItem, runItems } from '../../domain/checklist/run.ts';
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

export interface GroupRows {
  readonly id: string;
  readonly title: string;
  readonly items: readonly RowView[];
}

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
  const named = new Set(titles.map(({ id }) => id));
  const groupOf = ({ group }: RunItem): string => (named.has(group) ? group : 'own');
  const groups = items.some((item) => groupOf(item) === 'own')
    ? [...titles, { id: 'own', title: page.text.ownGroupTitle }]
    : titles;
  return groups.map(({ id, title }, g) => {
    const rows = items
      .filter((item) => groupOf(item) === id)
      .map((item, i): RowView => {
        const words = page.items[item.id];
        const row: RowView = {
          path: item.path,
          id: item.id,
          number: `${g + 1}.${i + 1}`,
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
      });
    const old = before.find((group) => group.id === id);
    const isSame =
      old?.title === title && old.items.length === rows.length && rows.every((row, i) => row === old.items[i]);
    return isSame && old ? old : { id, title, items: rows };
  });
}

/** The whole list as nobody has answered it yet, for its paper form. */
export function blankGroups(page: ChecklistProps): readonly GroupRows[] {
  return viewRun(runItems(new AnswerIndex(), page.checklist, page.template), page.template, page);
}
