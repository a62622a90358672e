import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { MONDAY_TO_SATURDAY } from '../../../src/domain/calendar/calendar-spec.ts';
import { isWorkday } from '../../../src/domain/calendar/work-calendar.ts';
import { day } from '../../../src/domain/day.ts';
import { takeBaseline } from '../../../src/domain/schedule/baseline.ts';
import { planFromTemplate } from '../../../src/domain/schedule/from-template.ts';
import type { Plan, PlanTask } from '../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../src/domain/schedule/schedule.ts';
import { readMspdi } from '../../../src/interchange/mspdi-read.ts';
import { writeMspdi } from '../../../src/interchange/mspdi-write.ts';
import { CHINA, compiled, spec } from '../domain/calendar/official.ts';
import { configureProperties } from '../domain/property-runs.ts';
import { ONLY_CHINA, stage } from '../domain/schedule/plans.ts';
import { anyPlan, THREE_CALENDARS } from '../domain/schedule/random-plans.ts';
import { TEMPLATES } from '../domain/schedule/templates.ts';

configureProperties();

const bytes = (text: string) => new TextEncoder().encode(text);
const OTHERS = [...THREE_CALENDARS.others.values()].map((calendar) => calendar.spec);

function through(plan: Plan) {
  const result = schedule(plan, THREE_CALENDARS);
  const { xml, losses } = writeMspdi({
    name: '计划 <1> & co',
    plan,
    schedule: result,
    main: CHINA.spec,
    others: OTHERS,
    baseline: takeBaseline(result),
  });
  const read = readMspdi(bytes(xml));
  if (!read.ok) throw new Error(`${read.reason} ${read.detail}`);
  return { read, result, losses, xml };
}

/** As the engine sees a row, links and constraints in any order. */
const essence = (tasks: readonly PlanTask[]) =>
  tasks.map(({ after, constraints, name: _, ...task }) => ({
    ...task,
    ...(task.kind === 'milestone' ? { mark: task.mark ?? 'end-of-day' } : {}),
    after: [...after].map((link) => JSON.stringify(link)).sort(),
    constraints: [...constraints].map((one) => JSON.stringify(one)).sort(),
  }));

describe('our own plans', () => {
  property.prop([anyPlan(), fc.string({ unit: 'grapheme', maxLength: 30 })])(
    'come back as they were, with the same dates',
    (plan, name) => {
      const tasks = plan.tasks.map((task, i) => ({
        ...task,
        name: i === 0 ? `名称 ${name.replaceAll(/\p{C}/gu, '')}` : task.id,
      }));
      const { read, result } = through({ ...plan, tasks });
      expect(essence(read.plan.tasks)).toEqual(essence(tasks));
      const expected =
        plan.direction.from === 'opening' && plan.direction.milestone === undefined ? undefined : plan.direction;
      if (expected) {
        expect(read.plan.direction).toEqual(expected);
        const again = schedule({ ...read.plan, direction: expected }, THREE_CALENDARS);
        expect([...again.rows]).toEqual([...result.rows]);
      }
      // A day of opening without a row for it comes back as a plan from its start; that its days differ is told.
      expect(read.remarks.filter(({ code }) => expected || code !== 'dates-differ')).toEqual([]);
    },
  );

  test.each([...TEMPLATES.keys()])('the template %s keeps outline, links, notes, baseline and calendar', (id) => {
    const template = TEMPLATES.get(id) as NonNullable<ReturnType<typeof TEMPLATES.get>>;
    const plan = planFromTemplate(
      template,
      { from: template.anchor.kind, day: day('2026-12-18') },
      ONLY_CHINA,
      'zh-CN',
    );
    const { read, result } = through(plan);
    expect(
      read.plan.tasks.map(({ id: row, name, parent, note, deadline, checklist }) => ({
        row,
        name,
        parent,
        note,
        deadline,
        checklist,
      })),
    ).toEqual(
      plan.tasks.map(({ id: row, name, parent, note, deadline, checklist }) => ({
        row,
        name,
        parent,
        note,
        deadline,
        checklist,
      })),
    );
    expect(read.baseline).toEqual(takeBaseline(result));
    expect([...read.contacts]).toEqual(plan.tasks.filter(({ role }) => role).map(({ id: row, role }) => [row, role]));
    const calendar = compiled({ ...spec('read'), ...(read.calendars[0] as object) });
    for (const on of ['2026-10-01', '2026-10-10', '2026-09-20', '2027-02-05', '2026-12-18'].map(day))
      expect(isWorkday(calendar, on)).toBe(isWorkday(CHINA, on));
  });

  test('what began before the plan does not pull the others along when the file comes back', () => {
    const tasks: PlanTask[] = [
      { ...stage('a'), kind: 'task', duration: 5, name: 'a', actualStart: day('2026-10-12') },
      { ...stage('b'), kind: 'task', duration: 2, name: 'b' },
    ];
    const plan: Plan = { direction: { from: 'start', day: day('2026-11-02') }, tasks };
    const { read } = through(plan);
    expect(read.plan.direction).toEqual(plan.direction);
    expect(schedule(read.plan, THREE_CALENDARS).rows.get('b')?.start).toBe('2026-11-02');
    expect(read.remarks).toEqual([]);
  });

  test('only one constraint fits; the others are told and come back all the same', () => {
    const plan: Plan = {
      direction: { from: 'start', day: day('2026-11-02') },
      tasks: [
        stage('s'),
        {
          id: 'a',
          kind: 'task',
          parent: 's',
          duration: 2,
          unit: 'workday',
          after: [],
          constraints: [
            { kind: 'earliest-start', day: day('2026-11-04') },
            { kind: 'latest-finish', day: day('2026-11-20') },
          ],
        },
      ],
    };
    const { read, losses } = through(plan);
    expect(losses).toEqual([{ task: 'a', what: 'second-constraint' }]);
    expect(essence(read.plan.tasks)).toEqual(essence(plan.tasks));
  });
});

