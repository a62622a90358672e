import fc from 'fast-check';
import { AnswerIndex } from '../../../../src/domain/checklist/answer-index.ts';
import { answerPath, type ItemPath, PROJECT } from '../../../../src/domain/checklist/item-path.ts';
import type { Json } from '../../../../src/domain/checklist/json.ts';
import { type AnswerRecord, recordId } from '../../../../src/domain/checklist/record.ts';

const { PROPERTY_RUNS, PROPERTY_SEED } = process.env as { readonly [name: string]: string | undefined };

/** How many runs a law gets: few in `npm test`, the full number in `npm run soak`. */
export const RUNS = {
  numRuns: Number(PROPERTY_RUNS ?? 200),
  ...(PROPERTY_SEED === undefined ? {} : { seed: Number(PROPERTY_SEED) }),
};

const AT = '2026-11-24T08:00:00.000Z';
export const ITEMS: readonly ItemPath[] = [answerPath('tendering', 'keys'), answerPath('tendering', 'meters'), PROJECT];
const FIELDS = ['status', 'note'] as const;
const VALUES: readonly Json[] = ['done', 'problem', null, 'open', { unit: 'm', value: 1.5 }];

/** One record as a replica that knows `index` writes it. */
export function written(
  index: AnswerIndex,
  id: AnswerRecord['id'],
  item: ItemPath,
  field: string,
  value: Json,
  who = '王工',
): AnswerRecord {
  return { id, item, field, value, who, at: AT, replaces: index.current(item, field).heads.map((head) => head.id) };
}

type Act =
  | {
      readonly kind: 'write';
      readonly replica: number;
      readonly item: number;
      readonly field: number;
      readonly value: number;
    }
  | { readonly kind: 'sync'; readonly from: number; readonly to: number };

const replica = fc.nat({ max: 2 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      replica,
      item: fc.nat({ max: 2 }),
      field: fc.nat({ max: 1 }),
      value: fc.nat({ max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sync' as const), from: replica, to: replica }) },
);

/** What three replicas know after writing and syncing at random: lists of records, as in three project files. */
export const threeReplicas: fc.Arbitrary<readonly [AnswerRecord[], AnswerRecord[], AnswerRecord[]]> = fc
  .array(act, { maxLength: 40 })
  .map((acts) => {
    const replicas = ['aaaa', 'bbbb', 'cccc'].map((name) => ({ name, counter: 0, index: new AnswerIndex() }));
    for (const step of acts) {
      if (step.kind === 'sync') {
        for (const record of replicas[step.from]?.index.records() ?? []) replicas[step.to]?.index.add(record);
        continue;
      }
      const writer = replicas[step.replica];
      const item = ITEMS[step.item];
      const field = FIELDS[step.field];
      const value = VALUES[step.value];
      if (!writer || item === undefined || field === undefined || value === undefined) continue;
      writer.index.add(written(writer.index, recordId(writer.name, writer.counter++), item, field, value));
    }
    const known = replicas.map(({ index }) => [...index.records()]);
    return [known[0] ?? [], known[1] ?? [], known[2] ?? []] as const;
  });

/** Everything that an index can be asked, as one comparable value. */
export function wholeState(index: AnswerIndex): unknown {
  return {
    records: index.records(),
    items: index.items(),
    conflicts: index.conflicts(),
    fields: index.items().map((item) => ({
      item,
      fields: index.fields(item).map((field) => [field, index.current(item, field)]),
      history: index.history(item).map(({ id }) => id),
    })),
  };
}

/** The union of several sets of records, each added in its own order. */
export function union(...sets: readonly (readonly AnswerRecord[])[]): AnswerIndex {
  return new AnswerIndex(sets.flat());
}
