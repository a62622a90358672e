import type { Storage } from './storage.ts';

/** The name chosen on this device, or an empty text. Anyone can choose any name: it is shown as not verified. */
export async function readWho(storage: Storage): Promise<string> {
  return (await storage.readSetting('who')) ?? '';
}

export function writeWho(storage: Storage, who: string): Promise<void> {
  return storage.writeSetting('who', who.trim());
}

/**
 * Asks the browser not to remove what is stored when room gets short.
 *
 * @returns whether it agreed; false where it cannot be asked, as over plain http.
 */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
