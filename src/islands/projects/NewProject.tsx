import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { PROJECT } from '../../domain/checklist/item-path.ts';
import { readDay } from '../../domain/day.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import { createUnsent } from '../shared/waiting.ts';
import type { ProjectsProps } from './projects-props.ts';

/** Begins a project with what is known of it. Only the name is needed. */
export default function NewProject(props: { list: ProjectsProps; project: Project }): JSX.Element {
  const { text, words } = props.list;
  const id = createUniqueId();
  const [fault, setFault] = createSignal<'name' | 'opening'>();
  const fields = {} as Record<'name' | 'kind' | 'city' | 'opening', HTMLInputElement>;

  const lookUnsent = createUnsent(() => Object.values(fields).some(({ value }) => value.trim() !== ''));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const value = (name: keyof typeof fields) => fields[name].value.trim();
    const opening = readDay(value('opening'));
    const wrong = value('name') === '' ? 'name' : value('opening') !== '' && !opening ? 'opening' : undefined;
    setFault(wrong);
    if (wrong) return fields[wrong].focus();
    await props.project.create(value('name'));
    const stated = { kind: value('kind'), city: value('city'), opening: opening ?? '' };
    await props.project.writeForGood(
      Object.entries(stated).flatMap(([field, text]) => (text === '' ? [] : [{ item: PROJECT, field, value: text }])),
    );
    for (const field of Object.values(fields)) field.value = '';
    lookUnsent();
  };
  const input = (name: keyof typeof fields, label: string, rest: { hint?: string; list?: string } = {}) => (
    <label>
      <span class="lab">{label}</span>
      <input
        class="field"
        type="text"
        autocomplete="off"
        maxlength={80}
        placeholder={rest.hint}
        list={rest.list}
        aria-invalid={fault() === name}
        aria-describedby={fault() === name ? `${id}-fault` : undefined}
        ref={(element) => (fields[name] = element)}
      />
    </label>
  );
  return (
    <form
      class="card new-project"
      aria-label={text.newTitle}
      onInput={lookUnsent}
      onSubmit={(event) => void submit(event)}
    >
      <h2 id="new-project">{text.newTitle}</h2>
      <div class="grid">
        {input('name', text.name, { hint: words.projectNameHint })}
        {input('kind', text.kind, { list: `${id}-kinds` })}
        {input('city', text.city)}
        {input('opening', text.opening, { hint: words.dueHint })}
      </div>
      <datalist id={`${id}-kinds`}>
        <For each={text.kinds.split('|')}>{(kind) => <option value={kind} />}</For>
      </datalist>
      <Show when={fault()}>
        <p class="problem-text" id={`${id}-fault`} role="alert">
          ! {fault() === 'name' ? text.nameMissing : words.dueWrong}
        </p>
      </Show>
      <button class="button primary" type="submit" disabled={!props.project.isReady()}>
        {words.create}
      </button>
    </form>
  );
}
