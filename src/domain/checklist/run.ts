import type { CheckItem } from './answer.ts';
import type { AnswerIndex } from './answer-index.ts';
import type { Change } from './change.ts';
import { answerPath, nameOf, RUNS, runPath, templatePath } from './item-path.ts';
import type { Json } from './json.ts';
import type { Measure } from './measured.ts';
import {
  compareVersions,
  readTemplate,
  type Template,
  type TemplateRef,
  templateHash,
  templateValue,
  type Words,
} from './template.ts';

/** One working-through of a checklist. */
export interface Run {
  readonly run: string;
  /** Id of the checklist; empty for a list of the reader's own. */
  readonly checklist: string;
  /** Given by the reader to tell runs apart; may be empty. */
  readonly name: string;
  /** What it was started with; `undefined` where nothing was pinned. */
  readonly template: TemplateRef | undefined;
  /** Sorted. */
  readonly traits: readonly string[];
  readonly isOwn: boolean;
  readonly isArchived: boolean;
}

/** An item of a run, with the words that the run was started with. */
export interface RunItem extends CheckItem {
  readonly id: string;
  readonly label: Words;
  readonly measure?: Measure | undefined;
  readonly when?: string | undefined;
  /** Added to this run by its readers. */
  readonly isOwn: boolean;
}

/** With what the id of an own item, and of a run of an own list, begins. */
export const OWN = 'own-';
const TRAIT = 'trait:';

/** Every run of the project, by id. */
export function findRuns(index: AnswerIndex): readonly Run[] {
  return index.children(RUNS).map((path) => readRun(index, nameOf(path)));
}

export function readRun(index: AnswerIndex, run: string): Run {
  const path = runPath(run);
  const text = (field: string): string | undefined => {
    const value = index.value(path, field);
    return typeof value === 'string' ? value : undefined;
  };
  const isOwn = run.startsWith(OWN);
  return {
    run,
    // The first run of a checklist bears its id, whether or not anything else was stated about the run.
    checklist: text('checklist') ?? (isOwn ? '' : run),
    name: text('name') ?? '',
    template: templateRefOf(index, run),
    traits: index.fields(path).flatMap((field) => {
      return field.startsWith(TRAIT) && index.value(path, field) === true ? [field.slice(TRAIT.length)] : [];
    }),
    isOwn,
    isArchived: index.value(path, 'archived') === true,
  };
}

/** The template that a run is held to: of two that were stated without knowing of each other, the newer version. */
function templateRefOf(index: AnswerIndex, run: string): TemplateRef | undefined {
  const refs = index.current(runPath(run), 'template').heads.flatMap(({ value }) => readRef(value) ?? []);
  return refs.reduce<TemplateRef | undefined>(
    (newest, ref) => (newest && !isNewer(ref, newest) ? newest : ref),
    undefined,
  );
}

function readRef(value: Json): TemplateRef | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { version, hash } = value as { readonly [key: string]: Json };
  const isHash = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
  return typeof version === 'string' && isHash ? { version, hash } : undefined;
}

function isNewer(a: TemplateRef, b: TemplateRef): boolean {
  const order = compareVersions(a.version, b.version);
  return order === 0 ? a.hash > b.hash : order > 0;
}

/** The template that the run was started with, or `undefined` if it is not known here. */
export function pinnedTemplate(index: AnswerIndex, run: string): Template | undefined {
  const ref = templateRefOf(index, run);
  if (!ref) return undefined;
  const heads = index.current(templatePath(ref.hash), 'content').heads;
  for (const { value } of heads) {
    const template = readTemplate(value);
    if (template) return template;
  }
  return undefined;
}

/**
 * The items of a run in the order of their groups, its own items last in their group. Items that do not apply to the
 * run's traits are there with `applies: false`.
 *
 * @param fallback - What the run is held to as long as nothing is pinned: the checklist of the page.
 */
export function runItems(index: AnswerIndex, run: string, fallback?: Template): readonly RunItem[] {
  const template = pinnedTemplate(index, run) ?? fallback;
  const traits = new Set(readRun(index, run).traits);
  const items: RunItem[] = (template?.items ?? []).map((item) => ({
    path: answerPath(run, item.id),
    id: item.id,
    group: item.group,
    role: item.role,
    mandatory: item.mandatory,
    label: item.label,
    measure: item.measure,
    when: item.when,
    isOwn: false,
    applies: item.when === undefined || traits.has(item.when),
  }));
  const own = ownItems(index, run);
  if (own.length === 0) return items;
  const order = new Map((template?.groups ?? []).map(({ id }, place) => [id, place]));
  const placeOf = ({ group }: RunItem): number => order.get(group) ?? order.size;
  return [...items, ...own].toSorted((a, b) => placeOf(a) - placeOf(b));
}

function ownItems(index: AnswerIndex, run: string): readonly RunItem[] {
  return index.children(runPath(run)).flatMap((path): RunItem[] => {
    const id = nameOf(path);
    if (!id.startsWith(OWN) || index.value(path, 'removed') === true) return [];
    // An undecided label must not make the item vanish.
    const text = (field: string): string => {
      const { heads } = index.current(path, field);
      const value = heads.find((head) => head.value !== null)?.value;
      return typeof value === 'string' ? value : '';
    };
    const label = text('label');
    if (label === '') return [];
    return [
      {
        path,
        id,
        group: text('group'),
        role: text('role'),
        mandatory: index.value(path, 'mandatory') === true,
        label: { 'zh-CN': label, en: label },
        isOwn: true,
        applies: true,
      },
    ];
  });
}

/** Starts a run, or gives one that is there what it lacks. A template that is pinned already is left alone. */
export function startRunChanges(index: AnswerIndex, run: string, template: Template, name = ''): readonly Change[] {
  const item = runPath(run);
  const known = readRun(index, run);
  return [
    ...(index.value(item, 'checklist') === template.checklist
      ? []
      : [{ item, field: 'checklist', value: template.checklist }]),
    ...(known.template ? [] : pinChanges(run, template)),
    ...(name === '' || known.name === name ? [] : [{ item, field: 'name', value: name }]),
  ];
}

/** States which template a run is held to from now on. */
export function pinChanges(run: string, template: Template): readonly Change[] {
  const hash = templateHash(template);
  return [
    { item: templatePath(hash), field: 'content', value: templateValue(template) },
    { item: runPath(run), field: 'template', value: { version: template.version, hash } },
  ];
}

/**
 * Id for the next run of a checklist. The first one has the checklist's own id, so that two devices that never met
 * work on the same run; later ones never meet, because two patrols of two people are two patrols.
 *
 * @param sign - Random signs that nobody else draws.
 */
export function nextRunId(index: AnswerIndex, checklist: string, sign: string): string {
  const count = findRuns(index).filter((run) => run.checklist === checklist).length;
  return count === 0 ? checklist : `${checklist}-${count + 1}-${sign.slice(0, 8)}`;
}

export function traitChange(run: string, trait: string, isMet: boolean): Change {
  return { item: runPath(run), field: `${TRAIT}${trait}`, value: isMet ? true : null };
}
