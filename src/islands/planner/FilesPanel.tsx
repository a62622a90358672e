import { createSignal, For, type JSX } from 'solid-js';
import { calendarSpec, otherSpecs } from '../../domain/schedule/plan-calendar.ts';
import { fill } from '../../i18n/format.ts';
import { download, downloadBook, downloadJson } from '../shared/files-out.ts';
import { createWayOut, printPage } from '../shared/way-out.tsx';
import { rowNames, separator } from './plan-words.ts';
import { usePlanner } from './planner-state.ts';

/** Ways out of the browser: paper, calendar, Project, tables. The formats' code is fetched on use. */
export default function FilesPanel(props: {
  paper: 'a4' | 'a3';
  onPaper(paper: 'a4' | 'a3'): void;
  across: number;
  onAcross(across: number): void;
}): JSX.Element {
  const planner = usePlanner();
  const { text, roles, locale, years } = planner.props;
  const [message, setMessage] = createSignal('');
  const wayOut = createWayOut();
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
      if (
        await download(
          writeIcs({ id, name: plan.name, events, stamp, language: locale }),
          `${plan.name}.ics`,
          'text/calendar',
        )
      )
        out(`${plan.name}.ics`);
    },
    xml: async () => {
      const [plan, dated] = [planner.stored(), planner.dated()];
      if (!plan || !dated) return;
      const { writeMspdi } = await import('../../interchange/mspdi-write.ts');
      const { xml, losses } = writeMspdi({
        name: plan.name,
        plan: dated.plan,
        schedule: dated.schedule,
        main: calendarSpec(years, plan.days),
        others: otherSpecs(years, plan),
        ...(plan.baseline ? { baseline: plan.baseline } : {}),
        roleName,
      });
      if (!(await download(xml, `${plan.name}.xml`, 'application/xml'))) return;
      const lost = (['second-constraint', 'no-dates'] as const).flatMap((what) => {
        const tasks = losses.filter((loss) => loss.what === what).map(({ task }) => task);
        return tasks.length === 0 ? [] : [fill(text[`loss-${what}`], { tasks: rowNames(planner, tasks) })];
      });
      out(`${plan.name}.xml`);
      if (lost.length > 0)
        setMessage(`${message()} ${fill(text.exportLosses, { list: lost.join(separator(planner)) })}`);
    },
    csv: async () => {
      const [plan, dated] = [planner.stored(), planner.dated()];
      if (!plan || !dated) return;
      const [{ planTable }, { writeCsv }] = await Promise.all([
        import('../../interchange/plan-csv.ts'),
        import('../../interchange/csv.ts'),
      ]);
      if (
        await download(
          writeCsv(planTable(dated.plan.tasks, dated.schedule, locale, roleName, plan.direction)),
          `${plan.name}.csv`,
          'text/csv',
        )
      )
        out(`${plan.name}.csv`);
    },
    xlsx: async () => {
      const [plan, dated] = [planner.stored(), planner.dated()];
      if (!plan || !dated) return;
      const { planTable } = await import('../../interchange/plan-csv.ts');
      const rows = planTable(dated.plan.tasks, dated.schedule, locale, roleName, plan.direction);
      if (
        await downloadBook(
          [{ name: text.plan, rows, headerRows: 1, filter: true, landscape: true }],
          `${plan.name}.xlsx`,
        )
      )
        out(`${plan.name}.xlsx`);
    },
    json: async () => {
      const [plan, dated] = [planner.stored(), planner.dated()];
      if (!plan || !dated) return;
      if (await downloadJson({ ...plan, dates: Object.fromEntries(dated.schedule.rows) }, `${plan.name}.json`))
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

  return (
    <section class="card" aria-labelledby="plan-files">
      <h2 id="plan-files">{text.files}</h2>
      {wayOut.note()}
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
        <button class="button primary" type="button" onClick={() => void printPage()}>
          {wayOut.print(text.print)}
        </button>
      </div>
      <div class="row-tools">
        <For each={['ics', 'xml', 'csv', 'xlsx', 'json'] as const}>
          {(kind) => (
            <button class="button" type="button" onClick={() => void exports[kind]()}>
              {wayOut.file(LABELS[kind])}
            </button>
          )}
        </For>
      </div>
      <p role="status">{message()}</p>
    </section>
  );
}
