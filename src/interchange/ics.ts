import { addDays, type Day } from '../domain/day.ts';

/** One all-day event. */
export interface IcsEvent {
  /** Stable, so that a second import updates instead of doubling; unique within the calendar. */
  readonly id: string;
  readonly title: string;
  readonly start: Day;
  /** The last day, inclusive. */
  readonly finish: Day;
  readonly description?: string;
  /** Words by which calendars filter, e.g. the stage. */
  readonly categories?: readonly string[];
  /** Whether it fills the days or only marks them; milestones do not block time. */
  readonly isBusy?: boolean;
}

export interface IcsCalendar {
  /** Makes the events' ids unique in the world, e.g. the project's id. */
  readonly id: string;
  readonly name: string;
  readonly events: readonly IcsEvent[];
  /** ISO instant of the export; the caller looks at the clock. */
  readonly stamp: string;
  readonly language: 'zh-CN' | 'en';
}

const MAX_OCTETS = 75;

/** An iCalendar file (RFC 5545): all-day events whose end is the day after, CRLF, lines of at most 75 octets. */
export function writeIcs({ id, name, events, stamp, language }: IcsCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Zongguan Handbook//Planner//${language === 'en' ? 'EN' : 'ZH'}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(`${event.id}.${id}`)}@zongguan-handbook`,
      `DTSTAMP:${utcStamp(stamp)}`,
      `DTSTART;VALUE=DATE:${basic(event.start)}`,
      `DTEND;VALUE=DATE:${basic(addDays(event.finish, 1))}`,
      `SUMMARY;LANGUAGE=${language}:${escapeText(event.title)}`,
      ...(event.description ? [`DESCRIPTION;LANGUAGE=${language}:${escapeText(event.description)}`] : []),
      ...(event.categories?.length ? [`CATEGORIES:${event.categories.map(escapeText).join(',')}`] : []),
      `TRANSP:${event.isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

const basic = (on: Day): string => on.replaceAll('-', '');

/** @throws {RangeError} if it is no ISO instant in UTC. */
function utcStamp(instant: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/.exec(instant);
  if (!match) throw new RangeError(`Not an instant in UTC: "${instant}"`);
  const [, year, month, date, hour, minute, second] = match;
  return `${year}${month}${date}T${hour}${minute}${second}Z`;
}

/** Text as values hold it; other control characters than line ends may not stand in one. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

const encoder = new TextEncoder();

/** Breaks a line so that none has more than 75 octets; never inside a character. The blank that continues counts. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
