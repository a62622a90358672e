/** What is asked for; the page puts it into words. */
export type QuestionKind = 'first' | 'after' | 'call' | 'within' | 'report' | 'never' | 'role' | 'limit' | 'fact';

/** A question out of structured content: every text in it is the content's own. */
export interface Question {
  /** Kebab-case, and the same as long as the entry that it is about keeps its ids. */
  readonly id: string;
  /** Step of the path to which it belongs. */
  readonly step: string;
  readonly kind: QuestionKind;
  /** What the question is about: `{card}`, `{step}`, `{item}` … of its words. */
  readonly about: Readonly<Record<string, string>>;
  readonly right: string;
  /** The right one and two or three others, in an order that follows from the id. */
  readonly options: readonly string[];
  /** Why it is right: lines of the content itself. */
  readonly reason: readonly string[];
  /** Path below the root of the place that gives the answer. */
  readonly path: string;
}

/** A small number out of a text, the same everywhere: for orders that look like chance and are none. */
export function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return value >>> 0;
}

/** Texts in an order that follows from a seed. */
export function shuffled<T>(values: readonly T[], seed: string, key: (value: T) => string): T[] {
  return [...values].sort((a, b) => hash(`${seed} ${key(a)}`) - hash(`${seed} ${key(b)}`));
}

const MOST_OPTIONS = 4;

function ask(question: Omit<Question, 'options'>, wrong: readonly string[]): Question[] {
  const others = shuffled(
    [...new Set(wrong)].filter((text) => text !== question.right),
    question.id,
    (text) => text,
  ).slice(0, MOST_OPTIONS - 1);
  // With one other answer only it would be a toss-up.
  if (others.length < 2) return [];
  return [{ ...question, options: shuffled([question.right, ...others], `${question.id} order`, (text) => text) }];
}

export interface CardStep {
  readonly id: string;
  readonly text: string;
  readonly within?: number | undefined;
  /** What it rests on, in words. */
  readonly basis: string;
}

export interface CardSource {
  readonly id: string;
  readonly title: string;
  readonly first: readonly CardStep[];
  readonly steps: readonly CardStep[];
  readonly calls: readonly string[];
  readonly report: readonly {
    readonly id: string;
    readonly whom: string;
    readonly by: string;
    readonly minutes?: number | undefined;
    readonly basis: string;
  }[];
  readonly never: readonly { readonly id: string; readonly text: string; readonly basis: string }[];
}

/** How times are said, and how they stand in a text. */
export interface TimeWords {
  text(seconds: number): string;
  /** Finds every span of time in a text; global. */
  readonly written: RegExp;
}

/** What stands in a question in place of the time that is asked for. */
const BLANK = '…';

/**
 * Order of the first steps, time limits, whom to call, what never to do: of one card, with wrong answers from the others.
 * A step that names its time is asked with a blank in its place; one that names several (one here, another there) has no
 * single right answer and is not asked.
 */
