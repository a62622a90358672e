import { type JSX, Match, Switch } from 'solid-js';
import type { Json } from '../../domain/checklist/json.ts';
import type { FitOutText } from '../../i18n/fit-out-strings.ts';
import Pick from '../shared/Pick.tsx';
import SavedText from '../shared/SavedText.tsx';
import Segments from '../shared/Segments.tsx';
import { figureProblem } from './figure-problem.ts';
import type { FieldView } from './fit-out-props.ts';

interface GivenFieldProps {
  field: FieldView;
  value: Json | undefined;
  text: FitOutText;
  store(value: Json): unknown;
}

/** One question, whatever its kind. Empty can be chosen again: an empty answer is an answer too. */
export default function GivenField(props: GivenFieldProps): JSX.Element {
  return (
    <Switch>
      <Match when={props.field.kind === 'yes-no'}>
        <Segments
          label={props.field.label}
          hint={props.field.hint}
          options={[
            { id: 'yes', label: props.text.yes },
            { id: 'no', label: props.text.no },
            { id: '', label: props.text.empty },
          ]}
          value={props.value === true ? 'yes' : props.value === false ? 'no' : ''}
          store={(id) => props.store(id === '' ? null : id === 'yes')}
        />
      </Match>
      <Match when={props.field.kind === 'choice'}>
        <Pick
          label={props.field.label}
          options={props.field.options ?? []}
          value={typeof props.value === 'string' ? props.value : ''}
          empty={props.text.empty}
          store={(id) => props.store(id === '' ? null : id)}
        />
      </Match>
      <Match when={props.field.kind === 'moment'}>
        <SavedText
          label={props.field.label}
          type="datetime-local"
          value={typeof props.value === 'string' ? props.value : ''}
          hint={props.field.hint}
          store={(text) => props.store(text === '' ? null : text)}
        />
      </Match>
      <Match when={true}>
        <SavedText
          label={props.field.label}
          inputmode={props.field.kind === 'number' ? 'decimal' : 'text'}
          unit={props.field.unit}
          value={typeof props.value === 'string' ? props.value : ''}
          hint={props.field.hint}
          problem={props.field.kind === 'number' ? figureProblem(props.value, props.text, props.field.unit) : undefined}
          store={(text) => props.store(text === '' ? null : text)}
        />
      </Match>
    </Switch>
  );
}
