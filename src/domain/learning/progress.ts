/** What is stored of a step: which version was read and understood, on which day. Without a version it was taken back. */
export interface StepRead {
  readonly version: string;
  readonly day: string;
}

/** `again`: what was read has changed since. */
export type ReadState = 'unread' | 'read' | 'again';

/** How far a learner is on a path, in steps. */
export interface PathProgress {
  readonly read: number;
  /** Read once, and changed since. */
  readonly again: number;
  readonly all: number;
}

/** Counts the steps of a path: `readOf` gives what the learner stated of each last. */
export function pathProgress(
  steps: readonly { readonly id: string; readonly version: string }[],
  readOf: (step: string) => StepRead | undefined,
): PathProgress {
  const states = steps.map(({ id, version }) => readState(readOf(id), version));
  const count = (state: ReadState): number => states.filter((one) => one === state).length;
  return { read: count('read'), again: count('again'), all: steps.length };
}

export function readState(read: StepRead | undefined, version: string): ReadState {
  return read === undefined || read.version === '' ? 'unread' : read.version === version ? 'read' : 'again';
}
