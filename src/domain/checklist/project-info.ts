import type { AnswerIndex } from './answer-index.ts';
import type { Change } from './change.ts';
import { assetPath, type ItemPath, itemPath, nameOf, PROJECT, teamPath } from './item-path.ts';

/** One person of the team. Names are what people typed; nobody has verified them. */
export interface Member {
  readonly id: string;
  readonly path: ItemPath;
  readonly name: string;
  /** Id of a post, or the reader's own words. */
  readonly role: string;
}

/** A part of the project that is looked after: a building, a plant, a lift. */
export interface Asset {
  readonly id: string;
  readonly path: ItemPath;
  readonly name: string;
  readonly kind: string;
  readonly note: string;
}

export interface ProjectInfo {
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  /** Civil date `YYYY-MM-DD`, or empty. */
  readonly opening: string;
  /** By path. */
  readonly team: readonly Member[];
  readonly assets: readonly Asset[];
}

/** What is stated about the project itself. Texts are empty where nothing is, or it is undecided. */
export function readProjectInfo(index: AnswerIndex): ProjectInfo {
  const text = (item: ItemPath, field: string): string => {
    const value = index.value(item, field);
    return typeof value === 'string' ? value : '';
  };
  const kept = (kind: string): readonly ItemPath[] =>
    index.children(itemPath(kind)).filter((path) => index.value(path, 'removed') !== true);
  return {
    name: text(PROJECT, 'name'),
    kind: text(PROJECT, 'kind'),
    city: text(PROJECT, 'city'),
    opening: text(PROJECT, 'opening'),
    team: kept('team').map((path) => ({
      id: nameOf(path),
      path,
      name: text(path, 'name'),
      role: text(path, 'role'),
    })),
    assets: kept('asset').map((path) => ({
      id: nameOf(path),
      path,
      name: text(path, 'name'),
      kind: text(path, 'kind'),
      note: text(path, 'note'),
    })),
  };
}

/** @param id - Signs that nobody else draws, or those of a member who is there. */
export function memberChanges(id: string, { name, role }: Pick<Member, 'name' | 'role'>): readonly Change[] {
  const item = teamPath(id);
  return [
    { item, field: 'name', value: name },
    { item, field: 'role', value: role },
  ];
}

/** @param id - Signs that nobody else draws, or those of an asset that is there. */
export function assetChanges(
  id: string,
  { name, kind, note }: Pick<Asset, 'name' | 'kind' | 'note'>,
): readonly Change[] {
  const item = assetPath(id);
  return [
    { item, field: 'name', value: name },
    { item, field: 'kind', value: kind },
    { item, field: 'note', value: note },
  ];
}

/** Takes a member or an asset off its list. Nothing is forgotten; writing `null` there brings it back. */
export const removeChange = (item: ItemPath): Change => ({ item, field: 'removed', value: true });
