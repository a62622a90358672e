import { type Accessor, createMemo } from 'solid-js';
import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import type { Json } from '../../domain/checklist/json.ts';
import { type Day, isDay } from '../../domain/day.ts';
import { latestOf } from '../../domain/learning/learner.ts';
import { readState, type StepRead } from '../../domain/learning/progress.ts';
import type { Question } from '../../domain/learning/questions.ts';
import { dueQuestions, isKnown, type Remembered, remember } from '../../domain/learning/repetition.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { StudyText } from '../../i18n/study-strings.ts';
import { createProject, type ProjectState } from '../../state/create-project.ts';
import { createToday } from '../shared/create-today.ts';
import { today } from '../today.ts';

export interface StudyStep {
  id: string;
  kind: string;
  title: string;
  version: string;
}

export interface StudyProps {
  locale: Locale;
  path: string;
  title: string;
  text: StudyText;
  words: ProjectWords;
  steps: readonly StudyStep[];
  questions: readonly Question[];
}

/** At most so many questions at one go: a few minutes on a phone. */
const SESSION = 8;

/** Progress of whoever is named on this device, on one path. */
export interface Study {
  props: StudyProps;
  project: ProjectState;
  /** Today; nothing while prerendering, as the clock of the build is not the reader's. */
  day: Accessor<Day | undefined>;
  read(step: string): StepRead | undefined;
  isRead(step: StudyStep): boolean;
  /** States that a step was read at a version; an empty one takes it back. */
  mark(step: string, version: string): Promise<void>;
  /** Questions of the steps that were read. */
  open: Accessor<readonly Question[]>;
  due: Accessor<readonly Question[]>;
  known(questions: readonly Question[]): number;
  /** The first day on which a question comes again. */
  nextDay(): string | undefined;
  /** @returns the day on which it is asked again. */
  answer(question: Question, isRight: boolean): Day;
}

export function createStudy(props: StudyProps): Study {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const day = createToday();
  const pathOf = (id: string): ItemPath => itemPath('learning', props.path, id);
  /** What the person named here stated last. Others on this device and in this project have their own. */
  const stated = (id: string, field: string): { readonly [key: string]: Json } | undefined => {
    const value = latestOf(project.history(pathOf(id), field), project.who())?.value;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { readonly [key: string]: Json })
      : undefined;
  };
  /** The name stands in the value too: what two people state alike are two statements. */
  const state = (id: string, field: string, value: { [key: string]: Json }) =>
    project.write(pathOf(id), field, { ...value, who: project.who() });
  const read = (step: string): StepRead | undefined => {
    const value = stated(step, 'read');
    return value && typeof value.version === 'string' ? (value as unknown as StepRead) : undefined;
  };
  const remembered = (question: string): Remembered | undefined => {
    const value = stated(`q-${question}`, 'state');
    return value && typeof value.box === 'number' && isDay(String(value.due))
      ? (value as unknown as Remembered)
      : undefined;
  };
  const isRead = (step: StudyStep) => readState(read(step.id), step.version) === 'read';
  const open = createMemo(() => {
    const done = new Set(props.steps.filter(isRead).map(({ id }) => id));
    return props.questions.filter(({ step }) => done.has(step));
  });
  return {
    props,
    project,
    day,
    read,
    isRead,
    mark: (step, version) => state(step, 'read', { version, day: day() ?? '' }),
    open,
    due: createMemo(() => {
      const on = day();
      return on ? dueQuestions(open(), remembered, on, SESSION) : [];
    }),
    known: (questions) =>
      questions.filter(({ id }) => {
        const found = remembered(id);
        return found !== undefined && isKnown(found);
      }).length,
    nextDay: () =>
      open()
        .flatMap(({ id }) => remembered(id)?.due ?? [])
        .sort()[0],
    answer: (question, isRight) => {
      const next = remember(remembered(question.id), isRight, day() ?? today());
      void state(`q-${question.id}`, 'state', { box: next.box, due: next.due });
      return next.due;
    },
  };
}
