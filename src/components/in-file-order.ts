interface Placed {
  rendered?: { metadata?: { place?: unknown; [key: string]: unknown } };
}

/** Entries in the order in which the author wrote them; Astro hands them out by id. The loader leaves each its place. */
export function inFileOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  const place = ({ rendered }: Entry) => Number(rendered?.metadata?.place ?? 0);
  return [...entries].sort((a, b) => place(a) - place(b));
}
