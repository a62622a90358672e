import { For, type JSX, Show } from 'solid-js';
import { decimalText } from '../../domain/exact.ts';
import type { Load } from '../../domain/fit-out/load.ts';
import { useDesk } from './desk-state.ts';
import { kilowatts } from './load-state.ts';

/** What the fixtures add up to, by circuit and by group. */
export default function LoadTables(props: { load: Load }): JSX.Element {
  const { props: desk } = useDesk();
  const { text } = desk;
  const nameOf = (id: string) => desk.load.groups.find((group) => group.id === id)?.label ?? id;
  return (
    <Show when={props.load.lines.length > 0}>
      <div class="load-tables">
        <table>
          <caption>{text.circuits}</caption>
          <tbody>
            <For each={props.load.circuits}>
              {(circuit) => (
                <tr>
                  <th scope="row">{circuit.id}</th>
                  <td class="num">{kilowatts(circuit.watts)} kW</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <table>
          <caption>{text.groups}</caption>
          <thead>
            <tr>
              <th>{text.group}</th>
              <th class="num">{text.installed}</th>
              <th class="num">{text.diversity}</th>
              <th class="num">{text.demand}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.load.groups}>
              {(group) => (
                <tr>
                  <th scope="row">{nameOf(group.id)}</th>
                  <td class="num">{kilowatts(group.watts)} kW</td>
                  <td class="num">{decimalText(group.diversity, 2)}</td>
                  <td class="num">{kilowatts(group.demand)} kW</td>
                </tr>
              )}
            </For>
            <tr>
              <th scope="row">{text.total}</th>
              <td class="num">{kilowatts(props.load.installed)} kW</td>
              <td />
              <td class="num">{kilowatts(props.load.demand)} kW</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Show>
  );
}
