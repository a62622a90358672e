import { createMemo, For, type JSX, Show } from 'solid-js';
import { isOverdue } from '../../domain/checklist/answer.ts';
import { type ItemPath, nameOf, RUNS, runOf } from '../../domain/checklist/item-path.ts';
import { readRun, runItems } from '../../domain/checklist/run.ts';
import { workdaysLate } from '../../domain/checklist/workdays-late.ts';
import { fill } from '../../i18n/format.ts';
import { href } from '../../i18n/paths.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import { runHref } from '../checklist/run-href.ts';
import { fieldText, valueText } from '../checklist/value-text.ts';
import { isWorkdayIn } from '../checklist/workdays.ts';
import { localTime } from '../today.ts';
import type { ProjectsProps } from './projects-props.ts';

/** How the current project stands: every checklist, every open problem, what waits for a decision, what was done last. */
export default function OverviewPanel(props: { list: ProjectsProps; project: Project; today: string }): JSX.Element {
  const { text, words, locale } = props.list;
  const overview = createMemo(() => props.project.overview(props.today));
  const titles = new Map(props.list.checklists.map(({ id, title }) => [id, title]));
  const isWorkday = isWorkdayIn(props.list.officialDays);
  const runOfPath = (path: ItemPath) => {
    const run = runOf(path);
    return run === undefined ? undefined : props.project.under(RUNS, (index) => readRun(index, run));
  };
  const titleOf = (run: ReturnType<typeof runOfPath>) =>
    run === undefined
      ? text.projectItself
      : [titles.get(run.checklist) ?? (run.isOwn ? '' : run.checklist), run.name].filter(Boolean).join(' · ');
  const labelOf = (path: ItemPath) => {
    const run = runOf(path);
    if (run === undefined) return nameOf(path);
    const found = props.project.under(RUNS, (index) => runItems(index, run).find((item) => item.path === path));
    return found?.label[locale] ?? nameOf(path);
  };
  const link = (path: ItemPath) => {
    const run = runOfPath(path);
    return run && runHref(locale, run, path.split('/').length > 2 ? nameOf(path) : '');
  };
  const Where = (where: { path: ItemPath }) => (
    <Show when={link(where.path)} fallback={<b>{titleOf(undefined)}</b>}>
      {(address) => (
        <a href={address()}>
          <Show when={where.path.split('/').length > 2} fallback={titleOf(runOfPath(where.path))}>
            {labelOf(where.path)}
          </Show>
        </a>
      )}
    </Show>
  );
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
              <For each={overview().runs}>
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
      <Show when={props.project.problems().length > 0} fallback={<p class="quiet">{text.noProblems}</p>}>
        <ul class="problems">
          <For each={props.project.problems()}>
            {({ item, answer }) => (
              <li>
                <b class="k" classList={{ bad: answer.severity === 'A' }}>
                  {answer.severity ? fill(words.severityLevel, { level: answer.severity }) : text.severityNone}
                </b>
                <div>
                  <Where path={item} />
                  <p class="meta">
                    <span>{titleOf(runOfPath(item))}</span>
                    <span>{STATES[answer.correction.state]}</span>
                    <Show when={answer.owner}>
                      <span>{answer.owner}</span>
                    </Show>
                    <Show when={answer.due}>
                      <span class="nums">{answer.due}</span>
                    </Show>
                    <Show when={props.today !== '' && isOverdue(answer, props.today)}>
                      <span class="bad">
                        !{' '}
                        {workdaysLate(answer.due, props.today, isWorkday) > 0
                          ? fill(text.lateBy, { count: workdaysLate(answer.due, props.today, isWorkday) })
                          : text.late}
                      </span>
                    </Show>
                  </p>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>

      <Show when={props.project.conflicts().length > 0}>
        <h3>{text.conflictList}</h3>
        <p class="hint">{text.conflictHint}</p>
        <ul class="problems">
          <For each={props.project.conflicts()}>
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
          </For>
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
