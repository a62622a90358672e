import { createEffect, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { secondsBetween } from '../../domain/emergency/incident.ts';
import { fill } from '../../i18n/format.ts';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import { readMirror, telephone } from '../../state/mirror-read.ts';
import SaveStatus from '../checklist/SaveStatus.tsx';
import SavedText from '../shared/SavedText.tsx';
import { localSecond } from '../today.ts';
import LogTable from './LogTable.tsx';
import RunOut, { RunReport } from './RunOut.tsx';
import { createWakeLock, type Run, runPath, writeMark } from './run-state.ts';
import { clockText } from './words.ts';

/** The card at work: one large step at a time, a clock, calls, reports with their time, and the log. */
export default function RunView(props: { run: Run; text: RunText; words: ProjectWords; onBack(): void }): JSX.Element {
  const { run, text } = props;
  const { card, project } = run;
  const [asking, setAsking] = createSignal(false);
  const isAwake = createWakeLock(() => run.ended() === undefined);
  const elapsed = () => secondsBetween(run.started(), run.ended() ?? run.now());
  const next = () => run.steps().find(({ state }) => state === 'next');
  const nextStep = () => card.steps.find(({ id }) => id === next()?.id);
  const numbers = readMirror();
  const seconds = (value: number) => clockText(value);
  createEffect(() => {
    if (run.ended()) writeMark(undefined);
  });
  const finish = () => {
    run.add({ kind: 'end' });
    setAsking(false);
  };
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
            {seconds(elapsed())}
          </p>
          <p class="meta">
            {fill(text.started, { at: localSecond(run.started()) })}
            {' · '}
            {isAwake() ? text.awake : run.ended() ? '' : text.notAwake}
          </p>
          <SaveStatus project={project} text={props.words} />
        </header>
        <Show
          when={!run.ended()}
          fallback={
            <p class="run-ended" role="status">
              {fill(text.ended, { at: localSecond(run.ended() ?? ''), time: seconds(elapsed()) })}
            </p>
          }
        >
          <div class="run-now">
            <Show when={nextStep()} keyed fallback={<p class="run-text">{text.allDone}</p>}>
              {(step) => (
                <>
                  <p class="meta">
                    {text.now} · {fill(text.step, { n: card.steps.indexOf(step) + 1, all: card.steps.length })} ·{' '}
                    {step.role}
                    <Show when={step.within}>
                      {(within) => (
                        <b classList={{ bad: elapsed() > within() }}>
                          {' '}
                          · {fill(text.target, { time: seconds(within()) })}
                        </b>
                      )}
                    </Show>
                  </p>
                  <p class="run-text" aria-live="polite">
                    {step.text}
                  </p>
                  <Show
                    when={step.decision}
                    fallback={
                      <button
                        class="button run-big"
                        type="button"
                        onClick={() => run.add({ kind: 'step', about: step.id })}
                      >
                        ✓ {text.stamp}
                      </button>
                    }
                  >
                    {(decision) => (
                      <fieldset class="run-decide">
                        <legend>{decision().question}</legend>
                        <For each={['yes', 'no'] as const}>
                          {(way) => (
                            <button
                              class="button run-big"
                              type="button"
                              onClick={() => run.add({ kind: 'decision', about: step.id, way })}
                            >
                              {fill(text.way, { way: text[way], text: decision()[way].text })}
                            </button>
                          )}
                        </For>
                      </fieldset>
                    )}
                  </Show>
                </>
              )}
            </Show>
          </div>
        </Show>

        <div class="run-cols">
          <section>
            <h2>{text.calls}</h2>
            <div class="calls">
              <For each={card.calls}>
                {(call) => {
                  const number = () => call.number ?? numbers.numbers[call.id]?.number;
                  return (
                    <Show
                      when={number()}
                      fallback={
                        <a href={card.numbersHref}>
                          <b class="none">{text.noNumber}</b>
                          <small>{call.for}</small>
                        </a>
                      }
                    >
                      {(dialled) => (
                        <a
                          href={`tel:${telephone(dialled())}`}
                          onClick={() => {
                            if (!run.ended()) run.add({ kind: 'call', about: call.id, text: dialled() });
                          }}
                        >
                          <b>{dialled()}</b>
                          <small>{call.for}</small>
                        </a>
                      )}
                    </Show>
                  );
                }}
              </For>
            </div>
          </section>
          <section>
            <h2>{text.reports}</h2>
            <ul class="run-reports">
              <For each={card.report}>
                {(report, place) => {
                  const state = () => run.reports()[place()];
                  return (
                    <li>
                      <span>
                        <b>{report.whom}</b> {report.by}
                        <br />
                        <span
                          class="nums"
                          classList={{ bad: state()?.isLate === true }}
                          role={state()?.done ? undefined : 'timer'}
                        >
                          {said(state(), text)}
                        </span>
                      </span>
                      <Show when={!state()?.done && !run.ended()}>
                        <button
                          class="button"
                          type="button"
                          aria-label={fill(text.reportOf, { whom: report.whom })}
                          onClick={() => run.add({ kind: 'report', about: report.id })}
                        >
                          {text.report}
                        </button>
                      </Show>
                    </li>
                  );
                }}
              </For>
            </ul>
          </section>
          <section class="never">
            <h2>{text.never}</h2>
            <ul>
              <For each={card.never}>{(line) => <li>{line}</li>}</For>
            </ul>
          </section>
        </div>

        <Show when={!run.ended()}>
          <Notes run={run} text={text} />
        </Show>

        <h2>{text.steps}</h2>
        <ol class="run-steps">
          <For each={card.steps}>
            {(step, place) => {
              const state = () => run.steps()[place()];
              return (
                <li data-state={state()?.state}>
                  <span>
                    {step.text} <small>{step.role}</small>
                  </span>
                  <span class="nums">
                    <Show
                      when={state()?.entry}
                      fallback={
                        <Show
                          when={!run.ended() && !step.decision}
                          fallback={state()?.state === 'skipped' ? text.skipped : text.open}
                        >
                          <button
                            class="button"
                            type="button"
                            aria-label={`${text.stamp}：${step.text}`}
                            onClick={() => run.add({ kind: 'step', about: step.id })}
                          >
                            {state()?.state === 'skipped' ? text.skipped : text.stamp}
                          </button>
                        </Show>
                      }
                    >
                      ✓ {seconds(state()?.elapsed ?? 0)} <small>{difference(state()?.over, text)}</small>
                    </Show>
                  </span>
                </li>
              );
            }}
          </For>
        </ol>

        <LogTable run={run} text={text} />

        <Show when={!run.ended()} fallback={<RunOut run={run} text={text} />}>
          <div class="run-finish">
            <Show
              when={asking()}
              fallback={
                <button class="button danger" type="button" onClick={() => setAsking(true)}>
                  {run.kind() === 'drill' ? text.finishDrill : text.finish}
                </button>
              }
            >
              <p>
                <b>{text.finishAsk}</b>
              </p>
              <ul>
                <For each={card.over}>{(line) => <li>{line}</li>}</For>
              </ul>
              <p class="buttons">
                <button class="button danger" type="button" onClick={finish}>
                  {text.finishSure}
                </button>
                <button class="button" type="button" onClick={() => setAsking(false)}>
                  {text.goOn}
                </button>
              </p>
            </Show>
          </div>
        </Show>
        <div class="fields">
          <label>
            <span class="lab">{text.who}</span>
            <input
              class="field"
              type="text"
              autocomplete="off"
              maxlength={40}
              value={project.who()}
              onChange={(event) => project.setWho(event.currentTarget.value.trim())}
            />
          </label>
          <Show when={run.ended()}>
            <For each={REVIEW}>
              {([field, label]) => (
                <SavedText
                  label={text[label]}
                  rows={3}
                  value={String(project.value(runPath(run.run()), field) ?? '')}
                  store={(typed) => void project.write(runPath(run.run()), field, typed === '' ? null : typed)}
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

/** Fields of the review form, as they are stored and as they are called. */
export const REVIEW = [
  ['review-people', 'reviewPeople'],
  ['review-good', 'reviewGood'],
  ['review-bad', 'reviewBad'],
  ['review-why', 'reviewWhy'],
  ['review-actions', 'reviewActions'],
  ['review-plan', 'reviewPlan'],
] as const;

export function difference(over: number | undefined, text: RunText): string {
  if (over === undefined) return '';
  if (over === 0) return text.onTime;
  return fill(over > 0 ? text.overTime : text.inTime, { time: clockText(Math.abs(over)) });
}

function said(state: ReturnType<Run['reports']>[number] | undefined, text: RunText): string {
  if (!state) return '';
  if (state.done) {
    const at = localSecond(state.done.event).slice(11);
    return state.isLate
      ? fill(text.reportedLate, { at, time: clockText(-(state.left ?? 0)) })
      : fill(text.reported, { at });
  }
  if (state.left === undefined) return '';
  return fill(state.left < 0 ? text.late : text.left, { time: clockText(Math.abs(state.left)) });
}

/** A note of now, and an entry for what happened earlier: it keeps both times. */
function Notes(props: { run: Run; text: RunText }): JSX.Element {
  const { text } = props;
  const id = createUniqueId();
  const [problem, setProblem] = createSignal('');
  let note!: HTMLTextAreaElement;
  let time!: HTMLInputElement;
  const add = (event: string | undefined) => {
    const said = note.value.trim();
    if (said === '') {
      setProblem(text.noteEmpty);
      note.focus();
      return;
    }
    props.run.add({ kind: 'note', text: said, ...(event === undefined ? {} : { event }) });
    note.value = '';
    setProblem('');
  };
  const addLate = () => {
    const at = new Date(time.value);
    if (time.value === '' || Number.isNaN(at.getTime()) || at.getTime() > Date.now()) {
      setProblem(text.eventWrong);
      time.focus();
      return;
    }
    add(at.toISOString());
  };
  return (
    <div class="run-note">
      <label class="lab" for={`${id}-note`}>
        {text.note}
      </label>
      <textarea ref={note} id={`${id}-note`} class="field" rows={2} placeholder={text.noteWhat} autocomplete="off" />
      <p class="buttons">
        <button class="button primary" type="button" onClick={() => add(undefined)}>
          {text.noteNow}
        </button>
      </p>
      <details
        onToggle={(event) => {
          if (event.currentTarget.open && time.value === '')
            time.value = localSecond(new Date().toISOString()).replace(' ', 'T');
        }}
      >
        <summary>{text.lateEntry}</summary>
        <label class="lab" for={`${id}-time`}>
          {text.eventTime}
        </label>
        <input ref={time} id={`${id}-time`} class="field" type="datetime-local" step="1" autocomplete="off" />
        <button class="button" type="button" onClick={addLate}>
          {text.addLate}
        </button>
      </details>
      <p class="problem-text" role="status">
        {problem() === '' ? '' : `! ${problem()}`}
      </p>
    </div>
  );
}
