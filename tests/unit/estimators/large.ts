import type { EstimatorId } from '../../../src/domain/estimators/estimators.ts';
import type { FormRow, FormValues } from '../../../src/domain/estimators/form.ts';
import { presetFor } from './entries.ts';

/** The preset with so many rows in the table that grows with the case. */
const GROW: Readonly<Partial<Record<EstimatorId, readonly [table: string, names: readonly string[]]>>> = {
  'service-fee': ['spaces', ['name']],
  'collection-incentive': ['figures', ['zone']],
  'arrears-commission': ['claims', ['household']],
  'platform-funding': ['items', ['name']],
  'shared-parking': ['uses', ['name']],
  'office-stacking': ['tenants', ['name']],
  staffing: ['zones', ['name']],
};

export function largeForm(id: EstimatorId, count: number): FormValues | undefined {
  const [table, names] = GROW[id] ?? [];
  if (table === undefined || names === undefined) return undefined;
  const preset = presetFor(id);
  const rows = preset.tables[table] ?? [];
  const grown = Array.from({ length: count }, (_, index): FormRow => {
    const row = rows[index % rows.length] ?? {};
    const turn = Math.floor(index / rows.length);
    return { ...row, id: `r${index + 1}`, ...Object.fromEntries(names.map((name) => [name, `${row[name]} ${turn}`])) };
  });
  const tables: Record<string, readonly FormRow[]> = { ...preset.tables, [table]: grown };
  if (id === 'collection-incentive') {
    // Every zone has its people.
    const zones = [...new Set(grown.map(({ zone }) => zone ?? ''))];
    tables.posts = zones.flatMap((zone, index) =>
      ['manager', 'repairer', 'repairer'].map((post, place) => ({
        id: `p${index}-${place}`,
        zone,
        post,
        person: `${zone} ${place}`,
      })),
    );
  }
  if (id === 'arrears-commission') tables.interruptions = [];
  return {
    tables,
    fields: { ...preset.fields, ...(id === 'arrears-commission' ? { method: 'by-debt' } : {}) },
  };
}
