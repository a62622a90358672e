import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { progress } from '../../domain/checklist/progress.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import { useChecklist } from './checklist-context.ts';
import type { ItemView } from './checklist-props.ts';

/**
 * The paper form of the list, shown only in print: blank with boxes, or filled with what is recorded. Same numbers as on screen; the
 * heading row repeats on every sheet, rows do not split, the signatures stay together.
 */
export default function ReportTable(props: { blank: boolean }): JSX.Element {
  const context = useChecklist();
  const { props: list, project, checkItems } = context;
  const [printed, setPrinted] = createSignal('');
  onMount(() => addEventListener('beforeprint', () => setPrinted(localTime(new Date().toISOString()))));
  const sum = createMemo(() => {
    project.changes();
    return progress(checkItems, project.answer, context.today);
  });
  const filled = () => !props.blank && project.isReady() && project.current() !== undefined;
  return (
    <section class="report" data-pagefind-ignore>
      <table>
        <thead>
          <tr class="report-head">
            <th colspan={4}>
              <b>{fill(filled() ? list.text.reportTitle : list.text.blankTitle, { list: list.title })}</b>
              <small>
                {list.number} · {list.version}
                <Show when={filled()}>
                  {' · '}
                  {fill(list.text.reportProject, { name: project.current()?.name ?? '' })}
                  {' · '}
                  {fill(list.text.reportPrinted, { at: printed() })}
                </Show>
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
          <Show when={filled()}>
            <tr>
              <td colspan={4}>
                {fill(list.text.reportSum, {
                  all: checkItems.length,
                  done: sum().counts.done,
                  problem: sum().counts.problem,
                  undecided: sum().counts.undecided,
                  open: sum().counts.open,
                  na: sum().counts['not-applicable'],
                })}
              </td>
            </tr>
          </Show>
          <For each={list.groups}>
            {(group) => (
              <>
                <tr class="report-group">
                  <th colspan={4}>{group.title}</th>
                </tr>
                <For each={group.items}>
                  {(item) => (
                    <Show when={filled()} fallback={<BlankRow item={item} />}>
                      <FilledRow item={item} />
                    </Show>
                  )}
                </For>
              </>
            )}
          </For>
        </tbody>
      </table>
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

function BlankRow(props: { item: ItemView }): JSX.Element {
  const { props: list } = useChecklist();
  return (
    <tr>
      <td>{props.item.number}</td>
      <td>
        {props.item.label}
        <small>
          {list.text.evidence}：{props.item.evidence}
        </small>
        <span class="write" />
      </td>
      <td class="boxes">
        □ {list.text.done}
        <br />□ {list.text.problem}
        <br />□ {list.text['not-applicable']}
      </td>
      <td>{list.roles[props.item.role]}</td>
    </tr>
  );
}

function FilledRow(props: { item: ItemView }): JSX.Element {
  const context = useChecklist();
  const { props: list } = context;
  const answer = createMemo(() => context.answer(props.item));
  const lines = () => {
    const { note, reason, owner, due, severity, status } = answer();
    return [
      note,
      status === 'not-applicable' ? reason : '',
      status === 'problem'
        ? [severity ? fill(list.text.severityLevel, { level: severity }) : '', owner, due].filter(Boolean).join(' · ')
        : '',
    ].filter(Boolean);
  };
  return (
    <tr>
      <td>{props.item.number}</td>
      <td>
        {props.item.label}
        <For each={lines()}>{(line) => <small>{line}</small>}</For>
      </td>
      <td>{list.text[answer().status]}</td>
      <td>
        {answer().who || list.roles[props.item.role]}
        <small class="nums">{localTime(answer().at)}</small>
      </td>
    </tr>
  );
}
