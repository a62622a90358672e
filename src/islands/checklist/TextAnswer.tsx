import type { JSX } from 'solid-js';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { useChecklist } from './checklist-context.ts';
import TextField from './TextField.tsx';

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
    <TextField
      label={props.label}
      value={props.value}
      rows={props.rows}
      problem={props.problem}
      options={props.options}
      disabled={isLocked()}
      store={(text) => void write([{ item: props.path, field: props.field, value: text === '' ? null : text }])}
    />
  );
}
