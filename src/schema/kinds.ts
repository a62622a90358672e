import type { z } from 'astro/zod';
import { asked } from './asked.ts';
import { calendar } from './calendar.ts';
import { checklist } from './checklist.ts';
import { emergency } from './emergency.ts';
import { estimator } from './estimator.ts';
import { everyday } from './everyday.ts';
import { factTable } from './fact-table.ts';
import { fitOutDesk } from './fit-out-desk.ts';
import { navigation } from './navigation.ts';
import { page } from './page.ts';
import { path, question } from './path.ts';
import { permit } from './permit.ts';
import { planTemplate } from './plan.ts';
import { role } from './role.ts';
import { rule } from './rule.ts';
import { service } from './service.ts';
import { erratum, source } from './source.ts';
import { term } from './term.ts';

export interface Kind {
  /** Shape of one entry. */
  schema: z.ZodType;
  /** `file`: the file is the entry and its path the id. `map`: the file maps ids to entries; files only group them. */
  layout: 'file' | 'map';
}

/** Every kind of structured content, by its folder below `content/`. */
export const KINDS = {
  pages: { schema: page, layout: 'file' },
  checklists: { schema: checklist, layout: 'file' },
  emergencies: { schema: emergency, layout: 'file' },
  services: { schema: service, layout: 'file' },
  rules: { schema: rule, layout: 'file' },
  permits: { schema: permit, layout: 'file' },
  'fit-out-desk': { schema: fitOutDesk, layout: 'file' },
  paths: { schema: path, layout: 'file' },
  estimators: { schema: estimator, layout: 'file' },
  facts: { schema: factTable, layout: 'file' },
  plans: { schema: planTemplate, layout: 'file' },
  calendars: { schema: calendar, layout: 'file' },
  navigation: { schema: navigation, layout: 'file' },
  sources: { schema: source, layout: 'map' },
  errata: { schema: erratum, layout: 'map' },
  glossary: { schema: term, layout: 'map' },
  roles: { schema: role, layout: 'map' },
  asked: { schema: asked, layout: 'file' },
  questions: { schema: question, layout: 'map' },
  everyday: { schema: everyday, layout: 'map' },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
