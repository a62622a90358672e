import type { Template } from '../../domain/checklist/template.ts';
import type { Checklist } from '../../schema/checklist.ts';

/** What a run of a checklist is started with: its items in both languages, without what only the page shows. */
export function templateOf(id: string, data: Checklist): Template {
  return {
    checklist: id,
    version: data.document.version,
    title: data.title,
    groups: data.groups.map((group) => ({ id: group.id, title: group.title })),
    items: data.groups.flatMap((group) =>
      group.items.map(({ id: item, label, role, mandatory, measure, when }) => ({
        id: item,
        group: group.id,
        role,
        mandatory,
        label,
        ...(measure && { measure }),
        ...(when !== undefined && { when }),
      })),
    ),
  };
}
