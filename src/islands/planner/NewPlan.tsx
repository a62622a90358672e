import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { readDay } from '../../domain/day.ts';
import { planFromTemplate } from '../../domain/schedule/from-template.ts';
import type { Direction, Plan } from '../../domain/schedule/plan.ts';
import { calendarSpec, planCalendars } from '../../domain/schedule/plan-calendar.ts';
import { NO_OWN_DAYS, newPlanChanges } from '../../domain/schedule/stored-plan.ts';
import { usePlanner } from './planner-state.ts';

/** Template or empty, and the one day that everything is planned from. */
export default function NewPlan(props: { onMade(): void }): JSX.Element {
  const planner = usePlanner();
  const { text, templates, years, locale } = planner.props;
  const id = createUniqueId();
  const [template, setTemplate] = createSignal(templates[0]?.id ?? '');
  const [from, setFrom] = createSignal<Direction['from']>('opening');
  const [wrong, setWrong] = createSignal(false);
  let name!: HTMLInputElement;
  let dayField!: HTMLInputElement;

  const make = (event: SubmitEvent) => {
    event.preventDefault();
    const day = readDay(dayField.value);
    setWrong(day === undefined);
    if (day === undefined) return dayField.focus();
    const found = templates.find((one) => one.id === template());
    const calendars = planCalendars(calendarSpec(years, NO_OWN_DAYS), []);
    if (!calendars) return;
    const plan: Plan = found
      ? planFromTemplate(found.template, { from: from(), day }, calendars, locale)
      : {
          direction: { from: from(), day },
          tasks: [
            { id: 't-1', kind: 'task', duration: 5, unit: 'workday', after: [], constraints: [], name: text.newTask },
          ],
        };
    const plan_ = planner.project.newId();
    const label = name.value.trim() || `${found?.title ?? text.plan} ${day}`;
    void planner.write(newPlanChanges(plan_, label, plan, NO_OWN_DAYS));
    planner.choose(plan_);
    name.value = '';
    props.onMade();
    // The form goes away; the keyboard goes on in the plan.
    const first = plan.tasks[0];
    if (first) planner.focus(first.id, 'name');
  };

  return (
    <form class="card new-plan" onSubmit={make} aria-labelledby={`${id}-title`} novalidate>
      <h2 id={`${id}-title`}>{text.begin}</h2>
      <div class="bar-fields">
        <label>
          <span class="lab">{text.template}</span>
          <select
            class="field"
            autocomplete="off"
            onChange={(event) => {
              setTemplate(event.currentTarget.value);
              const found = templates.find((one) => one.id === template());
              setFrom(found?.template.anchor.kind ?? 'start');
            }}
          >
            <For each={templates}>{(one) => <option value={one.id}>{one.title}</option>}</For>
            <option value="">{text.empty}</option>
          </select>
        </label>
        <label>
          <span class="lab">{text.from}</span>
          <select
            class="field"
            autocomplete="off"
            onChange={(event) => setFrom(event.currentTarget.value as Direction['from'])}
          >
            <For each={['opening', 'start', 'finish'] as const}>
              {(one) => (
                <option value={one} selected={one === from()}>
                  {text[`from-${one}`]}
                </option>
              )}
            </For>
          </select>
        </label>
        <label>
          <span class="lab">{text.day}</span>
          <input
            ref={dayField}
            class="field nums"
            type="text"
            autocomplete="off"
            placeholder={text.dayHint}
            aria-invalid={wrong()}
            aria-describedby={wrong() ? `${id}-wrong` : undefined}
          />
        </label>
        <label>
          <span class="lab">{text.name}</span>
          <input ref={name} class="field" type="text" autocomplete="off" maxlength={80} />
        </label>
        <button class="button primary" type="submit" disabled={!planner.project.isReady()}>
          {text.make}
        </button>
      </div>
      <Show when={wrong()}>
        <p class="bad" id={`${id}-wrong`}>
          ! {text.dayWrong}
        </p>
      </Show>
    </form>
  );
}
