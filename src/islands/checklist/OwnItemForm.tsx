import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { ownItemChanges } from '../../domain/checklist/own-items.ts';
import { createUnsent } from '../shared/waiting.ts';
import { useChecklist } from './checklist-context.ts';

/** Adds an item of the reader's own to this run. */
export default function OwnItemForm(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, run, groups } = context;
  const id = createUniqueId();
  const [isMissing, setMissing] = createSignal(false);
  let label!: HTMLInputElement;
  let group!: HTMLSelectElement;
  let role!: HTMLInputElement;
  let mandatory!: HTMLInputElement;
  const lookUnsent = createUnsent(() => label.value.trim() !== '');
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const text = label.value.trim();
    setMissing(text === '');
    if (text === '') return label.focus();
    const post = role.value.trim();
    const roleId = Object.entries(list.roles).find(([, known]) => known === post)?.[0] ?? post;
    const own = { label: text, role: roleId, mandatory: mandatory.checked, group: group.value };
    void context.write(ownItemChanges(run(), project.newId(), own));
    label.value = '';
    lookUnsent();
    label.focus();
  };
  return (
    <form class="card" aria-label={list.text.ownItem} onInput={lookUnsent} onSubmit={add}>
      <label>
        <span class="lab">{list.text.ownLabel}</span>
        <input
          class="field"
          type="text"
          autocomplete="off"
          maxlength={200}
          ref={label}
          aria-invalid={isMissing()}
          aria-describedby={isMissing() ? `${id}-missing` : undefined}
        />
      </label>
      <Show when={isMissing()}>
        <p class="problem-text" id={`${id}-missing`} role="alert">
          ! {list.text.ownMissing}
        </p>
      </Show>
      <div class="two">
        <label>
          <span class="lab">{list.text.ownGroup}</span>
          <select class="field" ref={group} autocomplete="off">
            <For each={groups()}>{({ id: known, title }) => <option value={known}>{title}</option>}</For>
            <Show when={!groups().some(({ id: known }) => known === 'own')}>
              <option value="">{list.text.ownGroupTitle}</option>
            </Show>
          </select>
        </label>
        <label>
          <span class="lab">{list.text.role}</span>
          <input class="field" type="text" autocomplete="off" maxlength={60} list={`${id}-roles`} ref={role} />
          <datalist id={`${id}-roles`}>
            <For each={Object.values(list.roles)}>{(known) => <option value={known} />}</For>
          </datalist>
        </label>
      </div>
      <label class="check">
        <input type="checkbox" autocomplete="off" ref={mandatory} /> {list.text.ownMandatory}
      </label>
      <button class="button" type="submit">
        {list.text.ownAdd}
      </button>
    </form>
  );
}
