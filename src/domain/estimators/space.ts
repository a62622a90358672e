import { compareCommunitySpace, type SpaceComparison } from '../building/community-space.ts';
import { exact } from '../exact.ts';
import type { FormValues } from './form.ts';
import { type Estimate, number, type ResultLine, words, workingOf } from './outcome.ts';

export function estimateSpace({ fields }: FormValues): Estimate {
  const result = compareCommunitySpace({
    officeM2: fields.officeM2 ?? '',
    serviceM2: fields.serviceM2 ?? '',
    standardM2: fields.standardM2 ?? '',
    m2PerHundredHouseholds: fields.m2PerHundredHouseholds ?? '',
    ...(fields.households ? { households: fields.households } : {}),
  });
  if (!result.ok) return result;
  const field = (id: string) => exact(fields[id] || '0');
  const against = (
    id: string,
    comparison: SpaceComparison | undefined,
    working: ResultLine['working'],
  ): ResultLine[] =>
    comparison
      ? [
          {
            id,
            label: { key: id },
            cells: [
              number(comparison.requiredM2, 2, 'm2'),
              number(comparison.differenceM2, 2, 'm2'),
              comparison.isMet ? words('enough', 'good') : words('short', 'bad'),
            ],
            working,
            workingOf: 1,
          },
        ]
      : [
          {
            id,
            label: { key: id },
            rests: 'area-by-households',
            cells: [words('households-unknown', 'warn'), words('dash'), words('dash')],
          },
        ];
  return {
    ok: true,
    figures: [
      { id: 'space-difference', value: number(result.againstStandard.differenceM2, 2, 'm2') },
      { id: 'space-total', value: number(result.totalM2, 2, 'm2') },
      ...(result.householdsServed === undefined
        ? []
        : [{ id: 'households-served', value: number(result.householdsServed, 0, 'households') }]),
      ...(result.householdsServedByStandard === undefined
        ? []
        : [{ id: 'households-served-standard', value: number(result.householdsServedByStandard, 0, 'households') }]),
    ],
    sections: [
      {
        id: 'space-compared',
        columns: ['against', 'required', 'difference', 'verdict'],
        lines: [
          ...against(
            'against-standard',
            result.againstStandard,
            workingOf('area-difference', {
              officeM2: field('officeM2'),
              serviceM2: field('serviceM2'),
              standardM2: field('standardM2'),
            }),
          ),
          ...against(
            'against-households',
            result.againstHouseholds,
            workingOf('area-by-households', {
              officeM2: field('officeM2'),
              serviceM2: field('serviceM2'),
              households: field('households'),
              m2: field('m2PerHundredHouseholds'),
            }),
          ),
        ],
      },
    ],
    notices: [],
    assumptions: [],
    charts: [],
  };
}