describe('a file as MS Project writes it', () => {
  const read = readMspdi(readFileSync(new URL('../../fixtures/mspdi/as-ms-project-writes.xml', import.meta.url)));
  if (!read.ok) throw new Error(read.reason);
  const row = (name: string) => read.plan.tasks.find((task) => task.name === name) as PlanTask;

  test('gives rows without the project itself, blank rows and what is switched off', () => {
    expect(read.name).toBe('Mall opening');
    expect(read.plan.direction).toEqual({ from: 'start', day: '2026-11-02' });
    expect(read.plan.tasks.map(({ name }) => name)).toEqual([
      'Fit-out & handover',
      'Drawings',
      'Works',
      'Half days',
      'Share',
      'By hand',
      'Must start',
      'Ready',
      'Open',
      'Begun',
    ]);
    expect(row('Drawings').parent).toBe(row('Fit-out & handover').id);
    expect(row('Fit-out & handover').kind).toBe('stage');
    expect(row('Ready').parent).toBeUndefined();
  });

  test('minutes become days: by the minutes of a day, or of an elapsed day', () => {
    expect(row('Drawings')).toMatchObject({ duration: 5, unit: 'workday', deadline: '2026-11-20' });
    expect(row('Works')).toMatchObject({ duration: 45, unit: 'calendar-day' });
    expect(row('Half days')).toMatchObject({ duration: 3 });
  });

  test('links with types and lags, constraints, milestones, progress, baseline', () => {
    const drawings = row('Drawings').id;
    expect(row('Works').after).toEqual([{ from: drawings, type: 'FS', lag: 1, unit: 'workday' }]);
    expect(row('Half days').after).toEqual([
      { from: drawings, type: 'SS', lag: -2, unit: 'workday' },
      { from: row('Works').id, type: 'FF', lag: 1, unit: 'calendar-day' },
    ]);
    expect(row('Share').after).toEqual([{ from: drawings, type: 'FS', lag: 3, unit: 'workday' }]);
    expect(row('Must start').constraints).toEqual([{ kind: 'fixed-start', day: '2026-12-01' }]);
    expect(row('Must start').after[0]?.type).toBe('SF');
    expect(row('Ready')).toMatchObject({ kind: 'milestone', mark: 'end-of-day' });
    expect(row('Open')).toMatchObject({
      kind: 'milestone',
      mark: 'start-of-day',
      constraints: [{ kind: 'earliest-start', day: '2026-12-18' }],
    });
    expect(row('Begun')).toMatchObject({ actualStart: '2026-11-02', percent: 40 });
    expect(row('By hand').constraints).toEqual([{ kind: 'fixed-start', day: '2026-11-02' }]);
    expect(read.baseline).toEqual({ [drawings]: { start: '2026-11-02', finish: '2026-11-06', workdays: 5 } });
  });

  test('the calendar with its exceptions, and a derived one', () => {
    expect(read.calendars.map(({ id }) => id)).toEqual(['calendar-1', 'calendar-3']);
    expect(read.calendars[0]).toMatchObject({ weekdays: [1, 2, 3, 4, 5], work: ['2026-10-10'] });
    expect(read.calendars[0]?.off).toEqual([
      '2026-01-01',
      ...[1, 2, 3, 4, 5, 6, 7].map((date) => `2026-10-0${date}`),
      ...[2027, 2028, 2029, 2030].map((year) => `${year}-01-01`),
    ]);
    expect(read.calendars[1]).toMatchObject({ weekdays: MONDAY_TO_SATURDAY, work: ['2026-10-10'] });
    expect(row('Share').calendar).toBe('calendar-3');
  });

  test('what is not understood is listed', () => {
    expect(
      read.remarks.map(({ code, task, detail }) => [code, task, detail].filter((part) => part !== undefined).join('|')),
    ).toEqual([
      'inactive|Off|',
      'baseline|Drawings|1',
      'duration-rounded|Half days|2.5',
      'lag-percent|Share|50 %',
      'link-elsewhere|Share|UID 99',
      'manual|By hand|2026-11-02',
      'field|FixedCost',
      'resources|Fitters',
    ]);
  });
});

