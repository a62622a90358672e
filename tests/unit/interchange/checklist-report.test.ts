import { test as law } from '@fast-check/vitest';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { AnswerIndex } from '../../../src/domain/checklist/answer-index.ts';
import { answerPath } from '../../../src/domain/checklist/item-path.ts';
import { type AnswerRecord, recordId } from '../../../src/domain/checklist/record.ts';
import { type ChecklistReport, type ReportLabels, reportSheets } from '../../../src/interchange/checklist-report.ts';
import { reportJson, reportSchema, writeReportJson } from '../../../src/interchange/checklist-report-json.ts';
import { readCsv, writeCsv } from '../../../src/interchange/csv.ts';
import { readXlsx } from '../../../src/interchange/xlsx-read.ts';
import { writeXlsx } from '../../../src/interchange/xlsx-write.ts';
import { ITEMS, threeReplicas, union } from '../domain/checklist/histories.ts';
import { BOOKS } from './tables.ts';

const columns = [
  ...[
    'number',
    'group',
    'item',
    'role',
    'mandatory',
    'counted',
    'status',
    'note',
    'reason',
    'severity',
    'owner',
    'due',
  ],
  ...['overdue', 'who', 'at', 'undecided', 'field', 'before', 'value', 'record'],
];
const labels = {
  sheets: { answers: '回答', problems: '问题', history: 'History' },
  columns: Object.fromEntries(columns.map((column) => [column, column])) as ReportLabels['columns'],
  statuses: { open: '未查', done: '完成', problem: '有问题', 'not-applicable': '不适用', undecided: '待裁定' },
  severities: { A: 'A 安全', B: 'B 系统', C: 'C 观感', D: 'D 设计' },
  fields: { status: '结论', note: '记录' },
  yes: '是',
  no: '否',
  removed: '（清空）',
};
const item = (name: string, number: string, more: object = {}) => ({
  path: answerPath('tendering', name),
  group: 'power',
  groupTitle: '配电',
  role: 'electrician',
  roleName: '电器技工',
  mandatory: true,
  number,
  label: `查 ${name}`,
  ...more,
});
let counter = 0;
const record = (
  name: string,
  field: string,
  value: AnswerRecord['value'],
  more: Partial<AnswerRecord> = {},
): AnswerRecord => ({
  id: recordId('aaaa', counter++),
  item: answerPath('tendering', name),
  field,
  value,
  who: '王工',
  at: '2026-11-24T16:30:05.250Z',
  replaces: [],
  ...more,
});
const first = record('keys', 'status', 'done');
const report: ChecklistReport = {
  project: { id: 'p0123456789ab', name: '某项目' },
  checklist: { id: 'tendering', title: '招标阶段', version: '1.0' },
  run: 'tendering',
  exported: '2026-11-25T00:00:00.000Z',
  today: '2026-12-02',
  localTime: (instant) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19),
  items: [item('keys', '1.1'), item('lamps', '1.10', { mandatory: false }), item('gas', '1.2', { applies: false })],
  index: new AnswerIndex([
    first,
    record('keys', 'status', 'problem', { replaces: [first.id] }),
    record('keys', 'severity', 'B'),
    record('keys', 'note', '=缺 2 把'),
    record('keys', 'owner', '李工'),
    record('keys', 'due', '2026-12-01'),
    record('keys', 'measured', { value: '3', unit: '把' }),
    record('lamps', 'status', 'done'),
    record('lamps', 'status', 'open'),
    record('gas', 'status', 'problem'),
  ]),
};

