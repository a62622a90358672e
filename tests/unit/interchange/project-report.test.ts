import { test as law } from '@fast-check/vitest';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { AnswerIndex } from '../../../src/domain/checklist/answer-index.ts';
import { answerPath, PROJECT, runPath } from '../../../src/domain/checklist/item-path.ts';
import { Overview } from '../../../src/domain/checklist/overview.ts';
import { ownItemChanges } from '../../../src/domain/checklist/own-items.ts';
import { memberChanges } from '../../../src/domain/checklist/project-info.ts';
import { startRunChanges } from '../../../src/domain/checklist/run.ts';
import { reopenRunChanges, signChanges } from '../../../src/domain/checklist/sign-changes.ts';
import { CHECKLIST } from '../../../src/i18n/checklist-strings.ts';
import { pick } from '../../../src/i18n/pick.ts';
import { REPORT } from '../../../src/i18n/report-strings.ts';
import { readCsv } from '../../../src/interchange/csv.ts';
import type { ProjectReport } from '../../../src/interchange/project-report.ts';
import { projectReportJson, projectReportSchema } from '../../../src/interchange/project-report-json.ts';
import { readXlsx } from '../../../src/interchange/xlsx-read.ts';
import { writeProjectReport } from '../../../src/islands/project-report/project-report-files.ts';
import type { ProjectReportProps } from '../../../src/islands/project-report/project-report-props.ts';
import { readProjectReport } from '../../../src/islands/project-report/read-report.ts';
import { acts, perform, RUN, VERSIONS, type Worker, workers, writeAs } from '../domain/checklist/teamwork.ts';
import { BOOKS } from './tables.ts';

const TODAY = '2026-12-02';
const NOW = '2026-12-02T01:00:00.000Z';
const pageIn = (locale: 'zh-CN' | 'en'): ProjectReportProps => ({
  locale,
  text: pick(REPORT, locale),
  words: pick(CHECKLIST, locale),
  checklists: [
    { id: 'early', title: 'Early', number: 'ZG-C-01' },
    { id: RUN, title: 'Tendering', number: 'ZG-C-03' },
  ],
  roles: { engineering: '工程' },
  officialDays: { off: [], work: [] },
});
const page = pageIn('zh-CN');
const reportOf = (index: AnswerIndex, as = page): ProjectReport =>
  readProjectReport(index, { id: 'p0123456789ab', name: '某项目' }, as, TODAY, NOW);
const drawing = { drawn: 'M10 20l98 0', width: 600, height: 300 };

/** Two checklists: one signed by hand, reopened and signed again; one of which a problem is open. */
function project(): Worker {
  const [worker] = workers();
  if (!worker) throw new Error('nobody works');
  const [template] = VERSIONS;
  const write = (...changes: Parameters<typeof writeAs>[1][]) => {
    for (const some of changes) writeAs(worker, some);
  };
  const early = { ...template, checklist: 'early', title: { 'zh-CN': '早期', en: 'Early' } };
  write(
    [{ item: PROJECT, field: 'city', value: '某市' }],
    [{ item: PROJECT, field: 'opening', value: '2027-05-01' }],
    memberChanges('a1', { name: '=王工', role: 'engineering' }),
    startRunChanges(worker.index, RUN, template),
    startRunChanges(worker.index, 'early', early),
    ownItemChanges(RUN, 'x1', { label: '0012', role: '', mandatory: false, group: 'site' }),
  );
  const signed = { on: '2026-11-25', who: '王工', role: 'engineering', signature: drawing };
  const problem = { status: 'problem', severity: 'B', note: '=1+1', owner: '李工', due: '2026-12-01' };
  write(
    [{ item: answerPath('early', 'keys'), field: 'status', value: 'done' }],
    Object.entries(problem).map(([field, value]) => ({ item: answerPath(RUN, 'keys'), field, value })),
    [{ item: answerPath(RUN, 'keys'), field: 'measured', value: { value: '12.50', unit: 'mm' } }],
    [{ item: answerPath(RUN, 'keys'), field: 'fixed', value: { round: 0, on: '2026-12-02', who: '李工', how: '换' } }],
  );
  for (const on of ['2026-11-25', '2026-11-27']) {
    const result = signChanges(worker.index, 'early', { ...signed, on });
    if (!result.ok) throw new Error(result.reason);
    write(result.changes);
    if (on === '2026-11-25') write(reopenRunChanges('early', { on: '2026-11-26', who: '李工', reason: '补查' }));
  }
  return worker;
}

