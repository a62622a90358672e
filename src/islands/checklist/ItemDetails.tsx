import { type JSX, Show } from 'solid-js';
import { removeOwnItemChange } from '../../domain/checklist/own-items.ts';
import { useChecklist } from './checklist-context.ts';
import History from './History.tsx';
import Photos from './Photos.tsx';
import type { RowView } from './run-view.ts';
import TextAnswer from './TextAnswer.tsx';

/** What is recorded of an item beside its result: note, photos, history. */
export default function ItemDetails(props: { item: RowView }): JSX.Element {
  const context = useChecklist();
  const { props: list } = context;
  const note = () => context.answer(props.item.path).note;
  return (
    <>
      <TextAnswer path={props.item.path} field="note" label={list.text.note} value={note()} rows={3} />
      <Photos item={props.item} kind="photo" />
      <History path={props.item.path} />
      <Show when={props.item.isOwn && !context.isLocked()}>
        <button class="button" type="button" onClick={() => void context.write([removeOwnItemChange(props.item.path)])}>
          {list.text.ownRemove}
        </button>
      </Show>
    </>
  );
}
