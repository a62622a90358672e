import { For, type JSX, Show } from 'solid-js';
import Pick from '../shared/Pick.tsx';
import SavedText from '../shared/SavedText.tsx';
import { useDesk } from './desk-state.ts';
import GivenField from './GivenField.tsx';

/** Who the tenant is and what is to be built: the questions from which everything else follows. */
export default function TenantPart(): JSX.Element {
  const desk = useDesk();
  const { props, project } = desk;
  return (
    <section class="desk-part" aria-labelledby="tenant">
      <h2 id="tenant">{props.text.tenantPart}</h2>
      <div class="bar-fields">
        <Show when={desk.tenants().length > 0}>
          <Pick
            label={props.text.tenant}
            options={desk.tenants().map((path) => ({ id: path, label: desk.nameOf(path) }))}
            value={desk.tenant() ?? ''}
            store={(id) => {
              const found = desk.tenants().find((path) => path === id);
              if (found) desk.choose(found);
            }}
          />
        </Show>
        <button class="button" type="button" disabled={!project.isReady()} onClick={() => desk.begin()}>
          {props.text.newTenant}
        </button>
        <Show when={desk.tenant()}>
          {(tenant) => (
            <button class="button danger" type="button" onClick={() => void project.write(tenant(), 'removed', true)}>
              {props.text.removeTenant}
            </button>
          )}
        </Show>
      </div>
      <div class="fields">
        <SavedText
          label={props.text.tenantName}
          value={String(desk.value('name') ?? '')}
          store={(text) => desk.store('name', text)}
        />
        <SavedText
          label={props.text.unit}
          value={String(desk.value('unit') ?? '')}
          store={(text) => desk.store('unit', text)}
        />
      </div>
      <For each={props.questions}>
        {(group) => (
          <>
            <h3>{group.title}</h3>
            <div class="fields">
              <For each={group.fields}>
                {(field) => (
                  <GivenField
                    field={field}
                    text={props.text}
                    value={desk.value(`g.${field.id}`)}
                    store={(value) => desk.store(`g.${field.id}`, value)}
                  />
                )}
              </For>
            </div>
          </>
        )}
      </For>
    </section>
  );
}
