import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { workdaysBetween } from '../../../src/domain/calendar/work-calendar.ts';
import { addDays, type Day, day } from '../../../src/domain/day.ts';
import { planFromTemplate } from '../../../src/domain/schedule/from-template.ts';
import type { PlanTask } from '../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../src/domain/schedule/schedule.ts';
import { readCsv, writeCsv } from '../../../src/interchange/csv.ts';
import { planTable, readPlanTable } from '../../../src/interchange/plan-csv.ts';
import { CHINA } from '../domain/calendar/official.ts';
import { configureProperties } from '../domain/property-runs.ts';
import { ONLY_CHINA } from '../domain/schedule/plans.ts';
import { anyTasks, THREE_CALENDARS } from '../domain/schedule/random-plans.ts';
import { TEMPLATES } from '../domain/schedule/templates.ts';

configureProperties();

const workdays = (from: Day, to: Day) => workdaysBetween(CHINA, from, addDays(to, 1));
const table = (...rows: string[][]) => readPlanTable({ rows, faults: [] }, workdays);
const read = (...rows: string[][]) => {
  const result = table(...rows);
  if (!result.ok) throw new Error(result.reason);
  return result;
};

function through(tasks: readonly PlanTask[], language: 'zh-CN' | 'en') {
  const result = schedule({ direction: { from: 'start', day: day('2026-11-02') }, tasks }, THREE_CALENDARS);
  const csv = readCsv(writeCsv(planTable(tasks, result, language, () => undefined)));
  if (!csv.ok) throw new Error(csv.reason);
  const back = readPlanTable(csv, workdays);
  if (!back.ok) throw new Error(back.reason);
  return back;
}