describe('files of other programs', () => {
  const project = (...tasks: string[]) =>
    bytes(
      `<Project><StartDate>2026-11-02T08:00:00</StartDate><Tasks>${tasks.map((inner, i) => `<Task><UID>${i + 1}</UID><Name>t${i + 1}</Name>${inner}</Task>`).join('')}</Tasks></Project>`,
    );

  test('without durations the days from start to finish count, else one', () => {
    const read = readMspdi(project('<Start>2026-11-05T00:00:00</Start><Finish>2026-11-10T00:00:00</Finish>', ''));
    expect(read.ok && read.plan.tasks.map(({ duration }) => duration)).toEqual([4, 1]);
    expect(read.ok && read.remarks.map(({ code }) => code)).toEqual([
      'calendar-unknown',
      'duration-derived',
      'duration-derived',
    ]);
  });

  test('an earliest start before the project starts stays where the file has it', () => {
    const inner =
      '<Start>2026-10-12T08:00:00</Start><Duration>PT8H0M0S</Duration><ConstraintType>4</ConstraintType><ConstraintDate>2026-10-12T08:00:00</ConstraintDate>';
    const read = readMspdi(project(inner));
    expect(read.ok && read.plan.tasks[0]?.constraints).toEqual([{ kind: 'fixed-start', day: '2026-10-12' }]);
  });
});

describe('files that are none', () => {
  test.each([
    ['', 'xml'],
    ['<Project', 'xml'],
    ['<Project/>', 'not-mspdi'],
    ['<html><body/></html>', 'not-mspdi'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><Project><Tasks/></Project>', 'xml'],
  ])('%j is refused with a reason', (text, reason) =>
    expect(readMspdi(bytes(text))).toMatchObject({ ok: false, reason }),
  );

  test('bytes that are no text are refused', () => {
    expect(readMspdi(Uint8Array.of(0x3c, 0xc3, 0x28))).toMatchObject({ ok: false, reason: 'encoding' });
  });

  property.prop([fc.uint8Array({ maxLength: 200 })])('nothing makes it throw', (raw) => {
    expect(readMspdi(raw).ok).toBe(false);
  });
});
