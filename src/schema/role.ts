import { z } from 'astro/zod';
import { localizedText } from './text.ts';

/** A post or a body, never a person. One entry of `content/roles/*.yaml`, which maps ids to roles. */
export const role = z.strictObject({
  name: localizedText,
  duty: localizedText.optional(),
});
export type Role = z.infer<typeof role>;
