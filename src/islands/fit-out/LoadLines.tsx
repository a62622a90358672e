import { For, type JSX, Show } from 'solid-js';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import { fill } from '../../i18n/format.ts';
import Pick from '../shared/Pick.tsx';
import SavedText from '../shared/SavedText.tsx';
import { useDesk } from './desk-state.ts';
import { figureProblem } from './figure-problem.ts';
import { kilowatts, type LoadState } from './load-state.ts';

/** One line a kind of fixture on a circuit: power of one, how many, and what they make together. */
export default function LoadLines(props: { state: LoadState }): JSX.Element {
  const { props: desk, project } = useDesk();
  const { text } = desk;
  const power = (path: ItemPath) => {
    const line = props.state.load.lines.find(({ id }) => id === path);
    return line ? `${kilowatts(line.watts)} kW` : '—';
  };
  return (
    <Show when={props.state.lines.length > 0} fallback={<p class="quiet">{text.noLines}</p>}>
      <ol class="load-lines">
        <For each={props.state.lines}>
          {(path, place) => (
            <li>
              <SavedText
                label={text.lineName}
                value={String(project.value(path, 'name') ?? '')}
                store={(typed) => project.write(path, 'name', typed)}
              />
              <SavedText
                label={text.circuit}
                value={String(project.value(path, 'circuit') ?? '')}
                store={(typed) => project.write(path, 'circuit', typed === '' ? null : typed)}
              />
              <Pick
                label={text.group}
                options={desk.load.groups}
                value={String(project.value(path, 'group') ?? 'other')}
                store={(id) => project.write(path, 'group', id)}
              />
              <SavedText
                label={text.watts}
                unit="W"
                inputmode="decimal"
                value={String(project.value(path, 'watts') ?? '')}
                problem={figureProblem(project.value(path, 'watts'), text, 'W')}
                store={(typed) => project.write(path, 'watts', typed)}
              />
              <SavedText
                label={text.count}
                inputmode="decimal"
                value={String(project.value(path, 'count') ?? '')}
                problem={figureProblem(project.value(path, 'count'), text)}
                store={(typed) => project.write(path, 'count', typed)}
              />
              <p class="line-sum">
                <span class="lab">{text.power}</span>
                <b class="nums">{power(path)}</b>
              </p>
              <button
                class="button"
                type="button"
                aria-label={fill(text.removeLine, { line: String(project.value(path, 'name') ?? place() + 1) })}
                onClick={() => void project.write(path, 'removed', true)}
              >
                {text.remove}
              </button>
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}
