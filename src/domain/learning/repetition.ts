import { addDays, type Day } from '../day.ts';

/** What is remembered of one question: how often in a row it was right, and when it is asked again. */
export interface Remembered {
  readonly box: number;
  readonly due: Day;
}

/** Days until it is asked again, by how often in a row it was answered rightly. */
export const INTERVALS = [1, 3, 7, 16, 35, 90] as const;

/** After an answer: a right one moves it a box up, a wrong one back to the first; it comes again on the day after. */
export function remember(before: Remembered | undefined, isRight: boolean, today: Day): Remembered {
  const box = isRight ? Math.min((before?.box ?? 0) + 1, INTERVALS.length) : 0;
  return { box, due: addDays(today, INTERVALS[Math.max(box - 1, 0)] ?? 1) };
}

/** A question counts as known from the third right answer in a row on. */
export const isKnown = ({ box }: Remembered): boolean => box >= 3;

/**
 * What to ask now, at most so many: first what is due again, the longest waiting first, then what was never asked, in the
 * order of the path.
 */
export function dueQuestions<Q extends { readonly id: string }>(
  questions: readonly Q[],
  remembered: (id: string) => Remembered | undefined,
  today: Day,
  most: number,
): Q[] {
  const waiting = questions
    .flatMap((question) => {
      const state = remembered(question.id);
      return state && state.due <= today ? [{ question, due: state.due }] : [];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ question }) => question);
  const fresh = questions.filter(({ id }) => remembered(id) === undefined);
  return [...waiting, ...fresh].slice(0, most);
}
