import { createSignal, type JSX, onMount } from 'solid-js';

/** Marked by the head of the page: see `src/enhance/mark-limited.ts`. */
const isLimited = (): boolean => document.documentElement.dataset.limited !== undefined;
/** What works in such a place; its code is fetched only there. */
const instead = () => import('./in-app.tsx');

/**
 * Hands a file to the reader: as a download, or where that does not work by what does.
 *
 * @returns whether the file has left the page, as far as can be known.
 */
export async function handOut(content: Blob, name: string): Promise<boolean> {
  if (isLimited()) return (await instead()).offerFile(content, name);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return true;
}

/** Prints the page, or says why that cannot be and how it can. */
export async function printPage(): Promise<void> {
  if (isLimited()) (await instead()).explainPrint();
  else print();
}

/** The words of a panel with ways out. Prerendered, and in its first client render, as for a browser that can do everything. */
export function createWayOut() {
  const [late, setLate] = createSignal<Awaited<ReturnType<typeof instead>>>();
  onMount(async () => {
    if (isLimited()) setLate(await instead());
  });
  return {
    /** What a button says that hands out a file. */
    file: (label: string): string => late()?.labelOf('fileLabel', label) ?? label,
    /** What a button says that prints. */
    print: (label: string): string => late()?.labelOf('printLabel', label) ?? label,
    /** Why the buttons are others here; nothing in a browser that can do everything. */
    note: (): JSX.Element => late()?.InAppNote(),
  };
}
