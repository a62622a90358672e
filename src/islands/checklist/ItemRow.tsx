import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { isOpenProblem, isOverdue } from '../../domain/checklist/answer.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import { useChecklist } from './checklist-context.ts';
import { ConflictChoice, ItemDetails, MeasuredField, ProblemFields, ReasonField } from './later-parts.ts';
import type { RowView } from './run-view.ts';
import StatusChoice from './StatusChoice.tsx';

/** One item: what to check, its result, and behind "details" its evidence, source, note, photos and history. */
export default function ItemRow(props: { item: RowView }): JSX.Element {
  const context = useChecklist();
  const { props: list, project, shown } = context;
  const answer = createMemo(() => context.answer(props.item.path));
  const [isOpen, setOpen] = createSignal(false);
  const late = () => isOverdue(answer(), context.today);
  return (
    <li
      class="item"
      id={props.item.id}
      data-status={answer().status}
      data-applies={props.item.applies !== false}
      hidden={!shown().has(props.item.id)}
    >
      <div class="row">
        <span class="no">{props.item.number}</span>
        <div class="what">
          <h3>{props.item.label}</h3>
          <p class="why">{props.item.why}</p>
          <p class="meta">
            <span>{props.item.roleName}</span>
            <span>{props.item.mandatory ? list.text.mandatory : list.text.optional}</span>
            <Show when={props.item.isOwn}>
              <span>{list.text.ownTag}</span>
            </Show>
            <Show when={props.item.applies === false}>
              <span class="warn">
                {fill(list.text.notCounted, { trait: traitText(list.text, props.item.when ?? '') })}
              </span>
            </Show>
            <Show when={answer().status === 'problem' && answer().severity}>
              {(severity) => (
                <span classList={{ bad: isOpenProblem(answer()) }}>
                  {fill(list.text.severityLevel, { level: severity() })}
                </span>
              )}
            </Show>
            <Show when={answer().status === 'problem' && answer().correction.state !== 'open'}>
              <span>{list.text[answer().correction.state as 'fixed']}</span>
            </Show>
            <Show when={late()}>
              <span class="bad">
                !{' '}
                {context.daysLate(answer().due) > 0
                  ? fill(list.text.lateBy, { count: context.daysLate(answer().due) })
                  : list.text.overdue}
              </span>
            </Show>
            <Show when={answer().at}>
              <span>
                {answer().who || list.text.unnamed} · <time class="nums">{localTime(answer().at)}</time>
              </span>
            </Show>
          </p>
        </div>
        <StatusChoice item={props.item} />
      </div>
      <Show when={answer().undecided.length > 0}>
        <ConflictChoice path={props.item.path} />
      </Show>
      <Show when={answer().status === 'not-applicable'}>
        <ReasonField item={props.item} reason={answer().reason} />
      </Show>
      <Show when={props.item.measure && project.isReady() && props.item.measure}>
        {(measure) => (
          <div class="more">
            <MeasuredField path={props.item.path} measure={measure()} answer={answer()} />
          </div>
        )}
      </Show>
      <Show when={answer().status === 'problem'}>
        <ProblemFields item={props.item} answer={answer()} />
      </Show>
      <details class="details" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{list.text.details}</summary>
        <Show when={props.item.evidence || props.item.sources.length > 0}>
          <dl class="facts">
            <div>
              <dt>{list.text.evidence}</dt>
              <dd>{props.item.evidence}</dd>
            </div>
            <div>
              <dt>{list.text.source}</dt>
              <dd>{props.item.sources.join(list.locale === 'en' ? '; ' : '；')}</dd>
            </div>
          </dl>
        </Show>
        <Show when={project.isReady() && isOpen()}>
          <ItemDetails item={props.item} />
        </Show>
      </details>
    </li>
  );
}

/** A trait in words; one that this version does not know, by its id. */
export function traitText(text: Record<string, string>, trait: string): string {
  return text[`trait-${trait}`] ?? trait;
}
