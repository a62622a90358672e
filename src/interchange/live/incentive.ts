import { type FormRow, readText } from '../../domain/estimators/form.ts';
import {
  both,
  constant,
  counted,
  either,
  isAbove,
  isAtLeast,
  isZero,
  type Live,
  minus,
  notBelowZero,
  opposite,
  over,
  overOrNothing,
  overOrZero,
  percentOf,
  plus,
  roundedDown,
  times,
  toFen,
  toNine,
} from './cells.ts';
import { type LiveSheet, sumOf } from './sheet.ts';

const FIGURES = ['currentReceivableYuan', 'currentCollectedYuan', 'arrearsReceivableYuan', 'arrearsCollectedYuan'];

interface LiveMonth {
  readonly zone: string;
  readonly month: string;
  readonly receivable: Live;
  readonly task: Live;
  readonly collected: Live;
  readonly isMet: Live;
  /** Zero for a month in which nothing was receivable: it is not judged. */
  readonly judgedCollected: Live;
  readonly judgedTask: Live;
}

/** Months judged, pay per post, quarters with their shares, and what each person gets. */
export function incentiveRows(sheet: LiveSheet): void {
  const { values, word, row, put, heading } = sheet;
  const months = liveMonths(sheet);
  const pay: { readonly person: string; readonly live: Live }[] = [];
  const postsOf = (zone: string): readonly { readonly post: FormRow; readonly index: number }[] =>
    (values.tables.posts ?? []).map((post, index) => ({ post, index })).filter(({ post }) => post.zone === zone);

  heading(word('section-pay-lines'), word('col-amount'));
  const fixed = months.flatMap(({ zone, month, receivable, isMet }) =>
    postsOf(zone).map(({ post, index }) => {
      const amount = (kind: 'Reward' | 'Deduction'): Live =>
        toFen(
          either(
            sheet.cellChosen('posts', index, 'post', 'manager'),
            sheet.field(`manager${kind}Yuan`),
            sheet.field(`repairer${kind}Yuan`),
          ),
        );
      const missed = either(
        sheet.chosen('deductions', 'none'),
        constant('0'),
        minus(constant('0'), amount('Deduction')),
      );
      const due = either(isZero(receivable), constant('0'), either(isZero(isMet), missed, amount('Reward')));
      const live = put(
        `${post.person || word('no-person')} · ${zone} · ${month}`,
        either(sheet.cellFilled('posts', index, 'person'), due, constant('0')),
      );
      pay.push({ person: post.person ?? '', live });
      return live;
    }),
  );

  const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  heading(word('section-quarters'), word('col-team-bonus'), word('col-collected'), word('col-target'));
  const quarters = [...new Set(months.map(({ zone, month }) => `${zone}\n${quarterOf(month)}`))].map((key) => {
    const [zone = '', quarter = ''] = key.split('\n');
    const own = months.filter((each) => each.zone === zone && quarterOf(each.month) === quarter);
    const collected = sumOf(own.map((each) => each.collected));
    const base = either(
      sheet.chosen('excessBase', 'target'),
      sumOf(own.map(({ task }) => task)),
      sumOf(own.map(({ receivable }) => receivable)),
    );
    const bonus = toFen(times(notBelowZero(minus(collected, base)), percentOf(sheet.field('excessPercent'))));
    return { zone, quarter, bonus: row(`${zone} ${quarter}`, [bonus, collected, base])[0] as Live };
  });

  heading(word('pay-team-bonus'), word('col-amount'), word('live-weight'), word('live-whole-fen'), word('live-rest'));
  const shares = quarters.flatMap(({ zone, quarter, bonus }) => {
    const posts = postsOf(zone);
    const weight = (index: number): Live => {
      const own = either(
        sheet.cellFilled('posts', index, 'weight'),
        sheet.cell('posts', index, 'weight'),
        constant('1'),
      );
      return either(
        sheet.cellFilled('posts', index, 'person'),
        either(sheet.chosen('bonusShares', 'weighted'), own, constant('1')),
        constant('0'),
      );
    };
    return sharedRows(
      sheet,
      bonus,
      posts.map(({ post, index }) => ({
        label: `${post.person || word('no-person')} · ${zone} · ${quarter}`,
        weight: weight(index),
      })),
    ).map((live, place) => {
      pay.push({ person: posts[place]?.post.person ?? '', live });
      return live;
    });
  });

  heading(word('section-people'), word('col-pay'));
  for (const person of new Set(pay.map((each) => each.person))) {
    if (person !== '') put(person, sumOf(pay.filter((each) => each.person === person).map(({ live }) => live)));
  }

  heading(word('results'));
  const cost = put(word('incentive-cost'), sumOf([...fixed, ...shares]), 'money', true);
  put(word('rewards'), sumWhere('>', fixed), 'money', true);
  put(word('deductions'), sumWhere('<', fixed), 'money', true);
  put(word('bonuses'), sumOf(shares), 'money', true);
  const collected = put(word('live-judged'), sumOf(months.map((month) => month.judgedCollected)));
  const tasks = sumOf(months.map(({ judgedTask }) => judgedTask));
  put(word('over-target'), toFen(minus(collected, tasks)), 'money', true);
  put(word('cost-share'), overOrNothing(cost, collected), 'percent', true);
}

