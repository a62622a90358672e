import type { JSX } from 'solid-js';
import { useChecklist } from './checklist-context.ts';
import type { RowView } from './run-view.ts';
import TextAnswer from './TextAnswer.tsx';

/** Why an item does not apply: without a reason the answer holds the stage's gate. */
export default function ReasonField(props: { item: RowView; reason: string }): JSX.Element {
  const { props: list } = useChecklist();
  return (
    <div class="more">
      <TextAnswer
        path={props.item.path}
        field="reason"
        label={list.text.reason}
        value={props.reason}
        problem={props.reason.trim() === '' ? list.text.reasonMissing : undefined}
        rows={2}
      />
    </div>
  );
}
