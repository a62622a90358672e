import type { AnswerIndex } from './answer-index.ts';
import { runPath } from './item-path.ts';
import type { AnswerRecord } from './record.ts';
import { digestOf, type Reopened, readReopened, readSigned, SIGNED, type Signed } from './sign-off.ts';

/** Something that happened to a stage as a whole. */
export type SignEvent =
  | ({ readonly kind: 'signed'; readonly record: AnswerRecord; readonly holds: boolean } & Signed)
  | ({ readonly kind: 'reopened'; readonly record: AnswerRecord; readonly holds: boolean } & Reopened);

/**
 * Every signature and reopening of a run, what was replaced before what replaced it. `holds` says of each whether
 * nothing has replaced it; `isValid` of a signature, whether what it signed is what stands here now.
 */
export function signOffHistory(index: AnswerIndex, run: string): readonly SignEvent[] {
  const path = runPath(run);
  const held = new Set(index.current(path, SIGNED).heads.map(({ id }) => id));
  const records = index.history(path, SIGNED);
  const digest = records.length > 0 ? digestOf(index, run) : '';
  return records.flatMap((record): SignEvent[] => {
    const holds = held.has(record.id);
    const signed = readSigned(record.value);
    if (signed) return [{ kind: 'signed', record, holds, ...signed, isValid: signed.digest === digest }];
    const reopened = readReopened(record.value);
    return reopened ? [{ kind: 'reopened', record, holds, ...reopened }] : [];
  });
}
