import { type Day, dayFromNumber, dayNumber, daysInMonth, isDay, weekday } from '../domain/day.ts';
import { childOf, numberOf, textOf, type XmlNode } from './xml-tree.ts';

/** An exception that spans more than this is a mistake in the file rather than a holiday. */
const MAX_SPAN = 4000;
/** Recurring ones may run for decades: every year, every second Monday. */
const MAX_RECURRING_SPAN = 36_525;

/** The first and the last day of an exception, as whole numbers. */
interface Period {
  readonly from: number;
  readonly to: number;
}

/** How often an exception comes back, as MSPDI numbers it. */
const EVERY_DAY = 1;
const YEARLY_ON = 2;
const YEARLY_AT = 3;
const MONTHLY_ON = 4;
const MONTHLY_AT = 5;
const WEEKLY = 6;
const EVERY_FEW_DAYS = 7;

/**
 * The days of an exception of a calendar, also of one that comes back every few days, weeks, months or years.
 *
 * @returns what is wrong with it, when there is anything: its period, or a recurrence of an unknown kind.
 */
export function daysOfException(node: XmlNode): readonly Day[] | 'period' | 'recurrence' {
  const type = numberOf(node, 'Type') ?? EVERY_DAY;
  const period = periodOf(node, type === EVERY_DAY ? MAX_SPAN : MAX_RECURRING_SPAN);
  if (!period) return 'period';
  const days = recurring(node, type, period);
  if (!days) return 'recurrence';
  const most = textOf(node, 'EnteredByOccurrences') === '1' ? numberOf(node, 'Occurrences') : undefined;
  const within = days.filter((on) => on >= period.from && on <= period.to);
  return (type === EVERY_DAY || most === undefined ? within : within.slice(0, most)).map(dayFromNumber);
}

/** The days of a period, both ends included; `undefined` when it is none. */
export function daysOfPeriod(node: XmlNode): readonly Day[] | undefined {
  const period = periodOf(node, MAX_SPAN);
  return period && stepsOf(period, 1).map(dayFromNumber);
}

function periodOf(node: XmlNode, most: number): Period | undefined {
  const period = childOf(node, 'TimePeriod');
  const first = textOf(period, 'FromDate')?.slice(0, 10) ?? '';
  const last = textOf(period, 'ToDate')?.slice(0, 10) ?? first;
  if (!isDay(first) || !isDay(last)) return undefined;
  const [from, to] = [dayNumber(first), dayNumber(last)];
  return to < from || to - from > most ? undefined : { from, to };
}

function recurring(node: XmlNode, type: number, period: Period): number[] | undefined {
  const every = Math.max(1, numberOf(node, 'Period') ?? 1);
  const month = numberOf(node, 'Month') ?? 0;
  switch (type) {
    case EVERY_DAY:
      return stepsOf(period, 1);
    case EVERY_FEW_DAYS:
      return stepsOf(period, every);
    case WEEKLY:
      return weekly(period, every, numberOf(node, 'DaysOfWeek') ?? 0);
    case MONTHLY_ON:
      return monthly(period, every, (year, at) => dateIn(node, year, at));
    case MONTHLY_AT:
      return monthly(period, every, (year, at) => placeIn(node, year, at));
    case YEARLY_ON:
      return yearly(period, (year) => dateIn(node, year, month + 1));
    case YEARLY_AT:
      return yearly(period, (year) => placeIn(node, year, month + 1));
    default:
      return undefined;
  }
}

function stepsOf({ from, to }: Period, step: number): number[] {
  const days: number[] = [];
  for (let at = from; at <= to; at += step) days.push(at);
  return days;
}

/** In each so-many-th week, counted from the Sunday before; `mask` has Sunday as 1, Monday as 2, up to Saturday as 64. */
function weekly({ from, to }: Period, every: number, mask: number): number[] {
  const sunday = from - (weekday(from) % 7);
  return stepsOf({ from, to }, 1).filter((at) => {
    const weeks = Math.floor((at - sunday) / 7);
    return weeks % every === 0 && (mask & (1 << (weekday(at) % 7))) !== 0;
  });
}

type InMonth = (year: number, month: number) => number | undefined;

function monthly({ from, to }: Period, every: number, on: InMonth): number[] {
  const [first, last] = [dayFromNumber(from), dayFromNumber(to)];
  const monthsOf = (of: Day): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7)) - 1;
  const days: number[] = [];
  for (let at = monthsOf(first); at <= monthsOf(last); at += every) {
    const found = on(Math.floor(at / 12), (at % 12) + 1);
    if (found !== undefined) days.push(found);
  }
  return days;
}

function yearly({ from, to }: Period, on: (year: number) => number | undefined): number[] {
  const [first, last] = [Number(dayFromNumber(from).slice(0, 4)), Number(dayFromNumber(to).slice(0, 4))];
  const days: number[] = [];
  for (let year = first; year <= last; year++) {
    const found = on(year);
    if (found !== undefined) days.push(found);
  }
  return days;
}

const numberOfDay = (year: number, month: number, date: number): number =>
  dayNumber(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day,
  );

/** `MonthDay` of a month; months that are too short have none. */
function dateIn(node: XmlNode, year: number, month: number): number | undefined {
  const date = numberOf(node, 'MonthDay') ?? 0;
  return isMonth(month) && date >= 1 && date <= daysInMonth(year, month) ? numberOfDay(year, month, date) : undefined;
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12;

/** The first to fourth (`MonthPosition` 0 to 3) or last (4) of the days that `MonthItem` names. */
function placeIn(node: XmlNode, year: number, month: number): number | undefined {
  if (!isMonth(month)) return undefined;
  const counts = itemOf(numberOf(node, 'MonthItem') ?? -1);
  const first = numberOfDay(year, month, 1);
  const days = stepsOf({ from: first, to: first + daysInMonth(year, month) - 1 }, 1).filter(counts);
  const position = numberOf(node, 'MonthPosition') ?? 0;
  return position === 4 ? days.at(-1) : days[position];
}

/** 0 is any day, 1 a weekday, 2 a day of the weekend, 3 Sunday up to 9 Saturday. */
function itemOf(item: number): (on: number) => boolean {
  if (item === 0) return () => true;
  if (item === 1) return (on) => weekday(on) <= 5;
  if (item === 2) return (on) => weekday(on) > 5;
  return (on) => weekday(on) % 7 === item - 3;
}
