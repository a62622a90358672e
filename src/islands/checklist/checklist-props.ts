import type { Template } from '../../domain/checklist/template.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { OwnListText } from '../../i18n/own-list-strings.ts';
import type { OfficialDays } from './workdays.ts';

/** What the page says of an item beside its template, in the page's language. */
export interface ItemWords {
  why: string;
  evidence: string;
  sources: string[];
}

export interface ChecklistProps {
  locale: Locale;
  /** Empty on the page of the reader's own lists. */
  checklist: string;
  version: string;
  number: string;
  title: string;
  /** In both languages, because a run keeps the words that it was started with. */
  template: Template;
  items: Record<string, ItemWords>;
  /** Names of the posts, by id. */
  roles: Record<string, string>;
  officialDays: OfficialDays;
  text: ChecklistText;
  /** On the page of the reader's own lists. */
  ownText?: OwnListText;
}
