import { type Day, daysInMonth, isDay } from '../day.ts';
import { type CalendarYear, daysFrom } from './calendar-spec.ts';

/** What could not be used of a pasted notice, as it stood. */
export interface NoticeFault {
  readonly code: 'nothing-found' | 'no-such-day' | 'off-and-worked';
  readonly text: string;
}

export interface ReadNotice {
  readonly year: CalendarYear;
  /** Days that the notice names but that lie in another year. */
  readonly otherYears: { readonly off: readonly Day[]; readonly work: readonly Day[] };
  readonly faults: readonly NoticeFault[];
}

const DATE = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日`;
const SPAN = new RegExp(`${DATE}(?:(?:至|到|-|~|—)${DATE})?`, 'g');
/** Notes in brackets (weekdays, lunar dates) say nothing that counts. */
const BRACKETS = /\([^)]*\)|\[[^\]]*\]/g;

/**
 * Reads a year's holiday notice as it is published: `国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`
 * Also takes lists of dates such as `2027-02-05 off`, `2027-02-14 work`, `2027/2/14 上班`, one a line.
 *
 * @param year - Year of dates that name none.
 */
export function readNotice(text: string, year: number): ReadNotice {
  const plain = text.normalize('NFKC').replaceAll(/[−–—]/g, '-').replaceAll('。', '.');
  const off: Day[] = [];
  const work: Day[] = [];
  const faults: NoticeFault[] = [];
  for (const sentence of plain.split(/[\n;]|\.(?!\d)/)) {
    const piece = sentence.replaceAll(BRACKETS, '').replaceAll(/\s+/g, ' ').trim();
    if (piece === '') continue;
    // In one sentence what stands before 放假 is off and what stands before 上班 is worked.
    let from = 0;
    for (const mark of piece.matchAll(/放假|休息|补休|调休|off|holiday|上班|工作日|补班|work(?:day)?/gi)) {
      const isWork = /上班|工作日|补班|work/i.test(mark[0]);
      for (const found of findDays(piece.slice(from, mark.index), year, faults)) (isWork ? work : off).push(found);
      from = mark.index + mark[0].length;
    }
  }
  const worked = new Set(work);
  for (const both of new Set(off.filter((each) => worked.has(each))))
    faults.push({ code: 'off-and-worked', text: both });
  if (off.length + work.length === 0) faults.push({ code: 'nothing-found', text: text.slice(0, 80) });
  const ofYear = (days: Day[], isSame: boolean): Day[] =>
    [...new Set(days)].filter((each) => (Number(each.slice(0, 4)) === year) === isSame).sort();
  return {
    year: { year, status: 'own', off: ofYear(off, true), work: ofYear(work, true) },
    otherYears: { off: ofYear(off, false), work: ofYear(work, false) },
    faults,
  };
}

/**
 * The year that a notice is for: the one before 节假日 in its title, else the first that it names. A file may carry the
 * number and the date of issue before the title, which name the year before.
 */
export function noticeYear(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  const found = /((?:19|20)\d{2})\s*年\s*(?:部分)?节假日/.exec(plain)?.[1] ?? /(?:19|20)\d{2}/.exec(plain)?.[0];
  return found === undefined ? undefined : Number(found);
}

function findDays(text: string, year: number, faults: NoticeFault[]): Day[] {
  const days: Day[] = [];
  const written = text.replaceAll(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/g, '$1年$2月$3日');
  let month: number | undefined;
  for (const match of written.matchAll(SPAN)) {
    const [whole, y1, m1, d1, y2, m2, d2] = match;
    const firstYear = y1 === undefined ? year : Number(y1);
    month = m1 === undefined ? month : Number(m1);
    if (month === undefined) continue;
    const first = dayIn(firstYear, month, Number(d1));
    const lastMonth = m2 === undefined ? month : Number(m2);
    // A span over the turn of the year names a smaller month behind it.
    const lastYear = y2 === undefined ? firstYear + (lastMonth < month ? 1 : 0) : Number(y2);
    const last = d2 === undefined ? first : dayIn(lastYear, lastMonth, Number(d2));
    if (d2 !== undefined) month = lastMonth;
    if (!first || !last || last < first) faults.push({ code: 'no-such-day', text: whole });
    else days.push(...daysFrom(first, last));
  }
  return days;
}

function dayIn(year: number, month: number, date: number): Day | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
