import { reckonIncentive } from '../fees/incentive.ts';
import type { DeductionRule, IncentiveInput, Zone, ZoneMonth, ZonePost } from '../fees/incentive-input.ts';
import type { JudgedMonth, JudgedQuarter } from '../fees/incentive-judgement.ts';
import type { PayLine } from '../fees/incentive-pay.ts';
import { roundToFen as fenOf } from '../money.ts';
import { areSame, oncePer } from '../once-per.ts';
import { byText, type FormProblem, type FormRow, type FormValues } from './form.ts';
import { type Estimate, money, moneyOf, own, percent, type ResultLine, section, sumOf, words } from './outcome.ts';

const cell = (row: FormRow, id: string): string | null => row[id] || null;

const monthOf = oncePer(
  (row: FormRow): ZoneMonth =>
    Object.freeze({
      month: row.month ?? '',
      currentReceivableYuan: cell(row, 'currentReceivableYuan'),
      currentCollectedYuan: cell(row, 'currentCollectedYuan'),
      arrearsReceivableYuan: cell(row, 'arrearsReceivableYuan'),
      arrearsCollectedYuan: cell(row, 'arrearsCollectedYuan'),
    }),
);

interface KnownZone {
  readonly id: string;
  readonly posts: readonly FormRow[];
  readonly figures: readonly FormRow[];
  readonly isWeighted: boolean;
  readonly zone: Zone;
}

/** By its first row: a zone whose rows are the same is the same zone, and is not judged again. */
const knownZones = new WeakMap<FormRow, KnownZone>();

function zoneOf(id: string, posts: readonly FormRow[], figures: readonly FormRow[], isWeighted: boolean): Zone {
  const first = figures[0] ?? posts[0];
  const before = first && knownZones.get(first);
  if (
    before?.id === id &&
    before.isWeighted === isWeighted &&
    areSame(before.posts, posts) &&
    areSame(before.figures, figures)
  )
    return before.zone;
  const zone = {
    id,
    posts: Object.freeze(
      posts.map(
        (row, index): ZonePost =>
          Object.freeze({
            id: row.id ?? String(index),
            kind: row.post === 'manager' ? 'manager' : 'repairer',
            person: row.person || null,
            ...(isWeighted ? { weight: row.weight || '1' } : {}),
          }),
      ),
    ),
    months: Object.freeze(figures.map(monthOf)),
  };
  if (!first || ![...posts, ...figures].every(Object.isFrozen)) return zone;
  knownZones.set(first, { id, posts, figures, isWeighted, zone: Object.freeze(zone) });
  return zone;
}

/** Zones are named by the rows of posts and figures; who stands in two posts is one person. */
export function toIncentiveInput({ fields, tables }: FormValues): IncentiveInput {
  const posts = tables.posts ?? [];
  const figures = tables.figures ?? [];
  const names = [...new Set([...posts, ...figures].map((row) => row.zone ?? ''))];
  const [postsOf, figuresOf] = [byText(posts, 'zone'), byText(figures, 'zone')];
  const weighted = fields.bonusShares === 'weighted';
  return {
    zones: names.map((id) => zoneOf(id, postsOf.get(id) ?? [], figuresOf.get(id) ?? [], weighted)),
    firstMonth: fields.firstMonth ?? '',
    lastMonth: fields.lastMonth ?? '',
    ...(fields.countsFrom ? { countsFrom: fields.countsFrom } : {}),
    targetPercent: fields.targetPercent ?? '',
    managerRewardYuan: fields.managerRewardYuan ?? '',
    repairerRewardYuan: fields.repairerRewardYuan ?? '',
    managerDeductionYuan: fields.managerDeductionYuan ?? '',
    repairerDeductionYuan: fields.repairerDeductionYuan ?? '',
    excessPercent: fields.excessPercent ?? '',
    excessBase: fields.excessBase === 'receivable' ? 'receivable' : 'target',
    deductions: fields.deductions as DeductionRule,
  };
}

const VERDICTS = { met: 'good', missed: 'bad', missing: 'warn' } as const;

const monthLine = oncePer(
  (month: JudgedMonth): ResultLine => ({
    id: `${month.zone} ${month.month}`,
    label: own(`${month.zone} ${month.month}`),
    cells: [
      money(fenOf(month.receivableYuan)),
      moneyOf(month.target),
      money(fenOf(month.collectedYuan)),
      words(`verdict-${month.verdict}`, month.verdict in VERDICTS ? VERDICTS[month.verdict as 'met'] : undefined),
    ],
    working: month.target.working,
    workingOf: 1,
  }),
);

