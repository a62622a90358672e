import { createSignal, For, type JSX, Show } from 'solid-js';
import { PROJECT } from '../../domain/checklist/item-path.ts';
import { assetChanges, memberChanges, readProjectInfo, removeChange } from '../../domain/checklist/project-info.ts';
import { fill } from '../../i18n/format.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import DayField from '../shared/DayField.tsx';
import SavedText from '../shared/SavedText.tsx';
import { createUnsent } from '../shared/waiting.ts';
import type { ProjectsProps } from './projects-props.ts';

/** What the project is, who works on it, what is looked after. */
export default function PeopleAndAssets(props: { list: ProjectsProps; project: Project }): JSX.Element {
  const { text, words, roles } = props.list;
  const [message, setMessage] = createSignal('');
  const [fault, setFault] = createSignal<'person' | 'asset'>();
  const info = () => {
    props.project.changes();
    return props.project.under(PROJECT, readProjectInfo);
  };
  const store = (field: string) => (value: string) => props.project.write(PROJECT, field, value === '' ? null : value);
  const roleName = (role: string) => roles[role] ?? role;
  const roleId = (name: string) => Object.entries(roles).find(([, known]) => known === name)?.[0] ?? name;
  const fields = {} as Record<'person' | 'post' | 'asset' | 'kind' | 'note', HTMLInputElement>;
  const input = (name: keyof typeof fields, label: string, options?: readonly string[]) => (
    <label>
      <span class="lab">{label}</span>
      <input
        class="field"
        type="text"
        autocomplete="off"
        maxlength={80}
        list={options && `options-${name}`}
        aria-invalid={fault() === name}
        aria-describedby={fault() === name ? `fault-${name}` : undefined}
        ref={(element) => (fields[name] = element)}
      />
      <Show when={options}>
        {(all) => (
          <datalist id={`options-${name}`}>
            <For each={all()}>{(option) => <option value={option} />}</For>
          </datalist>
        )}
      </Show>
    </label>
  );
  const lookUnsent = createUnsent(() => Object.values(fields).some(({ value }) => value.trim() !== ''));
  const take = (...names: (keyof typeof fields)[]) => {
    const values = names.map((name) => fields[name].value.trim());
    const [first] = names;
    if (values[0] === '') {
      setFault(first as 'person' | 'asset');
      fields[first as 'person'].focus();
      return undefined;
    }
    setFault(undefined);
    for (const name of names) fields[name].value = '';
    lookUnsent();
    return values;
  };
  const addPerson = (event: SubmitEvent) => {
    event.preventDefault();
    const [name = '', role = ''] = take('person', 'post') ?? [];
    if (name !== '') void props.project.writeAll(memberChanges(props.project.newId(), { name, role: roleId(role) }));
  };
  const addAsset = (event: SubmitEvent) => {
    event.preventDefault();
    const [name = '', kind = '', note = ''] = take('asset', 'kind', 'note') ?? [];
    if (name !== '') void props.project.writeAll(assetChanges(props.project.newId(), { name, kind, note }));
  };
  const remove = (path: Parameters<typeof removeChange>[0], name: string) => {
    void props.project.writeAll([removeChange(path)]);
    setMessage(fill(text.taken, { name }));
  };

  return (
    <>
      <section aria-labelledby="data-title">
        <h2 id="data-title">{text.data}</h2>
        <div class="grid">
          <SavedText
            label={text.kind}
            value={info().kind}
            store={store('kind')}
            options={text.kinds.split('|')}
            maxlength={200}
          />
          <SavedText label={text.city} value={info().city} store={store('city')} maxlength={200} />
          <DayField
            label={text.opening}
            value={info().opening}
            store={store('opening')}
            hint={words.dueHint}
            wrong={words.dueWrong}
          />
        </div>
      </section>
      <section aria-labelledby="team-title">
        <h2 id="team-title">{text.team}</h2>
        <p class="hint">{text.teamHint}</p>
        <p class="told" role="status">
          {message()}
        </p>
        <Show when={info().team.length > 0} fallback={<p class="quiet">{text.empty}</p>}>
          <ul class="plain">
            <For each={info().team}>
              {(member) => (
                <li>
                  <span>
                    <b>{member.name}</b> <span class="quiet">{roleName(member.role)}</span>
                  </span>
                  <Show when={props.project.who() !== member.name} fallback={<span class="tag">✓ {text.me}</span>}>
                    <button class="button" type="button" onClick={() => void props.project.setWho(member.name)}>
                      {fill(text.isMe, { name: member.name })}
                    </button>
                  </Show>
                  <button
                    class="button"
                    type="button"
                    aria-label={`${text.take} · ${member.name}`}
                    onClick={() => remove(member.path, member.name)}
                  >
                    {text.take}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <form class="bar-fields" aria-label={text.addPerson} onInput={lookUnsent} onSubmit={addPerson}>
          {input('person', text.person)}
          {input('post', text.post, Object.values(roles))}
          <button class="button" type="submit">
            {text.addPerson}
          </button>
        </form>
        <Show when={fault() === 'person'}>
          <p class="problem-text" id="fault-person">
            ! {text.personMissing}
          </p>
        </Show>
      </section>
      <section aria-labelledby="assets-title">
        <h2 id="assets-title">{text.assets}</h2>
        <Show when={info().assets.length > 0} fallback={<p class="quiet">{text.empty}</p>}>
          <ul class="plain">
            <For each={info().assets}>
              {(asset) => (
                <li>
                  <span>
                    <b>{asset.name}</b>{' '}
                    <span class="quiet">{[asset.kind, asset.note].filter(Boolean).join(' · ')}</span>
                  </span>
                  <button
                    class="button"
                    type="button"
                    aria-label={`${text.take} · ${asset.name}`}
                    onClick={() => remove(asset.path, asset.name)}
                  >
                    {text.take}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <form class="bar-fields" aria-label={text.addAsset} onInput={lookUnsent} onSubmit={addAsset}>
          {input('asset', text.asset)}
          {input('kind', text.assetKind, text.assetKinds.split('|'))}
          {input('note', text.assetNote)}
          <button class="button" type="submit">
            {text.addAsset}
          </button>
        </form>
        <Show when={fault() === 'asset'}>
          <p class="problem-text" id="fault-asset">
            ! {text.assetMissing}
          </p>
        </Show>
      </section>
    </>
  );
}
