import { createSignal, For, type JSX, Show } from 'solid-js';
import { planPath } from '../domain/schedule/stored-plan.ts';
import { createProject } from '../state/create-project.ts';
import CalendarPanel from './planner/CalendarPanel.tsx';
import ComparePanel from './planner/ComparePanel.tsx';
import FilesPanel from './planner/FilesPanel.tsx';
import NewPlan from './planner/NewPlan.tsx';
import PlanMessages from './planner/PlanMessages.tsx';
import PlanTable from './planner/PlanTable.tsx';
import PrintSheets from './planner/PrintSheets.tsx';
import type { PlannerProps } from './planner/planner-props.ts';
import { createPlanner, PlannerProvider } from './planner/planner-state.ts';
import RowDetails from './planner/RowDetails.tsx';
import ProjectLine from './shared/ProjectLine.tsx';

/** Plans of the reader's project: the table is the plan, the chart beside it and the sheets for printing follow it. */
export default function PlannerIsland(props: PlannerProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const planner = createPlanner(props, project);
  const [adding, setAdding] = createSignal(false);
  const [paper, setPaper] = createSignal<'a4' | 'a3'>('a4');
  const [across, setAcross] = createSignal(1);
  const hasPlan = () => planner.stored() !== undefined;

  return (
    <PlannerProvider value={planner}>
      <div class="tool screen planner" data-needs-script>
        <ProjectLine project={project} text={props.words} undo />
        <Show when={hasPlan()}>
          <div class="bar-fields plan-choice">
            <label>
              <span class="lab">{props.text.plan}</span>
              <select class="field" onChange={(event) => planner.choose(event.currentTarget.value)}>
                <For each={planner.plans()}>
                  {(plan) => (
                    <option value={plan.id} selected={plan.id === planner.stored()?.id}>
                      {plan.name}
                    </option>
                  )}
                </For>
              </select>
            </label>
            <button class="button" type="button" onClick={() => setAdding(!adding())}>
              {props.text.begin}
            </button>
            <button
              class="button danger"
              type="button"
              onClick={() => {
                const plan = planner.stored();
                if (plan) planner.write([{ item: planPath(plan.id), field: 'removed', value: true }]);
              }}
            >
              {props.text.removePlan}
            </button>
          </div>
        </Show>
        <Show when={!hasPlan() || adding()}>
          <NewPlan onMade={() => setAdding(false)} />
        </Show>
        <Show when={hasPlan()}>
          <PlanMessages />
          <PlanTable />
          <RowDetails />
          <div class="plan-panels">
            <FilesPanel paper={paper()} onPaper={setPaper} across={across()} onAcross={setAcross} />
            <CalendarPanel />
            <ComparePanel />
          </div>
        </Show>
      </div>
      <PrintSheets paper={paper()} across={across()} />
    </PlannerProvider>
  );
}
