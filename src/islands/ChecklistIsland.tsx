import { createEffect, createMemo, createSignal, For, type JSX, onMount, Show, untrack } from 'solid-js';
import { personOf } from '../domain/checklist/answer.ts';
import { findItems } from '../domain/checklist/filter.ts';
import { nameOf, PROJECT, RUNS, runPath } from '../domain/checklist/item-path.ts';
import { readProjectInfo } from '../domain/checklist/project-info.ts';
import { pinnedTemplate, readRun, runItems, startRunChanges } from '../domain/checklist/run.ts';
import { readSignOff } from '../domain/checklist/sign-off.ts';
import { templateHash } from '../domain/checklist/template.ts';
import { latenessOn } from '../domain/checklist/workdays-late.ts';
import { createProject } from '../state/create-project.ts';
import { type ChecklistContext, ChecklistProvider } from './checklist/checklist-context.ts';
import type { ChecklistProps } from './checklist/checklist-props.ts';
import Filters, { type ListFilter } from './checklist/Filters.tsx';
import GatePanel from './checklist/GatePanel.tsx';
import ItemRow from './checklist/ItemRow.tsx';
import { fetchLaterParts, ListImport, OwnItemForm, ReportTable } from './checklist/later-parts.ts';
import OutPanel from './checklist/OutPanel.tsx';
import ProgressPanel from './checklist/ProgressPanel.tsx';
import ProjectBar from './checklist/ProjectBar.tsx';
import RunPanel from './checklist/RunPanel.tsx';
import { type GroupRows, viewRun } from './checklist/run-view.ts';
import WalkBar from './checklist/WalkBar.tsx';
import { isWorkdayIn } from './checklist/workdays.ts';
import { createToday } from './shared/create-today.ts';

/** On the page of the reader's own lists, before one is chosen. */
const NO_RUN = 'own';

/** After the first saved tick: what is needed next is fetched when the reader has had a moment. */
const LATER_MS = 1000;

/**
 * A checklist that is worked through in a project and kept on this device. Its prerendered HTML is the whole list, complete without
 * JavaScript; "not saved" is what it says until more is true.
 */
