import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { type ItemPath, itemPath } from '../domain/checklist/item-path.ts';
import { type Day, isDay } from '../domain/day.ts';
import { readState, type StepRead } from '../domain/learning/progress.ts';
import type { Question } from '../domain/learning/questions.ts';
import { dueQuestions, isKnown, type Remembered, remember } from '../domain/learning/repetition.ts';
import { fill, formatDay } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { href } from '../i18n/paths.ts';
import type { ProjectWords } from '../i18n/project-words.ts';
import type { StudyText } from '../i18n/study-strings.ts';
import { createProject } from '../state/create-project.ts';
import ProjectLine from './shared/ProjectLine.tsx';
import { today } from './today.ts';

interface StudyProps {
  locale: Locale;
  path: string;
  title: string;
  text: StudyText;
  words: ProjectWords;
  steps: readonly { id: string; kind: string; title: string; version: string }[];
  questions: readonly Question[];
}

/** At most so many questions at one go: a few minutes on a phone. */
const SESSION = 8;

type Paper = 'none' | 'record' | 'group';

/** Progress on a path: steps read at their version, questions that come again, and sheets to sign. */
export default function StudyIsland(props: StudyProps): JSX.Element {
  const { text } = props;
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const [day, setDay] = createSignal<Day>();
  const [session, setSession] = createSignal<readonly Question[]>([]);
  const [paper, setPaper] = createSignal<Paper>('none');
  const [names, setNames] = createSignal('');
  onMount(() => setDay(today()));

  const stepPath = (step: string): ItemPath => itemPath('learning', props.path, step);
  const questionPath = (id: string): ItemPath => itemPath('learning', props.path, `q-${id}`);
  const read = (step: string): StepRead | undefined => {
    const value = project.value(stepPath(step), 'read');
    return typeof value === 'object' && value !== null && 'version' in value
      ? (value as unknown as StepRead)
      : undefined;
  };
  const remembered = (id: string): Remembered | undefined => {
    const value = project.value(questionPath(id), 'state');
    if (typeof value !== 'object' || value === null || !('due' in value) || !('box' in value)) return undefined;
    return isDay(String(value.due)) ? (value as unknown as Remembered) : undefined;
  };
  const isRead = (step: { id: string; version: string }) => readState(read(step.id), step.version) === 'read';
  const open = createMemo(() => {
    const done = new Set(props.steps.filter(isRead).map(({ id }) => id));
    return props.questions.filter(({ step }) => done.has(step));
  });
  const due = createMemo(() => {
    const on = day();
    return on ? dueQuestions(open(), remembered, on, SESSION) : [];
  });
  const known = (questions: readonly Question[]) =>
    questions.filter(({ id }) => {
      const state = remembered(id);
      return state !== undefined && isKnown(state);
    }).length;
  const nextDay = () =>
    open()
      .flatMap(({ id }) => remembered(id)?.due ?? [])
      .sort()[0];
  let namesField!: HTMLTextAreaElement;
  const printAs = (what: Paper) => {
    setNames(namesField.value);
    setPaper(what);
    document.documentElement.dataset.print = what;
    // After the sheet has been drawn; the next print from the browser's menu is the page again.
    requestAnimationFrame(() => {
      print();
      setPaper('none');
      delete document.documentElement.dataset.print;
    });
  };
  return (
    <section class="study" aria-labelledby="study">
      <div class="tool screen">
        <h2 id="study">{text.title}</h2>
        <ProjectLine project={project} text={props.words} />
        <p role="status" class="nums">
          {fill(text.progress, {
            read: props.steps.filter(isRead).length,
            all: props.steps.length,
            known: known(props.questions),
            questions: props.questions.length,
          })}
        </p>
        <ol class="study-steps">
          <For each={props.steps}>
            {(step) => {
              const state = () => readState(read(step.id), step.version);
              return (
                <li data-state={state()}>
                  <span>
                    {step.kind} · {step.title}
                    <Show when={state() === 'again'}>
                      <small class="warn">
                        ! {fill(text.changed, { old: read(step.id)?.version ?? '', version: step.version })}
                      </small>
                    </Show>
                    <Show when={state() === 'read'}>
                      <small>
                        ✓{' '}
                        {fill(text.readOn, {
                          version: step.version,
                          day: formatDay(read(step.id)?.day ?? '', props.locale),
                        })}
                      </small>
                    </Show>
                  </span>
                  <Show
                    when={state() !== 'read'}
                    fallback={
                      <button
                        class="button"
                        type="button"
                        aria-label={`${text.takeBack}：${step.title}`}
                        onClick={() => void project.write(stepPath(step.id), 'read', null)}
                      >
                        {text.takeBack}
                      </button>
                    }
                  >
                    <button
                      class="button"
                      type="button"
                      disabled={!project.isReady()}
                      aria-label={`${text.markRead}：${step.title}`}
                      onClick={() =>
                        void project.write(stepPath(step.id), 'read', { version: step.version, day: day() ?? '' })
                      }
                    >
                      {text.markRead}
                    </button>
                  </Show>
                </li>
              );
            }}
          </For>
        </ol>
        <h3>{text.check}</h3>
        <Show
          when={session().length > 0}
          fallback={
            <Show
              when={due().length > 0}
              fallback={
                <p class="quiet">
                  {props.questions.length === 0
                    ? text.noQuestions
                    : open().length === 0
                      ? text.readFirst
                      : fill(text.nothingDue, { day: formatDay(nextDay() ?? '', props.locale) })}
                </p>
              }
            >
              <p>
                <button class="button primary" type="button" onClick={() => setSession(due())}>
                  {fill(text.start, { count: due().length })}
                </button>
              </p>
            </Show>
          }
        >
          <Session
            questions={session()}
            text={text}
            locale={props.locale}
            answer={(question, isRight) => {
              const next = remember(remembered(question.id), isRight, day() ?? today());
              void project.write(questionPath(question.id), 'state', { box: next.box, due: next.due });
              return next.due;
            }}
            onEnd={() => setSession([])}
          />
        </Show>
        <h3>{text.recordTitle}</h3>
        <p class="buttons">
          <button class="button" type="button" disabled={!project.isReady()} onClick={() => printAs('record')}>
            {text.record}
          </button>
        </p>
        <label class="lab" for="study-names">
          {text.groupNames}
        </label>
        <textarea id="study-names" class="field" rows={3} autocomplete="off" ref={namesField} />
        <p class="hint">{text.groupNote}</p>
        <p class="buttons">
          <button class="button" type="button" disabled={!project.isReady()} onClick={() => printAs('group')}>
            {text.group}
          </button>
        </p>
      </div>
      <Show when={paper() === 'record'}>
        <section class="report" data-pagefind-ignore>
          <table>
            <thead>
              <tr class="report-head">
                <th colspan={5}>
                  <b>
                    {text.recordTitle} · {props.title}
                  </b>
                  <small>
                    {text.learner} {project.who()} · {project.current()?.name ?? ''} ·{' '}
                    {fill(text.printed, { day: formatDay(day() ?? '', props.locale) })}
                  </small>
                </th>
              </tr>
              <tr>
                <th>{text.colStep}</th>
                <th>{text.colVersion}</th>
                <th>{text.colRead}</th>
                <th>{text.colKnown}</th>
                <th>{text.colSign}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.steps}>
                {(step, place) => {
                  const own = props.questions.filter((question) => question.step === step.id);
                  return (
                    <tr>
                      <td>
                        {place() + 1}. {step.kind} · {step.title}
                      </td>
                      <td>{step.version}</td>
                      <td>{isRead(step) ? read(step.id)?.day : ''}</td>
                      <td>{own.length === 0 ? '' : `${known(own)} / ${own.length}`}</td>
                      <td />
                    </tr>
                  );
                }}
              </For>
            </tbody>
          </table>
          <p>
            <small>{text.unverified}</small>
          </p>
          <Signatures labels={[text.learner, text.trainer]} text={text} />
        </section>
      </Show>
      <Show when={paper() === 'group'}>
        <section class="report" data-pagefind-ignore>
          <table>
            <thead>
              <tr class="report-head">
                <th colspan={4}>
                  <b>
                    {text.groupTitle} · {props.title}
                  </b>
                  <small>
                    {project.current()?.name ?? ''} ·{' '}
                    {props.steps.map(({ title, version }) => `${title} ${version}`).join(' · ')}
                  </small>
                </th>
              </tr>
              <tr>
                <th />
                <th>{text.colName}</th>
                <th>{text.colDate}</th>
                <th>{text.colSign}</th>
              </tr>
            </thead>
            <tbody>
              <For each={groupLines(names())}>
                {(name, place) => (
                  <tr class="sign-row">
                    <td>{place() + 1}</td>
                    <td>{name}</td>
                    <td />
                    <td />
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <Signatures labels={[text.trainer]} text={text} />
        </section>
      </Show>
    </section>
  );
}

/** One line a name; at least fifteen, so that there is room for who comes unannounced. */
function groupLines(typed: string): string[] {
  const names = typed
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.concat(Array.from({ length: Math.max(15 - names.length, 0) }, () => ''));
}

function Signatures(props: { labels: readonly string[]; text: StudyText }): JSX.Element {
  return (
    <div class="sign">
      <For each={props.labels}>
        {(label) => (
          <div>
            <b>{label}</b>
            <i />
            <small>{props.text.colSign}</small>
            <i />
            <small>{props.text.colDate}</small>
          </div>
        )}
      </For>
    </div>
  );
}

/** A few questions one after another: the answer is told at once, with the place that gives it. */
function Session(props: {
  questions: readonly Question[];
  text: StudyText;
  locale: Locale;
  answer(question: Question, isRight: boolean): Day;
  onEnd(): void;
}): JSX.Element {
  const { text } = props;
  const [place, setPlace] = createSignal(0);
  const [chosen, setChosen] = createSignal<string>();
  const [again, setAgain] = createSignal('');
  const [right, setRight] = createSignal(0);
  const question = () => props.questions[place()];
  const choose = (option: string) => {
    const asked = question();
    if (!asked || chosen() !== undefined) return;
    const isRight = option === asked.right;
    setChosen(option);
    if (isRight) setRight((count) => count + 1);
    setAgain(props.answer(asked, isRight));
  };
  const next = () => {
    setChosen(undefined);
    setPlace((at) => at + 1);
  };
  return (
    <Show
      when={question()}
      fallback={
        <p role="status">
          {fill(text.result, { right: right(), all: props.questions.length })}{' '}
          <button class="button" type="button" onClick={() => props.onEnd()}>
            {text.finish}
          </button>
        </p>
      }
    >
      {(asked) => (
        <div class="verdict-card quiz">
          <p class="meta">{fill(text.of, { n: place() + 1, all: props.questions.length })}</p>
          <fieldset class="choice">
            <legend>
              <b>{fill(text[asked().kind], asked().about)}</b>
            </legend>
            <For each={asked().options}>
              {(option) => (
                <button
                  class="button"
                  type="button"
                  aria-pressed={chosen() === option}
                  disabled={chosen() !== undefined && chosen() !== option && option !== asked().right}
                  data-right={chosen() !== undefined && option === asked().right}
                  onClick={() => choose(option)}
                >
                  {option}
                </button>
              )}
            </For>
          </fieldset>
          <div role="status">
            <Show when={chosen() !== undefined}>
              <p class={chosen() === asked().right ? 'good' : 'bad'}>
                {chosen() === asked().right ? text.right : fill(text.wrong, { right: asked().right })}
              </p>
              <p>
                <a href={href(props.locale, asked().path)}>{text.reason}</a> ·{' '}
                {fill(text.again, { day: formatDay(again(), props.locale) })}
              </p>
            </Show>
          </div>
          <Show when={chosen() !== undefined}>
            <button class="button primary" type="button" onClick={next}>
              {place() + 1 < props.questions.length ? text.next : text.finish}
            </button>
          </Show>
        </div>
      )}
    </Show>
  );
}
