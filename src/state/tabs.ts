import * as Y from 'yjs';
import type { Origin } from './document.ts';
import { FORM } from './form.ts';

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

type Message =
  | { readonly form: number; readonly kind: 'update'; readonly update: Uint8Array }
  /** "This is what I have": whoever has more answers with it, whoever has less asks back. */
  | { readonly form: number; readonly kind: 'have'; readonly vector: Uint8Array; readonly isAnswer: boolean };

export interface Tabs {
  /** Tells the others what this tab has and so gets what it lacks: at the start, and after a tab was frozen. */
  catchUp(): void;
  close(): void;
}

/**
 * Keeps a document the same in every tab that has it open.
 *
 * @param isForeign - Called when a tab of a newer form speaks; its updates are not applied.
 */
export function connectTabs(doc: Y.Doc, channel: Channel | undefined, isForeign: (form: number) => void): Tabs {
  if (!channel) return { catchUp: () => {}, close: () => {} };
  const send = (message: Message): void => channel.postMessage(message);
  const sendHave = (isAnswer: boolean): void =>
    send({ form: FORM, kind: 'have', vector: Y.encodeStateVector(doc), isAnswer });
  const onUpdate = (update: Uint8Array, origin: Origin): void => {
    if (origin !== 'tab' && origin !== 'storage') send({ form: FORM, kind: 'update', update });
  };
  doc.on('update', onUpdate);
  channel.onmessage = ({ data }) => {
    const message = data as Message;
    if (typeof message?.form !== 'number') return;
    if (message.form > FORM) {
      isForeign(message.form);
      return;
    }
    if (message.kind === 'update') {
      Y.applyUpdate(doc, message.update, 'tab' satisfies Origin);
      return;
    }
    const missingThere = Y.encodeStateAsUpdate(doc, message.vector);
    if (!isEmptyUpdate(missingThere)) send({ form: FORM, kind: 'update', update: missingThere });
    if (!message.isAnswer) sendHave(true);
  };
  sendHave(false);
  return {
    catchUp: () => sendHave(false),
    close: () => {
      doc.off('update', onUpdate);
      channel.onmessage = null;
      channel.close();
    },
  };
}

/** An update without structs and without deletions is two zero bytes. */
function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
