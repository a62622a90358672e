import { For, type JSX } from 'solid-js';
import Signatures from './Signatures.tsx';
import type { Study } from './study-state.ts';

/** One line a name; at least fifteen, so that there is room for who comes unannounced. */
function groupLines(typed: string): string[] {
  const names = typed
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.concat(Array.from({ length: Math.max(15 - names.length, 0) }, () => ''));
}

/** A sheet that a group signs after learning together. */
export default function GroupReport(props: { study: Study; names: string }): JSX.Element {
  const { study } = props;
  const { text } = study.props;
  return (
    <section class="report" data-pagefind-ignore>
      <table>
        <thead>
          <tr class="report-head">
            <th colspan={4}>
              <b>
                {text.groupTitle} · {study.props.title}
              </b>
              <small>
                {study.project.current()?.name ?? ''} ·{' '}
                {study.props.steps.map(({ title, version }) => `${title} ${version}`).join(' · ')}
              </small>
            </th>
          </tr>
          <tr>
            <th />
            <th>{text.colName}</th>
            <th>{text.colDate}</th>
            <th>{text.colSign}</th>
          </tr>
        </thead>
        <tbody>
          <For each={groupLines(props.names)}>
            {(name, place) => (
              <tr class="sign-row">
                <td>{place() + 1}</td>
                <td>{name}</td>
                <td />
                <td />
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Signatures labels={[text.trainer]} text={text} />
    </section>
  );
}
