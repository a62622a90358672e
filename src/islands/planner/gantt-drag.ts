import { type Accessor, createEffect, createSelector, createSignal, onCleanup } from 'solid-js';
import { workdaysBetween } from '../../domain/calendar/work-calendar.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { startEdit } from '../../domain/schedule/start-edit.ts';
import type { Planner } from './planner-state.ts';

export interface Drag {
  readonly id: string;
  readonly mode: 'move' | 'stretch' | 'link';
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
}

interface Span {
  readonly x: number;
  readonly width: number;
}

export interface GanttHand {
  readonly drag: Accessor<Drag | undefined>;
  readonly begin: (event: PointerEvent, id: string, mode: Drag['mode']) => void;
  readonly move: (event: PointerEvent) => void;
  readonly end: () => void;
  readonly stop: () => void;
  /** The day that a drag leads to. */
  readonly draggedTo: () => Day | undefined;
  /** A bar as it is being dragged. */
  readonly dragged: (id: string, span: Span) => Span;
  readonly holdStill: (group: SVGGElement, id: string) => void;
}

/** What a hand does on the chart: moves, stretches and links bars. Nothing is written before it lets go. */
export function createDrag(
  planner: Planner,
  chart: { origin(): DOMRect; dayWidth(): number; rowHeight(): number },
): GanttHand {
  const [drag, setDrag] = createSignal<Drag>();
  // Asked by every row in sight; a hand that moves concerns one of them.
  const isDragged = createSelector(() => drag()?.id);
  const datesOf = (id: string) => planner.dated()?.schedule.rows.get(id);
  const placeOf = (event: PointerEvent) => {
    const at = chart.origin();
    return { x: event.clientX - at.left, y: event.clientY - at.top };
  };
  const daysOf = (now: Drag) => Math.round((now.x - now.fromX) / chart.dayWidth());
  const stop = () => {
    removeEventListener('keydown', giveUp);
    setDrag(undefined);
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stop();
  };
  onCleanup(stop);

  const link = (from: string, y: number) => {
    const target = planner.rows()[Math.floor(y / chart.rowHeight())];
    if (!target || target.id === from || target.after.some((one) => one.from === from)) return;
    void planner.edit(target.id, { after: [...target.after, { from, type: 'FS', lag: 0, unit: 'workday' }] });
  };
  const stretch = (id: string, days: number) => {
    const [row, dates, calendars] = [planner.rowOf(id), datesOf(id), planner.calendars()];
    if (!row || !dates || !calendars) return;
    const calendar = calendars.others.get(row.calendar ?? '') ?? calendars.main;
    const behind = addDays(dates.finish, days + 1);
    const duration = row.unit === 'workday' ? workdaysBetween(calendar, dates.start, behind) : row.duration + days;
    void planner.edit(id, { duration: Math.max(1, duration) });
  };

  return {
    drag,
    begin: (event, id, mode) => {
      if (event.button !== 0 || !event.isPrimary) return;
      // A finger that scrolls must not move tasks: the first tap chooses the row, the next touch takes hold of it.
      if (event.pointerType === 'touch' && planner.selected() !== id) return;
      event.preventDefault();
      planner.select(id);
      addEventListener('keydown', giveUp);
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      const { x, y } = placeOf(event);
      setDrag({ id, mode, fromX: x, fromY: y, x, y });
    },
    move: (event) => {
      const now = drag();
      if (now) setDrag({ ...now, ...placeOf(event) });
    },
    end: () => {
      const now = drag();
      stop();
      const [plan, row, dates] = [planner.stored(), now && planner.rowOf(now.id), now && datesOf(now.id)];
      if (!now || !plan || !row || !dates) return;
      if (now.mode === 'link') return link(now.id, now.y);
      const days = daysOf(now);
      if (days === 0) return;
      if (now.mode === 'stretch') return stretch(now.id, days);
      const start = addDays(dates.start, days);
      void planner.edit(now.id, startEdit(row, plan.direction, start, dates.start), start);
    },
    stop,
    draggedTo: () => {
      const now = drag();
      const dates = now && now.mode !== 'link' ? datesOf(now.id) : undefined;
      return now && dates && addDays(now.mode === 'move' ? dates.start : dates.finish, daysOf(now));
    },
    dragged: (id, span) => {
      const now = isDragged(id) ? drag() : undefined;
      if (!now || now.mode === 'link') return span;
      const by = daysOf(now) * chart.dayWidth();
      return now.mode === 'move'
        ? { x: span.x + by, width: span.width }
        : { x: span.x, width: Math.max(2, span.width + by) };
    },
    /** A finger on the chosen row takes hold of it and scrolls nothing; some browsers do not heed `touch-action` in pictures. */
    holdStill: (group, id) => {
      const hold = (event: TouchEvent) => {
        if (drag()) event.preventDefault();
      };
      createEffect(() => {
        if (!planner.isSelected(id)) return;
        group.addEventListener('touchmove', hold, { passive: false });
        onCleanup(() => group.removeEventListener('touchmove', hold));
      });
    },
  };
}