/** The sum of those cells that are above, or below, zero. */
function sumWhere(sign: '>' | '<', cells: readonly Live[]): Live {
  const wanted = cells.filter(({ v }) => (sign === '>' ? v.n > 0n : v.n < 0n));
  const f = sumOf(cells).f.replaceAll(/SUM\(([^)]*)\)/g, (_, parts: string) =>
    parts
      .split(',')
      .map((part) => `SUMIF(${part},"${sign}0")`)
      .join('+'),
  );
  return { f, v: sumOf(wanted).v };
}

function liveMonths(sheet: LiveSheet): readonly LiveMonth[] {
  const { values, word, row } = sheet;
  const monthOf = (text: string | undefined): string => {
    const read = readText({ id: '', kind: 'month' }, text ?? '');
    return 'value' in read ? read.value : '';
  };
  const [first, last] = [monthOf(values.fields.firstMonth), monthOf(values.fields.lastMonth)];
  const from = monthOf(values.fields.countsFrom) || first;
  const target = percentOf(sheet.field('targetPercent'));
  sheet.heading(
    word('section-months'),
    word('col-receivable'),
    word('col-target'),
    word('col-collected'),
    word('verdict-met'),
    word('live-judged'),
    word('live-judged-task'),
  );
  return (values.tables.figures ?? [])
    .map((figures, index) => ({ figures, index, month: monthOf(figures.month) }))
    .filter(({ month }) => month >= first && month <= last && month >= from)
    .filter(({ figures }) => FIGURES.every((id) => figures[id]))
    .map(({ figures, index, month }) => {
      const at = (id: string): Live => sheet.cell('figures', index, id);
      const receivable = plus(at('currentReceivableYuan'), at('arrearsReceivableYuan'));
      const task = times(receivable, target);
      const collected = plus(at('currentCollectedYuan'), at('arrearsCollectedYuan'));
      const isMet = counted(both(isAtLeast(collected, task), opposite(isZero(receivable))));
      const zone = figures.zone ?? '';
      const ifJudged = (live: Live): Live => either(isZero(receivable), constant('0'), live);
      const cells = {
        receivable,
        task,
        collected,
        isMet,
        judgedCollected: ifJudged(collected),
        judgedTask: ifJudged(task),
      };
      const names = Object.keys(cells) as (keyof typeof cells)[];
      const placed = row(`${zone} ${month}`, Object.values(cells));
      const references = Object.fromEntries(names.map((name, place) => [name, placed[place] as Live]));
      return { zone, month, ...(references as Record<keyof typeof cells, Live>) };
    });
}

/** Largest remainder: each share is cut to the fen, the spare fen go to the largest rests, ties to the first. */
function sharedRows(
  sheet: LiveSheet,
  bonus: Live,
  posts: readonly { readonly label: string; readonly weight: Live }[],
): readonly Live[] {
  const first = sheet.next();
  const reference = (column: string, place: number, { v }: Live): Live => ({ f: `${column}${first + place}`, v });
  const fen: Live = { ...times(bonus, constant('100')), f: `ROUND(${bonus.f}*100,0)` };
  const weights = posts.map(({ weight }, place) => reference('C', place, weight));
  const all = sumOf(weights);
  const dues = weights.map((weight) => overOrZero(times(fen, weight), all));
  const wholes = dues.map((due, place) => reference('D', place, roundedDown(due)));
  const rests = dues.map((due, place) => toNine(minus(due, wholes[place] as Live)));
  const restCells = rests.map((rest, place) => reference('E', place, rest));
  const spare = minus(fen, sumOf(wholes));
  return posts.map(({ label, weight }, place) => {
    const [whole, rest] = [wholes[place] as Live, restCells[place] as Live];
    const ahead = restCells.flatMap((other, turn) =>
      turn === place ? [] : [counted(turn < place ? isAtLeast(other, rest) : isAbove(other, rest))],
    );
    const share = plus(whole, counted(isAbove(spare, plus(...ahead))));
    const amount = either(isZero(weights[place] as Live), constant('0'), over(share, constant('100')));
    return sheet.row(label, [amount, weight, roundedDown(dues[place] as Live), rests[place] as Live])[0] as Live;
  });
}
