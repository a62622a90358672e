import { createEffect, For, type JSX, Show } from 'solid-js';
import { secondsBetween } from '../../domain/emergency/incident.ts';
import { fill } from '../../i18n/format.ts';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import SaveStatus from '../checklist/SaveStatus.tsx';
import { WhoField } from '../shared/ProjectFields.tsx';
import SavedText from '../shared/SavedText.tsx';
import { localSecond } from '../today.ts';
import LogTable from './LogTable.tsx';
import Notes from './Notes.tsx';
import RunCalls from './RunCalls.tsx';
import RunFinish from './RunFinish.tsx';
import RunNow from './RunNow.tsx';
import RunOut from './RunOut.tsx';
import RunReport from './RunReport.tsx';
import RunReports from './RunReports.tsx';
import RunSteps from './RunSteps.tsx';
import { REVIEW } from './review-fields.ts';
import { type Run, readMark, runPath, writeMark } from './run-state.ts';
import { createWakeLock } from './wake-lock.ts';
import { clockText } from './words.ts';

/** The card at work: one large step at a time, a clock, calls, reports with their time, and the log. */
export default function RunView(props: { run: Run; text: RunText; words: ProjectWords; onBack(): void }): JSX.Element {
  const { run, text } = props;
  const { card, project } = run;
  const isAwake = createWakeLock(() => run.ended() === undefined);
  const elapsed = () => secondsBetween(run.started(), run.ended() ?? run.now());
  createEffect(() => {
    if (run.ended()) return writeMark(undefined);
    // So that a reload finds the run also after another project was opened, after its end was taken back, and where it
    // was opened out of the log of before.
    const { id, title } = card;
    const mark = readMark() ?? { card: id, run: run.run(), kind: run.kind(), title, href: location.pathname };
    const now = project.current()?.id;
    if (mark.run === run.run() && now !== undefined && mark.project !== now) writeMark({ ...mark, project: now });
  });
  return (
    <>
      <section class="run screen" data-kind={run.kind()} aria-labelledby="run-title">
        <header class="run-head">
          <p class="run-kind">
            <Show when={run.kind() === 'drill'}>
              <b class="run-drill">{text.drillMark}</b>
            </Show>
            <span>{run.ended() ? '' : run.kind() === 'drill' ? text.drilling : text.running}</span>
          </p>
          <h1 id="run-title" tabindex={-1}>
            {card.title}
          </h1>
          <p class="run-clock" role="timer" aria-label={text.clock}>
            {clockText(elapsed())}
          </p>
          <p class="meta">
            {fill(text.started, { at: localSecond(run.started()) })}
            <Show when={!run.ended()}> · {isAwake() ? text.awake : text.notAwake}</Show>
          </p>
          <SaveStatus project={project} text={props.words} />
        </header>
        <Show
          when={!run.ended()}
          fallback={
            <p class="run-ended" role="status">
              {fill(text.ended, { at: localSecond(run.ended() ?? ''), time: clockText(elapsed()) })}
            </p>
          }
        >
          <RunNow run={run} text={text} elapsed={elapsed()} />
        </Show>
        <div class="run-cols">
          <RunCalls run={run} text={text} />
          <RunReports run={run} text={text} />
          <section class="never">
            <h2>{text.never}</h2>
            <ul>
              <For each={card.never}>{(line) => <li>{line}</li>}</For>
            </ul>
          </section>
          <section>
            <h2>{text.roles}</h2>
            <ul>
              <For each={card.roles}>
                {({ role, duty }) => (
                  <li>
                    <b>{role}</b> {duty}
                  </li>
                )}
              </For>
            </ul>
          </section>
        </div>
        <Show when={!run.ended()}>
          <Notes run={run} text={text} />
        </Show>
        <RunSteps run={run} text={text} />
        <LogTable run={run} text={text} />
        <Show when={!run.ended()} fallback={<RunOut run={run} text={text} />}>
          <RunFinish run={run} text={text} />
        </Show>
        <div class="fields">
          <WhoField project={project} text={text} />
          <Show when={run.ended()}>
            <For each={REVIEW}>
              {([field, label]) => (
                <SavedText
                  label={text[label]}
                  rows={3}
                  value={String(project.value(runPath(run.run()), field) ?? '')}
                  store={(typed) => project.write(runPath(run.run()), field, typed === '' ? null : typed)}
                />
              )}
            </For>
          </Show>
        </div>
        <Show when={run.ended()}>
          <p>
            <button class="button" type="button" onClick={() => props.onBack()}>
              {text.back}
            </button>
          </p>
        </Show>
      </section>
      <RunReport run={run} text={text} />
    </>
  );
}
