import { createMemo, For, type JSX, Show } from 'solid-js';
import { runPath } from '../../domain/checklist/item-path.ts';
import { nextRunId, readRun, startRunChanges } from '../../domain/checklist/run.ts';
import { fill } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import { useChecklist } from './checklist-context.ts';

/** Goes from one run of the checklist to another, names one, begins a new one, sets one aside. */
export default function RunChoice(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, run, runs } = context;
  const self = createMemo(() => project.under(runPath(run()), (index) => readRun(index, run())));
  const all = () => (runs().some((known) => known.run === run()) ? runs() : [self(), ...runs()]);
  const nameOfRun = (known: { run: string; name: string }, n: number) =>
    known.name || (n === 0 ? list.text.runFirst : fill(list.text.runNth, { n: n + 1 }));
  const another = async () => {
    const id = project.under(runPath(run()), (index) => nextRunId(index, list.checklist, project.newId()));
    // The first run may be there only by its items.
    const next = id === list.checklist ? `${list.checklist}-2-${project.newId().slice(0, 8)}` : id;
    const changes = project.under(runPath(run()), (index) => startRunChanges(index, next, list.template));
    await project.writeForGood(changes);
    context.setRun(next);
  };
  const archive = () =>
    void project.writeAll([{ item: runPath(run()), field: 'archived', value: self().isArchived ? null : true }]);
  return (
    <>
      <div class="bar-fields">
        <label>
          <span class="lab">{list.text.run}</span>
          <select class="field" autocomplete="off" onChange={(event) => context.setRun(event.currentTarget.value)}>
            <For each={all()}>
              {(known, n) => (
                <option value={known.run} selected={known.run === run()}>
                  {nameOfRun(known, n())}
                </option>
              )}
            </For>
          </select>
        </label>
        <SavedText
          label={list.text.runName}
          maxlength={200}
          value={self().name}
          store={(name) => context.write([{ item: runPath(run()), field: 'name', value: name.trim() || null }])}
        />
        <button class="button" type="button" onClick={() => void another()}>
          {list.text.newRun}
        </button>
        <button class="button" type="button" onClick={archive}>
          {self().isArchived ? list.text.unarchiveRun : list.text.archiveRun}
        </button>
      </div>
      <Show when={self().template}>
        {(pinned) => <p class="hint">{fill(list.text.pinned, { version: pinned().version })}</p>}
      </Show>
    </>
  );
}
