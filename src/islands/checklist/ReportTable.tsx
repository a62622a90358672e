import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { STEPS } from '../../domain/checklist/correction.ts';
import { findPhotos } from '../../domain/checklist/photo.ts';
import { progress } from '../../domain/checklist/progress.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import BlankReport from './BlankReport.tsx';
import { useChecklist } from './checklist-context.ts';
import ReportFrame from './ReportFrame.tsx';
import type { RowView } from './run-view.ts';

/** The run on paper: filled with what is recorded, or blank, in place of the blank form that is built into the page. */
export default function ReportTable(props: { blank: boolean }): JSX.Element {
  const { props: list, groups } = useChecklist();
  onMount(() => document.querySelector('[data-island] ~ .report')?.remove());
  return (
    <Show when={!props.blank} fallback={<BlankReport list={list} groups={groups()} />}>
      <FilledReport />
    </Show>
  );
}

function FilledReport(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, items, groups, signOff } = context;
  const [printed, setPrinted] = createSignal('');
  onMount(() => {
    const note = () => setPrinted(localTime(new Date().toISOString()));
    note();
    addEventListener('beforeprint', note);
    onCleanup(() => removeEventListener('beforeprint', note));
  });
  const sum = createMemo(() => progress(items(), project.answer, context.today));
  return (
    <ReportFrame
      list={list}
      groups={groups()}
      title={list.text.reportTitle}
      subtitle={
        <>
          {' · '}
          {fill(list.text.reportProject, { name: project.current()?.name ?? '' })}
          {' · '}
          {fill(list.text.reportPrinted, { at: printed() })}
        </>
      }
      summary={
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
      }
      row={(item) => <FilledRow item={item} />}
      signed={
        <For each={signOff().signatures}>
          {(signed) => (
            <p class="signed-line">
              {list.text.reportSigned}
              {list.text.colon}
              {fill(signed.role ? list.text.signedBy : list.text.signedByOnly, {
                who: 'typed' in signed.signature ? signed.signature.typed : signed.who,
                role: list.roles[signed.role] ?? signed.role,
                on: signed.on,
              })}{' '}
              {signed.isValid ? '' : list.text.signedChanged}
            </p>
          )}
        </For>
      }
    />
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
      return step ? [`${list.text[name]} ${step.on} ${step.who}${list.text.colon}${step.how}`] : [];
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
