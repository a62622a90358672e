import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Baseline } from '../../domain/schedule/baseline.ts';
import type { Plan } from '../../domain/schedule/plan.ts';
import { calendarSpec } from '../../domain/schedule/plan-calendar.ts';
import { newPlanChanges, type OwnDays } from '../../domain/schedule/stored-plan.ts';
import { fill } from '../../i18n/format.ts';
import { download, downloadBook, downloadJson } from '../shared/files-out.ts';
import { NO_OWN_DAYS, usePlanner } from './planner-state.ts';
import type { PlanFile } from './read-plan-file.ts';

/** Ways out of the browser and into it: paper, calendar, Project, tables. The formats' code is fetched on use. */
export default function FilesPanel(props: {
  paper: 'a4' | 'a3';
  onPaper(paper: 'a4' | 'a3'): void;
  across: number;
  onAcross(across: number): void;
}): JSX.Element {
  const planner = usePlanner();
  const { text, roles, locale, years } = planner.props;
  const [message, setMessage] = createSignal('');
  const [waiting, setWaiting] = createSignal<PlanFile>();
  let chooser!: HTMLInputElement;
  const roleName = (id: string) => roles[id];

  const out = (file: string) => setMessage(fill(text.exported, { file }));
  const exports = {
    ics: async () => {
      const [plan, dated, project] = [planner.stored(), planner.dated(), planner.project.current()];
      if (!plan || !dated) return;
      const { writeIcs } = await import('../../interchange/ics.ts');
      const events = plan.rows.flatMap((row) => {
        const dates = dated.schedule.rows.get(row.id);
        if (!dates || dates.kind === 'stage') return [];
        const stage = row.parent === undefined ? undefined : planner.nameOf(row.parent);
        const role = row.role === undefined ? undefined : (roles[row.role] ?? row.role);
        const description = [role, dates.isCritical ? text.critical : '', row.note].filter(Boolean).join('\n');
        return [
          {
            id: row.id,
            title: row.name ?? row.id,
            start: dates.start,
            finish: dates.finish,
            description,
            categories: stage === undefined ? [] : [stage],
            isBusy: false,
          },
        ];
      });
      const stamp = new Date().toISOString();
      const id = `${plan.id}.${project?.id ?? 'plan'}`;
      download(writeIcs({ id, name: plan.name, events, stamp, language: locale }), `${plan.name}.ics`, 'text/calendar');
      out(`${plan.name}.ics`);
    },
    xml: async () => {
      const [plan, dated] = [planner.stored(), planner.dated()];
      if (!plan || !dated) return;
      const { writeMspdi } = await import('../../interchange/mspdi-write.ts');
      const { xml } = writeMspdi({
        name: plan.name,
        plan: dated.plan,
        schedule: dated.schedule,
        main: calendarSpec(years, plan.days),
        others: [],
        ...(plan.baseline ? { baseline: plan.baseline } : {}),
        roleName,
      });
      download(xml, `${plan.name}.xml`, 'application/xml');
      out(`${plan.name}.xml`);
    },
    csv: async () => {
      const [plan, dated] = [planner.stored(), planner.dated()];
      if (!plan || !dated) return;
      const [{ planTable }, { writeCsv }] = await Promise.all([
        import('../../interchange/plan-csv.ts'),
        import('../../interchange/csv.ts'),
      ]);
      download(writeCsv(planTable(plan.rows, dated.schedule, locale, roleName)), `${plan.name}.csv`, 'text/csv');
      out(`${plan.name}.csv`);
    },
    xlsx: async () => {
      const [plan, dated] = [planner.stored(), planner.dated()];
      if (!plan || !dated) return;
      const { planTable } = await import('../../interchange/plan-csv.ts');
      const rows = planTable(plan.rows, dated.schedule, locale, roleName);
      await downloadBook(
        [{ name: text.plan, rows, headerRows: 1, filter: true, landscape: true }],
        `${plan.name}.xlsx`,
      );
      out(`${plan.name}.xlsx`);
    },
    json: async () => {
      const [plan, dated] = [planner.stored(), planner.dated()];
      if (!plan || !dated) return;
      await downloadJson({ ...plan, dates: Object.fromEntries(dated.schedule.rows) }, `${plan.name}.json`);
      out(`${plan.name}.json`);
    },
  };
  const LABELS = {
    ics: text.exportIcs,
    xml: text.exportXml,
    csv: text.exportCsv,
    xlsx: text.exportXlsx,
    json: text.exportJson,
  };

  const open = async (file: File | undefined) => {
    if (!file) return;
    const { readPlanFile } = await import('./read-plan-file.ts');
    const read = await readPlanFile(file.name, new Uint8Array(await file.arrayBuffer()), planner.day());
    chooser.value = '';
    if (read.ok) setMessage('');
    else setMessage(fill(text.importRefused, { reason: read.reason }));
    setWaiting(read.ok ? read.file : undefined);
  };
  const take = (file: { name: string; plan: Plan; days?: OwnDays; baseline?: Baseline | undefined }) => {
    const id = planner.project.newId();
    planner.write(newPlanChanges(id, file.name, file.plan, file.days ?? NO_OWN_DAYS, file.baseline));
    planner.choose(id);
    setWaiting(undefined);
  };

  return (
    <section class="card" aria-labelledby="plan-files">
      <h2 id="plan-files">{text.files}</h2>
      <div class="bar-fields">
        <label>
          <span class="lab">{text.paper}</span>
          <select
            class="field"
            autocomplete="off"
            onChange={(event) => props.onPaper(event.currentTarget.value === 'a3' ? 'a3' : 'a4')}
          >
            <option value="a4" selected={props.paper === 'a4'}>
              A4
            </option>
            <option value="a3" selected={props.paper === 'a3'}>
              A3
            </option>
          </select>
        </label>
        <label>
          <span class="lab">{text.across}</span>
          <select
            class="field"
            autocomplete="off"
            onChange={(event) => props.onAcross(Number(event.currentTarget.value))}
          >
            <For each={[1, 2, 3, 4, 6, 8]}>
              {(count) => (
                <option value={count} selected={count === props.across}>
                  {count}
                </option>
              )}
            </For>
          </select>
        </label>
        <button class="button primary" type="button" onClick={() => print()}>
          {text.print}
        </button>
      </div>
      <div class="row-tools">
        <For each={['ics', 'xml', 'csv', 'xlsx', 'json'] as const}>
          {(kind) => (
            <button class="button" type="button" onClick={() => void exports[kind]()}>
              {LABELS[kind]}
            </button>
          )}
        </For>
        <button class="button" type="button" onClick={() => chooser.click()}>
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
      </div>
      <Show when={waiting()}>
        {(found) => (
          <div class="preview">
            <p>
              {fill(text.importPreview, {
                name: found().name,
                count: found().plan.tasks.length,
                faults: found().faults.length,
              })}
            </p>
            <ul>
              <For each={found().faults.slice(0, 20)}>
                {(fault) => <li>{'row' in fault ? fill(text.faultAt, { ...fault }) : fault.text}</li>}
              </For>
            </ul>
            <button class="button primary" type="button" onClick={() => take(found())}>
              {text.importDo}
            </button>
            <button class="button" type="button" onClick={() => setWaiting(undefined)}>
              {text.cancel}
            </button>
          </div>
        )}
      </Show>
      <p role="status">{message()}</p>
    </section>
  );
}
