import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import { compare, decimalText, divide, type Exact, exact, ONE } from '../../domain/exact.ts';
import { type Fixture, type Load, reckonLoad } from '../../domain/fit-out/load.ts';
import { type Desk, readFigure } from './desk-state.ts';

export interface LoadState {
  lines: readonly ItemPath[];
  /** Those of them that are whole. */
  fixtures: readonly (Fixture & { readonly name: string })[];
  /** Lines that are incomplete or no numbers. */
  bad: number;
  load: Load;
  capacity: string | undefined;
}

const KILO = exact(1000);

/** Watts as kW with as many decimals as they need, at most three. */
export const kilowatts = (watts: Exact): string => decimalText(divide(watts, KILO), 3).replace(/\.?0+$/, '');

/** The fixtures of the tenant as they were entered, and what they add up to. */
export function loadOf(desk: Desk): LoadState {
  const tenant = desk.tenant();
  const { project, props } = desk;
  const lines =
    tenant === undefined
      ? []
      : project
          .items(itemPath(...tenant.split('/'), 'line'))
          .filter((path) => project.value(path, 'removed') !== true)
          .map((path) => ({ path, begun: String(project.value(path, 'begun') ?? '') }))
          .sort((a, b) => (a.begun < b.begun ? -1 : a.begun > b.begun ? 1 : 0))
          .map(({ path }) => path);
  let bad = 0;
  const fixtures = lines.flatMap((path): LoadState['fixtures'] => {
    const watts = readFigure(project.value(path, 'watts'), 'W');
    const count = readFigure(project.value(path, 'count'));
    if (!watts.ok || !count.ok) {
      bad += 1;
      return [];
    }
    return [
      {
        id: path,
        name: String(project.value(path, 'name') ?? ''),
        circuit: String(project.value(path, 'circuit') ?? '—'),
        group: String(project.value(path, 'group') ?? 'other'),
        watts: exact(watts.value),
        count: exact(count.value),
      },
    ];
  });
  const capacity = readFigure(desk.value('capacity'), 'kW');
  const diversity = new Map(
    props.load.groups.map((group) => {
      const own = readFigure(desk.value(`diversity.${group.id}`));
      const share = own.ok ? exact(own.value) : exact(group.diversity);
      return [group.id, share.n > 0n && compare(share, ONE) <= 0 ? share : ONE] as const;
    }),
  );
  return {
    lines,
    fixtures,
    bad,
    capacity: capacity.ok ? capacity.value : undefined,
    load: reckonLoad({
      fixtures,
      diversity,
      capacity: capacity.ok ? exact(capacity.value) : undefined,
      isIncomplete: bad > 0,
    }),
  };
}
