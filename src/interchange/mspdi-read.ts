import { type CalendarSpec, daysFrom } from '../domain/calendar/calendar-spec.ts';
import { type Day, dayNumber, daysBetween, isDay, weekday } from '../domain/day.ts';
import type { Baseline, BaselineRow } from '../domain/schedule/baseline.ts';
import type {
  ConstraintKind,
  Direction,
  LinkType,
  Plan,
  PlanConstraint,
  PlanLink,
  PlanTask,
} from '../domain/schedule/plan.ts';
import { MAX_DAYS } from '../domain/schedule/plan.ts';
import { readMspdiCalendars } from './mspdi-calendars.ts';
import {
  AS_LATE,
  AS_SOON,
  CHECKLIST_FIELD,
  CONSTRAINT_CODES,
  ID_FIELD,
  isElapsed,
  isPercent,
  LINK_CODES,
  MARKS_FIELD,
  MINUTES_OF_ELAPSED_DAY,
  MINUTES_PER_DAY,
  unitOf,
} from './mspdi-codes.ts';
import { datesThatDiffer } from './mspdi-dates.ts';
import { unknownFields, unknownProperties } from './mspdi-fields.ts';
import { childOf, childrenOf, decodeXml, numberOf, parseXml, textOf, type XmlNode } from './xml-tree.ts';

/** What was not taken over as it stood, or not at all. `task` is the row's name. */
export interface MspdiRemark {
  readonly code: /** A part of a day was rounded: up for durations, to the nearest day for lags. */
    | 'duration-rounded'
    | 'lag-rounded'
    /** A lag in per cent became days of the duration waited for. */
    | 'lag-percent'
    /** A link to another file, or to a row that is not there, was left out. */
    | 'link-elsewhere'
    /** A milestone with a duration is taken as a task. */
    | 'milestone-with-duration'
    /** Scheduled by hand: its start was fixed. */
    | 'manual'
    /** An earliest start before the start of the project, with nothing else to decide it: the start was fixed. */
    | 'before-project-start'
    /** The file gives no duration: reckoned from start and finish, else one day. */
    | 'duration-derived'
    /** Switched off: left out. */
    | 'inactive'
    /** A field that we have no place for. */
    | 'field'
    /** A date or number that makes no sense was left out. */
    | 'bad-value'
    /** Resources and assignments are left out. */
    | 'resources'
    /** Baselines but the first are left out. */
    | 'baseline'
    /** An exception that comes back in a way that we do not know. */
    | 'calendar-recurring'
    /** Days of other lengths than the project's: each counts as a whole one. */
    | 'calendar-hours'
    | 'calendar-unknown'
    /** What the file says about the project as a whole is left out. */
    | 'properties'
    /** The plan has a row on other days than the file: those of the file, and ours. */
    | 'dates-differ';
  readonly task?: string;
  readonly detail: string;
  /** How often, where many are told as one. */
  readonly count?: number;
}

export type ReadMspdi =
  | {
      readonly ok: true;
      readonly name: string;
      readonly plan: Plan;
      /** Calendars that rows use, the main one first; `mainCalendar` is its id. */
      readonly calendars: readonly CalendarSpec[];
      readonly mainCalendar: string | undefined;
      readonly baseline: Baseline | undefined;
      /** What stood as contact, by row id; a name, not a role id. */
      readonly contacts: ReadonlyMap<string, string>;
      readonly remarks: readonly MspdiRemark[];
    }
  | { readonly ok: false; readonly reason: 'too-large' | 'encoding' | 'xml' | 'not-mspdi'; readonly detail: string };

/** What our own files call the field that holds our ids. */
const OUR_ALIAS = 'Zongguan id';
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads a plan as MS Project and ProjectLibre write it. What is not understood is named in `remarks`, never dropped in silence. */
export function readMspdi(bytes: Uint8Array): ReadMspdi {
  if (bytes.length > MAX_BYTES) return { ok: false, reason: 'too-large', detail: `${bytes.length} bytes` };
  const text = decodeXml(bytes);
  if (text === undefined) return { ok: false, reason: 'encoding', detail: '' };
  const parsed = parseXml(text);
  if (!parsed.ok) return { ok: false, reason: 'xml', detail: parsed.detail };
  const project = parsed.root;
  if (project.name !== 'Project' || !childOf(project, 'Tasks'))
    return { ok: false, reason: 'not-mspdi', detail: project.name };
  return new MspdiReader(project).read();
}

