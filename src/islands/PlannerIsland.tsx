import { createSignal, type JSX, Show } from 'solid-js';
import { createProject } from '../state/create-project.ts';
import CalendarPanel from './planner/CalendarPanel.tsx';
import ComparePanel from './planner/ComparePanel.tsx';
import FilesPanel from './planner/FilesPanel.tsx';
import ImportPanel from './planner/ImportPanel.tsx';
import NewPlan from './planner/NewPlan.tsx';
import PlanConflicts from './planner/PlanConflicts.tsx';
import PlanHead from './planner/PlanHead.tsx';
import PlanMessages from './planner/PlanMessages.tsx';
import PlanTable from './planner/PlanTable.tsx';
import PrintSheets from './planner/PrintSheets.tsx';
import type { PlannerProps } from './planner/planner-props.ts';
import { createPlanner, PlannerProvider } from './planner/planner-state.ts';
import RowDetails from './planner/RowDetails.tsx';
import { isComposing } from './shared/composing.ts';
import ProjectLine from './shared/ProjectLine.tsx';
import { isAnythingWaiting } from './shared/waiting.ts';

/** Plans of the reader's project: the table is the plan, the chart beside it and the sheets for printing follow it. */
export default function PlannerIsland(props: PlannerProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const planner = createPlanner(props, project);
  const [adding, setAdding] = createSignal(false);
  const [paper, setPaper] = createSignal<'a4' | 'a3'>('a4');
  const [across, setAcross] = createSignal(1);
  const hasPlan = () => planner.stored() !== undefined;
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isComposing(event)) return;
    const key = event.key.toLowerCase();
    const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
    // While something is being typed the field's own undo comes first.
    const field = event.target instanceof Element && event.target.matches('input, textarea') ? event.target : undefined;
    if (!way || (field && (isAnythingWaiting() || !field.matches('.cell, [type="radio"], [type="checkbox"]')))) return;
    event.preventDefault();
    planner[way]();
  };

  return (
    <PlannerProvider value={planner}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the parts below come up to here */}
      <div class="tool screen planner" data-needs-script onKeyDown={onKey}>
        <ProjectLine project={project} text={props.words} undo />
        <Show when={hasPlan()}>
          <PlanHead onNew={() => setAdding(!adding())} />
        </Show>
        <Show when={!hasPlan() || adding()}>
          <NewPlan onMade={() => setAdding(false)} />
        </Show>
        <Show when={!hasPlan()}>
          <ImportPanel />
        </Show>
        <Show when={hasPlan()}>
          <PlanMessages />
          <PlanConflicts />
          <PlanTable />
          <RowDetails />
          <div class="plan-panels">
            <FilesPanel paper={paper()} onPaper={setPaper} across={across()} onAcross={setAcross} />
            <ImportPanel />
            <CalendarPanel />
            <ComparePanel />
          </div>
        </Show>
      </div>
      <PrintSheets paper={paper()} across={across()} />
    </PlannerProvider>
  );
}
