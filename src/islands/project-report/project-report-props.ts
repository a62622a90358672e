import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { ReportText } from '../../i18n/report-strings.ts';
import type { OfficialDays } from '../checklist/workdays.ts';

export interface ProjectReportProps {
  locale: Locale;
  text: ReportText;
  /** Words that the checklists have too. */
  words: ChecklistText;
  /** In the order of the handbook. */
  checklists: { id: string; title: string; number: string }[];
  /** Names of the posts, by id. */
  roles: Record<string, string>;
  officialDays: OfficialDays;
}
