import { createSignal, type JSX } from 'solid-js';
import { type Day, readDay } from '../../domain/day.ts';
import SavedText from '../shared/SavedText.tsx';

/** A date as people type it; what is none is explained and not stored, so that the request keeps its day. */
export default function DayField(props: {
  label: string;
  wrong: string;
  value: string;
  store(on: Day): unknown;
}): JSX.Element {
  const [problem, setProblem] = createSignal<string>();
  return (
    <SavedText
      label={props.label}
      value={props.value}
      problem={problem()}
      store={(typed) => {
        const read = readDay(typed);
        setProblem(read ? undefined : props.wrong);
        return read && props.store(read);
      }}
    />
  );
}
