import type { Template } from '../../domain/checklist/template.ts';
import type { FitOutText } from '../../i18n/fit-out-strings.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { Limit, RuleCondition } from '../../schema/rule.ts';
import type { WhenCondition } from '../../schema/when.ts';

export interface FieldView {
  id: string;
  kind: 'yes-no' | 'choice' | 'number' | 'text' | 'moment';
  label: string;
  unit?: string | undefined;
  hint?: string | undefined;
  options?: readonly { id: string; label: string }[] | undefined;
}

/** A short sign of all that an entry says in both languages: a closed review tells by it whether the words are still those of its day. */
type Mark = string;

export interface RuleView {
  id: string;
  mark: Mark;
  topic: string;
  number: string;
  title: string;
  text: string;
  fields: readonly FieldView[];
  when: readonly RuleCondition[];
  limits: readonly Limit[];
  sample: boolean;
  correction?: { text: string; limits: readonly Limit[]; sources: readonly string[] } | undefined;
  advice: string;
  /** Which elevation, section or plan shows it. */
  drawing?: string | undefined;
  sources: readonly string[];
}

export interface CaseView {
  name: string;
  given: Readonly<Record<string, number | boolean | string>>;
}

type Lists = readonly (readonly WhenCondition[])[];

export interface DocumentView {
  id: string;
  mark: Mark;
  label: string;
  why: string;
  evidence: string;
  role: string;
  when?: string | undefined;
}

export interface ProcedureView {
  id: string;
  title: string;
  text: string;
  who: string;
  limit: string;
  phase: 'before-work' | 'during-work' | 'before-use';
  when: Lists;
  sources: readonly string[];
}

export interface ConflictView {
  id: string;
  mark: Mark;
  level: 'stop' | 'person';
  title: string;
  text: string;
  advice: string;
  when: Lists;
  sources: readonly string[];
}

export interface PermitView {
  id: string;
  title: string;
  who: string;
  validity: string;
  conditions: string;
  fields: readonly FieldView[];
  checks: readonly { id: string; limit: Limit; advice: string; sources: readonly string[] }[];
  apart?: readonly [string, string] | undefined;
  signatures: readonly string[];
}

export interface FitOutProps {
  locale: Locale;
  text: FitOutText;
  words: ProjectWords;
  questions: readonly { id: string; title: string; fields: readonly FieldView[] }[];
  topics: readonly { id: string; title: string }[];
  rules: readonly RuleView[];
  documents: readonly { id: string; title: string; items: readonly DocumentView[] }[];
  /** The submissions checklist in both languages: what a tenant's run is started with. */
  template: Template;
  traits: readonly { id: string; label: string; when: Lists }[];
  procedures: readonly ProcedureView[];
  conflicts: readonly ConflictView[];
  load: {
    groups: readonly { id: string; label: string; diversity: number }[];
    note: string;
  };
  permits: readonly PermitView[];
}
