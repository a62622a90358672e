import type { EstimatorId } from '../../domain/estimators/estimators.ts';
import type { Condition, FieldKind, FormValues } from '../../domain/estimators/form.ts';
import type { Expectation } from '../../domain/estimators/preset.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import type { EstimatorText } from '../../i18n/estimator-strings.ts';
import type { Locale } from '../../i18n/locale.ts';

export interface OptionView {
  id: string;
  label: string;
  /** In the site's other language: files keep the words of the page that wrote them. */
  also: string;
}

export interface ColumnView {
  id: string;
  label: string;
  kind: FieldKind;
  unit?: string | undefined;
  options?: OptionView[] | undefined;
  optional?: boolean | undefined;
  when?: Condition | undefined;
}

export interface FieldView extends ColumnView {
  origin: 'source' | 'law' | 'sample' | 'choice';
  /** What it rests on, for the tag's title. */
  source: string;
  hint?: string | undefined;
}

export interface TableView {
  id: string;
  title: string;
  note?: string | undefined;
  columns: ColumnView[];
  origin: 'source' | 'law' | 'sample';
  source: string;
  when?: Condition | undefined;
}

export interface ExampleView {
  id: string;
  title: string;
  values: FormValues;
  expect: readonly Expectation[];
  derivation: string;
}

/** The estimator as the page hands it to the island: words in the page's language only. */
export interface EstimatorProps {
  locale: Locale;
  estimator: EstimatorId;
  title: string;
  number: string;
  version: string;
  fields: FieldView[];
  tables: TableView[];
  preset: FormValues;
  sensitivity: string[];
  examples: ExampleView[];
  /** By formula: the rule it rests on. */
  clauses: Record<string, { id: string; text: string }>;
  text: EstimatorText;
  saving: ChecklistText;
}
