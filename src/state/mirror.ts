import type { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { type ItemPath, itemPath, kindOf } from '../domain/checklist/item-path.ts';
import { MIRROR_KEY, type Mirror } from './mirror-read.ts';

const KINDS = new Set(['numbers', 'service', 'project']);

/** Path of a local number, by the id that cards call it by. */
export const numberPath = (id: string): ItemPath => itemPath('numbers', id);
/** Path of what the project filled in for a service. */
export const servicePath = (id: string): ItemPath => itemPath('service', id);

/** Whether a change of these items concerns the copy. */
export function concernsMirror(items: readonly ItemPath[] | 'all'): boolean {
  return items === 'all' || items.some((item) => KINDS.has(kindOf(item)));
}

/** What the copy of a project says. */
export function mirrorOf(name: string, index: AnswerIndex): Mirror {
  const text = (item: ItemPath, field: string): string => {
    const value = index.value(item, field);
    return typeof value === 'string' ? value : '';
  };
  const idOf = (item: ItemPath): string => item.slice(item.indexOf('/') + 1);
  const numbers = index
    .items(itemPath('numbers'))
    .map((item) => [idOf(item), { number: text(item, 'number'), post: text(item, 'post') }] as const)
    .filter(([, { number, post }]) => number !== '' || post !== '');
  const services = index.items(itemPath('service')).flatMap((item) => {
    const fields = Object.fromEntries(
      index
        .fields(item)
        .map((field) => [field, text(item, field)] as const)
        .filter(([, value]) => value !== ''),
    );
    const at =
      index
        .history(item)
        .map((record) => record.at)
        .sort()
        .at(-1) ?? '';
    return Object.keys(fields).length > 0 ? [[idOf(item), { fields, at }] as const] : [];
  });
  return { project: name, numbers: Object.fromEntries(numbers), services: Object.fromEntries(services) };
}

/** Writes the copy; where storage is refused nothing is remembered and nothing is said. */
export function writeMirror(name: string, index: AnswerIndex): void {
  try {
    localStorage.setItem(MIRROR_KEY, JSON.stringify(mirrorOf(name, index)));
  } catch {
    // The pages show what they have without it.
  }
}

/** The last project is gone from this device, and with it what was entered. */
export function clearMirror(): void {
  try {
    localStorage.removeItem(MIRROR_KEY);
  } catch {
    // There is nothing to clear.
  }
}
