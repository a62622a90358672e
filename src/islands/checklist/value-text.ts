import type { Json } from '../../domain/checklist/json.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';

/** A stored value in the reader's words. */
export function valueText(text: ChecklistText, field: string, value: Json): string {
  if (value === null) return text.removed;
  const word = String(value);
  if (field === 'status' && word in text) return text[word as keyof ChecklistText];
  if (field === 'severity' && word in text) return `${word} ${text[word as keyof ChecklistText]}`;
  return word;
}
