import type { Change } from './change.ts';
import { answerPath, type ItemPath } from './item-path.ts';
import { OWN } from './run.ts';
import type { Template, Words } from './template.ts';

/** An item that a reader adds to a run. */
export interface OwnItem {
  readonly label: string;
  readonly role: string;
  readonly mandatory: boolean;
  readonly group: string;
}

/** @param id - Signs that nobody else draws. */
export function ownItemChanges(run: string, id: string, own: OwnItem): readonly Change[] {
  const item = answerPath(run, `${OWN}${id}`);
  return (['label', 'role', 'mandatory', 'group'] as const).map((field) => ({ item, field, value: own[field] }));
}

/** Takes an own item out of its run. Its answers stay stored; writing `null` there brings it back. */
export const removeOwnItemChange = (item: ItemPath): Change => ({ item, field: 'removed', value: true });

/** A row of a list that a reader brings. */
export interface OwnRow {
  readonly label: string;
  readonly group?: string | undefined;
  readonly role?: string | undefined;
  readonly mandatory?: boolean | undefined;
}

/** The template that a reader's own list makes: ids by place, groups in the order of their first row. */
export function ownTemplate(name: string, rows: readonly OwnRow[]): Template {
  const groups = [...new Set(rows.map(({ group = '' }) => group))];
  const both = (text: string): Words => ({ 'zh-CN': text, en: text });
  return {
    checklist: '',
    version: '1',
    title: both(name),
    groups: groups.map((title, place) => ({ id: `group-${place + 1}`, title: both(title) })),
    items: rows.map(({ label, group = '', role = '', mandatory = false }, place) => ({
      id: `row-${place + 1}`,
      group: `group-${groups.indexOf(group) + 1}`,
      role,
      mandatory,
      label: both(label),
    })),
  };
}

export const ownRunId = (id: string): string => `${OWN}${id}`;
