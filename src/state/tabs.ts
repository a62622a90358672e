import * as Y from 'yjs';
import { FORM } from '../domain/checklist/form.ts';
import type { Channel } from './channel.ts';
import type { Origin } from './document.ts';

type Message =
  | { readonly form: number; readonly kind: 'update'; readonly update: Uint8Array }
  /** "This is what I have": whoever has more answers with it, whoever has less asks back. */
  | { readonly form: number; readonly kind: 'have'; readonly vector: Uint8Array; readonly isAnswer: boolean }
  /** "The stored document has been swapped for another one": read it again. */
  | { readonly form: number; readonly kind: 'replaced' };

export interface Tabs {
  /** Tells the others what this tab has and so gets what it lacks: at the start, and after a tab was frozen. */
  catchUp(): void;
  /** Tells the others that the stored document has been swapped. */
  tellReplaced(): void;
  close(): void;
}

/**
 * Keeps a document the same in every tab that has it open.
 *
 * @param isForeign - Called when a tab of a newer form speaks; its updates are not applied.
 * @param isReplaced - Called when another tab has swapped the stored document.
 */
export function connectTabs(
  doc: Y.Doc,
  channel: Channel | undefined,
  isForeign: (form: number) => void,
  isReplaced: () => void,
): Tabs {
  if (!channel) return { catchUp: () => {}, tellReplaced: () => {}, close: () => {} };
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
    if (message.kind === 'replaced') {
      isReplaced();
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
    tellReplaced: () => send({ form: FORM, kind: 'replaced' }),
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
