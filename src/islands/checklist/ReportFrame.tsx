import { createMemo, For, type JSX, Show } from 'solid-js';
import type { RunGroup } from '../../domain/checklist/run-groups.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';

/**
 * A list on paper. Same numbers as on screen; the heading rows repeat on every sheet, rows do not split. The signatures are a row too, so
 * that they stay together and have the heading above them on a sheet of their own.
 */
export default function ReportFrame<Item>(props: {
  text: ChecklistText;
  title: string;
  /** Under the title: number, version and what else tells this sheet from others. */
  marks: JSX.Element;
  groups: readonly RunGroup<Item>[];
  /** Above the first group. */
  summary?: JSX.Element;
  row(item: Item): JSX.Element;
  /** Rows after the last group. */
  after?: JSX.Element;
  /** Above the lines to sign on. */
  signed?: JSX.Element;
  /** Without lines to sign on, where a report has them at its end. */
  noLines?: boolean;
}): JSX.Element {
  const signed = createMemo(() => props.signed);
  return (
    <table>
      <thead>
        <tr class="report-head">
          <th colspan={4}>
            <b>{props.title}</b>
            <small>{props.marks}</small>
          </th>
        </tr>
        <tr>
          <th scope="col">{props.text.columnNumber}</th>
          <th scope="col">{props.text.columnItem}</th>
          <th scope="col">{props.text.columnResult}</th>
          <th scope="col">{props.text.columnWho}</th>
        </tr>
      </thead>
      <tbody>
        {props.summary}
        <For each={props.groups}>
          {(group) => (
            <>
              <tr class="report-group">
                <th colspan={4}>{group.title}</th>
              </tr>
              <For each={group.items}>{(item) => props.row(item)}</For>
            </>
          )}
        </For>
        {props.after}
        <Show when={!props.noLines || signed()}>
          <tr class="report-signatures">
            <td colspan={4}>
              {signed()}
              <Show when={!props.noLines}>
                <SignLines text={props.text} />
              </Show>
            </td>
          </tr>
        </Show>
      </tbody>
    </table>
  );
}

/** Lines to be signed on by hand. */
export function SignLines(props: { text: ChecklistText }): JSX.Element {
  return (
    <div class="sign">
      <For each={[props.text.signPrepared, props.text.signReviewed, props.text.signReceived]}>
        {(label) => (
          <div>
            <b>{label}</b>
            <i />
            <small>{props.text.signature}</small>
            <i />
            <small>{props.text.date}</small>
          </div>
        )}
      </For>
    </div>
  );
}
