import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { findPhotos } from '../../domain/checklist/photo.ts';
import { progress } from '../../domain/checklist/progress.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import BlankReport from './BlankReport.tsx';
import { useChecklist } from './checklist-context.ts';
import ReportFrame from './ReportFrame.tsx';
import ReportPhotos from './ReportPhotos.tsx';
import ReportRow from './ReportRow.tsx';
import type { RowView } from './run-view.ts';
import SignatureLine from './SignatureLine.tsx';
import { smallPhoto } from './small-photos.ts';

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
  const photosOf = (path: RowView['path']) => project.under(path, (index) => findPhotos(index, path));
  const all = createMemo(() =>
    items().flatMap(({ path, number, label }) => photosOf(path).map((photo) => ({ photo, number, label }))),
  );
  /** Those of which there is a small copy: the button to print makes them, the browser's own menu cannot wait for them. */
  const photos = createMemo(() => all().filter(({ photo }) => smallPhoto(photo.hash) !== undefined));
  const pending = () => all().length - photos().length;
  return (
    <section class="report" data-pagefind-ignore>
      <ReportFrame
        text={list.text}
        groups={groups()}
        title={fill(list.text.reportTitle, { list: list.title })}
        marks={
          <>
            {[list.number, list.version].filter(Boolean).join(' · ')}
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
        row={(item) => (
          <ReportRow
            text={list.text}
            number={item.number}
            label={item.label}
            roleName={item.roleName}
            answer={context.answer(item.path)}
            photos={photosOf(item.path).length}
          />
        )}
        after={
          <>
            <ReportPhotos photos={photos()} text={list.text} />
            <Show when={pending() > 0}>
              <tr>
                <td colspan={4}>
                  {fill(list.text.photosPending, { count: pending(), button: list.text.printReport })}
                </td>
              </tr>
            </Show>
          </>
        }
        signed={
          <For each={signOff().signatures}>
            {(signed) => (
              <p class="signed-line">
                {list.text.reportSigned}
                {list.text.colon}
                <SignatureLine signed={signed} text={list.text} roles={list.roles} locale={list.locale} />{' '}
                {signed.isValid ? '' : list.text.signedChanged}
              </p>
            )}
          </For>
        }
      />
    </section>
  );
}
