import type { Json } from '../../domain/checklist/json.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';

/** A stored value in the reader's words. */
export function valueText(text: ChecklistText, field: string, value: Json): string {
  if (value === null) return text.removed;
  if (value === true) return text.yes;
  if (value === false) return text.no;
  if (typeof value === 'object') return Array.isArray(value) ? String(value.length) : objectText(value);
  const word = String(value);
  if (field === 'status' && word in text) return text[word as keyof ChecklistText];
  if (field === 'severity' && word in text) return `${word} ${text[word as keyof ChecklistText]}`;
  return word;
}

/** Steps, signatures, measured values, photos and versions: what of them a person would say. */
function objectText(value: object): string {
  const {
    on,
    who,
    how,
    why,
    reason,
    value: number,
    unit,
    name,
    version,
  } = value as { readonly [key: string]: unknown };
  const said = [on, who, how ?? why ?? reason, number === undefined ? undefined : `${number} ${unit ?? ''}`.trim()];
  return [...said, name, version].filter((part): part is string => typeof part === 'string' && part !== '').join(' · ');
}

/** The name of a field in the reader's words. */
export function fieldText(text: ChecklistText, field: string): string {
  if (field.startsWith('photo:')) return text.photos;
  if (field.startsWith('fixed-photo:')) return text.fixedPhotos;
  if (field.startsWith('trait:')) return text.traits;
  if (field === 'signed') return text.reportSigned;
  return text[field as keyof ChecklistText] ?? field;
}
