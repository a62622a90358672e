import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { ProjectsText } from '../../i18n/projects-strings.ts';
import type { OfficialDays } from '../checklist/workdays.ts';

export interface ProjectsProps {
  locale: Locale;
  text: ProjectsText;
  /** Words that the checklists have too. */
  words: ChecklistText;
  checklists: { id: string; title: string }[];
  /** Names of the posts, by id. */
  roles: Record<string, string>;
  officialDays: OfficialDays;
}