describe('a plan as CSV', () => {
  test.each([...TEMPLATES.keys()].flatMap((id) => [[id, 'zh-CN'] as const, [id, 'en'] as const]))(
    'the template %s comes back in %s',
    (id, language) => {
      const template = TEMPLATES.get(id) as NonNullable<ReturnType<typeof TEMPLATES.get>>;
      const { tasks } = planFromTemplate(
        template,
        { from: template.anchor.kind, day: day('2026-12-18') },
        ONLY_CHINA,
        language,
      );
      const back = through(tasks, language);
      expect(back.faults).toEqual([]);
      expect(back.ignored).toEqual([]);
      expect(back.tasks).toEqual(tasks.map(({ role: _, ...task }) => task));
      expect([...back.roles.values()]).toEqual(tasks.flatMap(({ role }) => role ?? []));
    },
  );

  property.prop([anyTasks(), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })])(
    'links, durations and names of any plan come back',
    (tasks, name) => {
      const named = tasks.map((task, i) => ({
        ...task,
        name: i === 0 ? `=${name.replaceAll(/\p{C}/gu, '').trim()}名` : task.id,
      }));
      const back = through(named, 'zh-CN');
      expect(back.faults).toEqual([]);
      for (const [i, task] of back.tasks.entries()) {
        const { after, duration, unit, kind, name: title } = named[i] as PlanTask;
        // Commas and order apart, what was written is what is read.
        expect({ duration: task.duration, unit: task.unit, kind: task.kind, name: task.name }).toEqual({
          duration,
          unit,
          kind,
          name: title,
        });
        expect(task.after).toEqual(after.map((link) => (link.lag === 0 ? { ...link, unit: 'workday' } : link)));
      }
    },
  );

  test('people’s own tables: other headings, indents for stages, row numbers in the links', () => {
    const { tasks, faults, ignored } = read(
      ['开业计划'],
      ['标识号', '任务名称', '工期(天)', '前置任务', '责任人', '预算'],
      ['1', '装修', '', '', '', ''],
      ['2', '　审图', '5 个工作日', '', '张工', ''],
      ['3', '　施工', '60日历天', '2FS+2天', '', '100'],
      [],
      ['4', '开业', '0', '3', '', ''],
    );
    expect(faults).toEqual([]);
    expect(ignored).toEqual(['预算']);
    expect(tasks.map(({ name, kind, parent, duration, unit }) => ({ name, kind, parent, duration, unit }))).toEqual([
      { name: '装修', kind: 'stage', parent: undefined, duration: 0, unit: 'workday' },
      { name: '审图', kind: 'task', parent: 'row-1', duration: 5, unit: 'workday' },
      { name: '施工', kind: 'task', parent: 'row-1', duration: 60, unit: 'calendar-day' },
      { name: '开业', kind: 'milestone', parent: undefined, duration: 0, unit: 'workday' },
    ]);
    expect(tasks[2]?.after).toEqual([{ from: 'row-2', type: 'FS', lag: 2, unit: 'workday' }]);
  });

  test('what is wrong is told by row and column, and the row is kept', () => {
    const { tasks, faults } = read(
      ['Id', 'Task', 'Duration', 'Predecessors', 'Deadline', 'Progress %'],
      ['a', 'One', 'long', '9', '2026-02-30', '120'],
      ['a', '', '3', 'x y z', '', ''],
    );
    expect(tasks).toHaveLength(2);
    expect(faults).toEqual([
      { row: 2, column: 3, code: 'bad-duration', text: 'long' },
      { row: 2, column: 4, code: 'unknown-row', text: '9' },
      { row: 2, column: 5, code: 'bad-day', text: '2026-02-30' },
      { row: 2, column: 6, code: 'bad-percent', text: '120' },
      { row: 3, column: 1, code: 'doubled-id', text: 'a' },
      { row: 3, column: 2, code: 'no-name', text: '' },
      { row: 3, column: 4, code: 'bad-links', text: 'x y z' },
    ]);
  });

  test('a start that nothing else decides becomes an earliest start', () => {
    const { tasks } = read(
      ['Task', 'Start', 'Predecessors'],
      ['One', '2026/11/4', ''],
      ['Two', '2026-11-09 08:00', '1'],
    );
    expect(tasks.map(({ constraints }) => constraints)).toEqual([[{ kind: 'earliest-start', day: '2026-11-04' }], []]);
  });

  test('without a duration a row takes the working days from start to finish, which is counted', () => {
    const { tasks, derived, faults } = read(
      ['任务', '开始', '完成'],
      ['国庆前后', '2026年9月28日（周一）', '2026/10/9 周五'],
      ['倒过来', '2026-10-09', '2026-10-08'],
      ['只有开始', '2026-10-09', ''],
    );
    expect(faults).toEqual([]);
    expect(tasks.map(({ duration, unit }) => [duration, unit])).toEqual([
      [5, 'workday'],
      [1, 'workday'],
      [1, 'workday'],
    ]);
    expect(derived).toBe(1);
  });

  test('lengths and lags as other programs write them', () => {
    const { tasks, faults } = read(
      ['ID', 'Name', 'Duration', 'Predecessors', 'Timing'],
      ['1', 'a', '5 days?', '', 'As late as possible'],
      ['2', 'b', '3 edays', '1FS+3 days', ''],
      ['3', 'c', '1 day', '1SS+2 edays,2FF-1 day', 'sometime'],
      ['4', 'd', '5 个工作日', '3FS+3 个工作日', ''],
      ['5', 'e', '2 wks', '3FS+50%', ''],
    );
    expect(tasks.map(({ duration, unit }) => `${duration} ${unit}`)).toEqual([
      '5 workday',
      '3 calendar-day',
      '1 workday',
      '5 workday',
      '1 workday',
    ]);
    expect(tasks.map(({ after }) => after.map(({ type, lag, unit }) => `${type}${lag} ${unit}`).join())).toEqual([
      '',
      'FS3 workday',
      'SS2 calendar-day,FF-1 workday',
      'FS3 workday',
      '',
    ]);
    expect(faults.map(({ row, code, text }) => `${row} ${code} ${text}`)).toEqual([
      '4 bad-timing sometime',
      '6 bad-duration 2 wks',
      '6 bad-links 3FS+50%',
    ]);
  });

  test('a table without a column of names is refused', () => {
    expect(table(['a', 'b'], ['1', '2'])).toEqual({ ok: false, reason: 'no-headings' });
  });
});
