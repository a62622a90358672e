/** Geometry of a bar chart over time. Days are whole numbers (`DayNumber`); lengths are in whatever unit the caller draws. */

export type Zoom = 'day' | 'week' | 'month' | 'quarter';
export const ZOOMS: readonly Zoom[] = ['day', 'week', 'month', 'quarter'];

/** Width of a day on screen, in pixels. */
export const DAY_WIDTH: Readonly<Record<Zoom, number>> = { day: 24, week: 9, month: 3, quarter: 1.1 };

/** What of a chart is drawn: the day at its left edge, the first day behind its right edge, and the width of a day. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  readonly dayWidth: number;
}

export const xOf = ({ from, dayWidth }: TimeScale, day: number): number => (day - from) * dayWidth;
export const widthOf = ({ from, to, dayWidth }: TimeScale): number => Math.max(0, (to - from) * dayWidth);

/** The day under a place. */
export const dayAtX = ({ from, dayWidth }: TimeScale, x: number): number => from + Math.floor(x / dayWidth);

/** Dates of a row as day numbers; finishes are inclusive. A milestone at the start of its day has `isStartOfDay`. */
export interface ChartRow {
  readonly kind: 'task' | 'milestone' | 'stage';
  readonly start: number;
  readonly finish: number;
  readonly isStartOfDay?: boolean;
}

export interface Span {
  readonly x: number;
  readonly width: number;
}

/** Where the bar of a row lies. A milestone is a point. */
export function barOf(scale: TimeScale, row: ChartRow): Span {
  if (row.kind === 'milestone') return { x: xOf(scale, row.start + (row.isStartOfDay ? 0 : 1)), width: 0 };
  const x = xOf(scale, row.start);
  return { x, width: Math.max(xOf(scale, row.finish + 1) - x, 1) };
}

/** A span from one day to another, both included. */
export function spanOf(scale: TimeScale, first: number, last: number): Span {
  const x = xOf(scale, first);
  return { x, width: Math.max(0, xOf(scale, last + 1) - x) };
}

