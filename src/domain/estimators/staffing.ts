import { reckonStaffing } from '../building/staffing.ts';
import { type Exact, exact, total } from '../exact.ts';
import type { FormValues } from './form.ts';
import { type Estimate, number, own, type ResultValue, words, workingOf } from './outcome.ts';

export function estimateStaffing(values: FormValues): Estimate {
  const { fields, tables } = values;
  const posts = (id: string) =>
    (tables[id] ?? []).map((row, index) => ({
      id: row.id ?? String(index),
      posts: row.posts ?? '',
      ...(row.filled ? { filled: row.filled } : {}),
    }));
  const zones = tables.zones ?? [];
  const result = reckonStaffing({
    before: posts('before'),
    after: posts('after'),
    zones: zones.map((row, index) => ({
      id: row.id ?? String(index),
      households: row.households ?? '',
      shops: row.shops || '0',
      managers: row.managers ?? '',
      ...(row.managersFilled ? { managersFilled: row.managersFilled } : {}),
      repairers: row.repairers ?? '',
      ...(row.repairersFilled ? { repairersFilled: row.repairersFilled } : {}),
    })),
    ...(fields.ownHouseholds ? { ownHouseholds: fields.ownHouseholds } : {}),
  });
  if (!result.ok) return result;
  const span = (value: Parameters<typeof number>[0] | undefined): ResultValue =>
    value === undefined ? words('no-post', 'warn') : number(value, 1, 'households');
  const managersOf = (id: string, index: number): Exact =>
    id === 'all' ? total(zones.map((row) => exact(row.managers ?? '0'))) : exact(zones[index]?.managers ?? '0');
  return {
    ok: true,
    figures: [
      { id: 'posts-difference', value: number(result.difference) },
      { id: 'posts-before', value: number(result.postsBefore) },
      { id: 'posts-after', value: number(result.postsAfter) },
      { id: 'posts-vacant', value: number(result.vacantAfter) },
      ...(result.own
        ? [
            {
              id: 'own-managers',
              value: result.own.managers === undefined ? words('no-post', 'warn') : number(result.own.managers),
            },
            {
              id: 'own-repairers',
              value: result.own.repairers === undefined ? words('no-post', 'warn') : number(result.own.repairers),
            },
          ]
        : []),
    ],
    sections: [
      {
        id: 'spans',
        columns: ['zone', 'households', 'per-manager', 'per-manager-filled', 'per-repairer', 'per-repairer-filled'],
        lines: [...result.zones, result.all].map((zone, index) => ({
          id: zone.id,
          label: zone.id === 'all' ? { key: 'all-zones' } : own(zones[index]?.name || zone.id),
          cells: [
            number(zone.households),
            span(zone.perManager.planned),
            span(zone.perManager.actual),
            span(zone.perRepairer.planned),
            span(zone.perRepairer.actual),
          ],
          ...(zone.perManager.planned === undefined
            ? { rests: 'span' }
            : {
                working: workingOf('span', { households: zone.households, posts: managersOf(zone.id, index) }),
                workingOf: 1,
              }),
          isTotal: zone.id === 'all',
        })),
      },
      {
        id: 'posts-compared',
        columns: ['post', 'posts'],
        lines: (['before', 'after'] as const).flatMap((list) => [
          ...(tables[list] ?? []).map((row) => ({
            id: `${list} ${row.id}`,
            label: own(row.name ?? ''),
            rests: 'count',
            cells: [number(exact(row.posts ?? '0'))],
          })),
          {
            id: `total ${list}`,
            label: { key: `posts-${list}` },
            cells: [number(list === 'before' ? result.postsBefore : result.postsAfter)],
            working: workingOf(
              'count',
              Object.fromEntries((tables[list] ?? []).map((row, index) => [`part${index}`, exact(row.posts ?? '0')])),
            ),
            isTotal: true,
          },
        ]),
      },
    ],
    notices: [],
    assumptions: [],
    charts: [],
  };
}
