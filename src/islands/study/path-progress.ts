import type { AnswerIndex } from '../../domain/checklist/answer-index.ts';
import { itemPath } from '../../domain/checklist/item-path.ts';
import { latestOf } from '../../domain/learning/learner.ts';
import { pathProgress, type StepRead } from '../../domain/learning/progress.ts';
import { fill } from '../../i18n/format.ts';
import { LEARN } from '../../i18n/learn-strings.ts';
import type { Locale } from '../../i18n/locale.ts';
import { pick } from '../../i18n/pick.ts';
import { readCurrentProject } from '../../state/every-project.ts';

export interface PathsData {
  locale: Locale;
  paths: readonly { id: string; steps: readonly { id: string; version: string }[] }[];
}

/** What the learner stated of a step last, out of the history: others of the same project have their own. */
function readOf(index: AnswerIndex, who: string, path: string, step: string): StepRead | undefined {
  const value = latestOf(index.history(itemPath('learning', path, step), 'read'), who)?.value;
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string'
    ? (value as unknown as StepRead)
    : undefined;
}

/** Writes beside each path how far whoever is named on this device has come. A path nobody began says nothing. */
export async function showPathProgress({ locale, paths }: PathsData): Promise<void> {
  const project = await readCurrentProject();
  const text = pick(LEARN, locale);
  for (const { id, steps } of paths) {
    const place = document.querySelector<HTMLElement>(`[data-progress="${id}"]`);
    if (!place || !project) continue;
    const { read, again, all } = pathProgress(steps, (step) => readOf(project.index, project.who, id, step));
    const words = [
      read === all ? text.allRead : fill(text.stepsRead, { read, all }),
      again > 0 ? fill(text.stepsAgain, { count: again }) : '',
      project.who,
    ];
    place.textContent = words.filter(Boolean).join(' · ');
    place.dataset.state = read === all ? 'all' : again > 0 ? 'again' : 'some';
    place.hidden = read + again === 0;
  }
}
