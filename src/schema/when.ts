import { z } from 'astro/zod';
import { stableId } from './text.ts';

/** One thing that must hold: a choice or yes/no is one of these, or a figure lies above, at least, at most, below. */
const condition = z.union([
  z.strictObject({ field: stableId, in: z.array(z.union([stableId, z.boolean()])).min(1) }),
  z.strictObject({ field: stableId, above: z.number() }),
  z.strictObject({ field: stableId, atLeast: z.number() }),
  z.strictObject({ field: stableId, atMost: z.number() }),
]);
export type WhenCondition = z.infer<typeof condition>;

/** Holds when all conditions of any one of the lists hold; without a list it always holds. */
export const anyOf = z.array(z.array(condition).min(1)).default([]);
