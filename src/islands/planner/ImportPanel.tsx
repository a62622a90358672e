import { createMemo, createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { mergeRows } from '../../domain/schedule/merge-rows.ts';
import { baselineChange, NO_OWN_DAYS, newPlanChanges } from '../../domain/schedule/stored-plan.ts';
import { fill } from '../../i18n/format.ts';
import type { PlannerText } from '../../i18n/planner-strings.ts';
import ImportFaults from './ImportFaults.tsx';
import type { PlanFile } from './plan-file.ts';
import { usePlanner } from './planner-state.ts';

/** A plan from a file: looked at first, then added beside the others or merged into the one that is shown. */
export default function ImportPanel(): JSX.Element {
  const planner = usePlanner();
  const { text, roles, years } = planner.props;
  const id = createUniqueId();
  const [message, setMessage] = createSignal('');
  const [waiting, setWaiting] = createSignal<PlanFile>();
  let chooser!: HTMLInputElement;
  const roleIds = new Map(Object.entries(roles).map(([role, name]) => [name, role]));

  const open = async (file: File | undefined) => {
    if (!file) return;
    const { readPlanFile } = await import('./read-plan-file.ts');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await readPlanFile(file.name, bytes, planner.day(), (name) => roleIds.get(name), years);
    chooser.value = '';
    setMessage(read.ok ? '' : `! ${fill(text.importRefused, { reason: refusal(text, read.reason) })}`);
    setWaiting(read.ok ? read.file : undefined);
  };
  const merge = createMemo(() => {
    const [file, plan] = [waiting(), planner.stored()];
    if (!file || !plan) return undefined;
    const { direction } = plan;
    const opening = direction.from === 'opening' ? direction.milestone : undefined;
    return { ...mergeRows(plan.id, plan.rows, file.plan.tasks, opening), plan };
  });
  const add = (file: PlanFile) => {
    const plan = planner.project.newId();
    void planner.write(newPlanChanges(plan, file.name, file.plan, file.days ?? NO_OWN_DAYS, file));
    planner.choose(plan);
    setWaiting(undefined);
    setMessage(fill(text.importDone, { name: file.name }));
  };
  const take = (file: PlanFile) => {
    const found = merge();
    if (!found) return;
    const { plan, changes } = found;
    // An agreed plan is not overwritten by a file.
    const baseline = file.baseline && !plan.baseline ? [baselineChange(plan.id, file.baseline)] : [];
    void planner.write([...changes, ...baseline]);
    setWaiting(undefined);
    setMessage(fill(text.mergeDone, { count: found.added.length + found.changed.length }));
  };

  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text.importTitle}</h2>
      <button
        class="button"
        type="button"
        disabled={!planner.project.isReady() || planner.project.trouble() !== undefined}
        onClick={() => chooser.click()}
      >
        {text.importFile}
      </button>
      <input
        ref={chooser}
        class="visually-hidden"
        type="file"
        tabindex={-1}
        aria-label={text.importFile}
        onChange={(event) => void open(event.currentTarget.files?.[0])}
      />
      <Show when={waiting()}>
        {(file) => (
          <div class="preview">
            <p>
              <strong>{fill(text.importPreview, { name: file().name, count: file().plan.tasks.length })}</strong>{' '}
              {file().faults.length === 0 ? text.importClean : fill(text.importFaults, { count: file().faults.length })}
            </p>
            <Show when={file().faults.length > 0}>
              <ImportFaults faults={file().faults} />
            </Show>
            <Show when={merge()}>
              {(found) => (
                <p>
                  {fill(text.mergeWould, {
                    name: found().plan.name,
                    added: found().added.length,
                    changed: found().changed.length,
                    kept: found().kept.length,
                  })}
                </p>
              )}
            </Show>
            <div class="row-tools">
              <button class="button primary" type="button" onClick={() => add(file())}>
                {text.importDo}
              </button>
              <Show when={merge()}>
                <button class="button" type="button" onClick={() => take(file())}>
                  {text.importMerge}
                </button>
              </Show>
              <button class="button" type="button" onClick={() => setWaiting(undefined)}>
                {text.cancel}
              </button>
            </div>
          </div>
        )}
      </Show>
      <p role="status">{message()}</p>
    </section>
  );
}

function refusal(text: PlannerText, reason: string): string {
  const key = `refused-${reason}` as keyof PlannerText;
  return text[key] ?? text['refused-other'];
}
