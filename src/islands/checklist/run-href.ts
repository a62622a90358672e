import type { Run } from '../../domain/checklist/run.ts';
import type { Locale } from '../../i18n/locale.ts';
import { href } from '../../i18n/paths.ts';

/** Address of a run, or of an item in it. The first run of a checklist is the checklist's page itself. */
export function runHref(
  locale: Locale,
  { run, checklist, isOwn }: Pick<Run, 'run' | 'checklist' | 'isOwn'>,
  item = '',
): string {
  const query = run === checklist ? '' : `?run=${run}`;
  return href(locale, `checklists/${isOwn ? 'own' : checklist}${query}${item === '' ? '' : `#${item}`}`);
}
