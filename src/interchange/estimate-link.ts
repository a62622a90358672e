import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { FormValues } from '../domain/estimators/form.ts';
import { sha256 } from '../domain/sha-256.ts';

/** Most bytes of a link's fragment. */
export const MAX_LINK_BYTES = 1500;
const MARK = 'e1';

export type ReadLink =
  | {
      readonly ok: true;
      readonly estimator: string;
      readonly engine: string;
      readonly name: string;
      readonly values: FormValues;
    }
  | { readonly ok: false; readonly reason: 'broken' };

/**
 * An estimate as the fragment of a link: `e1.<data>.<checksum>`; nothing of it reaches a server.
 *
 * @returns `undefined` when it is longer than a link may be.
 */
export function writeEstimateLink(estimate: Omit<Extract<ReadLink, { ok: true }>, 'ok'>): string | undefined {
  const { estimator, engine, name, values } = estimate;
  const packed = toBase64(
    deflateSync(strToU8(JSON.stringify([estimator, engine, name, values.fields, values.tables])), { level: 9 }),
  );
  const link = `${MARK}.${packed}.${checksum(packed)}`;
  return link.length > MAX_LINK_BYTES ? undefined : link;
}

export function isEstimateLink(fragment: string): boolean {
  return fragment.startsWith(`${MARK}.`);
}

/** Reads a fragment; a cut or altered one is refused, never guessed. */
export function readEstimateLink(fragment: string): ReadLink {
  const [mark, packed = '', sum, ...more] = fragment.split('.');
  if (mark !== MARK || more.length > 0 || sum !== checksum(packed)) return { ok: false, reason: 'broken' };
  try {
    const read: unknown = JSON.parse(strFromU8(inflateSync(fromBase64(packed))));
    if (!Array.isArray(read) || read.length !== 5) return { ok: false, reason: 'broken' };
    const [estimator, engine, name, fields, tables] = read as unknown[];
    if (typeof estimator !== 'string' || typeof engine !== 'string' || typeof name !== 'string')
      return { ok: false, reason: 'broken' };
    const values = readValues({ fields, tables });
    return values ? { ok: true, estimator, engine, name, values } : { ok: false, reason: 'broken' };
  } catch {
    return { ok: false, reason: 'broken' };
  }
}

const checksum = (packed: string): string => sha256(strToU8(packed)).slice(0, 8);

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string');

/** Values of a form out of a stranger's JSON; `undefined` if they are none. */
export function readValues(value: unknown): FormValues | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { fields, tables } = value as { fields?: unknown; tables?: unknown };
  if (!isTexts(fields) || typeof tables !== 'object' || tables === null) return undefined;
  const rows = Object.values(tables);
  return rows.every((table) => Array.isArray(table) && table.every(isTexts))
    ? ({ fields, tables } as FormValues)
    : undefined;
}
