import type { AnswerIndex } from './answer-index.ts';
import type { Change } from './change.ts';
import { canonicalJson } from './json.ts';
import { pinChanges, pinnedTemplate, readRun } from './run.ts';
import { compareVersions, itemValue, type Template, type TemplateItem } from './template.ts';

/** In what an item differs between two versions. */
export type ItemAspect = 'label' | 'group' | 'role' | 'mandatory' | 'measure' | 'when';
const ASPECTS: readonly ItemAspect[] = ['label', 'group', 'role', 'mandatory', 'measure', 'when'];

export interface TemplateDifference {
  readonly added: readonly TemplateItem[];
  /** Their answers stay stored, but are no longer counted. */
  readonly removed: readonly TemplateItem[];
  readonly changed: readonly {
    readonly before: TemplateItem;
    readonly after: TemplateItem;
    readonly what: readonly ItemAspect[];
  }[];
  /** No item was added, removed or changed; titles and order may differ. */
  readonly isSame: boolean;
}

/** What going over from one version to another would change, each part in the order of the later (removed: earlier) one. */
export function templateDifference(before: Template, after: Template): TemplateDifference {
  const earlier = new Map(before.items.map((item) => [item.id, item]));
  const later = new Set(after.items.map(({ id }) => id));
  const added = after.items.filter(({ id }) => !earlier.has(id));
  const removed = before.items.filter(({ id }) => !later.has(id));
  const changed = after.items.flatMap((item) => {
    const known = earlier.get(item.id);
    if (!known) return [];
    const [then, now] = [itemValue(known), itemValue(item)];
    const what = ASPECTS.filter((aspect) => canonicalJson(then[aspect] ?? null) !== canonicalJson(now[aspect] ?? null));
    return what.length > 0 ? [{ before: known, after: item, what }] : [];
  });
  return { added, removed, changed, isSame: added.length + removed.length + changed.length === 0 };
}

/** What a newer version would change in a run; `undefined` where there is nothing to offer. */
export function migrationOf(
  index: AnswerIndex,
  run: string,
  newest: Template,
): { readonly before: Template; readonly difference: TemplateDifference } | undefined {
  const { template: ref, isOwn } = readRun(index, run);
  const before = pinnedTemplate(index, run);
  if (!ref || !before || isOwn || compareVersions(newest.version, ref.version) <= 0) return undefined;
  return { before, difference: templateDifference(before, newest) };
}

/** Goes over to a newer version. Adds records only; doing it twice, or on two devices, is doing it once. */
export function migrateChanges(index: AnswerIndex, run: string, newest: Template): readonly Change[] {
  return migrationOf(index, run, newest) ? pinChanges(run, newest) : [];
}
