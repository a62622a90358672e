import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { STEPS } from '../../domain/checklist/correction.ts';
import { findPhotos } from '../../domain/checklist/photo.ts';
import { progress } from '../../domain/checklist/progress.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import { useChecklist } from './checklist-context.ts';
import { rangeText } from './range-text.ts';
import type { RowView } from './run-view.ts';

/**
 * The paper form of the list, shown only in print: blank with boxes, or filled with what is recorded. Same numbers as on screen; the
 * heading row repeats on every sheet, rows do not split, the signatures stay together.
 */
export default function ReportTable(props: { blank: boolean }): JSX.Element {
  const context = useChecklist();
  const { props: list, project, items, groups, signOff } = context;
  const [printed, setPrinted] = createSignal('');
  onMount(() => addEventListener('beforeprint', () => setPrinted(localTime(new Date().toISOString()))));
  const sum = createMemo(() => progress(items(), project.answer, context.today));
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
                  all: items().filter(({ applies }) => applies !== false).length,
                  done: sum().counts.done,
                  problem: sum().counts.problem,
                  undecided: sum().counts.undecided,
                  open: sum().counts.open,
                  na: sum().counts['not-applicable'],
                })}
              </td>
            </tr>
          </Show>
          <For each={groups()}>
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
      <Show when={filled()}>
        <For each={signOff().signatures}>
          {(signed) => (
            <p class="signed-line">
              {list.text.reportSigned}：
              {fill(signed.role ? list.text.signedBy : list.text.signedByOnly, {
                who: 'typed' in signed.signature ? signed.signature.typed : signed.who,
                role: list.roles[signed.role] ?? signed.role,
                on: signed.on,
              })}{' '}
              {signed.isValid ? '' : list.text.signedChanged}
            </p>
          )}
        </For>
      </Show>
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

function BlankRow(props: { item: RowView }): JSX.Element {
  const { props: list } = useChecklist();
  return (
    <tr>
      <td>{props.item.number}</td>
      <td>
        {props.item.label}
        <Show when={props.item.evidence}>
          <small>
            {list.text.evidence}：{props.item.evidence}
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

function FilledRow(props: { item: RowView }): JSX.Element {
  const context = useChecklist();
  const { props: list, project } = context;
  const answer = createMemo(() => context.answer(props.item.path));
  const lines = () => {
    const { note, reason, owner, due, severity, status, measured, correction } = answer();
    const photos = project.under(props.item.path, (index) => findPhotos(index, props.item.path)).length;
    const steps = STEPS.flatMap((name) => {
      const step = correction[name];
      return step ? [`${list.text[name]} ${step.on} ${step.who}：${step.how}`] : [];
    });
    return [
      measured ? `${list.text.measured} ${measured.value} ${measured.unit}` : '',
      note,
      status === 'not-applicable' ? reason : '',
      status === 'problem'
        ? [severity ? fill(list.text.severityLevel, { level: severity }) : '', owner, due].filter(Boolean).join(' · ')
        : '',
      ...(status === 'problem' ? steps : []),
      photos > 0 ? fill(list.text.photoCount, { count: photos }) : '',
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
        {answer().who || props.item.roleName}
        <small class="nums">{localTime(answer().at)}</small>
      </td>
    </tr>
  );
}
