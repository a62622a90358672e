import { type Accessor, batch, createMemo, createSignal } from 'solid-js';
import type { Change } from '../../domain/checklist/change.ts';
import type { Day } from '../../domain/day.ts';
import { type Comparison, comparePlans, type Dated } from '../../domain/schedule/compare.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { afterPaint } from './after-paint.ts';
import type { PlanDates } from './plan-dates.ts';

/** A start that an edit asks for. */
export interface AskedStart {
  readonly row: string;
  readonly day: Day;
}

/** Changes of the plan, and what came of the last one. */
export interface PlanChanges {
  /** Writes, and tells what moved. Done when the rows are what was written; not yet stored. */
  readonly write: (changes: readonly Change[], start?: AskedStart) => Promise<void>;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Another plan is shown: nothing has moved in it yet. */
  readonly forget: () => void;
  /** What moved with the last change; told once the change itself has been painted. */
  readonly lastChange: Accessor<Comparison | undefined>;
  /** A start that the last change asked for and that links do not let be. */
  readonly notKept: Accessor<AskedStart | undefined>;
}

export function createPlanChanges(project: ProjectState, { dated, calendars }: PlanDates): PlanChanges {
  const [before, setBefore] = createSignal<Dated>();
  const [asked, setAsked] = createSignal<AskedStart>();
  const change = afterPaint(() => ({ from: before(), to: dated(), main: calendars()?.main, asked: asked() }));
  const begin = (start?: AskedStart): void => {
    setBefore(dated());
    setAsked(start);
  };
  const step = (way: 'undo' | 'redo') => (): void =>
    batch(() => {
      begin();
      project[way]();
    });
  return {
    write: (changes, start) => {
      batch(() => begin(start));
      return project.writeAll(changes);
    },
    undo: step('undo'),
    redo: step('redo'),
    forget: () => setBefore(undefined),
    lastChange: createMemo(() => {
      const { from, to, main } = change();
      return from && to && main && from !== to ? comparePlans(from, to, main) : undefined;
    }),
    notKept: createMemo(() => {
      const { to, asked: start } = change();
      const stands = start && to?.schedule.rows.get(start.row)?.start;
      return stands !== undefined && stands !== start?.day ? start : undefined;
    }),
  };
}
