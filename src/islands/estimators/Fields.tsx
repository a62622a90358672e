import { createSignal, createUniqueId, For, Index, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { type FormRow, isShown } from '../../domain/estimators/form.ts';
import { splitTable } from '../../domain/number-input.ts';
import { areSame } from '../../domain/once-per.ts';
import { fill } from '../../i18n/format.ts';
import { cellOf } from '../../interchange/estimate-cell.ts';
import { settled } from '../shared/settled.ts';
import { createWaiting } from '../shared/waiting.ts';
import type { EstimateState } from './estimate-state.ts';
import type { ColumnView, EstimatorProps, FieldView, TableView } from './estimator-props.ts';
import { word } from './words.ts';

interface Props {
  props: EstimatorProps;
  state: EstimateState;
}

/** Every parameter with its origin, and the tables. */
export default function Fields(given: Props): JSX.Element {
  const { props, state } = given;
  const isChanged = (field: FieldView) =>
    (state.values().fields[field.id] ?? '') !== (props.preset.fields[field.id] ?? '');
  return (
    <section class="inputs" aria-labelledby="inputs">
      <h2 id="inputs">{props.text.inputs}</h2>
      <For each={props.tables}>{(table) => <TableInput table={table} props={props} state={state} />}</For>
      <div class="params">
        <For each={props.fields}>
          {(field) => (
            <div class="param" hidden={!isShown(field, state.values().fields, state.shape.fields)}>
              <Input
                inUnit={props.text.inUnit}
                column={field}
                label={field.label}
                value={state.values().fields[field.id] ?? ''}
                problem={problemText(props, state.problems().get(field.id))}
                onText={(text) => state.setField(field.id, text)}
              />
              <p class="from">
                <span
                  class="tag"
                  classList={{ assume: field.origin === 'sample' || field.origin === 'choice' }}
                  title={field.source}
                >
                  {word(props.text, `origin-${field.origin}`)}
                </span>
                <Show when={isChanged(field)}>
                  <span class="tag changed">{props.text.changed}</span>
                  <button
                    class="plain"
                    type="button"
                    aria-label={fill(props.text.resetOf, {
                      name: field.label,
                      value: shownText(field, props.preset.fields[field.id] ?? '') || props.text.emptyValue,
                    })}
                    onClick={() => state.setField(field.id, props.preset.fields[field.id] ?? '')}
                  >
                    {props.text.reset}
                  </button>
                </Show>
                <Show when={field.hint}>
                  <span class="quiet">{field.hint}</span>
                </Show>
              </p>
            </div>
          )}
        </For>
      </div>
      <p class="hint">{props.text.numberHint}</p>
      <button class="button" type="button" data-needs-script onClick={() => state.replace(props.preset)}>
        {props.text.resetAll}
      </button>
    </section>
  );
}

/** A choice by its words, anything else as it was typed. */
const shownText = ({ options }: FieldView, text: string): string =>
  options?.find(({ id }) => id === text)?.label ?? text;

function problemText(props: EstimatorProps, code: string | undefined): string | undefined {
  return code === undefined ? undefined : word(props.text, `err-${code}`);
}

interface InputProps {
  column: ColumnView;
  label: string;
  /** How a unit stands behind its label. */
  inUnit: string;
  hideLabel?: boolean;
  value: string;
  problem: string | undefined;
  onText(text: string): void;
  /** A range of cells that was pasted here; answers whether it took it. */
  onRange?(text: string): boolean;
}

const isNumber = ({ kind }: ColumnView): boolean => ['money', 'percent', 'number', 'count'].includes(kind);

/** One field; a wrong text stays and is explained beside it. */
function Input(props: InputProps): JSX.Element {
  const id = createUniqueId();
  let field!: HTMLInputElement & HTMLSelectElement;
  const waiting = createWaiting();
  onCleanup(() => waiting.set(false));
  // Typed into the static page before this code arrived: it counts.
  onMount(() => {
    if (field.value !== props.value) props.onText(field.value);
  });
  // No attributes are spread: a spread sets all of them, handlers too, when one changes.
  const describedBy = () => (props.problem ? `${id}-p` : undefined);
  return (
    <div class="input">
      <label classList={{ lab: !props.hideLabel, 'visually-hidden': props.hideLabel === true }} for={id}>
        {props.label}
        {props.column.unit && !props.hideLabel ? fill(props.inUnit, { unit: props.column.unit }) : ''}
      </label>
      <Show
        when={props.column.options}
        fallback={
          <input
            id={id}
            aria-invalid={props.problem !== undefined}
            aria-describedby={describedBy()}
            ref={field}
            class="field"
            classList={{ num: isNumber(props.column) }}
            type="text"
            inputmode={isNumber(props.column) ? 'decimal' : undefined}
            autocomplete="off"
            size={props.hideLabel ? 1 : undefined}
            value={props.value}
            onInput={(event) => {
              // Half-composed pinyin is not a text; the end of the composition is told below.
              if (event.isComposing) waiting.set(true);
              else props.onText(event.currentTarget.value);
            }}
            onCompositionEnd={(event) => {
              props.onText(event.currentTarget.value);
              waiting.set(false);
            }}
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text/plain') ?? '';
              if (/[\t\n]/.test(text.trim()) && props.onRange?.(text)) event.preventDefault();
            }}
          />
        }
      >
        {(options) => (
          <select
            id={id}
            aria-invalid={props.problem !== undefined}
            aria-describedby={describedBy()}
            ref={field}
            class="field"
            autocomplete="off"
            onChange={(event) => props.onText(event.currentTarget.value)}
          >
            <Show when={!options().some((option) => option.id === props.value)}>
              <option value={props.value} selected>
                {props.value}
              </option>
            </Show>
            <For each={options()}>
              {(option) => (
                <option value={option.id} selected={option.id === props.value}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
        )}
      </Show>
      <Show when={props.problem}>
        <p class="problem-text" id={`${id}-p`}>
          ! {props.problem}
        </p>
      </Show>
    </div>
  );
}

const SHOWN_ROWS = 60;

/** Rows are no table to the browser's layout (see the style), and some then forget that they are one: so it is said. */
const [TABLE, ROWS, ROW, COLUMN, CELL] = ['table', 'rowgroup', 'row', 'columnheader', 'cell'] as const;

function TableInput(given: Props & { table: TableView }): JSX.Element {
  const { props, state, table } = given;
  const [pasting, setPasting] = createSignal(false);
  const [message, setMessage] = createSignal('');
  const [all, setAll] = createSignal(false);
  let area!: HTMLTextAreaElement;
  const rows = () => state.values().tables[table.id] ?? [];
  const shown = () => (all() ? rows() : rows().slice(0, SHOWN_ROWS));
  // The same columns are the same list, so that rows are not looked at again.
  const columns = settled(
    () => table.columns.filter((column) => isShown(column, state.values().fields, state.shape.fields)),
    areSame,
  );
  const put = (index: number, column: string, text: string) =>
    state.setRows(
      table.id,
      rows().map((row, place) => (place === index ? { ...row, [column]: text } : row)),
    );
  const nextId = (taken: readonly FormRow[]): string => {
    const used = new Set(taken.map(({ id }) => id));
    let number = taken.length + 1;
    while (used.has(`r${number}`)) number += 1;
    return `r${number}`;
  };
  const blank = (): FormRow =>
    Object.fromEntries(table.columns.map((column) => [column.id, column.options?.[0]?.id ?? '']));
  const replaceRows = () => {
    const cells = splitTable(area.value).filter((row) => row.some((cell) => cell.trim() !== ''));
    const wide = cells.flatMap((row, index) => (row.length > columns().length ? [index + 1] : []));
    if (cells.length === 0) return setMessage(props.text.pasteWrong);
    if (wide.length > 0) return setMessage(fill(props.text.pasteExtra, { rows: wide.join(', ') }));
    state.setRows(
      table.id,
      cells.map((row, index) => ({
        ...blank(),
        id: `r${index + 1}`,
        ...Object.fromEntries(columns().map((column, place) => [column.id, cellOf(column, row[place] ?? '')])),
      })),
    );
    setPasting(false);
    return setMessage(fill(props.text.pasteDone, { count: cells.length }));
  };
  /** A range pasted into a cell fills from there on, over the rows that are and then new ones. */
  const pasteAt = (from: number, column: string, text: string): boolean => {
    const start = columns().findIndex(({ id }) => id === column);
    const cells = splitTable(text.replace(/\r?\n$/, ''));
    const wide = cells.flatMap((row, index) => (start + row.length > columns().length ? [index + 1] : []));
    if (wide.length > 0) {
      setMessage(fill(props.text.pasteExtra, { rows: wide.join(', ') }));
      return true;
    }
    const filled = rows().map((row) => row);
    cells.forEach((row, index) => {
      const before = filled[from + index] ?? { ...blank(), id: nextId(filled) };
      const own = row.map((cell, place): [string, string] => {
        const target = columns()[start + place] as ColumnView;
        return [target.id, cellOf(target, cell)];
      });
      filled[from + index] = { ...before, ...Object.fromEntries(own) };
    });
    state.setRows(table.id, filled);
    setMessage(fill(props.text.pastedRange, { count: cells.length }));
    return true;
  };
  return (
    <section
      class="rows"
      hidden={!isShown(table, state.values().fields, state.shape.fields)}
      aria-labelledby={`t-${table.id}`}
    >
      <h3 id={`t-${table.id}`}>
        {table.title}{' '}
        <span class="tag" classList={{ assume: table.origin === 'sample' }} title={table.source}>
          {word(props.text, `origin-${table.origin}`)}
        </span>
      </h3>
      <Show when={table.note}>
        <p class="quiet">{table.note}</p>
      </Show>
      <div class="scroll" tabindex={0} role="group" aria-labelledby={`t-${table.id}`}>
        <table class="entry" role={TABLE}>
          <thead role={ROWS}>
            <tr role={ROW}>
              <For each={columns()}>
                {(column) => (
                  <th scope="col" role={COLUMN} data-kind={column.kind} classList={{ num: isNumber(column) }}>
                    {column.label}
                    {column.unit ? fill(props.text.inUnit, { unit: column.unit }) : ''}
                  </th>
                )}
              </For>
              <th scope="col" role={COLUMN} data-kind="remove">
                <span class="visually-hidden">{props.text.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody role={ROWS}>
            <Index each={shown()}>
              {(row, index) => (
                <tr role={ROW}>
                  <For each={columns()}>
                    {(column) => (
                      <td role={CELL} data-kind={column.kind}>
                        <Input
                          inUnit={props.text.inUnit}
                          column={column}
                          label={`${fill(props.text.row, { n: index + 1 })} ${column.label}`}
                          hideLabel
                          value={row()[column.id] ?? ''}
                          problem={problemText(props, state.problems().get(`${table.id}[${index}].${column.id}`))}
                          onText={(text) => put(index, column.id, text)}
                          onRange={(text) => pasteAt(index, column.id, text)}
                        />
                      </td>
                    )}
                  </For>
                  <td role={CELL} data-kind="remove">
                    <button
                      class="plain"
                      type="button"
                      data-needs-script
                      aria-label={fill(props.text.removeRow, { n: index + 1 })}
                      onClick={() =>
                        state.setRows(
                          table.id,
                          rows().filter((_, place) => place !== index),
                        )
                      }
                    >
                      ✕
                    </button>
                  </td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </div>
      <div class="tools" data-needs-script>
        <Show when={!all() && rows().length > SHOWN_ROWS}>
          <button class="button" type="button" onClick={() => setAll(true)}>
            {fill(props.text.showAll, { count: rows().length })}
          </button>
        </Show>
        <button
          class="button"
          type="button"
          onClick={() => {
            setAll(true);
            state.setRows(table.id, [...rows(), { ...blank(), id: nextId(rows()) }]);
          }}
        >
          {props.text.addRow}
        </button>
        <button class="button" type="button" aria-expanded={pasting()} onClick={() => setPasting(!pasting())}>
          {props.text.paste}
        </button>
      </div>
      <Show when={pasting()}>
        <div class="card">
          <label>
            <span class="lab">
              {fill(props.text.pasteHint, {
                columns: columns()
                  .map(({ label }) => label)
                  .join(' · '),
              })}
            </span>
            <textarea ref={area} class="field" rows={5} />
          </label>
          <button class="button primary" type="button" onClick={replaceRows}>
            {props.text.pasteDo}
          </button>
          <button class="button" type="button" onClick={() => setPasting(false)}>
            {props.text.cancel}
          </button>
        </div>
      </Show>
      <p role="status">{message()}</p>
    </section>
  );
}
