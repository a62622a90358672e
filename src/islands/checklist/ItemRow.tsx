import { createMemo, type JSX, Show } from 'solid-js';
import { isOverdue } from '../../domain/checklist/answer.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import ConflictChoice from './ConflictChoice.tsx';
import { useChecklist } from './checklist-context.ts';
import type { ItemView } from './checklist-props.ts';
import History from './History.tsx';
import ProblemFields from './ProblemFields.tsx';
import StatusChoice from './StatusChoice.tsx';
import TextAnswer from './TextAnswer.tsx';

/** One item: what to check, its result, and behind "details" its evidence, source, note and history. */
export default function ItemRow(props: { item: ItemView }): JSX.Element {
  const context = useChecklist();
  const { props: list, project, shown } = context;
  const answer = createMemo(() => context.answer(props.item));
  const path = () => context.pathOf(props.item);
  const late = () => isOverdue(answer(), context.today);
  return (
    <li class="item" id={props.item.id} data-status={answer().status} hidden={!shown().has(props.item.id)}>
      <div class="row">
        <span class="no">{props.item.number}</span>
        <div class="what">
          <h3>{props.item.label}</h3>
          <p class="why">{props.item.why}</p>
          <p class="meta">
            <span>{list.roles[props.item.role]}</span>
            <span>{props.item.mandatory ? list.text.mandatory : list.text.optional}</span>
            <Show when={answer().status === 'problem' && answer().severity}>
              {(severity) => <span class="bad">{fill(list.text.severityLevel, { level: severity() })}</span>}
            </Show>
            <Show when={late()}>
              <span class="bad">! {list.text.overdue}</span>
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
        <ConflictChoice path={path()} />
      </Show>
      <Show when={answer().status === 'not-applicable'}>
        <div class="more">
          <TextAnswer
            path={path()}
            field="reason"
            label={list.text.reason}
            value={answer().reason}
            problem={answer().reason.trim() === '' ? list.text.reasonMissing : undefined}
            rows={2}
          />
        </div>
      </Show>
      <Show when={answer().status === 'problem'}>
        <ProblemFields path={path()} answer={answer()} />
      </Show>
      <details class="details">
        <summary>{list.text.details}</summary>
        <dl class="facts">
          <div>
            <dt>{list.text.evidence}</dt>
            <dd>{props.item.evidence}</dd>
          </div>
          <div>
            <dt>{list.text.source}</dt>
            <dd>{props.item.sources.join('；')}</dd>
          </div>
        </dl>
        <Show when={project.isReady()}>
          <TextAnswer path={path()} field="note" label={list.text.note} value={answer().note} rows={3} />
          <History path={path()} />
        </Show>
      </details>
    </li>
  );
}
