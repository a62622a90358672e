import type { CalendarYear } from '../../domain/calendar/calendar-spec.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { PlannerText } from '../../i18n/planner-strings.ts';
import type { ProjectWords } from '../../i18n/project-words.ts';
import type { PlanTemplate } from '../../schema/plan.ts';

export interface ChecklistView {
  id: string;
  title: string;
  items: { id: string; group: string; role: string; mandatory: boolean }[];
}

export interface PlannerProps {
  locale: Locale;
  /** Templates with their words in the page's language only. */
  templates: { id: string; title: string; template: PlanTemplate }[];
  years: CalendarYear[];
  checklists: ChecklistView[];
  /** Names of the posts, by id. */
  roles: Record<string, string>;
  checklistsHref: string;
  text: PlannerText;
  words: ProjectWords;
}
