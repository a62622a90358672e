import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import type { CheckItem } from '../domain/checklist/answer.ts';
import { type AnswerFilter, findItems } from '../domain/checklist/filter.ts';
import { answerPath } from '../domain/checklist/item-path.ts';
import { createProject } from '../state/create-project.ts';
import { type ChecklistContext, ChecklistProvider } from './checklist/checklist-context.ts';
import type { ChecklistProps, ItemView } from './checklist/checklist-props.ts';
import Filters from './checklist/Filters.tsx';
import ItemRow from './checklist/ItemRow.tsx';
import OutPanel from './checklist/OutPanel.tsx';
import ProgressPanel from './checklist/ProgressPanel.tsx';
import ProjectBar from './checklist/ProjectBar.tsx';
import ReportTable from './checklist/ReportTable.tsx';
import { today } from './today.ts';

/**
 * A checklist that is worked through in a project and kept on this device. Its prerendered HTML is the whole list, complete without
 * JavaScript; "not saved" is what it says until more is true.
 */
export default function ChecklistIsland(props: ChecklistProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.text.firstProject });
  const [day, setDay] = createSignal('');
  const [filter, setFilter] = createSignal<AnswerFilter>({});
  const [blank, setBlank] = createSignal(false);
  // The clock of the build is not the reader's: overdue is told only after mount.
  onMount(() => setDay(today()));

  const pathOf = (item: ItemView) => answerPath(props.checklist, item.id);
  const checkItems: CheckItem[] = props.groups.flatMap((group) =>
    group.items.map((item) => ({ path: pathOf(item), group: group.id, role: item.role, mandatory: item.mandatory })),
  );
  const shown = createMemo(() => {
    const restricts = Object.keys(filter()).length > 0;
    const items = restricts ? findItems(checkItems, project.answer, filter(), day()) : checkItems;
    return new Set(items.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  });
  const context: ChecklistContext = {
    props,
    project,
    checkItems,
    pathOf,
    answer: (item) => project.answer(pathOf(item)),
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
            <Filters filter={filter()} onFilter={setFilter} />
            <For each={props.groups}>
              {(group) => (
                <section class="grp" hidden={!group.items.some(({ id }) => shown().has(id))}>
                  <h2 id={group.id}>{group.title}</h2>
                  <ol class="checklist">
                    <For each={group.items}>{(item) => <ItemRow item={item} />}</For>
                  </ol>
                </section>
              )}
            </For>
            <Show when={shown().size === 0}>
              <p>
                {props.text.noneLeft}{' '}
                <button class="button" type="button" onClick={() => setFilter({})}>
                  {props.text.showAll}
                </button>
              </p>
            </Show>
          </div>
          <OutPanel onBlank={setBlank} />
        </div>
      </div>
      <ReportTable blank={blank()} />
    </ChecklistProvider>
  );
}
