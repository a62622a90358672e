import type { Outcome } from '../../domain/estimators/outcome.ts';
import { exact } from '../../domain/exact.ts';
import { both, constant, counted, isAbove, isAtLeast, type Live, opposite, plus } from './cells.ts';
import { type LiveSheet, sumOf } from './sheet.ts';

/**
 * The faults of a plan floor by floor. A proposal is found by rules, not by a formula: its placements stand as numbers
 * and only what follows from them is live; so do warnings, which compare tenants with each other.
 */
export function stackingRows(sheet: LiveSheet, outcome: Outcome): void {
  const { values, word, field } = sheet;
  const building = outcome.charts.find((chart) => chart.kind === 'building');
  const floors = values.tables.floors ?? [];
  const isOwn = values.fields.planOf === 'own';
  sheet.note(word(isOwn ? 'live-own-plan' : 'live-proposal'));
  sheet.heading(word('live-placements'), word('col-tenants-areas'));
  const placements = isOwn
    ? (values.tables.plan ?? []).map((row, index) => ({
        floor: row.floor ?? '',
        tenant: row.tenant ?? '',
        live: sheet.put(`${row.floor} · ${row.tenant}`, sheet.cell('plan', index, 'areaM2'), 'number'),
      }))
    : (building?.kind === 'building' ? building.floors : []).flatMap((floor) =>
        floor.parts.map((part) => ({
          floor: floor.id,
          tenant: part.tenant,
          live: sheet.put(`${floor.id} · ${part.tenant}`, numberOf(part.areaM2), 'number'),
        })),
      );
  sheet.heading(word('section-findings'), word('stacking-faults'), word('live-used'), word('live-tenants'));
  const faults = floors.map((row, index) => {
    const own = placements.filter(({ floor }) => floor === row.name);
    const start = sheet.next();
    const used = sumOf(own.map(({ live }) => live));
    // A tenant counts once on a floor, however many rows it has there.
    const tenants = plus(
      ...[...new Set(own.map(({ tenant }) => tenant))].map((tenant) =>
        counted(isAbove(sumOf(own.filter((each) => each.tenant === tenant).map(({ live }) => live)), constant('0'))),
      ),
    );
    const usedCell: Live = { f: `C${start}`, v: used.v };
    const tenantsCell: Live = { f: `D${start}`, v: tenants.v };
    const slab = sheet.cell('floors', index, 'slabM');
    const isWhole = isAtLeast(slab, field('wholeFloorsFromM'));
    const isLimited = both(isAtLeast(slab, field('limitedFromM')), opposite(isWhole));
    const found = plus(
      counted(both(sheet.cellChosen('floors', index, 'closed', 'yes'), isAbove(tenantsCell, constant('0')))),
      counted(both(isWhole, isAbove(tenantsCell, constant('1')))),
      counted(both(isLimited, isAbove(tenantsCell, field('mostTenantsBetween')))),
      counted(isAbove(usedCell, sheet.cell('floors', index, 'areaM2'))),
    );
    return sheet.row(row.name ?? '', [found, used, tenants], 'number')[0] as Live;
  });
  sheet.put(word('stacking-faults'), sumOf(faults), 'number', true);
  for (const id of ['stacking-warnings', 'stacking-hints', 'stacking-unplaced']) {
    const figure = outcome.figures.find((each) => each.id === id);
    if (figure?.value.kind === 'number') {
      sheet.row(word(id), [{ f: '', v: figure.value.value }, word('live-no-formula')], 'number', true);
    }
  }
}

const numberOf = (value: number): Live => ({ f: '', v: exact(String(value)) });
