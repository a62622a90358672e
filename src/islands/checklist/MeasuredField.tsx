import { createSignal, type JSX, Show } from 'solid-js';
import type { Answer } from '../../domain/checklist/answer.ts';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { type Measure, measuredFrom, measureVerdict } from '../../domain/checklist/measured.ts';
import { fill } from '../../i18n/format.ts';
import { useChecklist } from './checklist-context.ts';
import { rangeText } from './range-text.ts';
import TextField from './TextField.tsx';

/** A value that was measured on site, and whether it lies within what the item allows. */
export default function MeasuredField(props: { path: ItemPath; measure: Measure; answer: Answer }): JSX.Element {
  const { props: list, write, isLocked } = useChecklist();
  const [typed, setTyped] = createSignal<string>();
  const store = (text: string) => {
    const value = measuredFrom(text, props.measure.unit);
    const isWrong = text.trim() !== '' && value === undefined;
    setTyped(isWrong ? text : undefined);
    if (!isWrong) void write([{ item: props.path, field: 'measured', value: value ?? null }]);
  };
  return (
    <div class="measured">
      <TextField
        label={fill(list.text.measuredIn, { unit: props.measure.unit })}
        value={typed() ?? props.answer.measured?.value ?? ''}
        store={store}
        whole
        inputmode="decimal"
        hint={rangeText(list.text, props.measure)}
        problem={typed() === undefined ? undefined : list.text.measuredWrong}
        disabled={isLocked()}
      />
      <Show when={props.answer.measured}>
        {(measured) => (
          <p class="verdict" data-verdict={measureVerdict(measured(), props.measure)}>
            {list.text[measureVerdict(measured(), props.measure)]}
          </p>
        )}
      </Show>
    </div>
  );
}
