import { For, type JSX } from 'solid-js';
import type { Answer } from '../../domain/checklist/answer.ts';
import type { AnswerFilter } from '../../domain/checklist/filter.ts';
import { useChecklist } from './checklist-context.ts';

const STATUSES: Answer['status'][] = ['open', 'done', 'problem', 'undecided', 'not-applicable'];

/** Which items are shown: by result, role, overdue. */
export default function Filters(props: { filter: AnswerFilter; onFilter(filter: AnswerFilter): void }): JSX.Element {
  const { props: list } = useChecklist();
  const set = (change: { [Key in keyof AnswerFilter]?: AnswerFilter[Key] | undefined }) => {
    const next = { ...props.filter, ...change };
    props.onFilter(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
  };
  return (
    <form class="filters" aria-label={list.text.filters} onSubmit={(event) => event.preventDefault()}>
      <label>
        <span class="lab">{list.text.columnResult}</span>
        <select
          class="field"
          value={props.filter.statuses?.[0] ?? ''}
          onChange={(event) => {
            const status = STATUSES.find((known) => known === event.currentTarget.value);
            set({ statuses: status && [status] });
          }}
        >
          <option value="">{list.text.all}</option>
          <For each={STATUSES}>{(status) => <option value={status}>{list.text[status]}</option>}</For>
        </select>
      </label>
      <label>
        <span class="lab">{list.text.role}</span>
        <select
          class="field"
          value={props.filter.role ?? ''}
          onChange={(event) => set({ role: event.currentTarget.value || undefined })}
        >
          <option value="">{list.text.all}</option>
          <For each={Object.entries(list.roles)}>{([id, name]) => <option value={id}>{name}</option>}</For>
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={props.filter.overdue ?? false}
          onChange={(event) => set({ overdue: event.currentTarget.checked || undefined })}
        />
        {list.text.onlyOverdue}
      </label>
    </form>
  );
}
