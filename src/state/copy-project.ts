import { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { type ItemPath, kindOf, nameOf, PROJECT, runOf, runPath } from '../domain/checklist/item-path.ts';
import { type AnswerRecord, recordId } from '../domain/checklist/record.ts';

/** Fields of an own item that say what it asks, not what was answered. */
const ASKED = ['label', 'role', 'mandatory', 'group', 'removed'];

/**
 * The records of a project under a new name: all of them with their history, or, without answers, only what the
 * project, its team, assets and runs are, as if it had just been stated.
 *
 * @param replica - Signs that nobody else draws; the copy's own records bear them.
 */
export function copyOf(
  records: readonly AnswerRecord[],
  name: string,
  words: { readonly answers: boolean; readonly replica: string; readonly who: string; readonly at: string },
): readonly AnswerRecord[] {
  const { answers, replica, who, at } = words;
  const index = new AnswerIndex(records);
  let counter = 0;
  const nameRecord = (replaces: AnswerRecord['replaces']): AnswerRecord => {
    return { id: recordId(replica, counter++), item: PROJECT, field: 'name', value: name, who, at, replaces };
  };
  if (answers) return [...records, nameRecord(index.current(PROJECT, 'name').heads.map(({ id }) => id))];
  const kept = index.items().flatMap((item) =>
    index.fields(item).flatMap((field) => {
      if (!isOfFrame(item, field)) return [];
      return index.current(item, field).heads.filter(({ value }) => value !== null);
    }),
  );
  return [
    nameRecord([]),
    ...kept.map((head): AnswerRecord => ({ ...head, id: recordId(replica, counter++), replaces: [] })),
  ];
}

function isOfFrame(item: ItemPath, field: string): boolean {
  const run = runOf(item);
  if (run === undefined) return kindOf(item) === 'template' || !(item === PROJECT && field === 'name');
  if (item === runPath(run)) return field !== 'signed';
  return nameOf(item).startsWith('own-') && ASKED.includes(field);
}
