import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../src/interchange/csv.ts';
import { MAX_ITEM_TEXT, MAX_LIST_ROWS, readList } from '../../../src/interchange/list-import.ts';
import { readYesNo } from '../../../src/interchange/list-import-headings.ts';
import { readTableFile } from '../../../src/interchange/table-file.ts';
import { writeXlsx } from '../../../src/interchange/xlsx-write.ts';
import { RUNS } from '../domain/checklist/histories.ts';
import { anyGrid, anyText, BOOKS } from './tables.ts';

const table = (rows: readonly (readonly string[])[]) => ({ rows, faults: [] });
const columnsOf = (head: readonly string[]) => {
  const read = readList(table([head, head.map(() => 'x')]));
  return read.ok ? Object.fromEntries(read.columns.map(({ field, column }) => [field, column])) : read.reason;
};
const roles = [
  { id: 'electrician', names: ['电器技工', 'Electrician'] },
  { id: 'order-keeping', names: ['秩序部', 'Order keeping'] },
];

describe('columns', () => {
  test.each<[readonly string[], object | string]>([
    [
      ['序号', '检查内容', '责任岗位', '是否必查', '检查标准', '证明材料'],
      { number: 1, item: 2, role: 3, mandatory: 4, why: 5, evidence: 6 },
    ],
    [
      ['No.', 'Item', 'Responsible', 'Mandatory', 'Why', 'Evidence', 'Group'],
      { number: 1, item: 2, role: 3, mandatory: 4, why: 5, evidence: 6, group: 7 },
    ],
    [['检查项目 / Item', '岗位\nRole', '必查（是/否）*', 'ＮＯ'], { item: 1, role: 2, mandatory: 3, number: 4 }],
    [['项目', '岗位'], { item: 1, role: 2 }],
    [['项目', '检查内容', '要求'], { group: 1, item: 2, why: 3 }],
    [['类别', '检查项目', '检查内容'], { group: 1, item: 3 }],
    [['甲', '乙'], 'no-item-column'],
  ])('%j', (head, columns) => {
    expect(columnsOf(head)).toEqual(columns);
  });

  test('the head is found below a title, and what is not used is told', () => {
    const read = readList(
      table([['某项目夜间巡查'], [], ['日期', '2026-12-01'], ['序号', '内容', '天气'], ['1', '灯', '晴']]),
    );
    expect(read).toMatchObject({
      headRow: 4,
      unused: [{ column: 3, heading: '天气' }],
      items: [{ row: 5, label: '灯', number: '1' }],
    });
  });

  test('a plain list needs no head', () => {
    expect(readList(table([['', '查灯'], [], ['', '查水']]))).toMatchObject({
      headRow: undefined,
      columns: [{ field: 'item', column: 2 }],
      items: [
        { row: 1, label: '查灯' },
        { row: 3, label: '查水' },
      ],
    });
  });

  test('the user may say what the columns are', () => {
    const rows = [
      ['甲', '乙', '丙'],
      ['查灯', '是', '晴'],
    ];
    expect(readList(table(rows), { columns: { item: 1, mandatory: 2 }, headRow: 1 })).toMatchObject({
      headRow: 1,
      unused: [{ column: 3, heading: '丙' }],
      items: [{ label: '查灯', mandatory: true }],
    });
    expect(readList(table(rows), { columns: { mandatory: 2 } })).toEqual({ ok: false, reason: 'no-item-column' });
  });
});

describe('rows', () => {
  const rows = [
    ['组', '序号', '检查内容', '岗位', '必查', '说明'],
    ['电梯', '1', '对讲通畅', '电器技工', '√', '每天试一次'],
    ['', '2', '年检标志', ' ORDER  KEEPING ', '否', ''],
    ['', '3', '', '秩序部', '', ''],
    ['', '4', '', '', '', ''],
    ['配电', '5', '对讲通畅', '', '可能', ''],
    ['', '6', '对讲通畅', '看门人', '', ''],
    ['', '7', '长'.repeat(MAX_ITEM_TEXT + 1), '', '', ''],
  ];

  test('become items, with the group carried down', () => {
    expect(readList(table(rows), { roles })).toMatchObject({
      items: [
        {
          row: 2,
          group: '电梯',
          number: '1',
          label: '对讲通畅',
          role: 'electrician',
          mandatory: true,
          why: '每天试一次',
        },
        { row: 3, group: '电梯', label: '年检标志', role: 'order-keeping', mandatory: false },
        { row: 6, group: '配电', mandatory: false, role: undefined, roleText: '' },
        { row: 7, group: '配电', roleText: '看门人', role: undefined },
      ],
    });
  });

  test('faults have their row and column, and the good rows can be taken alone', () => {
    const read = readList(table(rows), { roles });
    expect(read).toMatchObject({
      faults: [
        { row: 4, column: 3, code: 'label-missing', text: '' },
        { row: 6, column: 5, code: 'mandatory-unclear', text: '可能' },
        { row: 7, column: 3, code: 'same-item', other: 6 },
        { row: 7, column: 4, code: 'role-unknown', text: '看门人' },
        { row: 8, column: 3, code: 'text-too-long' },
      ],
    });
    expect(read.ok && read.good.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('faults of the file itself are among them', () => {
    const read = readTableFile(new TextEncoder().encode('项目,说明\n查灯,"亮" 吗\n查水,好'));
    expect(read.ok && readList(read)).toMatchObject({
      faults: [{ row: 2, column: 2, code: 'text-after-quote', text: '亮 吗' }],
      good: [{ row: 3 }],
    });
  });

  test('nothing at all, and far too much', () => {
    expect(readList(table([['  '], []]))).toEqual({ ok: false, reason: 'empty' });
    expect(readList(table(Array.from({ length: MAX_LIST_ROWS + 1 }, () => ['x'])))).toEqual({
      ok: false,
      reason: 'too-many-rows',
    });
  });

  test.each([
    ['是', true],
    ['√', true],
    ['Ｙ', true],
    ['TRUE', true],
    ['', false],
    ['否', false],
    ['选查', false],
    ['看情况', undefined],
  ])('"%s" says %s', (text, says) => expect(readYesNo(text)).toBe(says));
});

describe('laws of own lists', () => {
  law.prop([anyGrid], RUNS)('any table is read or refused, and no good row is lost or made up', (rows) => {
    const read = readList(table(rows), { roles });
    if (!read.ok) return;
    const faulty = new Set(read.faults.map(({ row }) => row));
    expect(read.good).toEqual(read.items.filter(({ row }) => !faulty.has(row)));
    for (const { row, label } of read.items) expect(rows[row - 1]?.map((cell) => cell.trim())).toContain(label);
  });

  law.prop(
    [
      fc.uniqueArray(
        anyText.map((text) => text.trim()).filter((text) => text !== ''),
        { maxLength: 8 },
      ),
    ],
    BOOKS,
  )('a list says the same as CSV and as a workbook', (labels) => {
    const rows = [['项目', '必查'], ...labels.map((label, i) => [label, i % 2 ? '是' : ''])];
    const [csv, xlsx] = [writeCsv(rows), writeXlsx({ sheets: [{ name: 'x', rows }] })].map((bytes) => {
      const read = readTableFile(bytes);
      return read.ok ? readList(read) : read;
    });
    expect(csv).toEqual(xlsx);
    expect(csv?.ok && 'items' in csv && csv.items.map(({ label }) => label)).toEqual(labels);
  });
});