/** Cuts a span to what lies between two places; `undefined` when nothing does. */
export function clip(
  { x, width }: Span,
  left: number,
  right: number,
): (Span & { cutLeft: boolean; cutRight: boolean }) | undefined {
  const end = x + width;
  if (end < left || x > right) return undefined;
  const a = Math.max(x, left);
  return { x: a, width: Math.min(end, right) - a, cutLeft: x < left, cutRight: end > right };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** A diamond around a point. */
export function diamond(x: number, y: number, r: number): string {
  return `M${round(x - r)} ${round(y)}L${round(x)} ${round(y - r)}L${round(x + r)} ${round(y)}L${round(x)} ${round(y + r)}Z`;
}

/** The bracket of a stage. */
export function bracket({ x, width }: Span, y: number, height: number): string {
  const foot = Math.min(height, width / 2);
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}l${round(-foot)} ${round(-height / 2)}H${round(x + foot)}l${round(-foot)} ${round(height / 2)}z`;
}

export type LinkEnds = 'FS' | 'SS' | 'FF' | 'SF';

/** The line of a link with its arrow, between the bars of two rows whose middles lie at `fromY` and `toY`. */
export function linkPath(type: LinkEnds, from: Span, fromY: number, to: Span, toY: number, gap = 6): string {
  const leavesRight = type === 'FS' || type === 'FF';
  const entersLeft = type === 'FS' || type === 'SS';
  const a = leavesRight ? from.x + from.width : from.x;
  const b = entersLeft ? to.x : to.x + to.width;
  const out = a + (leavesRight ? gap : -gap);
  const into = b + (entersLeft ? -gap : gap);
  const tip = entersLeft ? -4 : 4;
  const arrow = `M${round(b + tip)} ${round(toY - 3)}L${round(b)} ${round(toY)}L${round(b + tip)} ${round(toY + 3)}`;
  const isDirect = entersLeft ? out <= into : out >= into;
  const side = entersLeft === leavesRight ? out : entersLeft ? Math.min(out, into) : Math.max(out, into);
  if (isDirect || entersLeft !== leavesRight) {
    const turn = isDirect && entersLeft === leavesRight ? out : side;
    return `M${round(a)} ${round(fromY)}H${round(turn)}V${round(toY)}H${round(b)}${arrow}`;
  }
  const middle = fromY + (toY > fromY ? 1 : -1) * Math.min(Math.abs(toY - fromY) / 2, 22);
  return `M${round(a)} ${round(fromY)}H${round(out)}V${round(middle)}H${round(into)}V${round(toY)}H${round(b)}${arrow}`;
}

/** One mark of the time axis: `day` is where it begins, `to` the first day behind it. */
export interface AxisMark {
  readonly day: number;
  readonly to: number;
  readonly year: number;
  /** 1 to 12; of the month that it begins in. */
  readonly month: number;
  readonly date: number;
}

/** A day number in years, months and days. Kept here so that pictures need nothing else. */
export function civil(number: number): { year: number; month: number; date: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

type AxisUnit = 'year' | 'quarter' | 'month' | 'week' | 'day';

/** The two rows of marks that a width of a day has room for: large above, small below. */
export function axisUnits(dayWidth: number, smallest = 16): readonly [AxisUnit, AxisUnit] {
  if (dayWidth >= smallest) return ['month', 'day'];
  if (dayWidth * 7 >= smallest * 1.3) return ['month', 'week'];
  if (dayWidth * 30 >= smallest * 1.6) return ['year', 'month'];
  return ['year', 'quarter'];
}

/** Marks of one unit that touch the days from `from` up to `to`. */
export function axisMarks(unit: AxisUnit, from: number, to: number): AxisMark[] {
  const begins = (number: number): boolean => {
    const { month, date } = civil(number);
    switch (unit) {
      case 'day':
        return true;
      case 'week':
        return (((number + 3) % 7) + 7) % 7 === 0;
      case 'month':
        return date === 1;
      case 'quarter':
        return date === 1 && month % 3 === 1;
      default:
        return date === 1 && month === 1;
    }
  };
  const days: number[] = [];
  for (let number = from; number < to; number++) if (number === from || begins(number)) days.push(number);
  return days.map((number, i) => ({ day: number, to: days[i + 1] ?? to, ...civil(number) }));
}

/** Runs of days for which something holds, each with its first and last day. */
export function runs(from: number, to: number, holds: (day: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let first: number | undefined;
  for (let number = from; number <= to; number++) {
    const is = number < to && holds(number);
    if (is && first === undefined) first = number;
    if (!is && first !== undefined) {
      found.push([first, number - 1]);
      first = undefined;
    }
  }
  return found;
}

/** Paper in millimetres, inside the margins. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  /** Width of the names at the left of every sheet. */
  readonly names: number;
  /** What stands above (title, dates) and below (legend). */
  readonly top: number;
  readonly bottom: number;
  readonly row: number;
}

/** One sheet of a chart that is tiled over several. */
export interface GanttSheet {
  readonly number: number;
  readonly across: number;
  readonly down: number;
  readonly rows: readonly [first: number, end: number];
  readonly scale: TimeScale;
}

export interface GanttSheets {
  readonly across: number;
  readonly down: number;
  readonly sheets: readonly GanttSheet[];
}

/** Tiles a chart over sheets, row by row: names and dates stand on each. */
export function tileSheets(rowCount: number, from: number, to: number, across: number, paper: Paper): GanttSheets {
  const perSheet = Math.max(1, Math.floor((paper.height - paper.top - paper.bottom) / paper.row));
  const down = Math.max(1, Math.ceil(rowCount / perSheet));
  const days = Math.max(1, Math.ceil((to - from) / across));
  const dayWidth = (paper.width - paper.names) / days;
  const sheets: GanttSheet[] = [];
  for (let d = 0; d < down; d++) {
    for (let a = 0; a < across; a++) {
      sheets.push({
        number: sheets.length + 1,
        across: a,
        down: d,
        rows: [d * perSheet, Math.min(rowCount, (d + 1) * perSheet)],
        scale: { from: from + a * days, to: from + (a + 1) * days, dayWidth },
      });
    }
  }
  return { across, down, sheets };
}
