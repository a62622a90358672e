import { For, type JSX } from 'solid-js';
import type { StudyText } from '../../i18n/study-strings.ts';

/** Lines to sign, kept together on one side. */
export default function Signatures(props: { labels: readonly string[]; text: StudyText }): JSX.Element {
  return (
    <div class="sign">
      <For each={props.labels}>
        {(label) => (
          <div>
            <b>{label}</b>
            <i />
            <small>{props.text.colSign}</small>
            <i />
            <small>{props.text.colDate}</small>
          </div>
        )}
      </For>
    </div>
  );
}
