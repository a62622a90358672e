import type { ProjectId } from './storage.ts';

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/**
 * Twelve random signs, 60 bits. `crypto.getRandomValues` is there over plain http too, where
 * `crypto.randomUUID` and `crypto.subtle` are not.
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join('');
}

export function newProjectId(): ProjectId {
  return `p${randomId()}` as ProjectId;
}
