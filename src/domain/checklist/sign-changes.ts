import { readAnswer } from './answer.ts';
import type { AnswerIndex } from './answer-index.ts';
import type { Change } from './change.ts';
import { type GateMissing, gate } from './gate.ts';
import { runPath } from './item-path.ts';
import { readRun, runItems, startRunChanges } from './run.ts';
import { digestOf, type Reopened, readSignOff, SIGNED, type SignWords } from './sign-off.ts';
import { type Template, templateHash } from './template.ts';

export type SignResult =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly reason: 'gate'; readonly missing: readonly GateMissing[] }
  /** Somebody's signature stands already. */
  | { readonly ok: false; readonly reason: 'signed' };

/**
 * Signs a run if its gate allows it.
 *
 * @param fallback - Pinned with the signature where the run has no template yet.
 */
export function signChanges(index: AnswerIndex, run: string, words: SignWords, fallback?: Template): SignResult {
  if (readSignOff(index, run).isLocked) return { ok: false, reason: 'signed' };
  const { canSign, missing } = gate(runItems(index, run, fallback), (path) => readAnswer(index, path));
  if (!canSign) return { ok: false, reason: 'gate', missing };
  const known = readRun(index, run).template;
  const template = known ?? (fallback && { version: fallback.version, hash: templateHash(fallback) });
  const { on, who, role, signature } = words;
  const value = {
    kind: 'signed',
    on,
    who,
    role,
    signature: { ...signature },
    digest: digestOf(index, run, template),
    template: template ? { ...template } : null,
  };
  const pinning = known || !fallback ? [] : startRunChanges(index, run, fallback);
  return { ok: true, changes: [...pinning, { item: runPath(run), field: SIGNED, value }] };
}

/** Opens a signed stage again. The reason stays in its history. */
export function reopenRunChanges(run: string, { on, who, reason }: Reopened): readonly Change[] {
  return [{ item: runPath(run), field: SIGNED, value: { kind: 'reopened', on, who, reason } }];
}