const rowsOf = (bytes: Uint8Array, sheet: string): readonly (readonly string[])[] => {
  const read = readXlsx(bytes, sheet);
  if (!read.ok) throw new Error(read.detail);
  return read.rows;
};

describe('a whole project as a workbook', () => {
  const report = reportOf(project().index);
  const { bytes, name } = writeProjectReport('xlsx', report, page);

  test('has five sheets, each with a head', () => {
    expect(name).toBe('某项目-项目报告-2026-12-02.xlsx');
    expect(readXlsx(bytes)).toMatchObject({ ok: true, sheets: ['总览', '逐项记录', '问题', '签核', '经过'] });
  });

  test('the overview counts every checklist, in the order of the handbook, and sums them up', () => {
    const rows = rowsOf(bytes, '总览');
    expect(rows[0]?.slice(0, 5)).toEqual(['清单', '版本', '计入项', '完成', '完成率']);
    expect(rows.slice(1, 4).map((row) => [row[0], ...row.slice(2, 4), row[6], row[7]])).toEqual([
      ['早期', '2', '1', '0', '0'],
      ['招标', '3', '0', '1', '0'],
      ['合计', '5', '1', '1', '0'],
    ]);
    expect(rows[1]?.[10]).toBe('✓ 已签核');
    expect(rows.map((row) => row.slice(0, 2))).toContainEqual(['开业日期', '2027-05-01']);
    expect(rows.map((row) => row.slice(0, 2))).toContainEqual(['团队', '=王工 · 工程']);
  });

  test('the answers of all checklists, each row saying of which', () => {
    const rows = rowsOf(bytes, '逐项记录');
    expect(rows[0]?.slice(0, 4)).toEqual(['清单', '编号', '分组', '检查内容']);
    expect(rows.slice(1).map((row) => [row[0], row[1], row[3], row[7]])).toEqual([
      ['早期', '1.1', 'keys', '完成'],
      ['早期', '2.1', 'meters', '未查'],
      ['招标', '1.1', 'keys', '问题'],
      ['招标', '1.2', '0012', '未查'],
      ['招标', '2.1', 'meters', '未查'],
    ]);
    const measured = rows[0]?.indexOf('实测值') ?? -1;
    expect(rows[3]?.slice(measured, measured + 2)).toEqual(['12.5', 'mm']);
  });

  test('the problems with their owners, dates and how far the mending is', () => {
    const [head = [], ...rows] = rowsOf(bytes, '问题');
    expect(rows).toHaveLength(1);
    const cell = (heading: string) => rows[0]?.[head.indexOf(heading)];
    expect(['清单', '责任人或岗位', '期限', '整改状态', '整改'].map(cell)).toEqual([
      '招标',
      '李工',
      '2026-12-01',
      '已整改，待复查',
      '2026-12-02',
    ]);
  });

  test('every signature and reopening, and which of them holds', () => {
    const [head = [], ...rows] = rowsOf(bytes, '签核');
    const told = ['清单', '事项', '日期', '谁', '签名', '原因', '现在有效', '与现在的答案一致'];
    expect(rows.map((row) => told.map((heading) => row[head.indexOf(heading)] ?? ''))).toEqual([
      ['早期', '签核', '2026-11-25', '王工', '（手写）', '', '否', '是'],
      ['早期', '重新打开', '2026-11-26', '李工', '', '补查', '否', ''],
      ['早期', '签核', '2026-11-27', '王工', '（手写）', '', '是', '是'],
      ['招标', '', '', '', '', '', '', ''],
    ]);
    expect(rows[0]?.[head.indexOf('签核内容的摘要（SHA-256）')]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('who changed what: of the project, its team, its runs and its items, in words', () => {
    const [head = [], ...rows] = rowsOf(bytes, '经过');
    const told = ['清单', '检查内容', '栏目', '新值'].map((heading) => head.indexOf(heading));
    const lines = rows.map((row) => told.map((at) => row[at]).join('|'));
    expect(lines).toContain('项目资料|某项目|城市|某市');
    expect(lines).toContain('早期|早期|签核|2026-11-27 · 王工');
    expect(lines).toContain('招标|keys|结论|问题');
    expect(lines.join()).not.toContain('M10 20');
  });
});

describe('the same in other forms', () => {
  const report = reportOf(project().index);

  test('CSV opens as UTF-8, runs no formula and keeps ids as texts', () => {
    const { bytes } = writeProjectReport('csv', report, page);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("'=1+1");
    expect(text).toContain("'0012");
    const read = readCsv(bytes);
    expect(read.ok && read.rows[4]?.slice(0, 4)).toEqual(['招标', '1.2', '现场', '0012']);
  });

  test('JSON has the documented shape and the whole history, with the drawn strokes', () => {
    const { bytes } = writeProjectReport('json', report, page);
    const json = JSON.parse(new TextDecoder().decode(bytes));
    expect(v.parse(projectReportSchema, json)).toEqual(projectReportJson(report));
    expect(json.runs.map(({ run, state }: { run: string; state: string }) => [run, state])).toEqual([
      ['early', 'signed'],
      [RUN, 'unsigned'],
    ]);
    expect(json.runs[0].signOffs[2]).toMatchObject({ kind: 'signed', signature: drawing, holds: true, isValid: true });
    expect(json.history.some(({ field }: { field: string }) => field === 'fixed')).toBe(true);
  });

  test('in English every word of ours is English', () => {
    const english = pageIn('en');
    const { bytes } = writeProjectReport('xlsx', reportOf(project().index, english), english);
    const heads = ['Overview', 'Items', 'Problems', 'Sign-offs', 'Changes'].map((sheet) => rowsOf(bytes, sheet)[0]);
    expect(heads.flat().join()).not.toMatch(/\p{Script=Han}/u);
  });

  test('a checklist that was put aside is in none of them', () => {
    const worker = project();
    writeAs(worker, [{ item: runPath(RUN), field: 'archived', value: true }]);
    expect(reportOf(worker.index).runs.map(({ run }) => run)).toEqual(['early']);
  });

  test('a run of the first edition, to which no template was pinned, is told by its ids', () => {
    const [worker] = workers();
    if (!worker) throw new Error('nobody works');
    writeAs(worker, [{ item: answerPath(RUN, 'keys'), field: 'status', value: 'done' }]);
    const [run] = reportOf(worker.index).runs;
    expect(run).toMatchObject({
      title: 'Tendering',
      items: [{ number: '1.1', label: 'keys', groupTitle: '逐项记录' }],
    });
    expect(run?.progress).toMatchObject({ applicable: 1, done: 1 });
  });
});

law.prop([acts], BOOKS)('whatever a team does, the report counts as the overview does and is valid JSON', (all) => {
  const team = workers();
  for (const act of all) perform(team, act);
  const index = team[0]?.index ?? new AnswerIndex();
  const report = reportOf(index);
  const overview = new Overview(index).read(TODAY);
  const byRun = new Map(overview.runs.map(({ run, progress }) => [run.run, progress]));
  expect(new Map(report.runs.map(({ run, progress }) => [run, progress]))).toEqual(byRun);
  expect(report.total).toEqual(overview.total);
  expect(v.safeParse(projectReportSchema, projectReportJson(report)).success).toBe(true);
});
