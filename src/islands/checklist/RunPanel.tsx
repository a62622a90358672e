import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { runPath } from '../../domain/checklist/item-path.ts';
import { readRun, traitChange } from '../../domain/checklist/run.ts';
import { fill } from '../../i18n/format.ts';
import { useChecklist } from './checklist-context.ts';
import { traitText } from './ItemRow.tsx';
import { Migration, RunChoice } from './later-parts.ts';

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
  /** Whether there is a newer version, and what it changes, is told by the code that is fetched then. */
  const isOtherVersion = () => list.checklist !== '' && (self().template?.version ?? list.version) !== list.version;
  const all = () => (runs().some((known) => known.run === run()) ? runs() : [self(), ...runs()]);
  const nameOfRun = (known: { run: string; name: string }, n: number) =>
    known.name || (n === 0 ? list.text.runFirst : fill(list.text.runNth, { n: n + 1 }));

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
      <Show when={isOtherVersion()}>
        <Migration />
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
