import { createSignal, For, type JSX } from 'solid-js';
import { readDay } from '../../domain/day.ts';
import { planDayChanges } from '../../domain/schedule/plan-day.ts';
import { newPlanChanges, planPath } from '../../domain/schedule/stored-plan.ts';
import { fill } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import { usePlanner } from './planner-state.ts';

/** Which plan is shown, its name and the day that it is planned from. */
export default function PlanHead(props: { onNew(): void }): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const [withRows, setWithRows] = createSignal(true);
  const [wrong, setWrong] = createSignal(false);
  const setDay = (typed: string) => {
    const [plan, day] = [planner.stored(), readDay(typed)];
    setWrong(day === undefined);
    if (plan && day) void planner.write(planDayChanges(plan, day, withRows()));
  };
  const copy = () => {
    const plan = planner.stored();
    if (!plan) return;
    const id = planner.project.newId();
    const { days, direction, rows: tasks } = plan;
    void planner.write(newPlanChanges(id, fill(text.copyName, { name: plan.name }), { direction, tasks }, days, plan));
    planner.choose(id);
  };
  return (
    <>
      <div class="bar-fields plan-choice">
        <label>
          <span class="lab">{text.plan}</span>
          <select class="field" autocomplete="off" onChange={(event) => planner.choose(event.currentTarget.value)}>
            <For each={planner.plans()}>
              {(plan) => (
                <option value={plan.id} selected={plan.id === planner.stored()?.id}>
                  {plan.name}
                </option>
              )}
            </For>
          </select>
        </label>
        <button class="button" type="button" onClick={() => props.onNew()}>
          {text.begin}
        </button>
        <button class="button" type="button" onClick={copy}>
          {text.copyPlan}
        </button>
        <button
          class="button danger"
          type="button"
          onClick={() => {
            const plan = planner.stored();
            if (plan) void planner.write([{ item: planPath(plan.id), field: 'removed', value: true }]);
          }}
        >
          {text.removePlan}
        </button>
      </div>
      <details class="plan-settings">
        <summary>{text.settings}</summary>
        <div class="bar-fields">
          <SavedText
            label={text.name}
            value={planner.stored()?.name ?? ''}
            maxlength={80}
            store={(name) => {
              const plan = planner.stored();
              if (plan && name.trim() !== '')
                void planner.write([{ item: planPath(plan.id), field: 'name', value: name.trim() }]);
            }}
          />
          <SavedText
            label={`${text.planDay} · ${text[`from-${planner.stored()?.direction.from ?? 'start'}`]}`}
            value={planner.stored()?.direction.day ?? ''}
            store={setDay}
            problem={wrong() ? text.dayWrong : undefined}
          />
          <label class="tick">
            <input
              type="checkbox"
              autocomplete="off"
              checked={withRows()}
              onChange={(event) => setWithRows(event.currentTarget.checked)}
            />
            <span>{text.shiftRows}</span>
          </label>
        </div>
      </details>
    </>
  );
}
