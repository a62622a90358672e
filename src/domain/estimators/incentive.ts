import { reckonIncentive } from '../fees/incentive.ts';
import type { DeductionRule, IncentiveInput, ZoneMonth, ZonePost } from '../fees/incentive-input.ts';
import { roundToFen as fenOf } from '../money.ts';
import { byText, type FormProblem, type FormRow, type FormValues } from './form.ts';
import { type Estimate, money, moneyOf, own, percent, sumOf, words } from './outcome.ts';

const cell = (row: FormRow, id: string): string | null => row[id] || null;

/** Zones are named by the rows of posts and figures; who stands in two posts is one person. */
export function toIncentiveInput({ fields, tables }: FormValues): IncentiveInput {
  const posts = tables.posts ?? [];
  const figures = tables.figures ?? [];
  const names = [...new Set([...posts, ...figures].map((row) => row.zone ?? ''))];
  const [postsOf, figuresOf] = [byText(posts, 'zone'), byText(figures, 'zone')];
  const weighted = fields.bonusShares === 'weighted';
  return {
    zones: names.map((id) => ({
      id,
      posts: (postsOf.get(id) ?? []).map(
        (row, index): ZonePost => ({
          id: row.id ?? String(index),
          kind: row.post === 'manager' ? 'manager' : 'repairer',
          person: row.person || null,
          ...(weighted ? { weight: row.weight || '1' } : {}),
        }),
      ),
      months: (figuresOf.get(id) ?? []).map(
        (row): ZoneMonth => ({
          month: row.month ?? '',
          currentReceivableYuan: cell(row, 'currentReceivableYuan'),
          currentCollectedYuan: cell(row, 'currentCollectedYuan'),
          arrearsReceivableYuan: cell(row, 'arrearsReceivableYuan'),
          arrearsCollectedYuan: cell(row, 'arrearsCollectedYuan'),
        }),
      ),
    })),
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

export function estimateIncentive(values: FormValues): Estimate {
  const input = toIncentiveInput(values);
  const result = reckonIncentive(input);
  if (!result.ok) return { ok: false, problems: result.problems.map((problem) => inForm(problem, input, values)) };
  const verdicts = { met: 'good', missed: 'bad', missing: 'warn' } as const;
  const payOf = new Map<string, bigint[]>();
  for (const { person, amountFen } of result.pay) {
    const known = payOf.get(person);
    if (known) known.push(amountFen);
    else payOf.set(person, [amountFen]);
  }
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
      {
        id: 'months',
        columns: ['zone-month', 'receivable', 'target', 'collected', 'verdict'],
        lines: result.months.map((month) => ({
          id: `${month.zone} ${month.month}`,
          label: own(`${month.zone} ${month.month}`),
          cells: [
            money(fenOf(month.receivableYuan)),
            moneyOf(month.target),
            money(fenOf(month.collectedYuan)),
            words(`verdict-${month.verdict}`, month.verdict in verdicts ? verdicts[month.verdict as 'met'] : undefined),
          ],
          working: month.target.working,
          workingOf: 1,
        })),
      },
      {
        id: 'quarters',
        columns: ['zone-quarter', 'excess', 'team-bonus', 'state'],
        lines: quarters.map((quarter) => ({
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
        })),
      },
      {
        id: 'people',
        columns: ['person', 'pay'],
        lines: [
          ...result.people.map(({ person, totalFen }) => ({
            id: person,
            label: own(person),
            cells: [money(totalFen)],
            get working() {
              return sumOf(payOf.get(person) ?? []);
            },
          })),
          {
            id: 'total',
            label: { key: 'total' },
            cells: [money(result.costFen)],
            working: sumOf(result.people.map(({ totalFen }) => totalFen)),
            isTotal: true,
          },
        ],
      },
      {
        id: 'pay-lines',
        columns: ['pay-line', 'pay-kind', 'amount'],
        lines: result.pay.map((line) => ({
          id: line.id,
          label: own(`${line.person} · ${line.zone} · ${line.period}`),
          cells: [words(`pay-${line.kind}`), moneyOf(line)],
          working: line.working,
          workingOf: 1,
        })),
      },
    ],
    notices: [
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

/** `zones[2].months[3].x` is a row of the table of figures, `zones[2].posts[1].x` one of the posts. */
function inForm({ path, code }: FormProblem, input: IncentiveInput, { tables }: FormValues): FormProblem {
  const match = /^zones\[(\d+)\]\.(months|posts)\[(\d+)\]\.(\w+)/.exec(path);
  if (!match) return { path, code };
  const zone = input.zones[Number(match[1])]?.id;
  const table = match[2] === 'months' ? 'figures' : 'posts';
  const rows = (tables[table] ?? []).map((row, index) => ({ row, index })).filter(({ row }) => row.zone === zone);
  return { path: `${table}[${rows[Number(match[3])]?.index ?? 0}].${match[4]}`, code };
}
