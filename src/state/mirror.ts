import type { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { type ItemPath, itemPath, kindOf } from '../domain/checklist/item-path.ts';

/** A number of the project's own, for a post. */
export interface LocalNumber {
  readonly number: string;
  readonly post: string;
}

/** What a project filled in for one service: texts by field, and when it was last stated. */
export interface LocalService {
  readonly fields: Readonly<Record<string, string>>;
  readonly at: string;
}

/**
 * A copy in `localStorage` of the few things that pages without a tool show: cards and services must not open the whole
 * project for them. The project stays what counts; the copy follows whenever it is opened or changed.
 */
export interface Mirror {
  readonly project: string;
  readonly numbers: Readonly<Record<string, LocalNumber>>;
  readonly services: Readonly<Record<string, LocalService>>;
}

const KEY = 'zg.local';
const KINDS = new Set(['numbers', 'service', 'project']);
const EMPTY: Mirror = { project: '', numbers: {}, services: {} };

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
    localStorage.setItem(KEY, JSON.stringify(mirrorOf(name, index)));
  } catch {
    // The pages show what they have without it.
  }
}

/** The last project is gone from this device, and with it what was entered. */
export function clearMirror(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There is nothing to clear.
  }
}

/** What this device shows without opening a project. */
export function readMirror(): Mirror {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Mirror> | null;
    return { ...EMPTY, ...stored };
  } catch {
    return EMPTY;
  }
}

/** A number as it is dialled: digits and the signs that a telephone knows. */
export function telephone(number: string): string {
  return number.normalize('NFKC').replace(/[^\d+*#,;]/g, '');
}
