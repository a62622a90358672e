import { type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { ChecklistProps } from './checklist-props.ts';
import ReportFrame from './ReportFrame.tsx';
import { rangeText } from './range-text.ts';
import type { GroupRows, RowView } from './run-view.ts';

/** The list as a form to be filled in by hand. Built into the page, so that it prints without JavaScript too. */
export default function BlankReport(props: { list: ChecklistProps; groups: readonly GroupRows[] }): JSX.Element {
  const { list } = props;
  return (
    <section class="report" data-pagefind-ignore>
      <ReportFrame
        text={list.text}
        groups={props.groups}
        title={fill(list.text.blankTitle, { list: list.title })}
        marks={[list.number, list.version].filter(Boolean).join(' · ')}
        row={(item) => <BlankRow list={list} item={item} />}
      />
    </section>
  );
}

/** A row to be filled in by hand. */
function BlankRow(props: { list: ChecklistProps; item: RowView }): JSX.Element {
  const { list } = props;
  return (
    <tr>
      <td>{props.item.number}</td>
      <td>
        {props.item.label}
        <Show when={props.item.evidence}>
          <small>
            {list.text.evidence}
            {list.text.colon}
            {props.item.evidence}
          </small>
        </Show>
        <Show when={props.item.measure}>
          {(measure) => (
            <small>
              {list.text.measured} ______ {measure().unit} {rangeText(list.text, measure())}
            </small>
          )}
        </Show>
        <span class="write" />
      </td>
      <td class="boxes">
        □ {list.text.done}
        <br />□ {list.text.problem}
        <br />□ {list.text['not-applicable']}
      </td>
      <td>{props.item.roleName}</td>
    </tr>
  );
}
