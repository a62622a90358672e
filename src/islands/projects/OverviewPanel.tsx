import { createMemo, For, type JSX, Show } from 'solid-js';
import { type Answer, isOverdue } from '../../domain/checklist/answer.ts';
import { type ItemPath, nameOf, RUNS, runOf } from '../../domain/checklist/item-path.ts';
import type { RunSummary } from '../../domain/checklist/overview.ts';
import type { OpenProblem } from '../../domain/checklist/problems.ts';
import { findRuns, type Run, runItems } from '../../domain/checklist/run.ts';
import { latenessOn } from '../../domain/checklist/workdays-late.ts';
import { fill } from '../../i18n/format.ts';
import { href } from '../../i18n/paths.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import { runHref } from '../checklist/run-href.ts';
import { fieldText, valueText } from '../checklist/value-text.ts';
import { isWorkdayIn } from '../checklist/workdays.ts';
import { keepEqual } from '../shared/keep-equal.ts';
import LongList from '../shared/LongList.tsx';
import { localTime } from '../today.ts';
import type { ProjectsProps } from './projects-props.ts';

/** How the current project stands: every checklist, every open problem, what waits for a decision, what was done last. */
export default function OverviewPanel(props: { list: ProjectsProps; project: Project; today: string }): JSX.Element {
  const { text, words, locale } = props.list;
  const overview = createMemo(() => props.project.overview(props.today));
  const summaries = createMemo<readonly RunSummary[]>(
    (before) => keepEqual(before, overview().runs, ({ run }) => run.run),
    [],
  );
  const problems = createMemo<readonly OpenProblem[]>(
    (before) => keepEqual(before, props.project.problems(), ({ item }) => item),
    [],
  );
  const titles = new Map(props.list.checklists.map(({ id, title }) => [id, title]));
  const daysLate = createMemo(() => latenessOn(props.today, isWorkdayIn(props.list.officialDays)));
  /** Runs by id, and the words of their items by path; each is read once for all the rows that need it. */
  const runs = createMemo(() => new Map(props.project.under(RUNS, findRuns).map((run) => [run.run, run])));
  const labels = createMemo(() => {
    props.project.changes();
    const known = new Map<string, ReadonlyMap<ItemPath, string>>();
    return (run: string) => {
      const found =
        known.get(run) ??
        props.project.under(
          RUNS,
          (index) => new Map(runItems(index, run).map(({ path, label }) => [path, label[locale]])),
        );
      known.set(run, found);
      return found;
    };
  });
  const titleOf = (run: Run | undefined) =>
    run === undefined
      ? text.projectItself
      : [titles.get(run.checklist) ?? (run.isOwn ? '' : run.checklist), run.name].filter(Boolean).join(' · ');
  const Where = (where: { path: ItemPath; label?: string | undefined }) => {
    const id = runOf(where.path);
    const run = () => (id === undefined ? undefined : runs().get(id));
    const isItem = where.path.split('/').length > 2;
    const name = () =>
      isItem ? (where.label ?? labels()(id ?? '').get(where.path) ?? nameOf(where.path)) : titleOf(run());
    return (
      <Show when={run()} fallback={<b>{text.projectItself}</b>}>
        {(known) => <a href={runHref(locale, known(), isItem ? nameOf(where.path) : '')}>{name()}</a>}
      </Show>
    );
  };
  const late = (answer: Answer) => {
    const days = daysLate()(answer.due);
    return days > 0 ? fill(text.lateBy, { count: days }) : text.late;
  };
  const STATES = { open: text.stateOpen, fixed: text.stateFixed, rechecked: text.stateRechecked, closed: '' };

  return (
    <section aria-labelledby="overview-title">
      <h2 id="overview-title">
        {text.overview} · {props.project.current()?.name}
      </h2>
      <p>
        <a class="button" href={href(locale, 'projects/report')}>
          {text.report}
        </a>
      </p>
      <ul class="figures">
        <li>
          <b>
            {overview().total.done} / {overview().total.applicable}
          </b>{' '}
          {text.done}
        </li>
        <li data-bad={overview().total.problems > 0}>
          <b>{overview().total.problems}</b> {text.problems}
        </li>
        <li data-bad={overview().total.overdue > 0}>
          <b>{overview().total.overdue}</b> {text.overdueCount}
        </li>
        <li data-warn={overview().conflicts > 0}>
          <b>{overview().conflicts}</b> {text.conflictList}
        </li>
      </ul>

      <h3>{text.runs}</h3>
      <Show when={overview().runs.length > 0} fallback={<p class="quiet">{text.noRuns}</p>}>
        <div class="scroll" tabindex="0" role="group" aria-label={text.runs}>
          <table class="runs">
            <thead>
              <tr>
                <th scope="col">{text.checklist}</th>
                <th scope="col" class="num">
                  {text.done}
                </th>
                <th scope="col" class="num">
                  {text.problems}
                </th>
                <th scope="col" class="num">
                  {text.overdueCount}
                </th>
                <th scope="col">{text.signOff}</th>
              </tr>
            </thead>
            <tbody>
              <For each={summaries()}>
                {({ run, progress, signOff, isPinned }) => (
                  <tr>
                    <th scope="row">
                      <a href={runHref(locale, run)}>{titleOf(run)}</a>
                    </th>
                    <td class="num">
                      {progress.done} / {progress.applicable}
                      <Show when={!isPinned}>
                        <small class="hint"> {text.answeredOnly}</small>
                      </Show>
                    </td>
                    <td class="num">{progress.problems}</td>
                    <td class="num">
                      <Show when={progress.overdue > 0} fallback={0}>
                        <span class="bad">! {progress.overdue}</span>
                      </Show>
                    </td>
                    <td>
                      <span classList={{ warn: signOff === 'changed' }}>{text[signOff]}</span>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>

      <h3 id="problems">{text.problemList}</h3>
      <Show when={problems().length > 0} fallback={<p class="quiet">{text.noProblems}</p>}>
        <ul class="problems">
          <LongList each={problems()}>
            {({ run, item, of, answer }) => (
              <li>
                <b class="k" classList={{ bad: answer.severity === 'A' }}>
                  {answer.severity ? fill(words.severityLevel, { level: answer.severity }) : text.severityNone}
                </b>
                <div>
                  <Where path={item} label={of?.label[locale]} />
                  <p class="meta">
                    <span>{titleOf(runs().get(run))}</span>
                    <span>{STATES[answer.correction.state]}</span>
                    {answer.owner && <span>{answer.owner}</span>}
                    {answer.due && <span class="nums">{answer.due}</span>}
                    <Show when={props.today !== '' && isOverdue(answer, props.today)}>
                      <span class="bad">! {late(answer)}</span>
                    </Show>
                  </p>
                </div>
              </li>
            )}
          </LongList>
        </ul>
      </Show>

      <Show when={props.project.conflicts().length > 0}>
        <h3>{text.conflictList}</h3>
        <p class="hint">{text.conflictHint}</p>
        <ul class="problems">
          <LongList each={props.project.conflicts()}>
            {(conflict) => (
              <li>
                <b class="k warn">≠ {fieldText(words, conflict.field)}</b>
                <div>
                  <Where path={conflict.item} />
                  <p class="meta">
                    <For each={conflict.heads}>
                      {(head) => (
                        <span>
                          {valueText(words, conflict.field, head.value)}（{head.who || words.unnamed}）
                        </span>
                      )}
                    </For>
                  </p>
                </div>
              </li>
            )}
          </LongList>
        </ul>
      </Show>

      <details>
        <summary>{text.recent}</summary>
        <Show when={overview().recent.length > 0} fallback={<p class="quiet">{text.noRecent}</p>}>
          <ol class="recent">
            <For each={overview().recent}>
              {(record) => (
                <li>
                  <time class="nums">{localTime(record.at)}</time> {record.who || words.unnamed} ·{' '}
                  <Where path={record.item} /> ·{' '}
                  {words.historyLine
                    .replace('{field}', fieldText(words, record.field))
                    .replace('{value}', () => valueText(words, record.field, record.value))}
                </li>
              )}
            </For>
          </ol>
        </Show>
      </details>
      <p>
        <a href={href(locale, 'checklists')}>{text.startAnother}</a>
      </p>
    </section>
  );
}
