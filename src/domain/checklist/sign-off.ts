import { sha256OfText } from '../sha-256.ts';
import type { AnswerIndex } from './answer-index.ts';
import { CORRECTION_FIELDS } from './correction.ts';
import { type ItemPath, runOf, runPath } from './item-path.ts';
import { canonicalJson, type Json } from './json.ts';
import { readRun } from './run.ts';
import { readSignature, type Signature } from './signature.ts';
import type { TemplateRef } from './template.ts';

export interface SignWords {
  /** Civil date `YYYY-MM-DD`. */
  readonly on: string;
  readonly who: string;
  readonly role: string;
  readonly signature: Signature;
}

export interface Signed extends SignWords {
  /** What was signed: `digestOf` the run at that moment. */
  readonly digest: string;
  readonly template: TemplateRef | undefined;
  /** Whether that is still what stands here. */
  readonly isValid: boolean;
}

export interface Reopened {
  readonly on: string;
  readonly who: string;
  readonly reason: string;
}

export interface SignOff {
  /** `changed`: signed, but what stands here now is not what was signed; a merge brought other answers. */
  readonly state: 'unsigned' | 'signed' | 'changed';
  /** Usually one; two where two people signed without knowing of each other. By record id. */
  readonly signatures: readonly Signed[];
  /** Why it was opened again, where it was signed before. */
  readonly reopened: Reopened | undefined;
  /** While anyone's signature stands, answers are locked here. */
  readonly isLocked: boolean;
}

/**
 * A signed stage is one field, `run/<run>` `signed`, whose values are signatures and reopenings, so that its history
 * tells the whole story in order.
 */
export const SIGNED = 'signed';

const UNSIGNED: SignOff = { state: 'unsigned', signatures: [], reopened: undefined, isLocked: false };

export function readSignOff(index: AnswerIndex, run: string): SignOff {
  const { heads } = index.current(runPath(run), SIGNED);
  if (heads.length === 0) return UNSIGNED;
  const values = heads.map(({ value }) => value);
  const reopened = values.flatMap((value) => readReopened(value) ?? [])[0];
  const stated = values.flatMap((value) => readSigned(value) ?? []);
  if (stated.length === 0) return { ...UNSIGNED, reopened };
  const digest = digestOf(index, run);
  const signatures = stated.map((signed) => ({ ...signed, isValid: signed.digest === digest }));
  const state = signatures.every(({ isValid }) => isValid) ? 'signed' : 'changed';
  return { state, signatures, reopened: undefined, isLocked: true };
}

/**
 * SHA-256 over everything of a run that a signature stands for: its template, its traits, its own items, and every
 * answer but the corrective loop, which goes on after signing. It depends on what holds, not on who wrote it or how
 * often, so merging the same answers again changes nothing.
 */
export function digestOf(index: AnswerIndex, run: string, template = readRun(index, run).template): string {
  const parent = runPath(run);
  const answers: { [item: string]: { [field: string]: readonly string[] } } = {};
  for (const item of index.items(parent)) {
    if (item === parent) continue;
    const fields: { [field: string]: readonly string[] } = {};
    for (const field of index.fields(item)) {
      if (isOfCorrection(field)) continue;
      const { heads } = index.current(item, field);
      const values = new Set(heads.flatMap(({ value }) => (value === null ? [] : [canonicalJson(value)])));
      if (values.size > 0) fields[field] = [...values].sort();
    }
    if (Object.keys(fields).length > 0) answers[item.slice(parent.length + 1)] = fields;
  }
  const { traits } = readRun(index, run);
  return sha256OfText(canonicalJson({ form: 1, template: template?.hash ?? null, traits, answers }));
}

/** Whether a change has to wait until the stage is opened again. */
export function isLocked(index: AnswerIndex, item: ItemPath, field: string): boolean {
  const run = runOf(item);
  if (run === undefined) return false;
  const path = runPath(run);
  const isCovered =
    item === path
      ? field === 'template' || field === 'checklist' || field.startsWith('trait:')
      : !isOfCorrection(field);
  return isCovered && index.current(path, SIGNED).heads.some(({ value }) => readSigned(value) !== undefined);
}

const isOfCorrection = (field: string): boolean =>
  (CORRECTION_FIELDS as readonly string[]).includes(field) || field.startsWith('fixed-photo:');

type Fields = { readonly [key: string]: Json | undefined };
const fieldsOf = (value: Json | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** What a stored value says of a signature, or `undefined` if it is none. */
export function readSigned(value: Json): Omit<Signed, 'isValid'> | undefined {
  const { kind, on, who, role, digest, signature, template } = fieldsOf(value);
  if (kind !== 'signed' || typeof digest !== 'string') return undefined;
  const { version, hash } = fieldsOf(template);
  return {
    on: textOf(on),
    who: textOf(who),
    role: textOf(role),
    digest,
    // A later program's kind of signature is a signature all the same: it locks, and its name is shown.
    signature: readSignature(signature) ?? { typed: textOf(who) },
    template: typeof version === 'string' && typeof hash === 'string' ? { version, hash } : undefined,
  };
}

/** The same for a reopening. */
export function readReopened(value: Json): Reopened | undefined {
  const { kind, on, who, reason } = fieldsOf(value);
  return kind === 'reopened' ? { on: textOf(on), who: textOf(who), reason: textOf(reason) } : undefined;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
