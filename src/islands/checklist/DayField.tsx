import { createSignal, type JSX } from 'solid-js';
import { readDay } from '../../domain/day.ts';
import TextField from './TextField.tsx';

/** A civil date in any digits; what is none is kept in the field and explained there, and nothing is stored. */
export default function DayField(props: {
  label: string;
  value: string;
  store(day: string): void;
  hint: string;
  wrong: string;
  disabled?: boolean;
}): JSX.Element {
  const [typed, setTyped] = createSignal<string>();
  const store = (text: string) => {
    const day = readDay(text);
    const isWrong = text.trim() !== '' && day === undefined;
    setTyped(isWrong ? text : undefined);
    if (!isWrong) props.store(day ?? '');
  };
  return (
    <TextField
      label={props.label}
      value={typed() ?? props.value}
      store={store}
      whole
      inputmode="numeric"
      hint={props.hint}
      problem={typed() === undefined ? undefined : props.wrong}
      disabled={props.disabled}
    />
  );
}
