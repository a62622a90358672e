import { createSignal, type JSX, Show } from 'solid-js';
import type { Question } from '../domain/learning/questions.ts';
import { fill, formatDay } from '../i18n/format.ts';
import ProjectLine from './shared/ProjectLine.tsx';
import { printPage } from './shared/way-out.tsx';
import GroupReport from './study/GroupReport.tsx';
import RecordReport from './study/RecordReport.tsx';
import Session from './study/Session.tsx';
import StudySteps from './study/StudySteps.tsx';
import { createStudy, type StudyProps } from './study/study-state.ts';

type Paper = 'none' | 'record' | 'group';

/** Progress on a path: steps read at their version, questions that come again, and sheets to sign. */
export default function StudyIsland(props: StudyProps): JSX.Element {
  const { text } = props;
  const study = createStudy(props);
  const { project } = study;
  const [session, setSession] = createSignal<readonly Question[]>([]);
  const [paper, setPaper] = createSignal<Paper>('none');
  const [names, setNames] = createSignal('');
  let namesField!: HTMLTextAreaElement;
  const printAs = (what: Paper) => {
    setNames(namesField.value);
    setPaper(what);
    document.documentElement.dataset.print = what;
    // After the sheet has been drawn; the next print from the browser's menu is the page again.
    requestAnimationFrame(() => {
      void printPage();
      setPaper('none');
      delete document.documentElement.dataset.print;
    });
  };
  const nothingToAsk = () =>
    props.questions.length === 0
      ? text.noQuestions
      : study.open().length === 0
        ? text.readFirst
        : fill(text.nothingDue, { day: formatDay(study.nextDay() ?? '', props.locale) });
  return (
    <section class="study" aria-labelledby="study">
      <div class="tool screen">
        <h2 id="study">{text.title}</h2>
        <ProjectLine project={project} text={props.words} />
        <p class="hint">{text.whose}</p>
        <p role="status" class="nums">
          {fill(text.progress, {
            read: props.steps.filter(study.isRead).length,
            all: props.steps.length,
            known: study.known(props.questions),
            questions: props.questions.length,
          })}
        </p>
        <StudySteps study={study} />
        <h3>{text.check}</h3>
        <Show
          when={session().length > 0}
          fallback={
            <Show when={study.due().length > 0} fallback={<p class="quiet">{nothingToAsk()}</p>}>
              <p>
                <button class="button primary" type="button" onClick={() => setSession(study.due())}>
                  {fill(text.start, { count: study.due().length })}
                </button>
              </p>
            </Show>
          }
        >
          <Session
            questions={session()}
            text={text}
            locale={props.locale}
            answer={study.answer}
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
        <RecordReport study={study} />
      </Show>
      <Show when={paper() === 'group'}>
        <GroupReport study={study} names={names()} />
      </Show>
    </section>
  );
}
