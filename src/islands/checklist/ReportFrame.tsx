import { For, type JSX } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { ChecklistProps } from './checklist-props.ts';
import type { GroupRows, RowView } from './run-view.ts';

/**
 * The paper form of a list, shown only in print. Same numbers as on screen; the heading row repeats on every sheet, rows do not split,
 * the signatures stay together.
 */
export default function ReportFrame(props: {
  list: ChecklistProps;
  groups: readonly GroupRows[];
  /** `{list}` stands for the list's title. */
  title: string;
  /** After the list's number and version. */
  subtitle?: JSX.Element;
  /** Above the first group. */
  summary?: JSX.Element;
  row(item: RowView): JSX.Element;
  /** Above the lines to sign on. */
  signed?: JSX.Element;
}): JSX.Element {
  const { list } = props;
  return (
    <section class="report" data-pagefind-ignore>
      <table>
        <thead>
          <tr class="report-head">
            <th colspan={4}>
              <b>{fill(props.title, { list: list.title })}</b>
              <small>
                {[list.number, list.version].filter(Boolean).join(' · ')}
                {props.subtitle}
              </small>
            </th>
          </tr>
          <tr>
            <th>{list.text.columnNumber}</th>
            <th>{list.text.columnItem}</th>
            <th>{list.text.columnResult}</th>
            <th>{list.text.columnWho}</th>
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
        </tbody>
      </table>
      {props.signed}
      <div class="sign">
        <For each={[list.text.signPrepared, list.text.signReviewed, list.text.signReceived]}>
          {(label) => (
            <div>
              <b>{label}</b>
              <i />
              <small>{list.text.signature}</small>
              <i />
              <small>{list.text.date}</small>
            </div>
          )}
        </For>
      </div>
    </section>
  );
}
