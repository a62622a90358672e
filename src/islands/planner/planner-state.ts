import { type Accessor, batch, createContext, createMemo, createSignal, onMount, useContext } from 'solid-js';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { CheckItem } from '../../domain/checklist/answer.ts';
import type { Change } from '../../domain/checklist/change.ts';
import { gate } from '../../domain/checklist/gate.ts';
import { answerPath } from '../../domain/checklist/item-path.ts';
import { progress } from '../../domain/checklist/progress.ts';
import type { Day } from '../../domain/day.ts';
import { type Comparison, comparePlans, type Dated } from '../../domain/schedule/compare.ts';
import type { Plan } from '../../domain/schedule/plan.ts';
import { workCalendar } from '../../domain/schedule/plan-calendar.ts';
import { schedule } from '../../domain/schedule/schedule.ts';
import {
  editChanges,
  type OwnDays,
  PLANS,
  type RowEdit,
  readPlan,
  readPlans,
  type StoredPlan,
  type StoredRow,
} from '../../domain/schedule/stored-plan.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { today } from '../today.ts';
import type { PlannerProps } from './planner-props.ts';

export const NO_OWN_DAYS: OwnDays = { week: 'mon-fri', off: [], work: [], years: [] };

export interface ChecklistProgress {
  readonly done: number;
  readonly all: number;
  readonly problems: number;
  readonly canSign: boolean;
}

/** What the parts of the planner share. */
export interface Planner {
  readonly props: PlannerProps;
  readonly project: ProjectState;
  readonly stored: Accessor<StoredPlan | undefined>;
  /** The plan with its dates. */
  readonly dated: Accessor<Dated | undefined>;
  readonly calendar: Accessor<WorkCalendar | undefined>;
  readonly rows: Accessor<readonly StoredRow[]>;
  readonly levels: Accessor<ReadonlyMap<string, number>>;
  readonly numbers: Accessor<ReadonlyMap<string, number>>;
  readonly plans: Accessor<readonly { id: string; name: string }[]>;
  readonly choose: (id: string) => void;
  readonly day: Accessor<Day | undefined>;
  readonly selected: Accessor<string | undefined>;
  readonly select: (id: string | undefined) => void;
  /** Where to put the keyboard once the row is drawn. */
  readonly wantFocus: Accessor<{ row: string; column: string } | undefined>;
  readonly focus: (row: string, column: string) => void;
  readonly focused: () => void;
  readonly edit: (row: string, edit: RowEdit) => void;
  /** Writes, and tells what moved. */
  readonly write: (changes: readonly Change[]) => void;
  readonly lastChange: Accessor<Comparison | undefined>;
  readonly progressOf: (checklist: string) => ChecklistProgress | undefined;
  readonly nameOf: (row: string) => string;
}

export function createPlanner(props: PlannerProps, project: ProjectState): Planner {
  const [chosen, setChosen] = createSignal<string>();
  const [day, setDay] = createSignal<Day>();
  const [selected, select] = createSignal<string>();
  const [wantFocus, setWantFocus] = createSignal<{ row: string; column: string }>();
  const [before, setBefore] = createSignal<Dated>();
  onMount(() => setDay(today()));

  const plans = createMemo(() => project.under(PLANS, readPlans));
  const id = createMemo(() => {
    const list = plans();
    return list.find((plan) => plan.id === chosen())?.id ?? list[0]?.id;
  });
  const stored = createMemo(() => {
    const plan = id();
    return plan === undefined ? undefined : project.under(PLANS, (index) => readPlan(index, plan));
  });
  const daysText = createMemo(() => JSON.stringify(stored()?.days ?? NO_OWN_DAYS));
  const calendar = createMemo(() => workCalendar(props.years, JSON.parse(daysText()) as OwnDays));

  const items = new Map<string, readonly CheckItem[]>(
    props.checklists.map((list) => [
      list.id,
      list.items.map((item) => ({
        path: answerPath(list.id, item.id),
        group: item.group,
        role: item.role,
        mandatory: item.mandatory,
      })),
    ]),
  );
  const progressOf = (checklist: string): ChecklistProgress | undefined => {
    const list = items.get(checklist);
    if (!list) return undefined;
    const found = progress(list, project.answer, day() ?? '');
    return {
      done: found.done,
      all: found.applicable,
      problems: found.problems,
      canSign: gate(list, project.answer).canSign,
    };
  };

  const rows = createMemo(() => stored()?.rows ?? []);
  const plan = createMemo<Plan | undefined>(() => {
    const now = stored();
    if (!now) return undefined;
    const tasks = now.rows.map((row) => {
      const found = row.checklist === undefined ? undefined : progressOf(row.checklist);
      // A signed stage is done; until then its gate holds the task below a hundred.
      if (!found || found.done === 0) return row;
      const share = Math.round((100 * found.done) / Math.max(1, found.all));
      return { ...row, percent: found.canSign ? share : Math.min(share, 99) };
    });
    const on = day();
    return { direction: now.direction, tasks, ...(on === undefined ? {} : { today: on }) };
  });
  const dated = createMemo<Dated | undefined>(() => {
    const [now, main] = [plan(), calendar()];
    return now && main ? { plan: now, schedule: schedule(now, { main, others: new Map() }) } : undefined;
  });
  const levels = createMemo(() => {
    const found = new Map<string, number>();
    for (const row of rows()) found.set(row.id, row.parent === undefined ? 0 : (found.get(row.parent) ?? 0) + 1);
    return found;
  });
  const lastChange = createMemo(() => {
    const [then, now, main] = [before(), dated(), calendar()];
    return then && now && main && then !== now ? comparePlans(then, now, main) : undefined;
  });
  const write = (changes: readonly Change[]): void =>
    batch(() => {
      setBefore(dated());
      void project.writeAll(changes);
    });
  return {
    props,
    project,
    stored,
    dated,
    calendar,
    rows,
    levels,
    numbers: createMemo(() => new Map(rows().map((row, i) => [row.id, i + 1]))),
    plans,
    choose: (plan) =>
      batch(() => {
        setBefore(undefined);
        select(undefined);
        setChosen(plan);
      }),
    day,
    selected,
    select,
    wantFocus,
    focus: (row, column) => setWantFocus({ row, column }),
    focused: () => setWantFocus(undefined),
    edit: (row, edit) => {
      const now = stored();
      if (now) write(editChanges(now.id, row, edit));
    },
    write,
    lastChange,
    progressOf,
    nameOf: (row) => rows().find((one) => one.id === row)?.name ?? row,
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
