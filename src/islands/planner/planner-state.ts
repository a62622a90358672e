import {
  type Accessor,
  batch,
  createContext,
  createMemo,
  createSelector,
  createSignal,
  onMount,
  useContext,
} from 'solid-js';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Day } from '../../domain/day.ts';
import { createPlanReader } from '../../domain/schedule/plan-reader.ts';
import {
  editChanges,
  PLANS,
  type RowEdit,
  readPlans,
  type StoredPlan,
  type StoredRow,
} from '../../domain/schedule/stored-plan.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { createToday } from '../shared/create-today.ts';
import { createPlanChanges, type PlanChanges } from './plan-changes.ts';
import { createPlanDates, type PlanDates } from './plan-dates.ts';
import type { PlannerProps } from './planner-props.ts';

/** What the parts of the planner share: the plan that is shown, its dates, its changes, and where the keyboard is. */
export interface Planner extends PlanDates, Omit<PlanChanges, 'forget'> {
  readonly props: PlannerProps;
  readonly project: ProjectState;
  readonly stored: Accessor<StoredPlan | undefined>;
  readonly calendar: Accessor<WorkCalendar | undefined>;
  readonly rows: Accessor<readonly StoredRow[]>;
  readonly rowOf: (id: string) => StoredRow | undefined;
  readonly levels: Accessor<ReadonlyMap<string, number>>;
  readonly numbers: Accessor<ReadonlyMap<string, number>>;
  readonly plans: Accessor<readonly { id: string; name: string }[]>;
  readonly choose: (id: string) => void;
  readonly day: Accessor<Day | undefined>;
  readonly selected: Accessor<string | undefined>;
  readonly select: (id: string | undefined) => void;
  readonly isSelected: (id: string) => boolean;
  /** Where to put the keyboard once the row is drawn. */
  readonly wantFocus: Accessor<{ row: string; column: string } | undefined>;
  readonly focus: (row: string, column: string) => void;
  readonly focused: () => void;
  /** @param start - The start that the edit asks for, if it asks for one. */
  readonly edit: (row: string, edit: RowEdit, start?: Day) => Promise<void>;
  /** Text of cells that is not stored: still being typed, or wrong. By `row column`. */
  readonly drafts: Map<string, string>;
  readonly nameOf: (row: string) => string;
}

/** Lists that say the same are the same list: then nothing that follows from it is done again. */
const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
const NO_ROWS: readonly StoredRow[] = [];

export function createPlanner(props: PlannerProps, project: ProjectState): Planner {
  const [chosen, setChosen] = createSignal<string>();
  const day = createToday();
  const [selected, select] = createSignal<string>();
  const [wantFocus, setWantFocus] = createSignal<{ row: string; column: string }>();
  onMount(() => {
    setChosen(/^#plan=(.+)$/.exec(location.hash)?.[1]);
  });

  const plans = createMemo(() => project.under(PLANS, readPlans), [], { equals: sameText });
  const id = createMemo(() => {
    const list = plans();
    return list.find((plan) => plan.id === chosen())?.id ?? list[0]?.id;
  });
  const readAgain = createPlanReader();
  const stored = createMemo(() => {
    const plan = id();
    return plan === undefined ? undefined : project.under(PLANS, (index) => readAgain(index, plan));
  });
  const rows = createMemo(() => stored()?.rows ?? NO_ROWS);
  const order = createMemo<readonly string[]>(() => rows().map((row) => row.id), [], { equals: sameIds });
  const byId = createMemo(() => new Map(rows().map((row) => [row.id, row])));
  const rowOf = (row: string) => byId().get(row);

  const dates = createPlanDates(props, project, stored, day);
  const { forget, ...changes } = createPlanChanges(project, dates);
  return {
    ...dates,
    ...changes,
    props,
    project,
    stored,
    calendar: () => dates.calendars()?.main,
    drafts: new Map(),
    rows,
    rowOf,
    levels: createMemo(() => {
      const found = new Map<string, number>();
      for (const row of rows()) found.set(row.id, row.parent === undefined ? 0 : (found.get(row.parent) ?? 0) + 1);
      return found;
    }),
    numbers: createMemo(() => new Map(order().map((row, i) => [row, i + 1]))),
    plans,
    choose: (plan) =>
      batch(() => {
        forget();
        select(undefined);
        setChosen(plan);
        // A reload comes back to the same plan.
        history.replaceState(history.state, '', `#plan=${plan}`);
      }),
    day,
    selected,
    select,
    isSelected: createSelector(selected),
    wantFocus,
    focus: (row, column) => setWantFocus({ row, column }),
    focused: () => setWantFocus(undefined),
    edit: async (row, edit, day) => {
      const now = stored();
      if (now) await changes.write(editChanges(now.id, row, edit), day && { row, day });
    },
    nameOf: (row) => rowOf(row)?.name ?? row,
  };
}

const Context = createContext<Planner>();
export const PlannerProvider = Context.Provider;

/** @throws {Error} outside of the planner island. */
export function usePlanner(): Planner {
  const planner = useContext(Context);
  if (!planner) throw new Error('usePlanner needs a PlannerProvider around it');
  return planner;
}

/** Whether a row is the opening from which the plan goes backwards: it stands where it stands. */
export function isOpening(planner: Planner, id: string): boolean {
  const direction = planner.stored()?.direction;
  return direction?.from === 'opening' && direction.milestone === id;
}
