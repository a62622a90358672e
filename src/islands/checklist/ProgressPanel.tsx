import { createMemo, For, type JSX, Show } from 'solid-js';
import { type Progress, type ProgressBy, progress, progressBy } from '../../domain/checklist/progress.ts';
import { fill } from '../../i18n/format.ts';
import { useChecklist } from './checklist-context.ts';
import Fold from './Fold.tsx';

const PARTS = ['done', 'problem', 'undecided', 'open'] as const;

/** How far the list has come: in all, by group, by role and by person. */
export default function ProgressPanel(): JSX.Element {
  const context = useChecklist();
  const { props, items, groups, answer } = context;
  const whole = createMemo(() => progress(items(), answer, context.today));
  const by = (what: ProgressBy) => createMemo(() => progressBy(what, items(), answer, context.today));
  const [ofGroup, ofRole, ofPerson] = [by('group'), by('role'), by('person')];
  const roleNames = () => new Map(items().map(({ role, roleName }) => [role, roleName]));
  return (
    <section class="prog" aria-labelledby="progress-title">
      <h2 id="progress-title">{props.text.progress}</h2>
      <p class="big">
        {percent(whole())}
        <small>%</small> <span>{fill(props.text.progressOf, { done: whole().done, all: whole().applicable })}</span>
      </p>
      <Bar progress={whole()} />
      <ul class="legend">
        <For each={PARTS}>
          {(part) => (
            <li>
              <i class={part} aria-hidden="true" /> {props.text[part]} <b>{whole().counts[part]}</b>
            </li>
          )}
        </For>
        <Show when={whole().counts['not-applicable'] > 0}>
          <li>{fill(props.text.naNotCounted, { count: whole().counts['not-applicable'] })}</li>
        </Show>
        <Show when={whole().overdue > 0}>
          <li class="bad">
            ! {props.text.overdue} <b>{whole().overdue}</b>
          </li>
        </Show>
      </ul>
      <Fold label={props.text.moreProgress}>
        <ul class="parts">
          <For each={groups()}>
            {(group) => (
              <li>
                <a href={`#${group.id}`}>
                  {group.title} <Counts progress={ofGroup().get(group.id)} />
                </a>
              </li>
            )}
          </For>
        </ul>
        <details>
          <summary>{props.text.byRole}</summary>
          <ul class="parts">
            <For each={[...ofRole().keys()]}>
              {(role) => (
                <li>
                  {roleNames().get(role) ?? role} <Counts progress={ofRole().get(role)} />
                </li>
              )}
            </For>
          </ul>
        </details>
        <details>
          <summary>{props.text.byPerson}</summary>
          <ul class="parts">
            <For each={[...ofPerson().keys()]}>
              {(person) => (
                <li>
                  {person || props.text.nobody} <Counts progress={ofPerson().get(person)} />
                </li>
              )}
            </For>
          </ul>
        </details>
      </Fold>
    </section>
  );
}

function Counts(props: { progress: Progress | undefined }): JSX.Element {
  return (
    <span class="num">
      {props.progress?.done ?? 0} / {props.progress?.applicable ?? 0}
    </span>
  );
}

/** The picture of the numbers beside it; said in words there, so hidden from screen readers. */
function Bar(props: { progress: Progress }): JSX.Element {
  const width = (part: (typeof PARTS)[number]) =>
    props.progress.applicable === 0 ? 0 : (100 * props.progress.counts[part]) / props.progress.applicable;
  const left = (index: number) => PARTS.slice(0, index).reduce((sum, part) => sum + width(part), 0);
  return (
    <svg class="pb" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <For each={PARTS}>{(part, i) => <rect class={part} x={left(i())} width={width(part)} y="0" height="4" />}</For>
    </svg>
  );
}

function percent({ done, applicable }: Progress): number {
  return applicable === 0 ? 0 : Math.floor((100 * done) / applicable);
}
