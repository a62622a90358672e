/** What is stored of a step: which version was read and understood, on which day. Without a version it was taken back. */
export interface StepRead {
  readonly version: string;
  readonly day: string;
}

/** `again`: what was read has changed since. */
export type ReadState = 'unread' | 'read' | 'again';

export function readState(read: StepRead | undefined, version: string): ReadState {
  return read === undefined || read.version === '' ? 'unread' : read.version === version ? 'read' : 'again';
}
