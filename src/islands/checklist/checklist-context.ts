import { type Accessor, createContext, useContext } from 'solid-js';
import type { Answer } from '../../domain/checklist/answer.ts';
import type { Change } from '../../domain/checklist/change.ts';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import type { Run } from '../../domain/checklist/run.ts';
import type { SignOff } from '../../domain/checklist/sign-off.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import type { ChecklistProps } from './checklist-props.ts';
import type { GroupRows, RowView } from './run-view.ts';

/** What the parts of the checklist tool share. */
export interface ChecklistContext {
  props: ChecklistProps;
  project: Project;
  /** Id of the run that is worked through. */
  run: Accessor<string>;
  setRun(run: string): void;
  /** All runs of this checklist. */
  runs: Accessor<readonly Run[]>;
  groups: Accessor<readonly GroupRows[]>;
  items: Accessor<readonly RowView[]>;
  answer(path: ItemPath): Answer;
  signOff: Accessor<SignOff>;
  /** Nothing can be answered: a signature stands, or the project cannot be written. */
  isLocked: Accessor<boolean>;
  /** Writes; the first time it also notes which version of the checklist the run was started with. */
  write(changes: readonly Change[]): Promise<void>;
  /** Names of the team, and of the posts: who a problem can be given to. */
  people: Accessor<readonly string[]>;
  /** Working days that a due date is past. */
  daysLate(due: string): number;
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
