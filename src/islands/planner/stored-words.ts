import type { Json } from '../../domain/checklist/json.ts';
import { writeLink } from '../../domain/schedule/link-text.ts';
import { constraintOf, directionOf, linkOf } from '../../domain/schedule/stored-values.ts';
import type { PlannerText } from '../../i18n/planner-strings.ts';
import { separator } from './plan-words.ts';
import type { Planner } from './planner-state.ts';

/** Stored fields by the word that the page has for them. */
const FIELD_WORDS: Readonly<Record<string, keyof PlannerText>> = {
  row: 'task',
  name: 'task',
  kind: 'kind',
  mark: 'kind',
  parent: 'place',
  rank: 'place',
  duration: 'duration',
  unit: 'duration',
  after: 'links',
  constraints: 'fixedDays',
  deadline: 'deadline',
  calendar: 'rowCalendar',
  timing: 'timing',
  'actual-start': 'actualStart',
  'actual-finish': 'actualFinish',
  percent: 'percent',
  role: 'role',
  note: 'note',
  checklist: 'checklist',
  removed: 'remove',
  direction: 'planDay',
  week: 'week',
  holidays: 'holidays',
  off: 'offDays',
  work: 'workDays',
  baseline: 'baseline',
};

export function fieldText(text: PlannerText, field: string): string {
  const word = FIELD_WORDS[field];
  // Years and calendars carry their name in the field.
  return word ? text[word] : `${text.calendar} ${field.replace(/^[a-z]+:/, '')}`;
}

/** A stored value as a reader would write it; what has no short form is told by its field alone. */
export function valueText(planner: Planner, field: string, value: Json): string {
  const { text } = planner.props;
  if (value === null || value === '') return text.nothingThere;
  if (value === true) return '✓';
  if (field === 'direction') return directionOf(value)?.day ?? text.nothingThere;
  const list = Array.isArray(value) ? (value as Json[]) : undefined;
  const parts = list?.flatMap((one): string[] => {
    if (typeof one === 'string') return [one];
    const link = field === 'after' ? linkOf(one) : undefined;
    if (link) return [writeLink(planner.numbers().get(link.from) ?? link.from, link)];
    const limit = constraintOf(one);
    return limit ? [`${text[limit.kind]} ${limit.day}`] : [];
  });
  if (parts) return parts.length > 0 ? parts.join(separator(planner)) : text.nothingThere;
  if (field === 'role') return planner.props.roles[String(value)] ?? String(value);
  if (field === 'parent') return planner.nameOf(String(value));
  return typeof value === 'object' ? '…' : String(value);
}
