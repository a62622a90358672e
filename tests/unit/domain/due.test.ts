import { describe, expect, test } from 'vitest';
import { MONDAY_TO_FRIDAY } from '../../../src/domain/calendar/calendar-spec.ts';
import { compileCalendar, type WorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { AnswerIndex } from '../../../src/domain/checklist/answer-index.ts';
import type { Change } from '../../../src/domain/checklist/change.ts';
import { answerPath, itemPath } from '../../../src/domain/checklist/item-path.ts';
import type { Json } from '../../../src/domain/checklist/json.ts';
import { recordId } from '../../../src/domain/checklist/record.ts';
import { startRunChanges } from '../../../src/domain/checklist/run.ts';
import type { Template } from '../../../src/domain/checklist/template.ts';
import { day } from '../../../src/domain/day.ts';
import { dueThings } from '../../../src/domain/due.ts';
import type { PlanTask } from '../../../src/domain/schedule/plan.ts';
import { newPlanChanges } from '../../../src/domain/schedule/stored-plan.ts';
import { written } from './checklist/histories.ts';

const compiled = compileCalendar({ id: 'official', weekdays: MONDAY_TO_FRIDAY, official: [], off: [], work: [] });
const calendar = (compiled.ok ? compiled.calendar : undefined) as WorkCalendar;
// A Wednesday.
const today = day('2026-11-25');

const template: Template = {
  checklist: 'tendering',
  version: '1.0',
  title: { 'zh-CN': '招标', en: 'Tendering' },
  groups: [{ id: 'all', title: { 'zh-CN': '全部', en: 'All' } }],
  items: ['keys', 'meters'].map((id) => ({
    id,
    group: 'all',
    role: 'engineering',
    mandatory: true,
    label: { 'zh-CN': id, en: id },
  })),
};

const things = (...steps: readonly (readonly Change[])[]) => thingsAt(...steps.flat().map((change) => ({ change })));

/** The same with the instant of each record; without one it is of the day before. */
function thingsAt(...steps: readonly { readonly change: Change; readonly at?: string }[]) {
  const index = new AnswerIndex();
  let count = 0;
  for (const { change, at } of steps) {
    const record = written(index, recordId('k3v9q0c2m8xe', count++), change.item, change.field, change.value);
    index.add(at === undefined ? record : { ...record, at });
  }
  return dueThings(index, {
    calendar,
    years: [],
    today,
    now: '2026-11-25T10:00',
    drills: [{ id: 'fire', months: 6 }],
    locale: 'en',
    dayOf: (instant) => instant.slice(0, 10),
  });
}

const state = (item: string, status: string): Change => ({
  item: answerPath('tendering', item),
  field: 'status',
  value: status,
});
const begun = startRunChanges(new AnswerIndex(), 'tendering', template);

describe('plan tasks', () => {
  const task = (id: string, duration: number, more: Partial<PlanTask> = {}): PlanTask => ({
    id,
    kind: 'task',
    duration,
    unit: 'workday',
    after: [],
    constraints: [],
    name: `Task ${id}`,
    ...more,
  });
  const plan = (tasks: readonly PlanTask[]) =>
    newPlanChanges(
      'p1',
      'Opening',
      { direction: { from: 'start', day: day('2026-11-23') }, tasks },
      { week: 'mon-fri', holidays: 'china', off: [], work: [], years: [] },
    );

  test('are due on their last day: overdue, today, within a week, and not yet', () => {
    const found = things(plan([task('a', 2), task('b', 3), task('c', 8), task('d', 9)]));
    expect(found.map(({ what, state: of, due }) => [what, of, due])).toEqual([
      ['Task a', 'overdue', '2026-11-24'],
      ['Task b', 'today', '2026-11-25'],
      ['Task c', 'soon', '2026-12-02'],
    ]);
    expect(found[0]).toMatchObject({ kind: 'task', about: 'Opening' });
  });

  test('go away when they are done, by their own word or by their checklist', () => {
    const tasks = [task('a', 2, { actualFinish: day('2026-11-24') }), task('b', 3, { checklist: 'tendering' })];
    const open = things(plan(tasks), begun, [state('keys', 'done')]);
    expect(open.map(({ kind, what }) => `${kind} ${what}`)).toEqual(['task Task b', 'checklist ']);
    expect(things(plan(tasks), begun, [state('keys', 'done'), state('meters', 'done')])).toEqual([]);
  });

  test('a stage is no task, and a free day of the plan’s own moves what is due', () => {
    const tasks = [task('s', 1, { kind: 'stage' }), task('a', 2, { parent: 's' })];
    const moved = things(
      newPlanChanges(
        'p1',
        'Opening',
        { direction: { from: 'start', day: day('2026-11-23') }, tasks },
        { week: 'mon-fri', holidays: 'china', off: [day('2026-11-24')], work: [], years: [] },
      ),
    );
    expect(moved.map(({ what, due }) => [what, due])).toEqual([['Task a', '2026-11-25']]);
  });
});

describe('checklists', () => {
  test('one that was begun is told with its progress; one that nobody touched or that is finished is not', () => {
    expect(things(begun)).toEqual([]);
    expect(things(begun, [state('keys', 'done')])).toMatchObject([
      { kind: 'checklist', state: 'begun', about: 'tendering', progress: { done: 1, all: 2 } },
    ]);
    expect(things(begun, [state('keys', 'done'), state('meters', 'not-applicable')])).toEqual([]);
  });

  test('a problem says in which run it stands, and stands in front of what was only begun', () => {
    const due: Change = { item: answerPath('tendering', 'keys'), field: 'due', value: '2026-11-24' };
    expect(things(begun, [state('keys', 'problem'), due])).toMatchObject([
      { kind: 'problem', state: 'overdue', what: 'keys', run: { run: 'tendering' } },
      { kind: 'checklist', state: 'begun' },
    ]);
  });
});

describe('what runs', () => {
  const entry = (run: string, value: Json, id = 'e1'): Change => ({
    item: itemPath('incident', run, id),
    field: 'entry',
    value,
  });
  const head = (run: string, kind: string, started: string): Change[] => [
    { item: itemPath('incident', run), field: 'card', value: 'fire' },
    { item: itemPath('incident', run), field: 'kind', value: kind },
    { item: itemPath('incident', run), field: 'started', value: started },
    entry(run, { kind: 'start', event: started }),
  ];

  test('an incident that has not ended stands in front of everything; an ended one is gone', () => {
    const open = head('r1', 'incident', '2026-11-25T01:00:00.000Z');
    expect(things(begun, [state('keys', 'done')], open)[0]).toMatchObject({
      kind: 'incident',
      state: 'running',
      about: 'fire',
    });
    expect(things(open, [entry('r1', { kind: 'end', event: '2026-11-25T02:00:00.000Z' }, 'e2')])).toEqual([]);
  });

  test('an end that was corrected is no end', () => {
    const open = head('r1', 'incident', '2026-11-25T01:00:00.000Z');
    const ended = entry('r1', { kind: 'end', event: '2026-11-25T02:00:00.000Z' }, 'e2');
    const event = '2026-11-25T02:01:00.000Z';
    const taken = entry('r1', { kind: 'correction', event, corrects: 'e2', text: 'not over' }, 'e3');
    expect(things(open, [ended, taken])).toMatchObject([{ kind: 'incident', state: 'running' }]);
  });

  test('a drill is due again by its interval', () => {
    const ended = entry('r1', { kind: 'end', event: '2026-05-20T02:00:00.000Z' }, 'e2');
    expect(things(head('r1', 'drill', '2026-05-20T01:00:00.000Z'), [ended])).toMatchObject([
      { kind: 'drill', state: 'overdue', due: '2026-11-20' },
    ]);
  });

  test('a permit is told before its first minute, runs until its last, then it is overdue until it is closed', () => {
    const permit = (to: string): Change[] => [
      { item: itemPath('permit', 'x1'), field: 'kind', value: 'hot-work' },
      { item: itemPath('permit', 'x1'), field: 'g.to', value: to },
      { item: itemPath('permit', 'x1'), field: 'granted', value: { who: 'A', at: '', form: '' } },
    ];
    const from = (value: string): Change[] => [{ item: itemPath('permit', 'x1'), field: 'g.from', value }];
    const night = permit('2026-11-26T06:00');
    expect(things(night, from('2026-11-25T22:30'))).toMatchObject([{ state: 'today', due: '2026-11-25' }]);
    expect(things(permit('2026-12-03T06:00'), from('2026-12-02T22:30'))).toMatchObject([{ state: 'soon' }]);
    expect(things(permit('2026-12-04T06:00'), from('2026-12-03T22:30'))).toEqual([]);
    expect(things(night, from('2026-11-25T10:00'))).toMatchObject([{ state: 'running', due: '2026-11-26' }]);
    expect(things(permit('2026-11-25T10:00'))[0]).toMatchObject({ kind: 'permit', state: 'running' });
    expect(things(permit('2026-11-25T09:59'))[0]).toMatchObject({ kind: 'permit', state: 'overdue' });
    expect(
      things(permit('2026-11-25T09:59'), [{ item: itemPath('permit', 'x1'), field: 'closed', value: 'then' }]),
    ).toEqual([]);
  });
});

describe('services', () => {
  const stated = (service: string, value: Json, at: string, field = 'post') => ({
    change: { item: itemPath('service', service), field, value },
    at: `${at}T02:00:00.000Z`,
  });

  test('of which nothing was stated for more than 180 days are one thing, the longest first', () => {
    // 2026-05-29 is 180 days before the day of these tests.
    const found = thingsAt(
      stated('keys', 'Reception', '2026-05-28'),
      stated('repairs', 'Duty engineer', '2026-01-05'),
      stated('moving', 'Gate', '2026-05-29'),
    );
    expect(found).toEqual([
      {
        kind: 'services',
        state: 'old',
        due: undefined,
        what: '',
        about: 'repairs',
        services: ['repairs', 'keys'],
      },
    ]);
  });

  test('are fresh again once somebody checked them, and one emptied again needs nothing', () => {
    const old = stated('repairs', 'Duty engineer', '2026-01-05');
    expect(thingsAt(old, stated('repairs', '2026-11-20', '2026-11-20', 'checked'))).toEqual([]);
    expect(thingsAt(old, stated('repairs', null, '2026-01-06'))).toEqual([]);
  });

  test('stand behind what is due and before what was only begun', () => {
    const at = '2026-11-24T02:00:00.000Z';
    const work = [...begun, state('keys', 'done')].map((change) => ({ change, at }));
    expect(thingsAt(stated('repairs', 'x', '2026-01-05'), ...work).map(({ kind }) => kind)).toEqual([
      'services',
      'checklist',
    ]);
  });
});