export default function ChecklistIsland(props: ChecklistProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.text.firstProject });
  const now = createToday();
  const day = () => now() ?? '';
  const [filter, setFilter] = createSignal<ListFilter>({});
  const [blank, setBlank] = createSignal(false);
  const [hasWritten, setWritten] = createSignal(false);
  /** There is something to print, and no tick waits to be stored while the code of the report is fetched. */
  const [isKept, setKept] = createSignal(false);
  const [addsItem, setAddsItem] = createSignal(false);
  const [run, setRun] = createSignal(props.checklist || NO_RUN);
  const late = createMemo(() => latenessOn(day(), isWorkdayIn(props.officialDays)));
  onMount(() => {
    const named = new URLSearchParams(location.search).get('run') ?? '';
    if (/^[a-z0-9-]+$/.test(named)) setRun(named);
    // The first answer of a run notes this; where there was time, it does not wait for the reckoning.
    setTimeout(() => templateHash(props.template), LATER_MS);
  });

  createEffect(() => {
    if (!project.current() || /loading|saving/.test(project.status().state)) return;
    // "Saved" is shown first.
    setTimeout(() => setKept(true));
    if (hasWritten()) setTimeout(() => void fetchLaterParts(), LATER_MS);
  });

  const runPaths = createMemo(() => project.children(RUNS), [], { equals: (a, b) => a.join() === b.join() });
  /** Followed run by run, so that a tick in one does not read all of them again. */
  const runs = createMemo(
    () =>
      runPaths()
        .map((path) => project.of(path, (index) => readRun(index, nameOf(path))))
        .filter(({ checklist }) => checklist === props.checklist),
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  /** Items that were added here: followed one by one, so that a tick does not read the whole run again. */
  const ownItems = createMemo(
    () => project.items(runPath(run())).filter((path) => nameOf(path).startsWith('own-')),
    [],
    {
      equals: (a, b) => a.join() === b.join(),
    },
  );
  const groups = createMemo<readonly GroupRows[]>((before) => {
    project.value(runPath(run()), 'template');
    for (const path of ownItems()) project.value(path, 'label');
    return untrack(() =>
      project.under(runPath(run()), (index) => {
        const template = pinnedTemplate(index, run()) ?? props.template;
        return viewRun(runItems(index, run(), props.template), template, props, before);
      }),
    );
  }, []);
  const items = createMemo(() => groups().flatMap((group) => group.items));
  const signOff = createMemo(() => project.under(runPath(run()), (index) => readSignOff(index, run())));
  const isLocked = createMemo(() => project.trouble() !== undefined || signOff().isLocked);
  const team = createMemo(() => project.under(PROJECT, readProjectInfo).team.map(({ name }) => name));
  const shown = createMemo(() => {
    const { person, ...rest } = filter();
    if (person === undefined && Object.keys(rest).length === 0) return new Set(items().map(({ id }) => id));
    const found = findItems(items(), project.answer, rest, day());
    return new Set(
      found.filter(({ path }) => person === undefined || personOf(project.answer(path)) === person).map(({ id }) => id),
    );
  });
  const context: ChecklistContext = {
    props,
    project,
    run,
    setRun: (next) => {
      setRun(next);
      const address = new URL(location.href);
      if (next === props.checklist || next === NO_RUN) address.searchParams.delete('run');
      else address.searchParams.set('run', next);
      history.replaceState(history.state, '', address);
    },
    runs,
    groups,
    items,
    answer: project.answer,
    signOff,
    isLocked,
    write: async (changes) => {
      const start = untrack(() =>
        props.checklist === ''
          ? []
          : project.under(runPath(run()), (index) => startRunChanges(index, run(), props.template)),
      );
      // Without a pause between them: "saved" is said when both are stored, never after the first alone.
      await Promise.all([start.length > 0 ? project.writeForGood(start) : undefined, project.writeAll(changes)]);
      setWritten(true);
    },
    people: () => [...team(), ...Object.values(props.roles)],
    daysLate: (due) => late()(due),
    shown,
    get today() {
      return day();
    },
  };

  return (
    <ChecklistProvider value={context}>
      <div class="tool screen">
        <ProjectBar />
        <div class="cols">
          <ProgressPanel />
          <div class="mid">
            <RunPanel />
            <Show when={project.isReady() && props.ownText}>{(text) => <ListImport text={text()} />}</Show>
            <Filters filter={filter()} onFilter={setFilter} />
            <For each={groups()}>
              {(group) => (
                <section class="grp" hidden={!group.items.some(({ id }) => shown().has(id))}>
                  <h2 id={group.id}>{group.title}</h2>
                  <ol class="checklist">
                    <For each={group.items}>{(item) => <ItemRow item={item} />}</For>
                  </ol>
                </section>
              )}
            </For>
            <Show when={shown().size === 0 && items().length > 0}>
              <p>
                {props.text.noneLeft}{' '}
                <button class="button" type="button" onClick={() => setFilter({})}>
                  {props.text.showAll}
                </button>
              </p>
            </Show>
            <Show when={project.isReady() && !context.isLocked() && run() !== NO_RUN}>
              <details class="own-item" onToggle={(event) => setAddsItem(event.currentTarget.open)}>
                <summary>＋ {props.text.ownItem}</summary>
                <Show when={addsItem()}>
                  <OwnItemForm />
                </Show>
              </details>
            </Show>
          </div>
          <div class="side">
            <GatePanel />
            <OutPanel onBlank={setBlank} />
          </div>
        </div>
      </div>
      <WalkBar />
      <Show when={isKept()}>
        <ReportTable blank={blank()} />
      </Show>
    </ChecklistProvider>
  );
}
