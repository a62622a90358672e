import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type PlanTemplate, planTemplate } from '../../../../src/schema/plan.ts';

const folder = new URL('../../../../content/plans/', import.meta.url);

/** Every template of the content, by id. */
export const TEMPLATES: ReadonlyMap<string, PlanTemplate> = new Map(
  readdirSync(folder)
    .sort()
    .map((file) => [file.replace('.yaml', ''), planTemplate.parse(parse(readFileSync(new URL(file, folder), 'utf8')))]),
);