class MspdiReader {
  readonly #project: XmlNode;
  readonly #remarks: MspdiRemark[] = [];
  readonly #minutesPerDay: number;
  /** By row, and by UID as links name them. */
  readonly #ids = new Map<XmlNode, string>();
  readonly #idOfUid = new Map<number, string>();
  readonly #durations = new Map<number, number>();
  /** What the file calls its own fields. */
  readonly #fieldNames = new Map<string, string>();
  readonly #isOurs: boolean;
  #weekdays: readonly number[] = [1, 2, 3, 4, 5];

  constructor(project: XmlNode) {
    this.#project = project;
    const given = numberOf(project, 'MinutesPerDay') ?? MINUTES_PER_DAY;
    this.#minutesPerDay = given > 0 ? given : MINUTES_PER_DAY;
    for (const attribute of childrenOf(childOf(project, 'ExtendedAttributes'), 'ExtendedAttribute')) {
      const name = textOf(attribute, 'Alias') ?? textOf(attribute, 'FieldName');
      if (name) this.#fieldNames.set(textOf(attribute, 'FieldID') ?? '', name);
    }
    this.#isOurs = this.#fieldNames.get(ID_FIELD) === OUR_ALIAS;
  }

  read(): ReadMspdi {
    const project = this.#project;
    const nodes = childrenOf(childOf(project, 'Tasks'), 'Task');
    const own = nodes.find((node) => numberOf(node, 'UID') === 0);
    const rows = nodes.filter((node) => this.#isRow(node));
    this.#nameRows(rows);
    const calendars = readMspdiCalendars(project, (remark) => this.#remarks.push(remark));
    this.#weekdays = calendars.specs[0]?.weekdays ?? this.#weekdays;
    const contacts = new Map<string, string>();
    const baseline: Record<string, BaselineRow> = {};
    const parents: { level: number; id: string }[] = [];
    const stages = new Set<string>();
    let opening: { id: string; day: Day } | undefined;
    const tasks = rows.map((node): PlanTask => {
      const id = this.#ids.get(node) as string;
      const level = numberOf(node, 'OutlineLevel') ?? textOf(node, 'OutlineNumber')?.split('.').length ?? 1;
      while (parents.length > 0 && (parents.at(-1)?.level ?? 0) >= level) parents.pop();
      const parent = parents.at(-1)?.id;
      if (parent !== undefined) stages.add(parent);
      parents.push({ level, id });
      const contact = textOf(node, 'Contact');
      if (contact) contacts.set(id, contact);
      const agreed = this.#readBaseline(node);
      if (agreed) baseline[id] = agreed;
      this.#tellUnknown(node);
      const { task, isOpening } = this.#readTask(node, id, parent, calendars.idOf);
      const fixed = task.constraints.find(({ kind }) => kind === 'fixed-start');
      if (isOpening && fixed) opening = { id, day: fixed.day };
      return task;
    });
    this.#tellResources();
    const properties = unknownProperties(project, own);
    if (properties.length > 0) this.#remarks.push({ code: 'properties', detail: properties.join(', ') });
    const direction = this.#readDirection(opening, tasks);
    const today = dayIn(textOf(project, 'StatusDate'));
    const finished = tasks.map((task): PlanTask => {
      if (stages.has(task.id) && task.kind !== 'stage') return { ...task, kind: 'stage', duration: 0, unit: 'workday' };
      // The opening's day stands in the direction of the plan.
      return opening?.id === task.id ? { ...task, constraints: [] } : task;
    });
    const used = new Set(finished.map(({ calendar }) => calendar));
    const plan = { direction, tasks: finished, ...(today ? { today } : {}) };
    const nodeOf = new Map([...this.#ids].map(([node, id]) => [id, node]));
    for (const { id, file, ours } of datesThatDiffer(project, plan, calendars.specs, nodeOf))
      this.#tell(nodeOf.get(id) as XmlNode, 'dates-differ', `${file} → ${ours}`);
    return {
      ok: true,
      name: textOf(project, 'Title') || textOf(own, 'Name') || textOf(project, 'Name') || '',
      plan,
      calendars: calendars.specs.filter(({ id }, i) => i === 0 || used.has(id)),
      mainCalendar: calendars.specs[0]?.id,
      baseline: Object.keys(baseline).length > 0 ? baseline : undefined,
      contacts,
      remarks: this.#remarks,
    };
  }

  /** UID 0 is the project itself, and blank rows are no rows. */
  #isRow(node: XmlNode): boolean {
    const uid = numberOf(node, 'UID');
    if (uid === 0 || textOf(node, 'IsNull') === '1') return false;
    if (uid === undefined && textOf(node, 'Name') === undefined) return false;
    if (textOf(node, 'Active') !== '0') return true;
    this.#tell(node, 'inactive', '');
    return false;
  }

  #nameRows(rows: readonly XmlNode[]): void {
    const taken = new Set<string>();
    for (const [i, node] of rows.entries()) {
      const uid = numberOf(node, 'UID');
      const own = this.#isOurs ? fieldOf(node, ID_FIELD) : undefined;
      const isOurs = own !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(own) && !taken.has(own);
      const isKnown = uid !== undefined && !this.#idOfUid.has(uid);
      if (!isKnown) this.#tell(node, 'bad-value', `UID ${uid ?? ''}`);
      const id = isOurs ? own : isKnown ? `uid-${uid}` : `row-${i + 1}`;
      taken.add(id);
      this.#ids.set(node, id);
      if (!isKnown) continue;
      this.#idOfUid.set(uid, id);
      this.#durations.set(uid, minutesOf(textOf(node, 'Duration')) ?? 0);
    }
  }

  #tell(node: XmlNode, code: MspdiRemark['code'], detail: string): void {
    this.#remarks.push({ code, task: textOf(node, 'Name') || `UID ${textOf(node, 'UID')}`, detail });
  }

  #readTask(
    node: XmlNode,
    id: string,
    parent: string | undefined,
    calendarOf: (uid: number) => string | undefined,
  ): { task: PlanTask; isOpening: boolean } {
    const marks = this.#isOurs ? (fieldOf(node, MARKS_FIELD) ?? '').split(' ').filter(Boolean) : [];
    const isStage = textOf(node, 'Summary') === '1';
    const format = numberOf(node, 'DurationFormat') ?? 7;
    const length = isStage ? 0 : this.#lengthOf(node);
    const isMilestone = !isStage && length === 0;
    if (!isStage && !isMilestone && textOf(node, 'Milestone') === '1')
      this.#tell(node, 'milestone-with-duration', textOf(node, 'Duration') ?? '');
    const calendarUid = numberOf(node, 'CalendarUID');
    const calendar = calendarUid === undefined || calendarUid < 0 ? undefined : calendarOf(calendarUid);
    const name = textOf(node, 'Name');
    const note = textOf(node, 'Notes');
    const checklist = this.#isOurs ? fieldOf(node, CHECKLIST_FIELD) : undefined;
    const percent = numberOf(node, 'PercentComplete') ?? 0;
    if (percent < 0 || percent > 100) this.#tell(node, 'bad-value', `PercentComplete ${percent}`);
    const timing =
      marks.find((mark): mark is 'soon' | 'late' => mark === 'soon' || mark === 'late') ?? this.#timingOf(node, marks);
    const deadline = this.#day(node, 'Deadline');
    const actualStart = this.#day(node, 'ActualStart');
    const actualFinish = this.#day(node, 'ActualFinish');
    const task: PlanTask = {
      id,
      kind: isStage ? 'stage' : isMilestone ? 'milestone' : 'task',
      ...(parent === undefined ? {} : { parent }),
      ...(isMilestone ? { mark: this.#markOf(node, marks) } : {}),
      duration: isStage || isMilestone ? 0 : this.#daysOf(node, length, format),
      unit: isStage || isMilestone ? 'workday' : unitOf(format),
      after: this.#readLinks(node),
      constraints: this.#readConstraints(node, marks),
      ...(deadline ? { deadline } : {}),
      ...(calendar === undefined ? {} : { calendar }),
      ...(timing === undefined || isStage ? {} : { timing }),
      ...(actualStart && !isStage ? { actualStart } : {}),
      ...(actualFinish && !isStage ? { actualFinish } : {}),
      ...(percent > 0 && percent <= 100 && !isStage ? { percent } : {}),
      ...(name ? { name } : {}),
      ...(note ? { note } : {}),
      ...(checklist ? { checklist } : {}),
    };
    return { task, isOpening: marks.includes('opening') };
  }

  /** What goes against the direction of the plan, where the file itself says so and our marks do not. */
  #timingOf(node: XmlNode, marks: readonly string[]): 'late' | 'soon' | undefined {
    if (this.#isOurs || marks.length > 0) return undefined;
    const isBackward = textOf(this.#project, 'ScheduleFromStart') === '0';
    const code = numberOf(node, 'ConstraintType');
    if (code === AS_LATE && !isBackward) return 'late';
    return code === AS_SOON && isBackward ? 'soon' : undefined;
  }

  #markOf(node: XmlNode, marks: readonly string[]): 'end-of-day' | 'start-of-day' {
    if (marks.includes('start-of-day')) return 'start-of-day';
    if (marks.includes('end-of-day')) return 'end-of-day';
    const time = textOf(node, 'Start')?.slice(11, 16) ?? '';
    return time !== '' && time <= '12:00' ? 'start-of-day' : 'end-of-day';
  }

  /** Minutes; programs that write no duration mean the days from start to finish. */
  #lengthOf(node: XmlNode): number {
    const written = textOf(node, 'Duration');
    const length = minutesOf(written);
    if (length !== undefined) return length;
    if (written) this.#tell(node, 'bad-value', `Duration ${written}`);
    if (textOf(node, 'Milestone') === '1') return 0;
    const [start, finish] = [dayIn(textOf(node, 'Start')), dayIn(textOf(node, 'Finish'))];
    const isSpan =
      start !== undefined && finish !== undefined && start <= finish && daysBetween(start, finish) <= MAX_DAYS;
    const days = isSpan
      ? daysFrom(start, finish).filter((on) => this.#weekdays.includes(weekday(dayNumber(on)))).length
      : 1;
    this.#tell(node, 'duration-derived', String(Math.max(1, days)));
    return Math.max(1, days) * this.#minutesPerDay;
  }

  #daysOf(node: XmlNode, length: number, format: number): number {
    const days = length / (isElapsed(format) ? MINUTES_OF_ELAPSED_DAY : this.#minutesPerDay);
    if (!Number.isInteger(days)) this.#tell(node, 'duration-rounded', String(Math.round(days * 100) / 100));
    return Math.min(MAX_DAYS, Math.max(1, Math.ceil(days)));
  }

  #readLinks(node: XmlNode): PlanLink[] {
    return childrenOf(node, 'PredecessorLink').flatMap((link): PlanLink[] => {
      const uid = numberOf(link, 'PredecessorUID') ?? -1;
      const from = this.#idOfUid.get(uid);
      if (from === undefined || textOf(link, 'CrossProject') === '1') {
        this.#tell(node, 'link-elsewhere', `UID ${uid}`);
        return [];
      }
      const code = numberOf(link, 'Type') ?? LINK_CODES.FS;
      const known = (Object.keys(LINK_CODES) as LinkType[]).find((each) => LINK_CODES[each] === code);
      if (known === undefined) this.#tell(node, 'bad-value', `Type ${code}`);
      const type = known ?? 'FS';
      const format = numberOf(link, 'LagFormat') ?? 7;
      const raw = numberOf(link, 'LinkLag') ?? 0;
      let days = raw / 10 / (isElapsed(format) ? MINUTES_OF_ELAPSED_DAY : this.#minutesPerDay);
      if (isPercent(format)) {
        days = ((this.#durations.get(uid) ?? 0) / this.#minutesPerDay) * (raw / 100);
        this.#tell(node, 'lag-percent', `${raw} %`);
      } else if (!Number.isInteger(days)) this.#tell(node, 'lag-rounded', String(Math.round(days * 100) / 100));
      const lag = Math.max(-MAX_DAYS, Math.min(MAX_DAYS, Math.round(days))) + 0;
      return [{ from, type, lag, unit: isElapsed(format) ? 'calendar-day' : 'workday' }];
    });
  }

  #readConstraints(node: XmlNode, marks: readonly string[]): PlanConstraint[] {
    const constraints: PlanConstraint[] = [];
    const code = numberOf(node, 'ConstraintType') ?? 0;
    const kind = (Object.keys(CONSTRAINT_CODES) as ConstraintKind[]).find((each) => CONSTRAINT_CODES[each] === code);
    const on = kind === undefined ? undefined : this.#day(node, 'ConstraintDate');
    if (kind !== undefined && on) constraints.push({ kind, day: on });
    else if (code !== AS_SOON && code !== AS_LATE) this.#tell(node, 'bad-value', `ConstraintType ${code}`);
    const projectStart = dayIn(textOf(this.#project, 'StartDate'));
    const isAlone = childrenOf(node, 'PredecessorLink').length === 0 && dayIn(textOf(node, 'Start')) === on;
    if (kind === 'earliest-start' && on && projectStart && on < projectStart && isAlone) {
      constraints[0] = { kind: 'fixed-start', day: on };
      this.#tell(node, 'before-project-start', on);
    }
    for (const mark of marks) {
      const [more = '', day = ''] = mark.split(':');
      if (more in CONSTRAINT_CODES && isDay(day)) constraints.push({ kind: more as ConstraintKind, day });
    }
    if (textOf(node, 'Manual') === '1' && textOf(node, 'Summary') !== '1') {
      const start = dayIn(textOf(node, 'ManualStart')) ?? this.#day(node, 'Start');
      if (start) {
        this.#tell(node, 'manual', start);
        return [{ kind: 'fixed-start', day: start }];
      }
    }
    return constraints;
  }

  #day(node: XmlNode, name: string): Day | undefined {
    const text = textOf(node, name);
    if (!text || text === 'NA') return undefined;
    const found = dayIn(text);
    if (!found) this.#tell(node, 'bad-value', `${name} ${text}`);
    return found;
  }

  #readBaseline(node: XmlNode): BaselineRow | undefined {
    const all = childrenOf(node, 'Baseline');
    const first = all.find((each) => (numberOf(each, 'Number') ?? 0) === 0);
    if (all.length > (first ? 1 : 0)) this.#tell(node, 'baseline', String(all.length - (first ? 1 : 0)));
    const [start, finish] = [dayIn(textOf(first, 'Start')), dayIn(textOf(first, 'Finish'))];
    if (!start || !finish) return undefined;
    const length = minutesOf(textOf(first, 'Duration')) ?? 0;
    const perDay = isElapsed(numberOf(first, 'DurationFormat') ?? 7) ? MINUTES_OF_ELAPSED_DAY : this.#minutesPerDay;
    return { start, finish, workdays: Math.ceil(length / perDay) };
  }

  #readDirection(opening: { id: string; day: Day } | undefined, tasks: readonly PlanTask[]): Direction {
    if (opening) return { from: 'opening', day: opening.day, milestone: opening.id };
    const start = dayIn(textOf(this.#project, 'StartDate'));
    const finish = dayIn(textOf(this.#project, 'FinishDate'));
    if (textOf(this.#project, 'ScheduleFromStart') === '0' && finish) return { from: 'finish', day: finish };
    const constrained = tasks.flatMap(({ constraints }) => constraints.map(({ day }) => day)).sort()[0];
    return { from: 'start', day: start ?? constrained ?? finish ?? ('2026-01-01' as Day) };
  }

  #tellUnknown(node: XmlNode): void {
    for (const name of unknownFields(node)) this.#tellField(name);
    for (const attribute of childrenOf(node, 'ExtendedAttribute')) {
      const id = textOf(attribute, 'FieldID') ?? '';
      const isOurs = (id === ID_FIELD || id === MARKS_FIELD || id === CHECKLIST_FIELD) && this.#isOurs;
      if (!isOurs && textOf(attribute, 'Value')) this.#tellField(this.#fieldNames.get(id) ?? `ExtendedAttribute ${id}`);
    }
  }

  /** One remark a field, however many rows have it. */
  #tellField(name: string): void {
    const known = this.#remarks.findIndex((remark) => remark.code === 'field' && remark.detail === name);
    const before = this.#remarks[known];
    if (before) this.#remarks[known] = { ...before, count: (before.count ?? 1) + 1 };
    else this.#remarks.push({ code: 'field', detail: name, count: 1 });
  }

  #tellResources(): void {
    const resources = childrenOf(childOf(this.#project, 'Resources'), 'Resource').filter(
      (node) => (numberOf(node, 'UID') ?? 0) !== 0 && textOf(node, 'IsNull') !== '1' && textOf(node, 'Name'),
    );
    if (resources.length === 0) return;
    const names = resources.slice(0, 5).map((node) => textOf(node, 'Name'));
    this.#remarks.push({ code: 'resources', detail: names.join(', '), count: resources.length });
  }
}

function fieldOf(node: XmlNode, id: string): string | undefined {
  return textOf(
    childrenOf(node, 'ExtendedAttribute').find((each) => textOf(each, 'FieldID') === id),
    'Value',
  );
}

/** The civil day of `2026-11-24T08:00:00`; the time of day is of no meaning to a plan of whole days. */
function dayIn(text: string | undefined): Day | undefined {
  const on = text?.trim().slice(0, 10) ?? '';
  return isDay(on) ? on : undefined;
}

/** Minutes of `PT40H30M0S`, also with days (`P1DT4H`). */
function minutesOf(text: string | undefined): number | undefined {
  const match = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    text?.trim() ?? '',
  );
  if (!match) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(days) * MINUTES_OF_ELAPSED_DAY + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}
