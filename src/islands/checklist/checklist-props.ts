import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import type { Locale } from '../../i18n/locale.ts';

/** One item as the page hands it to the island: its words in the page's language only. */
export interface ItemView {
  id: string;
  /** `2.3`: group and place in it; the same on screen, in the blank form and in the report. */
  number: string;
  label: string;
  why: string;
  evidence: string;
  role: string;
  mandatory: boolean;
  sources: string[];
}

export interface GroupView {
  id: string;
  title: string;
  items: ItemView[];
}

export interface ChecklistProps {
  locale: Locale;
  checklist: string;
  version: string;
  number: string;
  title: string;
  groups: GroupView[];
  /** Names of the posts, by id. */
  roles: Record<string, string>;
  text: ChecklistText;
}
