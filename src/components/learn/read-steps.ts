import { getEntry } from 'astro:content';
import type { Locale } from '../../i18n/locale.ts';
import type { Path } from '../../schema/path.ts';

export interface Step {
  kind: Path['steps'][number]['kind'];
  anchor: string;
  /** Path below the root of the page, card or checklist. */
  path: string;
  title: string;
  /** Version that is to be read; emergency cards and checklists are controlled documents too. */
  version: string;
  words: string;
}

/** The steps of a learning path with the title and version of what each leads to. */
export function readSteps(path: Path, locale: Locale): Promise<Step[]> {
  return Promise.all(
    path.steps.map(async ({ id, kind, ref, text }) => {
      const target = await readTarget(kind, ref);
      return {
        kind,
        anchor: `step-${id}`,
        path: target.path,
        title: target.data.title[locale],
        version: target.data.document.version,
        words: text[locale],
      };
    }),
  );
}

async function readTarget(kind: Step['kind'], ref: string) {
  switch (kind) {
    case 'page': {
      const entry = await getEntry('pages', ref);
      if (entry) return { path: `handbook/${ref}`, data: entry.data };
      break;
    }
    case 'checklist': {
      const entry = await getEntry('checklists', ref);
      if (entry) return { path: `checklists/${ref}`, data: entry.data };
      break;
    }
    default: {
      const entry = await getEntry('emergencies', ref);
      if (entry) return { path: `emergency/${ref}`, data: entry.data };
    }
  }
  throw new Error(`No ${kind} "${ref}"`);
}
