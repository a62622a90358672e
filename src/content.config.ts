import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { strictYaml } from './build/content/loader.ts';
import { calendar } from './schema/calendar.ts';
import { checklist } from './schema/checklist.ts';
import { emergency } from './schema/emergency.ts';
import { estimator } from './schema/estimator.ts';
import { factTable } from './schema/fact-table.ts';
import { fitOutDesk } from './schema/fit-out-desk.ts';
import { navigation } from './schema/navigation.ts';
import { page } from './schema/page.ts';
import { path, question } from './schema/path.ts';
import { permit } from './schema/permit.ts';
import { planTemplate } from './schema/plan.ts';
import { role } from './schema/role.ts';
import { rule } from './schema/rule.ts';
import { service } from './schema/service.ts';
import { erratum, source } from './schema/source.ts';
import { term } from './schema/term.ts';

/** Binds the folders of `content/` to their schemas; one line a kind. */
export const collections = {
  handbook: defineCollection({
    loader: glob({
      base: './content/handbook',
      pattern: '**/*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  }),
  pages: defineCollection({ loader: strictYaml('pages'), schema: page }),
  navigation: defineCollection({ loader: strictYaml('navigation'), schema: navigation }),
  checklists: defineCollection({ loader: strictYaml('checklists'), schema: checklist }),
  emergencies: defineCollection({ loader: strictYaml('emergencies'), schema: emergency }),
  services: defineCollection({ loader: strictYaml('services'), schema: service }),
  rules: defineCollection({ loader: strictYaml('rules'), schema: rule }),
  permits: defineCollection({ loader: strictYaml('permits'), schema: permit }),
  'fit-out-desk': defineCollection({ loader: strictYaml('fit-out-desk'), schema: fitOutDesk }),
  paths: defineCollection({ loader: strictYaml('paths'), schema: path }),
  questions: defineCollection({ loader: strictYaml('questions'), schema: question }),
  estimators: defineCollection({ loader: strictYaml('estimators'), schema: estimator }),
  facts: defineCollection({ loader: strictYaml('facts'), schema: factTable }),
  plans: defineCollection({ loader: strictYaml('plans'), schema: planTemplate }),
  calendars: defineCollection({ loader: strictYaml('calendars'), schema: calendar }),
  sources: defineCollection({ loader: strictYaml('sources'), schema: source }),
  errata: defineCollection({ loader: strictYaml('errata'), schema: erratum }),
  glossary: defineCollection({ loader: strictYaml('glossary'), schema: term }),
  roles: defineCollection({ loader: strictYaml('roles'), schema: role }),
};
