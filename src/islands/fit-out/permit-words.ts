import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { canonicalJson, type Json } from '../../domain/checklist/json.ts';
import type { FitOutText } from '../../i18n/fit-out-strings.ts';
import { givenOf } from './desk-state.ts';
import type { FieldView, PermitView } from './fit-out-props.ts';
import { limitText } from './limit-text.ts';

/** What is to be printed: a filled permit, or a blank form of one kind. */
export type PermitPrint = { kind: PermitView; path: ItemPath | undefined };

/** Figures that the form knows of itself, for the words of its checks. */
const derivedFields = (text: FitOutText): FieldView[] => [
  { id: 'hours', kind: 'number', label: text.permitFor, unit: 'h' },
  { id: 'notice-hours', kind: 'number', label: text.by, unit: 'h' },
];

/** What a check of a form asks for. That two posts are not one person is said by its advice. */
export function checkText(permit: PermitView, check: PermitView['checks'][number], text: FitOutText): string {
  return check.limit.field === 'same-person'
    ? ''
    : limitText(check.limit, [...permit.fields, ...derivedFields(text)], text);
}

/** Name of a field, or, for a figure that the form works out, of the fields from which it follows. */
export function fieldName(permit: PermitView, field: string, text: FitOutText): string {
  const found = permit.fields.find(({ id }) => id === field);
  if (found) return found.label;
  const from =
    field === 'same-person'
      ? permit.fields.filter(({ id }) => permit.apart?.includes(id))
      : permit.fields.filter(({ kind }) => kind === 'moment');
  return from.map(({ label }) => label).join(text.and);
}

/** Who granted a permit, when, and what the form said then. */
export interface Grant {
  who: string;
  at: string;
  form: string;
}

export function grantOf(value: Json | undefined): Grant | undefined {
  return typeof value === 'object' && value !== null && 'form' in value ? (value as unknown as Grant) : undefined;
}

/** The form as it is filled in, as one text: a grant holds as long as it is the same. */
export function formOf(permit: PermitView, stored: (field: string) => Json | undefined): string {
  return canonicalJson(givenOf(permit.fields, stored) as unknown as Json);
}
