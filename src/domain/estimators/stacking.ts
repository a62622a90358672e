import { checkStacking, type StackingAdvice, type StackingFault } from '../building/stacking-check.ts';
import type { Placement, StackingInput, Tenant } from '../building/stacking-input.ts';
import { proposeStacking } from '../building/stacking-proposal.ts';
import { compare, decimalText, type Exact, exact, signOf } from '../exact.ts';
import type { FormProblem, FormValues } from './form.ts';
import { type Estimate, number, own, type ResultLine, words, workingOf } from './outcome.ts';

/** Floors and tenants are named by what the reader calls them. */
export function toStackingInput({ fields, tables }: FormValues): StackingInput {
  return {
    floors: (tables.floors ?? []).map((row) => ({
      id: row.name ?? '',
      slabM: row.slabM ?? '',
      areaM2: row.areaM2 ?? '',
      isClosed: row.closed === 'yes',
    })),
    tenants: (tables.tenants ?? []).map(
      (row): Tenant => ({
        id: row.name ?? '',
        trade: row.trade as Tenant['trade'],
        isHeadquarters: row.headquarters === 'yes',
        areaM2: row.areaM2 ?? '',
        visitorsPerDay: row.visitorsPerDay ?? '',
      }),
    ),
    rules: {
      limitedFromM: fields.limitedFromM ?? '',
      mostTenantsBetween: Number(fields.mostTenantsBetween),
      wholeFloorsFromM: fields.wholeFloorsFromM ?? '',
    },
  };
}

export function estimateStacking(values: FormValues): Estimate {
  const input = toStackingInput(values);
  const proposal = proposeStacking(input);
  if (!proposal.ok) return { ok: false, problems: proposal.problems.map(inForm) };
  const isOwn = values.fields.planOf === 'own';
  const plan: readonly Placement[] = isOwn
    ? (values.tables.plan ?? []).map((row) => ({
        floor: row.floor ?? '',
        tenant: row.tenant ?? '',
        areaM2: row.areaM2 ?? '',
      }))
    : proposal.plan;
  const check = isOwn ? checkStacking(input, plan) : proposal.check;
  if (!check.ok) return { ok: false, problems: check.problems.map(inForm) };
  const unplaced = isOwn ? [] : proposal.unplaced;
  const zoneOf = (slabM: string): 'free' | 'limited' | 'whole' =>
    compare(exact(slabM), exact(input.rules.wholeFloorsFromM)) >= 0
      ? 'whole'
      : compare(exact(slabM), exact(input.rules.limitedFromM)) >= 0
        ? 'limited'
        : 'free';
  const floors = input.floors
    .map((floor) => ({
      id: floor.id,
      slabM: Number(decimalText(exact(floor.slabM), 2)),
      areaM2: Number(decimalText(exact(floor.areaM2), 2)),
      zone: floor.isClosed ? 'closed' : zoneOf(String(floor.slabM)),
      parts: plan
        .filter((part) => part.floor === floor.id)
        .map((part) => ({ tenant: part.tenant, areaM2: Number(decimalText(exact(part.areaM2), 2)) })),
    }))
    .sort((a, b) => b.slabM - a.slabM);
  const findings = [
    ...check.faults.map((fault, index) => finding(fault, `fault ${index}`, 'bad')),
    ...check.warnings.map((advice, index) => finding(advice, `warning ${index}`, 'warn')),
    ...check.hints.map((advice, index) => finding(advice, `hint ${index}`, undefined)),
    ...unplaced.map(
      ({ tenant, missingM2 }): ResultLine => ({
        id: `unplaced ${tenant}`,
        label: { key: 'finding-unplaced', values: { tenant, area: square(missingM2) } },
        rests: 'by-height',
        cells: [words('level-bad', 'bad')],
      }),
    ),
  ];
  return {
    ok: true,
    figures: [
      { id: 'stacking-faults', value: number(check.faults.length) },
      { id: 'stacking-warnings', value: number(check.warnings.length) },
      { id: 'stacking-hints', value: number(check.hints.length) },
      { id: 'stacking-unplaced', value: number(unplaced.length) },
    ],
    sections: [
      {
        id: 'findings',
        columns: ['finding', 'level'],
        lines:
          findings.length > 0
            ? findings
            : [
                {
                  id: 'none',
                  label: { key: 'finding-none' },
                  rests: 'by-height',
                  cells: [words('level-good', 'good')],
                },
              ],
      },
      {
        id: isOwn ? 'own-plan' : 'proposal',
        columns: ['floor', 'slab', 'zone-rule', 'tenants-areas'],
        lines: floors.map((floor) => ({
          id: floor.id,
          label: own(floor.id),
          rests: floor.zone === 'closed' ? 'closed-floor' : 'by-height',
          cells: [
            number(exact(floor.slabM), 2, 'm'),
            words(`zone-${floor.zone}`),
            floor.parts.length === 0
              ? words('empty-floor')
              : {
                  kind: 'words',
                  words: own(floor.parts.map((part) => `${part.tenant} ${part.areaM2} m²`).join(' · ')),
                },
          ],
        })),
      },
      {
        id: 'seats',
        columns: ['tenant', 'mean-height', 'floors-taken', 'visitors-per-floor'],
        lines: check.seats.map((seat) => ({
          id: seat.tenant.id,
          label: own(seat.tenant.id),
          ...(signOf(seat.floors) === 0
            ? { rests: 'visitors-per-floor' }
            : {
                working: workingOf('visitors-per-floor', {
                  visitors: seat.tenant.visitorsPerDay,
                  floors: seat.floors,
                }),
                workingOf: 2,
              }),
          cells: [number(seat.heightM, 1, 'm'), number(seat.floors, 2), number(seat.visitorsPerFloor, 1)],
        })),
      },
    ],
    notices: [],
    assumptions: proposal.assumptions,
    charts: [{ kind: 'building', id: 'section', floors }],
  };
}

const square = (area: Exact): string => decimalText(area, 1);

function finding(found: StackingFault | StackingAdvice, id: string, tone: 'bad' | 'warn' | undefined): ResultLine {
  const { code, ...rest } = found;
  const values = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : square(value as Exact),
    ]),
  );
  const rests =
    code === 'closed-floor'
      ? code
      : code.endsWith('higher') || code.endsWith('finance')
        ? 'visitors-per-floor'
        : 'by-height';
  return { id, label: { key: `finding-${code}`, values }, rests, cells: [words(`level-${tone ?? 'hint'}`, tone)] };
}

function inForm({ path, code }: FormProblem): FormProblem {
  return { path: path.replace(/^rules\./, '').replace(/\.id$/, '.name'), code };
}
