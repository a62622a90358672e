import { createMemo, For, type JSX, Show } from 'solid-js';
import { runPath } from '../../domain/checklist/item-path.ts';
import { migrateChanges, migrationOf, type TemplateDifference } from '../../domain/checklist/migration.ts';
import type { TemplateItem } from '../../domain/checklist/template.ts';
import { fill } from '../../i18n/format.ts';
import { useChecklist } from './checklist-context.ts';

/** A newer version of the list: what it would change, and going over to it. */
export default function Migration(): JSX.Element {
  const context = useChecklist();
  const { props: list, project, run } = context;
  const migration = createMemo(() => {
    project.value(runPath(run()), 'template');
    return project.under(runPath(run()), (index) => migrationOf(index, run(), list.template));
  });
  const migrate = () =>
    void project.writeAll(project.under(runPath(run()), (index) => migrateChanges(index, run(), list.template)));
  return (
    <Show when={migration()}>
      {(offer) => (
        <section class="card migration" aria-label={fill(list.text.migrateDo, { version: list.version })}>
          <p>
            {fill(list.text.migrate, { version: list.version, before: offer().before.version })}{' '}
            <Show when={offer().difference.isSame}>{list.text.migrateSame}</Show>
          </p>
          <Items title={list.text.migrateAdded} items={offer().difference.added} />
          <Items title={list.text.migrateRemoved} items={offer().difference.removed} />
          <Changed changed={offer().difference.changed} />
          <button class="button" type="button" disabled={context.isLocked()} onClick={migrate}>
            {fill(list.text.migrateDo, { version: list.version })}
          </button>
        </section>
      )}
    </Show>
  );
}

/** What is another in each item, and how it was worded before. */
function Changed(props: { changed: TemplateDifference['changed'] }): JSX.Element {
  const { text, locale } = useChecklist().props;
  return (
    <Show when={props.changed.length > 0}>
      <p class="lab">{text.migrateChanged}</p>
      <ul>
        <For each={props.changed}>
          {({ before, after, what }) => (
            <li>
              {after.label[locale]}
              {text.colon}
              {what.map((aspect) => text[`aspect-${aspect}`]).join(locale === 'en' ? ', ' : '、')}
              <Show when={before.label[locale] !== after.label[locale]}>
                {' '}
                <small class="hint">{fill(text.migrateWas, { label: before.label[locale] })}</small>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Items(props: { title: string; items: readonly TemplateItem[] }): JSX.Element {
  const { props: list } = useChecklist();
  return (
    <Show when={props.items.length > 0}>
      <p class="lab">{props.title}</p>
      <ul>
        <For each={props.items}>{({ label }) => <li>{label[list.locale]}</li>}</For>
      </ul>
    </Show>
  );
}
