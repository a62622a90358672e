import type { JSX } from 'solid-js';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import SavedText from '../shared/SavedText.tsx';
import { useChecklist } from './checklist-context.ts';

/** A text of an answer. */
export default function TextAnswer(props: {
  path: ItemPath;
  field: string;
  label: string;
  value: string;
  rows?: number;
  problem?: string | undefined;
  options?: readonly string[];
}): JSX.Element {
  const { write, isLocked } = useChecklist();
  return (
    <SavedText
      label={props.label}
      value={props.value}
      rows={props.rows}
      problem={props.problem}
      options={props.options}
      maxlength={props.rows ? undefined : 200}
      disabled={isLocked()}
      store={(text) => write([{ item: props.path, field: props.field, value: text === '' ? null : text }])}
    />
  );
}
