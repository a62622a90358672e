import { sha256OfText } from '../sha-256.ts';
import { canonicalJson, type Json } from './json.ts';
import type { Measure } from './measured.ts';

/** One text in both languages. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** What a run keeps of one item of its checklist: all that counting, signing and printing need. */
export interface TemplateItem {
  /** Permanent: answers follow it through every version. */
  readonly id: string;
  readonly group: string;
  /** Id of a post, or the reader's own words in a list of theirs. */
  readonly role: string;
  readonly mandatory: boolean;
  readonly label: Words;
  readonly measure?: Measure | undefined;
  /** The item counts only in a run with this trait. */
  readonly when?: string | undefined;
}

/** A checklist as it was when a run was started with it. */
export interface Template {
  /** Id of the checklist; empty for a list of the reader's own. */
  readonly checklist: string;
  readonly version: string;
  readonly title: Words;
  readonly groups: readonly { readonly id: string; readonly title: Words }[];
  readonly items: readonly TemplateItem[];
}

/** Which template a run was started with. Value of the run's field `template`. */
export interface TemplateRef {
  readonly version: string;
  readonly hash: string;
}

const hashes = new WeakMap<Template, string>();

/** Names a template by its content: equal templates, and only those, have the same hash. It is reckoned once for each object. */
export function templateHash(template: Template): string {
  const hash = hashes.get(template) ?? sha256OfText(canonicalJson(templateValue(template)));
  hashes.set(template, hash);
  return hash;
}

/** The template as it is stored, without what is `undefined`. */
export function templateValue(template: Template): Json {
  return {
    checklist: template.checklist,
    version: template.version,
    title: words(template.title),
    groups: template.groups.map(({ id, title }) => ({ id, title: words(title) })),
    items: template.items.map(itemValue),
  };
}

/** An item as it is stored, without what is `undefined`. */
export function itemValue({ id, group, role, mandatory, label, measure, when }: TemplateItem): {
  readonly [key: string]: Json;
} {
  return {
    id,
    group,
    role,
    mandatory,
    label: words(label),
    ...(measure && {
      measure: {
        unit: measure.unit,
        ...(measure.min !== undefined && { min: measure.min }),
        ...(measure.max !== undefined && { max: measure.max }),
      },
    }),
    ...(when !== undefined && { when }),
  };
}

const words = ({ 'zh-CN': zh, en }: Words): { readonly [key: string]: Json } => ({ 'zh-CN': zh, en });

const read = new WeakMap<object, Template>();

/** Reads a stored template, or `undefined` if it is none of this form. A stored value never changes, so it is read once. */
export function readTemplate(value: Json | undefined): Template | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = read.get(value);
  if (known) return known;
  if (!isTemplate(value)) return undefined;
  read.set(value, value);
  return value;
}

type Unknown<T> = { readonly [key in keyof T]?: unknown };

function isTemplate(value: unknown): value is Template {
  const { checklist, version, title, groups, items } = value as Unknown<Template>;
  return (
    typeof checklist === 'string' &&
    typeof version === 'string' &&
    isWords(title) &&
    Array.isArray(groups) &&
    groups.every((group) => isObject(group) && typeof group.id === 'string' && isWords(group.title)) &&
    Array.isArray(items) &&
    items.every(isTemplateItem)
  );
}

function isTemplateItem(value: unknown): value is TemplateItem {
  if (!isObject(value)) return false;
  const { id, group, role, mandatory, label, measure, when } = value as Unknown<TemplateItem>;
  return (
    [id, group, role].every((text) => typeof text === 'string') &&
    typeof mandatory === 'boolean' &&
    isWords(label) &&
    (measure === undefined || (isObject(measure) && typeof measure.unit === 'string')) &&
    (when === undefined || typeof when === 'string')
  );
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWords = (value: unknown): value is Words =>
  isObject(value) && typeof value['zh-CN'] === 'string' && typeof value.en === 'string';

/** Orders versions by their numbers: 1.2 before 1.10. What is no number goes by its signs. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x = '0', y = '0'] = [left[i], right[i]];
    const isNumber = /^\d+$/.test(x) && /^\d+$/.test(y);
    if (isNumber ? Number(x) !== Number(y) : x !== y) return (isNumber ? Number(x) < Number(y) : x < y) ? -1 : 1;
  }
  return 0;
}
