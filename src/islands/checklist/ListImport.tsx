import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { RUNS, runPath } from '../../domain/checklist/item-path.ts';
import { ownRunId, ownTemplate } from '../../domain/checklist/own-items.ts';
import { pinnedTemplate, startRunChanges } from '../../domain/checklist/run.ts';
import { fill } from '../../i18n/format.ts';
import type { OwnListText } from '../../i18n/own-list-strings.ts';
import type { ListItem, ListPreview } from '../../interchange/list-import.ts';
import { columnName } from '../../interchange/table.ts';
import { useChecklist } from './checklist-context.ts';

interface Found {
  bytes: Uint8Array;
  file: string;
  sheets: readonly string[];
  preview: ListPreview;
}

/** Makes a run of a list that the reader brings, after a look at what is doubtful in it. */
export default function ListImport(props: { text: OwnListText }): JSX.Element {
  const context = useChecklist();
  const { props: list, project, runs } = context;
  const id = createUniqueId();
  const [message, setMessage] = createSignal('');
  const [found, setFound] = createSignal<Found>();
  const [isMissing, setMissing] = createSignal(false);
  let chooser!: HTMLInputElement;
  let name!: HTMLInputElement;

  const read = async (bytes: Uint8Array, file: string, sheet?: string) => {
    const [{ readTableFile }, { readList }] = await Promise.all([
      import('../../interchange/table-file.ts'),
      import('../../interchange/list-import.ts'),
    ]);
    const refuse = (reason: string) => {
      setFound(undefined);
      setMessage(fill(props.text.refused, { reason }));
    };
    const table = readTableFile(bytes, sheet);
    if (!table.ok) return refuse(props.text[`file-${table.reason}`]);
    const roles = Object.entries(list.roles).map(([role, known]) => ({ id: role, names: [known] }));
    const preview = readList(table, { roles });
    if (!preview.ok) return refuse(props.text[`no-${preview.reason}`]);
    setMessage('');
    setFound({ bytes, file, sheets: table.sheets, preview });
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    chooser.value = '';
    await read(bytes, file.name.replace(/\.\w+$/, ''));
  };
  const take = async (items: readonly ListItem[]) => {
    const title = name.value.trim();
    setMissing(title === '');
    if (title === '') return name.focus();
    const rows = items.map(({ label, group, role, roleText, mandatory }) => ({
      label,
      group,
      role: role ?? roleText,
      mandatory,
    }));
    const run = ownRunId(project.newId());
    const template = ownTemplate(title, rows);
    await project.writeForGood(project.under(RUNS, (index) => startRunChanges(index, run, template, title)));
    setFound(undefined);
    setMessage(fill(props.text.done, { name: title, count: rows.length }));
    context.setRun(run);
  };
  /** Columns of the file that a list of one's own has no place for, as the spreadsheet names them. */
  const leftOut = ({ columns, unused }: ListPreview): string =>
    [...columns.filter(({ field }) => field === 'why' || field === 'evidence'), ...unused]
      .toSorted((a, b) => a.column - b.column)
      .map(({ column, heading }) => `${columnName(column)} ${heading}`.trim())
      .join(list.locale === 'en' ? ', ' : '、');
  const nameOf = (run: string, given: string) =>
    given || project.under(runPath(run), (index) => pinnedTemplate(index, run)?.title[list.locale]) || run;

  return (
    <section class="list-import" aria-label={props.text.choose}>
      <div class="bar-fields">
        <Show when={runs().length > 0}>
          <label>
            <span class="lab">{props.text.lists}</span>
            <select class="field" autocomplete="off" onChange={(event) => context.setRun(event.currentTarget.value)}>
              <option value="own" selected={context.run() === 'own'}>
                —
              </option>
              <For each={runs()}>
                {(known) => (
                  <option value={known.run} selected={known.run === context.run()}>
                    {nameOf(known.run, known.name)}
                  </option>
                )}
              </For>
            </select>
          </label>
        </Show>
        <button class="button primary" type="button" disabled={!project.isReady()} onClick={() => chooser.click()}>
          {props.text.choose}
        </button>
        <input
          ref={chooser}
          class="visually-hidden"
          type="file"
          tabindex={-1}
          aria-label={props.text.choose}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </div>
      <p class="told" role="status">
        {message()}
      </p>
      <Show when={found()}>
        {(file) => (
          <div class="card preview">
            <p>
              {fill(props.text.found, {
                all: file().preview.items.length,
                good: file().preview.good.length,
                faults: file().preview.faults.length,
              })}
            </p>
            <Show when={leftOut(file().preview)}>
              {(columns) => <p class="hint">{fill(props.text.unused, { columns: columns() })}</p>}
            </Show>
            <Show when={file().sheets.length > 1}>
              <label>
                <span class="lab">{props.text.sheet}</span>
                <select
                  class="field"
                  autocomplete="off"
                  onChange={(event) => void read(file().bytes, file().file, event.currentTarget.value)}
                >
                  <For each={file().sheets}>{(sheet) => <option value={sheet}>{sheet}</option>}</For>
                </select>
              </label>
            </Show>
            <Show when={file().preview.faults.length > 0}>
              <div class="scroll faults" tabindex="0" role="group" aria-label={props.text.fault}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{props.text.row}</th>
                      <th scope="col">{props.text.column}</th>
                      <th scope="col">{props.text.fault}</th>
                      <th scope="col">{props.text.cell}</th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={file().preview.faults}>
                      {(fault) => (
                        <tr>
                          <td>{fault.row}</td>
                          <td>{columnName(fault.column)}</td>
                          <td>{fill(props.text[fault.code], { other: fault.other ?? '' })}</td>
                          <td>{fault.text}</td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </div>
            </Show>
            <p class="lab">{props.text.first}</p>
            <ul>
              <For each={file().preview.items.slice(0, 5)}>
                {(item) => <li>{[item.group, item.label].filter(Boolean).join(' · ')}</li>}
              </For>
            </ul>
            <label>
              <span class="lab">{props.text.name}</span>
              <input
                class="field"
                type="text"
                autocomplete="off"
                maxlength={80}
                value={file().file}
                ref={name}
                aria-invalid={isMissing()}
                aria-describedby={isMissing() ? `${id}-missing` : undefined}
              />
            </label>
            <Show when={isMissing()}>
              <p class="problem-text" id={`${id}-missing`} role="alert">
                ! {props.text.nameMissing}
              </p>
            </Show>
            <div class="acts">
              <button
                class="button primary"
                type="button"
                disabled={file().preview.items.length === 0}
                onClick={() => void take(file().preview.items)}
              >
                {fill(props.text.takeAll, { count: file().preview.items.length })}
              </button>
              <Show when={file().preview.good.length < file().preview.items.length && file().preview.good.length > 0}>
                <button class="button" type="button" onClick={() => void take(file().preview.good)}>
                  {fill(props.text.takeGood, { count: file().preview.good.length })}
                </button>
              </Show>
              <button class="button" type="button" onClick={() => setFound(undefined)}>
                {list.text.cancel}
              </button>
            </div>
          </div>
        )}
      </Show>
    </section>
  );
}
