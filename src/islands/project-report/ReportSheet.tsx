import { createMemo, For, type JSX, Show } from 'solid-js';
import { type Answer, isOverdue, readAnswer } from '../../domain/checklist/answer.ts';
import { findPhotos } from '../../domain/checklist/photo.ts';
import { findOpenProblems } from '../../domain/checklist/problems.ts';
import { latenessOn } from '../../domain/checklist/workdays-late.ts';
import { fill } from '../../i18n/format.ts';
import type { ReportItem } from '../../interchange/checklist-report.ts';
import type { ProjectReport, RunReport } from '../../interchange/project-report.ts';
import ReportFrame, { SignLines } from '../checklist/ReportFrame.tsx';
import ReportPhotos from '../checklist/ReportPhotos.tsx';
import ReportRow from '../checklist/ReportRow.tsx';
import SignatureLine from '../checklist/SignatureLine.tsx';
import { isWorkdayIn } from '../checklist/workdays.ts';
import { localTime } from '../today.ts';
import type { ProjectReportProps } from './project-report-props.ts';
import ReportPart from './ReportPart.tsx';

/** The report of a whole project, the same on screen and on paper. */
export default function ReportSheet(props: {
  report: ProjectReport;
  page: ProjectReportProps;
  withAnswers: boolean;
  withPhotos: boolean;
}): JSX.Element {
  const { text, words } = props.page;
  const project = () => props.report.project;
  const made = () => fill(text.made, { at: localTime(props.report.exported) });
  const Head = (head: { part: string }) => (
    <>
      <b>{fill(text.reportOf, { project: project().name, part: head.part })}</b>
      <small>{[made(), text.notVerified].join(' · ')}</small>
    </>
  );
  return (
    <section class="report whole" data-pagefind-ignore>
      <Overview report={props.report} page={props.page} head={<Head part={text.overview} />} />
      <Problems report={props.report} page={props.page} head={<Head part={text.problems} />} />
      <SignOffs report={props.report} page={props.page} head={<Head part={text.signOffs} />} />
      <Show when={props.withAnswers}>
        <For each={props.report.runs}>
          {(run) => <RunTable run={run} report={props.report} page={props.page} withPhotos={props.withPhotos} />}
        </For>
      </Show>
      <table class="part last">
        <thead>
          <tr class="report-head">
            <th>
              <Head part={words.signature} />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr class="report-signatures">
            <td>
              <SignLines text={words} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

interface PartProps {
  report: ProjectReport;
  page: ProjectReportProps;
  head: JSX.Element;
}

/** What is known of the project, and how far each of its checklists has come. */
function Overview(props: PartProps): JSX.Element {
  const { text } = props.page;
  const facts = () => {
    const { name, kind, city, opening, team, assets } = props.report.project;
    return [
      [text.name, name],
      [text.kind, kind],
      [text.city, city],
      [text.opening, opening],
      [
        text.team,
        team
          .map((one) => [one.name, props.page.roles[one.role] ?? one.role].filter(Boolean).join(' · '))
          .join(text.between),
      ],
      [text.assets, assets.map((one) => [one.name, one.kind, one.note].filter(Boolean).join(' · ')).join(text.between)],
    ].filter(([, value]) => value !== '');
  };
  const columns = [
    text.checklist,
    text.version,
    text.done,
    text.open,
    text.openProblems,
    text.overdue,
    text.undecided,
    text.notApplicable,
    text.state,
  ];
  return (
    <ReportPart title={text.overview} head={props.head} columns={columns} figures={[2, 7]}>
      <tr>
        <td colspan={columns.length}>
          <dl class="report-facts">
            <For each={facts()}>
              {([name, value]) => (
                <div>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              )}
            </For>
          </dl>
        </td>
      </tr>
      <For
        each={props.report.runs}
        fallback={
          <tr>
            <td colspan={columns.length}>{text.noRuns}</td>
          </tr>
        }
      >
        {(run) => (
          <tr>
            <th scope="row">{run.title}</th>
            <td>{[run.checklist.number, run.checklist.version].filter(Boolean).join(' · ')}</td>
            <Counts of={run} />
            <td>{text[run.signOff.state]}</td>
          </tr>
        )}
      </For>
      <Show when={props.report.runs.length > 1}>
        <tr class="report-total">
          <th scope="row">{text.total}</th>
          <td />
          <Counts of={{ progress: props.report.total }} />
          <td />
        </tr>
      </Show>
    </ReportPart>
  );
}

function Counts(props: { of: Pick<RunReport, 'progress'> }): JSX.Element {
  const all = () => {
    const { applicable, done, counts, problems, overdue } = props.of.progress;
    return [`${done} / ${applicable}`, counts.open, problems, overdue, counts.undecided, counts['not-applicable']];
  };
  return <For each={all()}>{(count) => <td class="num">{count}</td>}</For>;
}

/** Every open problem of every checklist, the gravest and most urgent first. */
function Problems(props: PartProps): JSX.Element {
  const { text, words } = props.page;
  const daysLate = latenessOn(props.report.today, isWorkdayIn(props.page.officialDays));
  const items = createMemo(
    () => new Map(props.report.runs.flatMap((run) => run.items.map((item) => [item.path, { run, item }] as const))),
  );
  const problems = createMemo(() => findOpenProblems(props.report.index));
  const STATES = { open: text.stateOpen, fixed: text.stateFixed, rechecked: text.stateRechecked, closed: '' };
  const late = (answer: Answer) => {
    if (!isOverdue(answer, props.report.today)) return '';
    const days = daysLate(answer.due);
    return `! ${days > 0 ? fill(words.lateBy, { count: days }) : words.overdue}`;
  };
  return (
    <ReportPart
      title={text.problems}
      head={props.head}
      columns={[text.severity, text.problem, text.ownerDue, text.mending]}
    >
      <For
        each={problems()}
        fallback={
          <tr>
            <td colspan={4}>{text.noProblems}</td>
          </tr>
        }
      >
        {({ item, answer }) => (
          <tr>
            <td>
              <b classList={{ bad: answer.severity === 'A' }}>{answer.severity ?? '—'}</b>
              <small>{answer.severity ? words[answer.severity] : ''}</small>
            </td>
            <td>
              {items().get(item)?.item.number} {items().get(item)?.item.label ?? item}
              <small>{answer.note}</small>
              <small>{items().get(item)?.run.title}</small>
            </td>
            <td>
              {answer.owner}
              <small class="nums">{answer.due}</small>
              <small class="bad">{late(answer)}</small>
            </td>
            <td>{STATES[answer.correction.state]}</td>
          </tr>
        )}
      </For>
    </ReportPart>
  );
}

/** Who signed which stage, and what has happened since. */
function SignOffs(props: PartProps): JSX.Element {
  const { text, words, roles, locale } = props.page;
  return (
    <ReportPart title={text.signOffs} head={props.head} columns={[text.checklist, text.state, text.signature]}>
      <For
        each={props.report.runs}
        fallback={
          <tr>
            <td colspan={3}>{text.noRuns}</td>
          </tr>
        }
      >
        {({ title, signOff }) => (
          <tr>
            <th scope="row">{title}</th>
            <td>{text[signOff.state]}</td>
            <td>
              <For each={signOff.signatures}>
                {(signed) => (
                  <p class="signed-line">
                    <SignatureLine signed={signed} text={words} roles={roles} locale={locale} />{' '}
                    {signed.isValid ? '' : words.signedChanged}
                  </p>
                )}
              </For>
              <Show when={signOff.reopened}>
                {(reopened) =>
                  fill(words.reopenedLine, {
                    on: reopened().on,
                    who: reopened().who || words.unnamed,
                    reason: reopened().reason,
                  })
                }
              </Show>
            </td>
          </tr>
        )}
      </For>
    </ReportPart>
  );
}

/** One checklist, item by item, as its own report has it. */
function RunTable(props: {
  run: RunReport;
  report: ProjectReport;
  page: ProjectReportProps;
  withPhotos: boolean;
}): JSX.Element {
  const { words, text, roles, locale } = props.page;
  const { index, project } = props.report;
  const { run } = props;
  const groups = [...Map.groupBy(run.items, ({ group }) => group)].map(([id, items]) => ({
    id,
    title: items[0]?.groupTitle ?? '',
    items,
  }));
  const photosOf = ({ path }: ReportItem) => findPhotos(index, path);
  const photos = run.items.flatMap((item) =>
    photosOf(item).map((photo) => ({ photo, number: item.number, label: item.label })),
  );
  const heading = `run-${run.run}`;
  return (
    <>
      <h2 id={heading}>{run.title}</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby={heading}>
        <ReportFrame
          text={words}
          title={fill(words.reportTitle, { list: run.title })}
          marks={[
            run.checklist.number,
            run.checklist.version,
            fill(words.reportProject, { name: project.name }),
            fill(text.made, { at: localTime(props.report.exported) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          groups={groups}
          summary={
            <tr>
              <td colspan={4}>
                {fill(words.reportSum, {
                  all: run.items.filter(({ applies }) => applies !== false).length,
                  done: run.progress.counts.done,
                  problem: run.progress.counts.problem,
                  undecided: run.progress.counts.undecided,
                  open: run.progress.counts.open,
                  na: run.progress.counts['not-applicable'],
                })}
              </td>
            </tr>
          }
          row={(item) => (
            <ReportRow
              text={words}
              number={item.number}
              label={item.label}
              roleName={item.roleName}
              answer={readAnswer(index, item.path)}
              photos={photosOf(item).length}
            />
          )}
          after={
            <Show when={props.withPhotos}>
              <ReportPhotos photos={photos} text={words} />
            </Show>
          }
          signed={
            run.signOff.signatures.length > 0 && (
              <For each={run.signOff.signatures}>
                {(signed) => (
                  <p class="signed-line">
                    {words.reportSigned}
                    {words.colon}
                    <SignatureLine signed={signed} text={words} roles={roles} locale={locale} />{' '}
                    {signed.isValid ? '' : words.signedChanged}
                  </p>
                )}
              </For>
            )
          }
          noLines
        />
      </div>
    </>
  );
}
