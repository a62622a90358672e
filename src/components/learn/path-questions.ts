import { getCollection, getEntry } from 'astro:content';
import {
  type CardSource,
  cardQuestions,
  type FigureSource,
  figureQuestions,
  listQuestions,
  type Question,
} from '../../domain/learning/questions.ts';
import { EMERGENCY } from '../../i18n/emergency-strings.ts';
import { fill, formatNumber, TIME_SPAN } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Emergency } from '../../schema/emergency.ts';
import type { Path } from '../../schema/path.ts';
import { cellText } from '../prose/fact-cell.ts';
import { readFactTable } from '../prose/read-entries.ts';
import { describeSources } from '../sources/describe-source.ts';

/** Questions that the content itself gives for the steps of a path, in the page's language. */
export async function pathQuestions(path: Path, locale: Locale): Promise<Question[]> {
  const roles = new Map((await getCollection('roles')).map(({ id, data }) => [id, data.name[locale]]));
  const say = await describeSources(locale);
  const basisOf = (refs: readonly string[]) => refs.map(say).join(' · ');
  const stepOf = (step: Emergency['steps'][number]) => ({
    id: step.id,
    text: step.text[locale],
    within: step.withinSeconds,
    basis: basisOf(step.source),
  });
  const cards = (await getCollection('emergencies')).map(
    ({ id, data }): CardSource => ({
      id,
      title: data.title[locale],
      first: data.first.map(stepOf),
      steps: data.steps.map(stepOf),
      calls: data.calls.map((call) => ('number' in call ? `${call.number} ${call.for[locale]}` : call.for[locale])),
      report: data.report.map((entry) => ({
        id: entry.id,
        whom: entry.whom[locale],
        by: entry.by[locale],
        minutes: entry.withinMinutes,
        basis: basisOf(entry.source),
      })),
      never: data.never.map((entry) => ({ id: entry.id, text: entry.text[locale], basis: basisOf(entry.source) })),
    }),
  );
  const time = (seconds: number): string => {
    if (seconds % 3600 === 0) return fill(EMERGENCY.hours[locale], { n: seconds / 3600 });
    return seconds % 60 === 0
      ? fill(EMERGENCY.minutes[locale], { n: seconds / 60 })
      : fill(EMERGENCY.seconds[locale], { n: seconds });
  };
  const all = await Promise.all(
    path.steps.map(async ({ id, kind, ref }): Promise<Question[]> => {
      if (kind === 'page') return figureQuestions(id, await pageFigures(ref, locale, say));
      if (kind === 'checklist') {
        const list = await getEntry('checklists', ref);
        if (!list) return [];
        const items = list.data.groups.flatMap((group) =>
          group.items.map((item) => ({
            id: item.id,
            label: item.label[locale],
            role: roles.get(item.role) ?? item.role,
            mandatory: item.mandatory,
            why: item.why[locale],
          })),
        );
        return listQuestions(id, { id: ref, title: list.data.title[locale], items });
      }
      const card = cards.find((each) => each.id === ref);
      return card ? cardQuestions(id, card, cards, { text: time, written: TIME_SPAN[locale] }) : [];
    }),
  );
  return all.flat();
}

/** Figures that stand on a page: limits of the design rules and numbers of the tables that its prose quotes. */
async function pageFigures(ref: string, locale: Locale, say: (ref: string) => string): Promise<FigureSource[]> {
  const body = (await getEntry('handbook', `${locale}/${ref}`))?.body ?? '';
  const named = (component: string) =>
    [...body.matchAll(new RegExp(`<${component} of="([^"]+)"`, 'g'))].map(([, of]) => of);
  const rules = await getCollection('rules');
  const limits = rules.flatMap(({ id, data }) =>
    data.limits.flatMap((limit) => {
      const field = data.fields.find((each) => each.id === limit.field);
      if (!('value' in limit) || typeof limit.value !== 'number' || field?.kind !== 'length') return [];
      const sign = limit.op === 'max' ? '≤ ' : limit.op === 'min' ? '≥ ' : '';
      const figure = `${sign}${formatNumber(limit.value)} ${field.unit}`;
      return [
        {
          id,
          topic: data.topic as string,
          rule: data.title[locale],
          text: data.text[locale],
          basis: data.source.map(say).join(' · '),
          field: field.label[locale],
          unit: field.unit,
          figure,
          corrected: (data.correction?.limits.length ?? 0) > 0,
        },
      ];
    }),
  );
  const topics = new Set(named('Rules'));
  const ofRules = limits
    // Where a correction has figures of its own, the source's is not what one should learn.
    .filter(({ topic, corrected }) => topics.has(topic) && !corrected)
    .map(
      ({ id, rule, text, basis, field, figure, unit }, i): FigureSource => ({
        id: `${id}-${i}`,
        kind: 'limit',
        about: { rule, field },
        figure,
        others: limits.filter((other) => other.unit === unit).map((other) => other.figure),
        reason: [text, basis],
        path: `handbook/${ref}#${id}`,
      }),
    );
  const tables = await Promise.all(
    [...new Set(named('FactTable'))].map(async (of = '') => ({ of, table: await readFactTable(of) })),
  );
  const ofTables = tables.flatMap(({ of, table }) =>
    table.columns.flatMap((column) => {
      const cells = table.rows.flatMap((row) => {
        const value = row.cells[column.id];
        const unit = column.unit?.[locale] ?? '';
        // A total that stands for many is no figure to learn by heart; samples are not either.
        return typeof value === 'number' && !row.sample
          ? [{ row, figure: `${formatNumber(value)}${unit === '' ? '' : ` ${unit}`}` }]
          : [];
      });
      return cells.map(
        ({ row, figure }): FigureSource => ({
          id: `${of}-${row.id}-${column.id}`,
          kind: 'fact',
          about: { table: table.title[locale], row: row.label[locale], column: column.label[locale] },
          figure,
          others: cells.map((other) => other.figure),
          reason: [
            `${row.label[locale]} · ${table.columns
              .map((each) => `${each.label[locale]} ${cellText(row.cells[each.id], locale)}`)
              .join(' · ')}`,
            row.source.map(say).join(' · '),
          ],
          path: `handbook/${ref}`,
        }),
      );
    }),
  );
  return [...ofRules, ...ofTables];
}
