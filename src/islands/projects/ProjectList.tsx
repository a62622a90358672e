import { createSignal, For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import type { ProjectEntry } from '../../state/storage.ts';
import { storageReason } from '../checklist/SaveStatus.tsx';
import NameForm from './NameForm.tsx';
import type { ProjectsProps } from './projects-props.ts';

/** The projects of this device: open, rename, copy, set aside, throw away and take back. */
export default function ProjectList(props: { list: ProjectsProps; project: Project }): JSX.Element {
  const text = props.list.text;
  const [asking, setAsking] = createSignal<{ id: string; what: 'rename' | 'copy' }>();
  const [message, setMessage] = createSignal('');
  const [gone, setGone] = createSignal<ProjectEntry>();
  const isAsking = (entry: ProjectEntry, what: 'rename' | 'copy') =>
    asking()?.id === entry.id && asking()?.what === what;

  const remove = async (entry: ProjectEntry) => {
    await props.project.remove(entry.id);
    setGone(entry);
    setMessage(fill(text.removed, { name: entry.name }));
  };
  const takeBack = async (entry: ProjectEntry) => {
    await props.project.recover(entry.id);
    await props.project.switchTo(entry.id);
    setGone(undefined);
    setMessage('');
  };
  const copy = async (entry: ProjectEntry, name: string, answers: boolean) => {
    const outcome = await props.project.duplicate(entry.id, name, { answers });
    setAsking(undefined);
    setGone(undefined);
    setMessage(
      outcome.ok
        ? fill(text.copied, { name })
        : fill(text.copyFailed, { reason: storageReason(props.list.words, outcome.reason) }),
    );
  };

  return (
    <section aria-labelledby="projects-list">
      <h2 id="projects-list">{text.list}</h2>
      <p class="told" role="status">
        {message()}{' '}
        <Show when={gone()}>
          {(entry) => (
            <button class="button" type="button" onClick={() => void takeBack(entry())}>
              {text.undoRemove}
            </button>
          )}
        </Show>
      </p>
      <Show when={props.project.projects().length > 0} fallback={<p class="quiet">{text.none}</p>}>
        <ul class="cards">
          <For each={props.project.projects()}>
            {(entry) => (
              <li class="card" data-current={entry.id === props.project.current()?.id}>
                <h3>
                  {entry.name}{' '}
                  <Show when={entry.id === props.project.current()?.id}>
                    <span class="tag">✓ {text.current}</span>
                  </Show>
                </h3>
                <div class="acts">
                  <Show when={entry.id !== props.project.current()?.id}>
                    <button
                      class="button primary"
                      type="button"
                      onClick={() => void props.project.switchTo(entry.id)}
                      aria-label={`${text.open} · ${entry.name}`}
                    >
                      {text.open}
                    </button>
                  </Show>
                  <Act name={entry.name} label={text.rename} act={() => setAsking({ id: entry.id, what: 'rename' })} />
                  <Act name={entry.name} label={text.duplicate} act={() => setAsking({ id: entry.id, what: 'copy' })} />
                  <Act name={entry.name} label={text.archive} act={() => void props.project.archive(entry.id, true)} />
                  <Act name={entry.name} label={text.remove} danger act={() => void remove(entry)} />
                </div>
                <Show when={isAsking(entry, 'rename')}>
                  <NameForm
                    label={text.newName}
                    value={entry.name}
                    missing={text.nameMissing}
                    submit={text.saveName}
                    cancel={props.list.words.cancel}
                    onCancel={() => setAsking(undefined)}
                    onName={async (name) => {
                      await props.project.rename(entry.id, name);
                      setAsking(undefined);
                    }}
                  />
                </Show>
                <Show when={isAsking(entry, 'copy')}>
                  <NameForm
                    label={text.copyName}
                    value={fill(text.copyOf, { name: entry.name })}
                    missing={text.nameMissing}
                    choice={text.copyAnswers}
                    submit={text.makeCopy}
                    cancel={props.list.words.cancel}
                    onCancel={() => setAsking(undefined)}
                    onName={(name, answers) => copy(entry, name, answers)}
                  />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.project.archived().length > 0}>
        <details>
          <summary>{fill(text.archivedList, { count: props.project.archived().length })}</summary>
          <ul class="plain">
            <For each={props.project.archived()}>
              {(entry) => (
                <li>
                  <span>{entry.name}</span>
                  <Act
                    name={entry.name}
                    label={text.unarchive}
                    act={() => void props.project.archive(entry.id, false)}
                  />
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <Show when={props.project.trash().length > 0}>
        <details>
          <summary>{fill(text.trashList, { count: props.project.trash().length })}</summary>
          <ul class="plain">
            <For each={props.project.trash()}>
              {(entry) => (
                <li>
                  <span>{entry.name}</span>
                  <Act name={entry.name} label={text.recover} act={() => void takeBack(entry)} />
                  <ForGood entry={entry} text={text} act={() => void props.project.emptyTrash(entry.id)} />
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </section>
  );
}

/** A button whose name says of which project. */
function Act(props: { name: string; label: string; danger?: boolean; act(): void }): JSX.Element {
  return (
    <button
      class="button"
      classList={{ danger: props.danger ?? false }}
      type="button"
      aria-label={`${props.label} · ${props.name}`}
      onClick={() => props.act()}
    >
      {props.label}
    </button>
  );
}

/** Asks once more before anything goes that cannot come back. */
function ForGood(props: { entry: ProjectEntry; text: ProjectsProps['text']; act(): void }): JSX.Element {
  const [sure, setSure] = createSignal(false);
  return (
    <button
      class="button danger"
      type="button"
      onClick={() => (sure() ? props.act() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {sure() ? props.text.forGoodSure : props.text.forGood}
    </button>
  );
}