export function cardQuestions(
  step: string,
  card: CardSource,
  all: readonly CardSource[],
  { text: timeText, written }: TimeWords,
): Question[] {
  const path = `emergency/${card.id}`;
  const every = [...card.first, ...card.steps];
  const times = [...new Set(all.flatMap((each) => [...each.first, ...each.steps].map(({ within }) => within)))];
  const otherTimes = times.filter((time) => time !== undefined).map(timeText);
  const minutes = [...new Set(all.flatMap(({ report }) => report.map((entry) => entry.minutes)))];
  const otherMinutes = [...minutes.filter((time) => time !== undefined), 30, 240, 1440].map((time) =>
    timeText(time * 60),
  );
  const mine = new Set(card.calls);
  const foreign = all.flatMap(({ calls }) => calls).filter((call) => !mine.has(call));
  const base = { step, path, about: { card: card.title } };
  const inOrder = card.first.map(({ text }, i) => `${i + 1}. ${text}`);
  return [
    ...ask(
      { ...base, id: `${step}-first`, kind: 'first', right: card.first[0]?.text ?? '', reason: inOrder },
      every.slice(1, 6).map(({ text }) => text),
    ),
    ...card.first.slice(0, 2).flatMap((entry, i) =>
      ask(
        {
          ...base,
          id: `${step}-after-${entry.id}`,
          kind: 'after',
          about: { card: card.title, step: entry.text },
          right: every[i + 1]?.text ?? '',
          reason: inOrder,
          path: `${path}#${every[i + 1]?.id}`,
        },
        every.filter((_, at) => at !== i && at !== i + 1).map(({ text }) => text),
      ),
    ),
    ...every
      .filter(({ within, text }) => within !== undefined && (text.match(written)?.length ?? 0) <= 1)
      .slice(0, 2)
      .flatMap((entry) =>
        ask(
          {
            ...base,
            id: `${step}-within-${entry.id}`,
            kind: 'within',
            about: { card: card.title, step: entry.text.replace(written, BLANK) },
            right: timeText(entry.within ?? 0),
            reason: [`${entry.text} · ${timeText(entry.within ?? 0)}`, entry.basis],
            path: `${path}#${entry.id}`,
          },
          otherTimes,
        ),
      ),
    ...ask({ ...base, id: `${step}-call`, kind: 'call', right: card.calls[0] ?? '', reason: card.calls }, foreign),
    ...card.report
      .filter((entry) => entry.minutes !== undefined)
      .slice(0, 1)
      .flatMap((entry) =>
        ask(
          {
            ...base,
            id: `${step}-report-${entry.id}`,
            kind: 'report',
            about: { card: card.title, whom: entry.whom },
            right: timeText((entry.minutes ?? 0) * 60),
            reason: [`${entry.whom} · ${entry.by}`, entry.basis],
            path: `${path}#${entry.id}`,
          },
          otherMinutes,
        ),
      ),
    ...card.never.slice(0, 1).flatMap((entry) =>
      ask(
        {
          ...base,
          id: `${step}-never-${entry.id}`,
          kind: 'never',
          right: entry.text,
          reason: card.never.map(({ text }) => text),
          path: `${path}#${entry.id}`,
        },
        every.map(({ text }) => text),
      ),
    ),
  ];
}

export interface ListSource {
  readonly id: string;
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly label: string;
    readonly role: string;
    readonly mandatory: boolean;
    /** Why it matters, in the checklist's own words. */
    readonly why: string;
  }[];
}

/** Which post answers for an item: a few of the required items of a checklist. */
export function listQuestions(step: string, list: ListSource, most = 2): Question[] {
  const roles = list.items.map(({ role }) => role);
  return shuffled(
    list.items.filter(({ mandatory }) => mandatory),
    `${step} ${list.id}`,
    ({ id }) => id,
  )
    .flatMap((item) =>
      ask(
        {
          id: `${step}-role-${item.id}`,
          step,
          kind: 'role',
          about: { list: list.title, item: item.label },
          right: item.role,
          reason: [`${item.label} · ${item.role}`, item.why],
          path: `checklists/${list.id}`,
        },
        roles,
      ),
    )
    .slice(0, most);
}

export interface FigureSource {
  readonly id: string;
  readonly kind: 'limit' | 'fact';
  /** What the figure is of: the rule or the row, and the table or the field. */
  readonly about: Readonly<Record<string, string>>;
  readonly figure: string;
  /** Figures of the same unit, from which wrong answers are taken. */
  readonly others: readonly string[];
  /** The rule in words, or the whole row of the table. */
  readonly reason: readonly string[];
  readonly path: string;
}

/** Figures of rules and tables that a page shows. */
export function figureQuestions(step: string, figures: readonly FigureSource[], most = 4): Question[] {
  return shuffled(figures, step, ({ id }) => id)
    .flatMap((figure) =>
      ask(
        {
          id: `${step}-${figure.kind}-${figure.id}`,
          step,
          kind: figure.kind,
          about: figure.about,
          right: figure.figure,
          reason: figure.reason,
          path: figure.path,
        },
        figure.others,
      ),
    )
    .slice(0, most);
}
