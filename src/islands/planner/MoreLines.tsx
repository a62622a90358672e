import { For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import { usePlanner } from './planner-state.ts';

/** The rest of a long list, to be opened; nothing where there is no rest. */
export default function MoreLines(props: { readonly each: readonly string[] }): JSX.Element {
  const { text } = usePlanner().props;
  return (
    <Show when={props.each.length > 0}>
      <details>
        <summary>{fill(text.moreLines, { count: props.each.length })}</summary>
        <ul>
          <For each={props.each}>{(line) => <li>{line}</li>}</For>
        </ul>
      </details>
    </Show>
  );
}
