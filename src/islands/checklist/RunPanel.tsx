import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { runPath } from '../../domain/checklist/item-path.ts';
import { migrateChanges, migrationOf, readRun, traitChange } from '../../domain/checklist/run.ts';
import type { TemplateItem } from '../../domain/checklist/template.ts';
import { fill } from '../../i18n/format.ts';
import { useChecklist } from './checklist-context.ts';
import { traitText } from './ItemRow.tsx';
import { RunChoice } from './later-parts.ts';

/** Which run of the checklist this is, what its project has, and which version of the list it is held to. */
export default function RunPanel(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, run, runs } = context;
  const [isOpen, setOpen] = createSignal(false);
  const self = createMemo(
    () => {
      project.value(runPath(run()), 'template');
      return project.under(runPath(run()), (index) => readRun(index, run()));
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const traits = [...new Set(list.template.items.flatMap(({ when }) => when ?? []))];
  const migration = createMemo(() => {
    project.value(runPath(run()), 'template');
    return list.checklist === ''
      ? undefined
      : project.under(runPath(run()), (index) => migrationOf(index, run(), list.template));
  });
  const all = () => (runs().some((known) => known.run === run()) ? runs() : [self(), ...runs()]);
  const nameOfRun = (known: { run: string; name: string }, n: number) =>
    known.name || (n === 0 ? list.text.runFirst : fill(list.text.runNth, { n: n + 1 }));
  const migrate = () =>
    void project.writeAll(project.under(runPath(run()), (index) => migrateChanges(index, run(), list.template)));

  return (
    <Show when={list.checklist !== ''}>
      <Show when={traits.length > 0}>
        <fieldset class="traits" disabled={!project.isReady() || context.isLocked()}>
          <legend class="lab">{list.text.traits}</legend>
          <For each={traits}>
            {(trait) => (
              <label class="check">
                <input
                  type="checkbox"
                  autocomplete="off"
                  checked={self().traits.includes(trait)}
                  onChange={(event) => void context.write([traitChange(run(), trait, event.currentTarget.checked)])}
                />
                {traitText(list.text, trait)}
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={migration()}>
        {(offer) => (
          <section class="card migration" aria-label={fill(list.text.migrateDo, { version: list.version })}>
            <p>
              {fill(list.text.migrate, { version: list.version, before: offer().before.version })}{' '}
              <Show when={offer().difference.isSame}>{list.text.migrateSame}</Show>
            </p>
            <Items title={list.text.migrateAdded} items={offer().difference.added} />
            <Items title={list.text.migrateRemoved} items={offer().difference.removed} />
            <Items title={list.text.migrateChanged} items={offer().difference.changed.map(({ after }) => after)} />
            <button class="button" type="button" disabled={context.isLocked()} onClick={migrate}>
              {fill(list.text.migrateDo, { version: list.version })}
            </button>
          </section>
        )}
      </Show>
      <Show when={project.isReady() && project.current()}>
        <details class="run-panel" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {list.text.runOptions} ·{' '}
            {nameOfRun(
              self(),
              Math.max(
                0,
                all().findIndex((known) => known.run === run()),
              ),
            )}
          </summary>
          <Show when={isOpen()}>
            <RunChoice />
          </Show>
        </details>
      </Show>
    </Show>
  );
}

function Items(props: { title: string; items: readonly TemplateItem[] }): JSX.Element {
  const { props: list } = useChecklist();
  return (
    <Show when={props.items.length > 0}>
      <p class="lab">{props.title}</p>
      <ul>
        <For each={props.items}>{({ label }) => <li>{label[list.locale]}</li>}</For>
      </ul>
    </Show>
  );
}
