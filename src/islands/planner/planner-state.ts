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
import type { CheckItem } from '../../domain/checklist/answer.ts';
import type { Change } from '../../domain/checklist/change.ts';
import { answerPath, runPath } from '../../domain/checklist/item-path.ts';
import type { Day } from '../../domain/day.ts';
import { type ChecklistProgress, checklistProgress } from '../../domain/schedule/checklist-progress.ts';
import { type Comparison, comparePlans, type Dated } from '../../domain/schedule/compare.ts';
import { calendarSpec, otherSpecs, type PlanCalendars, planCalendars } from '../../domain/schedule/plan-calendar.ts';
import { createPlanReader } from '../../domain/schedule/plan-reader.ts';
import { schedule } from '../../domain/schedule/schedule.ts';
import {
  editChanges,
  PLANS,
  type RowEdit,
  readPlans,
  type StoredPlan,
  type StoredRow,
} from '../../domain/schedule/stored-plan.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { today } from '../today.ts';
import { afterPaint } from './after-paint.ts';
import type { PlannerProps } from './planner-props.ts';

export interface AskedStart {
  readonly row: string;
  readonly day: Day;
}

/** What the parts of the planner share. */
export interface Planner {
  readonly props: PlannerProps;
  readonly project: ProjectState;
  readonly stored: Accessor<StoredPlan | undefined>;
  /** The plan with its dates. */
  readonly dated: Accessor<Dated | undefined>;
  readonly calendar: Accessor<WorkCalendar | undefined>;
  readonly calendars: Accessor<PlanCalendars | undefined>;
  /** Any plan of the project with its dates. */
  readonly datedPlan: (plan: StoredPlan) => Dated | undefined;
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
  /** Writes, and tells what moved. Done when the rows are what was written; not yet stored. */
  readonly write: (changes: readonly Change[]) => Promise<void>;
  /** What moved with the last change; told once the change itself has been painted. */
  readonly lastChange: Accessor<Comparison | undefined>;
  /** A start that the last change asked for and that links do not let be. */
  readonly notKept: Accessor<AskedStart | undefined>;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Text of cells that is not stored: still being typed, or wrong. By `row column`. */
  readonly drafts: Map<string, string>;
  readonly progressOf: (checklist: string) => ChecklistProgress | undefined;
  readonly nameOf: (row: string) => string;
}

/** Lists that say the same are the same list: then nothing that follows from it is done again. */
const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
const NO_ROWS: readonly StoredRow[] = [];

export function createPlanner(props: PlannerProps, project: ProjectState): Planner {
  const [chosen, setChosen] = createSignal<string>();
  const [day, setDay] = createSignal<Day>();
  const [selected, select] = createSignal<string>();
  const [wantFocus, setWantFocus] = createSignal<{ row: string; column: string }>();
  const [before, setBefore] = createSignal<Dated>();
  onMount(() => {
    setDay(today());
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
  const specsText = createMemo(() => {
    const plan = stored();
    return plan && JSON.stringify([calendarSpec(props.years, plan.days), otherSpecs(props.years, plan)]);
  });
  const calendars = createMemo(() => {
    const text = specsText();
    return text === undefined ? undefined : planCalendars(...(JSON.parse(text) as Parameters<typeof planCalendars>));
  });
  const calendar = () => calendars()?.main;

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
    return list && project.under(runPath(checklist), (index) => checklistProgress(index, checklist, list, day() ?? ''));
  };

  const rows = createMemo(() => stored()?.rows ?? NO_ROWS);
  const order = createMemo<readonly string[]>(() => rows().map((row) => row.id), [], { equals: sameIds });
  const byId = createMemo(() => new Map(rows().map((row) => [row.id, row])));
  const rowOf = (row: string) => byId().get(row);
  const datesOf = (plan: StoredPlan, on: PlanCalendars | undefined): Dated | undefined => {
    if (!on) return undefined;
    const tasks = plan.rows.map((row) => {
      const found = row.checklist === undefined ? undefined : progressOf(row.checklist);
      return found === undefined || found.percent === 0 ? row : { ...row, percent: found.percent };
    });
    const now = day();
    const dated = { direction: plan.direction, tasks, ...(now === undefined ? {} : { today: now }) };
    return { plan: dated, schedule: schedule(dated, on) };
  };
  const dated = createMemo<Dated | undefined>(() => {
    const plan = stored();
    return plan && datesOf(plan, calendars());
  });
  const levels = createMemo(() => {
    const found = new Map<string, number>();
    for (const row of rows()) found.set(row.id, row.parent === undefined ? 0 : (found.get(row.parent) ?? 0) + 1);
    return found;
  });
  const [asked, setAsked] = createSignal<AskedStart>();
  const change = afterPaint(() => ({ from: before(), to: dated(), main: calendar(), asked: asked() }));
  const lastChange = createMemo(() => {
    const { from, to, main } = change();
    return from && to && main && from !== to ? comparePlans(from, to, main) : undefined;
  });
  const notKept = createMemo(() => {
    const { to, asked: start } = change();
    const stands = start && to?.schedule.rows.get(start.row)?.start;
    return stands !== undefined && stands !== start?.day ? start : undefined;
  });
  const write = (changes: readonly Change[], start?: AskedStart): Promise<void> => {
    batch(() => {
      setBefore(dated());
      setAsked(start);
    });
    return project.writeAll(changes);
  };
  const step = (way: 'undo' | 'redo') => (): void =>
    batch(() => {
      setBefore(dated());
      setAsked(undefined);
      project[way]();
    });
  return {
    props,
    project,
    stored,
    dated,
    calendar,
    calendars,
    datedPlan: (plan) =>
      datesOf(plan, planCalendars(calendarSpec(props.years, plan.days), otherSpecs(props.years, plan))),
    undo: step('undo'),
    redo: step('redo'),
    drafts: new Map(),
    rows,
    levels,
    numbers: createMemo(() => new Map(order().map((row, i) => [row, i + 1]))),
    plans,
    choose: (plan) =>
      batch(() => {
        setBefore(undefined);
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
      if (now) await write(editChanges(now.id, row, edit), day && { row, day });
    },
    write: (changes) => write(changes),
    lastChange,
    notKept,
    progressOf,
    rowOf,
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
