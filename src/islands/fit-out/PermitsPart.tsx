import { createMemo, createSignal, For, type JSX, onCleanup, onMount } from 'solid-js';
import { itemPath } from '../../domain/checklist/item-path.ts';
import { randomId } from '../../state/random-id.ts';
import Pick from '../shared/Pick.tsx';
import { localTime } from '../today.ts';
import { useDesk } from './desk-state.ts';
import PermitCard from './PermitCard.tsx';
import type { PermitPrint } from './permit-words.ts';

const PERMIT = itemPath('permit');

/** Permits of the site as forms: judged as they are filled in, granted with a name, valid for their hours. */
export default function PermitsPart(props: { onPrint(what: PermitPrint): void }): JSX.Element {
  const desk = useDesk();
  const { project } = desk;
  const { text, permits } = desk.props;
  const [kind, setKind] = createSignal(permits[0]?.id ?? '');
  const [now, setNow] = createSignal('');
  onMount(() => {
    const tick = () => setNow(localTime(new Date().toISOString()).replace(' ', 'T'));
    tick();
    const timer = setInterval(tick, 30_000);
    onCleanup(() => clearInterval(timer));
  });
  const list = createMemo(() =>
    project
      .items(PERMIT)
      .map((path) => ({ path, begun: String(project.value(path, 'begun') ?? '') }))
      .sort((a, b) => (a.begun > b.begun ? -1 : a.begun < b.begun ? 1 : 0))
      .map(({ path }) => path),
  );
  const add = () => {
    const path = itemPath('permit', randomId());
    void project.writeAll([
      { item: path, field: 'kind', value: kind() },
      { item: path, field: 'begun', value: new Date().toISOString() },
      { item: path, field: 'tenant', value: desk.tenant() ?? null },
    ]);
  };
  const chosen = () => permits.find(({ id }) => id === kind());
  return (
    <section class="desk-part" aria-labelledby="permits">
      <h2 id="permits">{text.permitsPart}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label={text.permitsPart}>
        <table>
          <thead>
            <tr>
              <th>{text.permitKind}</th>
              <th>{text.permitWho}</th>
              <th>{text.permitFor}</th>
              <th>{text.permitConditions}</th>
            </tr>
          </thead>
          <tbody>
            <For each={permits}>
              {(permit) => (
                <tr>
                  <th scope="row">{permit.title}</th>
                  <td>{permit.who}</td>
                  <td>{permit.validity}</td>
                  <td>{permit.conditions}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div class="bar-fields">
        <Pick
          label={text.permitKind}
          options={permits.map(({ id, title }) => ({ id, label: title }))}
          value={kind()}
          store={setKind}
        />
        <button class="button primary" type="button" disabled={!project.isReady()} onClick={add}>
          {text.newPermit}
        </button>
        <button
          class="button"
          type="button"
          disabled={!project.isReady()}
          onClick={() => {
            const found = chosen();
            if (found) props.onPrint({ kind: found, path: undefined });
          }}
        >
          {text.blankPermit}
        </button>
      </div>
      <For each={list()} fallback={<p class="quiet">{text.noPermits}</p>}>
        {(path) => <PermitCard path={path} now={now()} onPrint={props.onPrint} />}
      </For>
    </section>
  );
}
