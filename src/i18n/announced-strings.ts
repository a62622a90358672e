import type { Localized } from './locale.ts';

/** Tools that are announced: what each will do, and what serves until then. A tool that is there leaves this list. */
export const ANNOUNCED_TOOLS: Record<
  string,
  { title: Localized; what: Localized; until: { path: string; label: Localized }[] }
> = {};
