import fc from 'fast-check';
import { readAnswer, statusChanges } from '../../../../src/domain/checklist/answer.ts';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import type { Change } from '../../../../src/domain/checklist/change.ts';
import { nextSteps, reopenChanges, stepChanges } from '../../../../src/domain/checklist/correction.ts';
import { answerPath } from '../../../../src/domain/checklist/item-path.ts';
import { migrateChanges } from '../../../../src/domain/checklist/migration.ts';
import { ownItemChanges, removeOwnItemChange } from '../../../../src/domain/checklist/own-items.ts';
import { photoField } from '../../../../src/domain/checklist/photo.ts';
import { type AnswerRecord, recordId } from '../../../../src/domain/checklist/record.ts';
import { runItems, startRunChanges, traitChange } from '../../../../src/domain/checklist/run.ts';
import { reopenRunChanges, signChanges } from '../../../../src/domain/checklist/sign-changes.ts';
import { isLocked } from '../../../../src/domain/checklist/sign-off.ts';
import type { Template, TemplateItem } from '../../../../src/domain/checklist/template.ts';
import { written } from './histories.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const item = (id: string, over: Partial<TemplateItem> = {}): TemplateItem => ({
  id,
  group: 'site',
  role: 'engineering',
  mandatory: true,
  label: both(id),
  ...over,
});
const template = (version: string, items: readonly TemplateItem[]): Template => ({
  checklist: 'tendering',
  version,
  title: both('招标'),
  groups: [
    { id: 'site', title: both('现场') },
    { id: 'paper', title: both('资料') },
  ],
  items,
});

/** Three versions of one checklist: an item reworded, one removed, one added, one for a trait only. */
export const VERSIONS = [
  template('1.0', [item('keys'), item('meters', { group: 'paper', mandatory: false })]),
  template('1.2', [item('keys', { label: both('钥匙') }), item('kitchen', { when: 'food-and-beverage' })]),
  template('1.10', [item('keys'), item('meters'), item('kitchen', { when: 'food-and-beverage' })]),
] as const;

export const RUN = 'tendering';
const ON = { on: '2026-11-25', who: '王工' };
const NAMES = ['keys', 'meters', 'kitchen'] as const;
const STATUSES = ['done', 'problem', 'not-applicable', 'open'] as const;

/** One thing that somebody does on one device, as the program lets them. */
export interface Act {
  readonly on: number;
  readonly kind: number;
  readonly a: number;
  readonly b: number;
}

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({ on: fc.nat({ max: 2 }), kind: fc.nat({ max: 11 }), a: fc.nat({ max: 11 }), b: fc.nat({ max: 11 }) }),
  { maxLength: 45 },
);

export interface Worker {
  readonly name: string;
  readonly index: AnswerIndex;
  counter: number;
}

export const workers = (): readonly Worker[] =>
  ['aaaa', 'bbbb', 'cccc'].map((name) => ({ name, index: new AnswerIndex(), counter: 0 }));

/** Writes as an open project does: not what is locked, not what holds already. */
export function writeAs(worker: Worker, changes: readonly Change[]): readonly AnswerRecord[] {
  const { index } = worker;
  const allowed = changes.filter(({ item, field, value }) => {
    if (isLocked(index, item, field)) return false;
    const now = index.current(item, field);
    return now.state === 'conflict' || JSON.stringify(index.value(item, field) ?? null) !== JSON.stringify(value);
  });
  return allowed.map(({ item, field, value }) => {
    const record = written(index, recordId(worker.name, worker.counter++), item, field, value, worker.name);
    index.add(record);
    return record;
  });
}

export function perform(all: readonly Worker[], { on, kind, a, b }: Act): void {
  const worker = all[on] as Worker;
  const { index } = worker;
  const path = answerPath(RUN, NAMES[a % NAMES.length] as string);
  const answer = readAnswer(index, path);
  const write = (changes: readonly Change[]): void => void writeAs(worker, changes);
  switch (kind) {
    case 0:
    case 1:
      write(statusChanges(path, answer, STATUSES[b % STATUSES.length] as 'done', ON));
      break;
    case 2:
      write(['reason', 'owner', 'note'].map((field) => ({ item: path, field, value: b % 3 ? `文字 ${b}` : null })));
      break;
    case 3:
      write([
        { item: path, field: 'severity', value: ['A', 'B', 'C'][b % 3] ?? null },
        { item: path, field: 'due', value: '2026-11-30' },
      ]);
      break;
    case 4: {
      const step = nextSteps(answer.correction)[b % 2];
      if (step === 'reopened') write(reopenChanges(path, answer.correction, { ...ON, why: '未修好' }));
      else if (step) write(stepChanges(path, answer.correction, step, { ...ON, how: '已修' }));
      break;
    }
    case 5:
      write(startRunChanges(index, RUN, VERSIONS[b % 3] as Template));
      break;
    case 6:
      write(migrateChanges(index, RUN, VERSIONS[b % 3] as Template));
      break;
    case 7:
      write([traitChange(RUN, 'food-and-beverage', b % 2 === 0)]);
      break;
    case 8: {
      const own = runItems(index, RUN).find(({ isOwn }) => isOwn);
      const words = { label: `自查 ${a}`, role: '', mandatory: b % 3 === 0, group: 'site' };
      write(
        own && b % 2 ? [removeOwnItemChange(own.path)] : ownItemChanges(RUN, `${worker.name}${worker.counter}`, words),
      );
      break;
    }
    case 9: {
      const signed = signChanges(
        index,
        RUN,
        { ...ON, role: 'engineering', signature: { typed: worker.name } },
        VERSIONS[0],
      );
      if (signed.ok) write(signed.changes);
      break;
    }
    case 10:
      if (b % 3 === 0) write(reopenRunChanges(RUN, { ...ON, reason: '补查' }));
      else write([{ item: path, field: photoField('ab'.repeat(32)), value: b % 4 ? { name: `${b}.jpg` } : null }]);
      break;
    default:
      for (const record of (all[a % 3] as Worker).index.records()) index.add(record);
  }
}
