import type { Measure } from '../../domain/checklist/measured.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';

/** What an item allows, in words. */
export function rangeText(text: ChecklistText, { unit, min, max }: Measure): string | undefined {
  if (min !== undefined && max !== undefined) return fill(text.measureRange, { min, max, unit });
  if (min !== undefined) return fill(text.measureMin, { min, unit });
  return max === undefined ? undefined : fill(text.measureMax, { max, unit });
}
