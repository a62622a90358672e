import { expect, test } from 'vitest';
import { AnswerIndex } from '../../../src/domain/checklist/answer-index.ts';
import { itemPath } from '../../../src/domain/checklist/item-path.ts';
import type { Json } from '../../../src/domain/checklist/json.ts';
import { type AnswerRecord, recordId } from '../../../src/domain/checklist/record.ts';
import { answerExtras, type ExtraLabels } from '../../../src/interchange/report-extras.ts';

const path = itemPath('run', 'tendering', 'keys');
const labels: ExtraLabels = {
  measured: '实测值',
  unit: '单位',
  photos: '照片数',
  state: '整改',
  states: { open: '待整改', fixed: '待复查', rechecked: '待关闭', closed: '已关闭' },
  steps: { fixed: '整改', rechecked: '复查', closed: '关闭' },
  whoAndHow: '谁、怎么做的',
};

function shown(fields: Readonly<Record<string, Json>>, table: 'answers' | 'problems'): Record<string, unknown> {
  const records = Object.entries(fields).map(
    ([field, value], place): AnswerRecord => ({
      id: recordId('k3v9q0c2m8xe', place),
      item: path,
      field,
      value,
      who: '王工',
      at: '2026-11-24T08:00:00.000Z',
      replaces: [],
    }),
  );
  const columns = answerExtras(new AnswerIndex(records), labels)[table] ?? [];
  return Object.fromEntries(columns.map(({ heading, cell }) => [heading, cell({ path, number: '1.1', label: '' })]));
}

const step = (on: string, who: string, how: string): Json => ({ round: 0, on, who, how });
const CLOSED = {
  status: 'problem',
  fixed: step('2026-11-25', '李工', '已更换'),
  rechecked: step('2026-11-26', '王工', '试水两小时'),
  closed: step('2026-11-27', '', '资料齐'),
};

test('a table of all items says how far the mending of a problem has come, and nothing of other items', () => {
  expect(shown({ status: 'problem' }, 'answers')).toMatchObject({ 整改: '待整改' });
  expect(shown(CLOSED, 'answers')).toMatchObject({ 整改: '已关闭' });
  expect(shown({ status: 'done' }, 'answers')).toMatchObject({ 整改: null });
});

test('the table of problems says of every step when, who and how', () => {
  expect(shown(CLOSED, 'problems')).toMatchObject({
    '整改 · 谁、怎么做的': '李工 · 已更换',
    复查: { day: '2026-11-26' },
    '复查 · 谁、怎么做的': '王工 · 试水两小时',
    关闭: { day: '2026-11-27' },
    '关闭 · 谁、怎么做的': '资料齐',
  });
  expect(shown({ status: 'problem' }, 'problems')).toMatchObject({ 关闭: '', '关闭 · 谁、怎么做的': '' });
});
