import { For, type JSX } from 'solid-js';
import { type Answer, personOf } from '../../domain/checklist/answer.ts';
import type { AnswerFilter } from '../../domain/checklist/filter.ts';
import { useChecklist } from './checklist-context.ts';
import Fold from './Fold.tsx';

const STATUSES: Answer['status'][] = ['open', 'done', 'problem', 'undecided', 'not-applicable'];

/** The domain's filter, and who an item hangs on. */
export interface ListFilter extends AnswerFilter {
  readonly person?: string;
}

/** Which items are shown: by result, role, person, overdue, undecided. */
export default function Filters(props: { filter: ListFilter; onFilter(filter: ListFilter): void }): JSX.Element {
  const { props: list, items, answer } = useChecklist();
  const roles = () => [...new Map(items().map(({ role, roleName }) => [role, roleName]))];
  const people = () => [...new Set(items().map(({ path }) => personOf(answer(path))))].filter(Boolean).sort();
  const set = (change: { [Key in keyof ListFilter]?: ListFilter[Key] | undefined }) => {
    const next = { ...props.filter, ...change };
    props.onFilter(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
  };
  return (
    <Fold label={list.text.filters}>
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
            <For each={roles()}>{([id, name]) => <option value={id}>{name}</option>}</For>
          </select>
        </label>
        <label hidden={people().length === 0}>
          <span class="lab">{list.text.person}</span>
          <select
            class="field"
            value={props.filter.person ?? ''}
            onChange={(event) => set({ person: event.currentTarget.value || undefined })}
          >
            <option value="">{list.text.all}</option>
            <For each={people()}>{(name) => <option value={name}>{name}</option>}</For>
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
        <label class="check">
          <input
            type="checkbox"
            autocomplete="off"
            checked={props.filter.undecided ?? false}
            onChange={(event) => set({ undecided: event.currentTarget.checked || undefined })}
          />
          {list.text.onlyUndecided}
        </label>
      </form>
    </Fold>
  );
}
