import { type Accessor, createContext, useContext } from 'solid-js';
import type { Answer, CheckItem } from '../../domain/checklist/answer.ts';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import type { Project } from '../../state/create-project.ts';
import type { ChecklistProps, ItemView } from './checklist-props.ts';

/** What the parts of the checklist tool share. */
export interface ChecklistContext {
  props: ChecklistProps;
  project: Project;
  /** Items as the domain needs them, in the order of the list. */
  checkItems: readonly CheckItem[];
  pathOf(item: ItemView): ItemPath;
  answer(item: ItemView): Answer;
  /** Ids of the items that pass the filter. */
  shown: Accessor<ReadonlySet<string>>;
  today: string;
}

const Context = createContext<ChecklistContext>();

export const ChecklistProvider = Context.Provider;

/** @throws {Error} outside of the checklist island. */
export function useChecklist(): ChecklistContext {
  const context = useContext(Context);
  if (!context) throw new Error('useChecklist needs a ChecklistProvider around it');
  return context;
}
