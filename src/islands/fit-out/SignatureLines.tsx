import { For, type JSX } from 'solid-js';
import type { FitOutText } from '../../i18n/fit-out-strings.ts';

/** Room on paper for each who signs: name, signature, date. */
export default function SignatureLines(props: { labels: readonly string[]; text: FitOutText }): JSX.Element {
  return (
    <div class="sign">
      <For each={props.labels}>
        {(label) => (
          <div>
            <b>{label}</b>
            <i />
            <small>{props.text.signature}</small>
            <i />
            <small>{props.text.date}</small>
          </div>
        )}
      </For>
    </div>
  );
}
