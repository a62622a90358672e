import { ENGINE_VERSION } from '../../domain/estimators/estimators.ts';
import type { FormValues } from '../../domain/estimators/form.ts';
import type { Outcome } from '../../domain/estimators/outcome.ts';
import { fill } from '../../i18n/format.ts';
import { writeCsv } from '../../interchange/csv.ts';
import { estimateBook, type OwnFault, ownWorkbookValues } from '../../interchange/estimate-book.ts';
import { readValues } from '../../interchange/estimate-link.ts';
import type { Cell } from '../../interchange/table.ts';
import { writeXlsx } from '../../interchange/xlsx-write.ts';
import type { Scenario } from './estimate-state.ts';
import type { EstimatorProps } from './estimator-props.ts';
import { valueText, word, wordsText } from './words.ts';

const FORMAT = 'zongguan-estimate';

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
            form: 1,
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
    ...outcome.figures.map(({ id, value }) => [word(props.text, id), valueText(props.text, value)]),
    ...outcome.sections.flatMap((section) => [
      [],
      [word(props.text, `section-${section.id}`)],
      section.columns.map((column) => word(props.text, `col-${column}`)),
      ...section.lines.map((line) => [
        wordsText(props.text, line.label),
        ...line.cells.map((cell) => valueText(props.text, cell)),
      ]),
    ]),
  ];
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
          : read.reason === 'foreign'
            ? props.text.importForeign
            : props.text.importDamaged,
    };
  }
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (read.format !== FORMAT || read.estimator !== props.estimator)
      return { ok: false, reason: props.text.importForeign };
    const values = readValues(read.values);
    return values ? { ok: true, values, faults: [] } : { ok: false, reason: props.text.importDamaged };
  } catch {
    return { ok: false, reason: props.text.importDamaged };
  }
}
