/** As much of a BroadcastChannel as is needed; tests bring their own. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  close(): void;
}

export type OpenChannel = (name: string) => Channel | undefined;

/** The browser's own channel, or `undefined` where there is none; tabs then meet in the storage, at the next opening. */
export function openBroadcastChannel(name: string): Channel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  return new BroadcastChannel(name) as unknown as Channel;
}
