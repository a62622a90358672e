import { getCollection } from 'astro:content';
import type { Localized } from '../../i18n/locale.ts';

export const USE_KINDS = ['page', 'checklist', 'emergency', 'service', 'path', 'glossary'] as const;

/** A place of the site that rests on a source. */
export interface Use {
  kind: (typeof USE_KINDS)[number];
  /** Path below the root. */
  path: string;
  title: Localized;
}

let found: Promise<ReadonlyMap<string, Use[]>> | undefined;

/** Every source with the places that cite it, in the order of the contents; computed from all content, once a build. */
export function findSourceUses(): Promise<ReadonlyMap<string, Use[]>> {
  found ??= collectUses();
  return found;
}

async function collectUses(): Promise<ReadonlyMap<string, Use[]>> {
  const uses = new Map<string, Use[]>();
  const add = (refs: Iterable<string>, use: Use): void => {
    for (const id of new Set([...refs].map((ref) => ref.split('@')[0] ?? ref))) {
      uses.set(id, [...(uses.get(id) ?? []), use]);
    }
  };
  const backing = await readBacking();
  const prose = new Map((await getCollection('handbook')).map(({ id, body }) => [id, body ?? '']));
  const order = (await getCollection('navigation'))
    .sort((a, b) => a.data.order - b.data.order)
    .flatMap(({ data }) => data.chapters.flatMap(({ pages }) => pages));
  const pages = (await getCollection('pages')).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  for (const { id, data } of pages) {
    const body = prose.get(`zh-CN/${id}`) ?? '';
    const cited = [...body.matchAll(/<Src\s+id="([^"]+)"/g)].map(([, ref = '']) => ref);
    const shown = [...body.matchAll(/<(\w+)\s+(?:of|id)="([^"]+)"/g)].flatMap(([, name, of]) =>
      backing(name ?? '', of ?? ''),
    );
    add([...data.sources, ...cited, ...shown], { kind: 'page', path: `handbook/${id}`, title: data.title });
  }
  for (const { id, data } of await getCollection('checklists')) {
    add(refsIn(data), { kind: 'checklist', path: `checklists/${id}`, title: data.title });
  }
  for (const { id, data } of (await getCollection('emergencies')).sort((a, b) => a.data.order - b.data.order)) {
    add(refsIn(data), { kind: 'emergency', path: `emergency/${id}`, title: data.title });
  }
  for (const { id, data } of await getCollection('services')) {
    add(refsIn(data), { kind: 'service', path: `directory/${id}`, title: data.name });
  }
  for (const { id, data } of (await getCollection('paths')).sort((a, b) => a.data.order - b.data.order)) {
    add(refsIn(data), { kind: 'path', path: `learn/${id}`, title: data.title });
  }
  for (const { id, data } of await getCollection('glossary')) {
    add(refsIn(data), { kind: 'glossary', path: `glossary#${id}`, title: data.term });
  }
  return uses;
}

/** What a component of the prose puts on the page rests on sources of its own. */
async function readBacking(): Promise<(component: string, of: string) => string[]> {
  const facts = new Map((await getCollection('facts')).map(({ id, data }) => [id, refsIn(data)]));
  const rules = Map.groupBy(await getCollection('rules'), ({ data }) => data.topic as string);
  return (component, of) => {
    switch (component) {
      case 'Rules':
        return (rules.get(of) ?? []).flatMap(({ data }) => refsIn(data));
      case 'FactTable':
      case 'Fact':
      case 'Figure':
      case 'BlankForm':
        return facts.get(of) ?? [];
      default:
        return [];
    }
  };
}

/** Every source reference at any depth of an entry. */
function refsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'source' || key === 'sources' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => refsIn(item, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, item]) => refsIn(item, name));
}