const quarterLine = oncePer(
  (quarter: JudgedQuarter): ResultLine => ({
    id: `${quarter.zone} ${quarter.quarter}`,
    label: own(`${quarter.zone} ${quarter.quarter}`),
    cells: [
      money(fenOf(quarter.excessYuan)),
      moneyOf(quarter.bonus),
      quarter.isProvisional
        ? words('provisional', 'warn')
        : quarter.isUnshared
          ? words('unshared', 'warn')
          : words('final'),
    ],
    working: quarter.bonus.working,
    workingOf: 1,
  }),
);

const payLine = oncePer(
  (line: PayLine): ResultLine => ({
    id: line.id,
    label: own(`${line.person} · ${line.zone} · ${line.period}`),
    cells: [words(`pay-${line.kind}`), moneyOf(line)],
    working: line.working,
    workingOf: 1,
  }),
);

/** What is paid by person, for the working of each. */
function amountsByPerson(pay: readonly PayLine[]): ReadonlyMap<string, readonly bigint[]> {
  const found = new Map<string, bigint[]>();
  for (const { person, amountFen } of pay) {
    const known = found.get(person);
    if (known) known.push(amountFen);
    else found.set(person, [amountFen]);
  }
  return found;
}

export function estimateIncentive(values: FormValues): Estimate {
  const input = toIncentiveInput(values);
  const result = reckonIncentive(input);
  if (!result.ok) return { ok: false, problems: result.problems.map((problem) => inForm(problem, input, values)) };
  const paidIn = new Map<string, bigint>();
  for (const { period, amountFen } of result.pay) paidIn.set(period, (paidIn.get(period) ?? 0n) + amountFen);
  const quarters = result.quarters;
  const periods = [...new Set([...result.months.map(({ month }) => month), ...quarters.map(({ quarter }) => quarter)])];
  return {
    ok: true,
    figures: [
      { id: 'incentive-cost', value: money(result.costFen) },
      { id: 'rewards', value: money(result.rewardsFen) },
      { id: 'deductions', value: money(result.deductionsFen) },
      { id: 'bonuses', value: money(result.bonusesFen) },
      { id: 'over-target', value: { kind: 'money', fen: fenOf(result.overTargetYuan) } },
      { id: 'cost-share', value: percent(result.costShareOfCollected) },
    ],
    sections: [
      section('months', ['zone-month', 'receivable', 'target', 'collected', 'verdict'], () =>
        result.months.map(monthLine),
      ),
      section('quarters', ['zone-quarter', 'excess', 'team-bonus', 'state'], () => quarters.map(quarterLine)),
      section('people', ['person', 'pay'], () => {
        const payOf = amountsByPerson(result.pay);
        return [
          ...result.people.map(
            ({ person, totalFen }): ResultLine => ({
              id: person,
              label: own(person),
              cells: [money(totalFen)],
              get working() {
                return sumOf(payOf.get(person) ?? []);
              },
            }),
          ),
          {
            id: 'total',
            label: { key: 'total' },
            cells: [money(result.costFen)],
            working: sumOf(result.people.map(({ totalFen }) => totalFen)),
            isTotal: true,
          },
        ];
      }),
      section('pay-lines', ['pay-line', 'pay-kind', 'amount'], () => result.pay.map(payLine)),
    ],
    notices: [
      ...(hasOutside(values) ? [{ key: 'figures-outside-period', tone: 'warn' as const }] : []),
      ...result.warnings.map((key) => ({ key, tone: key === 'provisional' ? ('warn' as const) : ('law' as const) })),
    ],
    assumptions: result.assumptions,
    charts: [
      {
        kind: 'columns',
        id: 'pay-by-period',
        columns: periods.map((period) => ({
          label: own(period),
          fen: paidIn.get(period) ?? 0n,
        })),
      },
    ],
  };
}

/** Whether figures are of a month that the period does not have; they count nowhere. */
function hasOutside({ fields: { firstMonth = '', lastMonth = '' }, tables }: FormValues): boolean {
  return (tables.figures ?? []).some(({ month = '' }) => month < firstMonth || month > lastMonth);
}

/** `zones[2].months[3].x` is a row of the table of figures, `zones[2].posts[1].x` one of the posts. */
function inForm({ path, code }: FormProblem, input: IncentiveInput, { tables }: FormValues): FormProblem {
  const match = /^zones\[(\d+)\]\.(months|posts)(?:\[(\d+)\]\.(\w+)|$)/.exec(path);
  if (!match) return { path, code };
  const zone = input.zones[Number(match[1])]?.id;
  const table = match[2] === 'months' ? 'figures' : 'posts';
  const rows = (tables[table] ?? []).map((row, index) => ({ row, index })).filter(({ row }) => row.zone === zone);
  return { path: `${table}[${rows[Number(match[3] ?? 0)]?.index ?? 0}].${match[4] ?? 'weight'}`, code };
}
