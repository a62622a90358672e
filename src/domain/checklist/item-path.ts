declare const itemPathBrand: unique symbol;

/**
 * Names a thing of the project that has fields: `project`, `team/<id>`, `run/<run>`, `run/<run>/<item>`.
 * The first part is the kind; later kinds (estimates, plans, permits, logs) take first parts of their own.
 */
export type ItemPath = string & { readonly [itemPathBrand]: true };

const PART = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PATH = new RegExp(`^${PART}(?:/${PART}){0,7}$`);
const FIELD = /^[a-z0-9]+(?:[-:.][a-z0-9]+)*$/;

export function isItemPath(text: unknown): text is ItemPath {
  return typeof text === 'string' && PATH.test(text);
}

/** Whether a text can name a field: kebab-case, with `:` or `.` between parts, e.g. `photo:9f86d0`. */
export function isFieldName(text: unknown): text is string {
  return typeof text === 'string' && FIELD.test(text);
}

/** @throws {RangeError} if a part is not kebab-case English, or there are more than eight. */
export function itemPath(...parts: readonly string[]): ItemPath {
  const path = parts.join('/');
  if (!isItemPath(path)) throw new RangeError(`Not an item path: "${path}"`);
  return path;
}

/** The project itself: name, kind, city, opening. */
export const PROJECT: ItemPath = itemPath('project');

/** One person or post of the project's team: name, role. */
export const teamPath = (member: string): ItemPath => itemPath('team', member);

/**
 * One run of a checklist: checklist, version, signature. The first run of a checklist has the checklist's
 * own id, so that the runs of two devices that never met are the same run when their files meet.
 */
export const runPath = (run: string): ItemPath => itemPath('run', run);

/** One item of a run: status, reason, note, owner, due, severity. */
export const answerPath = (run: string, item: string): ItemPath => itemPath('run', run, item);

/** Everything about all runs. */
export const RUNS: ItemPath = itemPath('run');

/** The words of a template that some run was started with, named by their hash. */
export const templatePath = (hash: string): ItemPath => itemPath('template', hash);

/** One part of the project that is looked after: a building, a plant, a lift. */
export const assetPath = (asset: string): ItemPath => itemPath('asset', asset);

/** The path one level up; `undefined` above the first part. */
export function parentOf(path: ItemPath): ItemPath | undefined {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? undefined : (path.slice(0, slash) as ItemPath);
}

/** The last part of a path: the id of the thing among its like. */
export function nameOf(path: ItemPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The run that a path belongs to, or `undefined` if it belongs to none. */
export function runOf(path: ItemPath): string | undefined {
  const [kind, run] = path.split('/', 2);
  return kind === 'run' ? run : undefined;
}

/**
 * Whether unequal values of a field wait for nobody, because a rule says which one holds: of two template versions
 * of a run it is the newer; of what people learned, each one's own.
 */
export function settlesItself(item: ItemPath, field: string): boolean {
  if (kindOf(item) === 'learning') return true;
  return field === 'template' && kindOf(item) === 'run' && item.split('/').length === 2;
}

/** The first part of a path: what kind of thing it names. */
export function kindOf(path: ItemPath): string {
  const slash = path.indexOf('/');
  return slash < 0 ? path : path.slice(0, slash);
}

/** Whether a path is `parent` or lies below it. */
export function isUnder(path: ItemPath, parent: ItemPath): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}
