import { createEffect, createSignal, type JSX, on } from 'solid-js';
import { type Day, readDay } from '../../domain/day.ts';
import SavedText from './SavedText.tsx';

/** A civil date in any digits; what is none is kept in the field and explained there, and nothing is stored. */
export default function DayField(props: {
  label: string;
  value: string;
  /** @param day - Empty when the day was taken away. */
  store(day: Day | ''): unknown;
  hint?: string;
  wrong: string;
  disabled?: boolean;
  /** There is always a day: an empty field is wrong and keeps the one from before. */
  required?: boolean;
  /** Days that cannot be meant are wrong too. */
  allows?(day: Day): boolean;
}): JSX.Element {
  const [problem, setProblem] = createSignal<string>();
  // Another day has come from elsewhere, and with it what was wrong is gone from the field.
  createEffect(
    on(
      () => props.value,
      () => setProblem(undefined),
      { defer: true },
    ),
  );
  const store = (text: string) => {
    const read = text.trim() === '' && !props.required ? '' : readDay(text);
    const day = read && props.allows?.(read) === false ? undefined : read;
    setProblem(day === undefined ? props.wrong : undefined);
    return day === undefined ? undefined : props.store(day);
  };
  return (
    <SavedText
      label={props.label}
      value={props.value}
      store={store}
      whole
      inputmode="numeric"
      hint={props.hint}
      problem={problem()}
      disabled={props.disabled}
    />
  );
}