describe('a run as sheets', () => {
  const sheets = reportSheets(report, labels, { problems: [{ heading: '复查', cell: ({ number }) => number }] });
  const xlsx = writeXlsx({ sheets: Object.values(sheets) });

  test('every item with its answer, typed', () => {
    expect(readXlsx(xlsx, '回答')).toMatchObject({
      rows: [
        [
          'number',
          'group',
          'item',
          'role',
          'mandatory',
          'counted',
          'status',
          'note',
          'reason',
          'severity',
          'owner',
          'due',
          'overdue',
          'who',
          'at',
          'undecided',
        ],
        [
          '1.1',
          '配电',
          '查 keys',
          '电器技工',
          '是',
          '是',
          '有问题',
          '=缺 2 把',
          '',
          'B 系统',
          '李工',
          '2026-12-01',
          '是',
          '王工',
          '2026-11-25 00:30:05',
        ],
        [
          '1.10',
          '配电',
          '查 lamps',
          '电器技工',
          '否',
          '是',
          '待裁定',
          '',
          '',
          '',
          '',
          '',
          '',
          '王工',
          '2026-11-25 00:30:05',
          '结论',
        ],
        [
          '1.2',
          '配电',
          '查 gas',
          '电器技工',
          '是',
          '否',
          '有问题',
          '',
          '',
          '',
          '',
          '',
          '否',
          '王工',
          '2026-11-25 00:30:05',
        ],
      ],
    });
    expect(sheets.answers.rows[1]?.[11]).toEqual({ day: '2026-12-01' });
    expect(sheets.answers).toMatchObject({ headerRows: 1, filter: true });
  });

  test('the problems that count, with columns of others', () => {
    expect(readXlsx(xlsx, '问题')).toMatchObject({
      rows: [
        [
          'number',
          'group',
          'item',
          'role',
          'severity',
          'note',
          'owner',
          'due',
          'overdue',
          'status',
          'who',
          'at',
          '复查',
        ],
        [
          '1.1',
          '配电',
          '查 keys',
          '电器技工',
          'B 系统',
          '=缺 2 把',
          '李工',
          '2026-12-01',
          '是',
          '有问题',
          '王工',
          '2026-11-25 00:30:05',
          '1.1',
        ],
      ],
    });
  });

  test('who changed what, from what to what', () => {
    const read = readXlsx(xlsx, sheets.history.name);
    expect(read).toMatchObject({ sheet: 'History 2' });
    expect(read.ok && read.rows.slice(1, 3).map((row) => row.slice(2, 6))).toEqual([
      ['结论', '', '完成', '王工'],
      ['结论', '完成', '有问题', '王工'],
    ]);
    expect(read.ok && read.rows.map((row) => row[4])).toContain('{"unit":"把","value":"3"}');
    expect(read.ok && read.rows).toHaveLength(11);
  });

  test('the same as CSV', () => {
    const fromXlsx = readXlsx(xlsx, '回答');
    const fromCsv = readCsv(writeCsv(sheets.answers.rows));
    const cut = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('|').replace(/\|+$/, ''));
    expect(fromCsv.ok && fromXlsx.ok && cut(fromCsv.rows)).toEqual(fromXlsx.ok && cut(fromXlsx.rows));
  });
});

describe('a run as JSON', () => {
  test('has the documented shape', () => {
    const json = JSON.parse(new TextDecoder().decode(writeReportJson(report)));
    expect(v.parse(reportSchema, json)).toEqual(reportJson(report));
    expect(json.items[0]).toEqual({
      path: 'run/tendering/keys',
      number: '1.1',
      group: { id: 'power', title: '配电' },
      label: '查 keys',
      role: { id: 'electrician', name: '电器技工' },
      mandatory: true,
      applies: true,
      status: 'problem',
      reason: '',
      note: '=缺 2 把',
      severity: 'B',
      owner: '李工',
      due: '2026-12-01',
      who: '王工',
      at: '2026-11-24T16:30:05.250Z',
      undecided: [],
    });
  });

  law.prop([threeReplicas], BOOKS)('any history makes valid JSON and a readable workbook', ([a, b, c]) => {
    const index = union(a, b, c);
    const items = ITEMS.map((path, i) => ({ ...item('keys', String(i)), path }));
    const any = { ...report, items, index };
    expect(v.safeParse(reportSchema, reportJson(any)).success).toBe(true);
    expect(reportJson(any).history).toHaveLength(index.size);
    const read = readXlsx(writeXlsx({ sheets: Object.values(reportSheets(any, labels)) }), 'History 2');
    expect(read.ok && read.rows).toHaveLength(index.size + 1);
  });
});
