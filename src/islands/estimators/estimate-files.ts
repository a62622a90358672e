import { ENGINE_VERSION } from '../../domain/estimators/estimators.ts';
import { type FormProblem, type FormValues, fitToForm, readForm } from '../../domain/estimators/form.ts';
import type { Outcome, ResultValue } from '../../domain/estimators/outcome.ts';
import { decimalText } from '../../domain/exact.ts';
import { yuanText } from '../../domain/money.ts';
import { fill } from '../../i18n/format.ts';
import { writeCsv } from '../../interchange/csv.ts';
import { estimateBook, type OwnFault, ownWorkbookValues } from '../../interchange/estimate-book.ts';
import { readValues } from '../../interchange/estimate-link.ts';
import { type Cell, FORMATS } from '../../interchange/table.ts';
import { writeXlsx } from '../../interchange/xlsx-write.ts';
import { type Scenario, shapeOfView } from './estimate-state.ts';
import type { EstimatorProps } from './estimator-props.ts';
import { shownPlaces, valueText, word, wordsText } from './words.ts';

const FORMAT = 'zongguan-estimate';
const FORM = 1;

export function writeEstimate(
  kind: 'xlsx' | 'csv' | 'json',
  props: EstimatorProps,
  scenario: Scenario,
  outcome: Outcome,
): Uint8Array {
  switch (kind) {
    case 'json':
      return new TextEncoder().encode(
        JSON.stringify(
          {
            format: FORMAT,
            form: FORM,
            estimator: props.estimator,
            engine: ENGINE_VERSION,
            name: scenario.name,
            values: scenario.values,
            results: Object.fromEntries(outcome.figures.map(({ id, value }) => [id, valueText(props.text, value)])),
          },
          null,
          2,
        ),
      );
    case 'csv':
      return writeCsv(resultRows(props, scenario, outcome));
    default:
      return writeXlsx(
        estimateBook({
          estimator: props.estimator,
          title: props.title,
          name: scenario.name,
          fields: props.fields.map(({ id, label, unit, kind, options, origin }) => ({
            id,
            label,
            unit: unit ?? '',
            kind,
            options,
            origin: word(props.text, `origin-${origin}`),
          })),
          tables: props.tables.map(({ id, title, columns }) => ({ id, title, columns })),
          values: scenario.values,
          outcome,
          results: resultRows(props, scenario, outcome),
          labels: {
            inputs: props.text.sheetInputs,
            results: props.text.sheetResult,
            item: props.text.item,
            value: props.text.value,
            unit: props.text.unit,
            origin: props.text.origin,
          },
          word: (key) => word(props.text, key),
        }),
      );
  }
}

function resultRows(props: EstimatorProps, scenario: Scenario, outcome: Outcome): readonly (readonly Cell[])[] {
  return [
    [props.title, scenario.name],
    ...outcome.figures.map(({ id, value }) => [
      word(props.text, id),
      resultCell(props, value),
      value.kind === 'number' && value.unit ? word(props.text, `unit-${value.unit}`) : null,
    ]),
    ...outcome.sections.flatMap((section) => [
      [],
      [word(props.text, `section-${section.id}`)],
      section.columns.map((column) => word(props.text, `col-${column}`)),
      ...section.lines.map((line) => [
        wordsText(props.text, line.label),
        ...line.cells.map((cell) => resultCell(props, cell)),
      ]),
    ]),
  ];
}

/** A result as a spreadsheet can go on reckoning with it: an amount is a number, rounded as the page shows it. */
function resultCell(props: EstimatorProps, value: ResultValue): Cell {
  switch (value.kind) {
    case 'money':
      return { value: { decimal: yuanText(value.fen) }, format: FORMATS.money };
    case 'number':
      return { value: { decimal: decimalText(value.value, shownPlaces(value)) }, format: FORMATS.general };
    default:
      return valueText(props.text, value);
  }
}

export type ReadEstimate =
  /** `faults`: cells that are read as they stand and have to be mended at their fields. */
  | { readonly ok: true; readonly values: FormValues; readonly faults: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Reads our own JSON or XLSX. */
export function readEstimate(bytes: Uint8Array, props: EstimatorProps): ReadEstimate {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const read = ownWorkbookValues(bytes, props);
    const worded = ({ code, ...place }: OwnFault): string =>
      fill(props.text.importRows, { ...place, reason: word(props.text, `err-${code}`) });
    if (read.ok) return { ok: true, values: read.values, faults: read.faults.map(worded) };
    return {
      ok: false,
      reason:
        read.reason === 'row'
          ? worded(read.fault)
          : read.reason === 'sheet'
            ? fill(props.text.importNoSheet, { sheet: read.sheet })
            : read.reason === 'foreign'
              ? props.text.importForeign
              : props.text.importDamaged,
    };
  }
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (read.format !== FORMAT || read.estimator !== props.estimator)
      return { ok: false, reason: props.text.importForeign };
    if (read.form !== FORM) return { ok: false, reason: props.text.importNewer };
    const values = readValues(read.values);
    if (!values) return { ok: false, reason: props.text.importDamaged };
    const fitted = fitToForm(shapeOfView(props), values);
    return { ok: true, values: fitted, faults: faultsOf(fitted, props) };
  } catch {
    return { ok: false, reason: props.text.importDamaged };
  }
}

/** What a field will have to explain, told with its table, row and column as the page counts them. */
function faultsOf(values: FormValues, props: EstimatorProps): readonly string[] {
  const filled = {
    fields: { ...props.preset.fields, ...values.fields },
    tables: { ...props.preset.tables, ...values.tables },
  };
  const read = readForm(shapeOfView(props), filled);
  return read.ok ? [] : read.problems.map((problem) => faultText(problem, props));
}

function faultText({ path, code }: FormProblem, props: EstimatorProps): string {
  const reason = word(props.text, `err-${code}`);
  const [, id, row, columnId] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  const table = props.tables.find((each) => each.id === id);
  if (!table) {
    return fill(props.text.importField, {
      field: props.fields.find((field) => field.id === path)?.label ?? path,
      reason,
    });
  }
  const column = table.columns.find((each) => each.id === columnId)?.label ?? '';
  return fill(props.text.importRows, { sheet: table.title, row: Number(row) + 1, column, reason });
}
