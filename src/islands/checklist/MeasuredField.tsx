import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import type { Answer } from '../../domain/checklist/answer.ts';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { type Measure, measuredFrom, measureVerdict } from '../../domain/checklist/measured.ts';
import { fill } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import { useChecklist } from './checklist-context.ts';
import { rangeText } from './range-text.ts';

/** A value that was measured on site, and whether it lies within what the item allows. */
export default function MeasuredField(props: { path: ItemPath; measure: Measure; answer: Answer }): JSX.Element {
  const { props: list, write, isLocked } = useChecklist();
  const [isWrong, setWrong] = createSignal(false);
  const stored = () => props.answer.measured?.value ?? '';
  // Another value has come from elsewhere, and with it what was wrong is gone from the field.
  createEffect(on(stored, () => setWrong(false), { defer: true }));
  const store = (text: string) => {
    const value = measuredFrom(text, props.measure.unit);
    const isNone = text.trim() !== '' && value === undefined;
    setWrong(isNone);
    return isNone ? undefined : write([{ item: props.path, field: 'measured', value: value ?? null }]);
  };
  return (
    <div class="measured">
      <SavedText
        label={fill(list.text.measuredIn, { unit: props.measure.unit })}
        value={stored()}
        store={store}
        whole
        inputmode="decimal"
        hint={rangeText(list.text, props.measure)}
        problem={isWrong() ? list.text.measuredWrong : undefined}
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
