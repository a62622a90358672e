import { givenFigure } from '../../domain/fit-out/given.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { drawHotWorkPlan } from '../../drawing/hot-work-plan.ts';
import { drawLimitScale } from '../../drawing/limit-scale.ts';
import { drawFloorJoint, drawShopfront, drawWindow, type Limit } from '../../drawing/shopfront.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Desk } from './desk-state.ts';
import type { JudgedRuleView } from './judge-all.ts';

/** A figure of a field as a plain number, for a picture only. */
function plainFigure(desk: Desk, field: string): number | undefined {
  const figure = givenFigure(desk.given(), field);
  return figure && Number(figure.n) / Number(figure.d);
}

/** The figure of one rule with what the design has, for an elevation. Only the rule that is looked at bears the mark. */
function measureOf(desk: Desk, rule: string, field: string, shown: string): Limit | undefined {
  const found = desk.judged().find((each) => each.rule.id === rule);
  const limit = found?.rule.limits.find((each) => each.field === field);
  if (!found || !limit || (limit.op !== 'max' && limit.op !== 'min' && limit.op !== 'exact')) return undefined;
  const toMm = found.rule.fields.find(({ id }) => id === field)?.unit === 'm' ? 1000 : 1;
  const design = found.judgement.verdict === 'not-applicable' ? undefined : plainFigure(desk, field);
  return {
    mm: limit.value * toMm,
    op: limit.op,
    mark: rule === shown ? '①' : '',
    design: design === undefined ? undefined : Math.round(design * toMm * 10) / 10,
  };
}

/** Every measure, or nothing if the content has lost one of them. */
function all<T extends Record<string, Limit | undefined>>(limits: T): { [K in keyof T]: Limit } | undefined {
  return Object.values(limits).includes(undefined) ? undefined : (limits as { [K in keyof T]: Limit });
}

/** The dimensioned drawing of a rule: an elevation, section or plan with the design's own measures, else limit and design on one scale. */
export function drawRule(desk: Desk, judged: JudgedRuleView): Drawing | undefined {
  const { id, drawing } = judged.rule;
  const of = (rule: string, field: string) => measureOf(desk, rule, field, id);
  switch (drawing) {
    case 'shopfront-elevation': {
      const limits = all({
        clothingCounter: of('low-counter-clothing', 'low-counter-height'),
        jewelleryCounter: of('low-counter-jewellery', 'low-counter-height'),
        showcase: of('tower-showcase', 'tower-showcase-height'),
        entrance: of('entrance-width', 'entrance-width'),
      });
      return limits ? drawShopfront(limits) : scaleOf(desk, judged);
    }
    case 'window-section': {
      const limits = all({
        lintelThickness: of('cosmetics-lintel', 'lintel-thickness'),
        lintelHeight: of('cosmetics-lintel', 'lintel-height'),
        platformDepth: of('platform-depth', 'platform-depth'),
        platformHeight: of('platform-height', 'platform-height'),
      });
      return limits
        ? drawWindow({ ...limits, glassMark: id === 'window-glass-to-ceiling' ? '①' : '' })
        : scaleOf(desk, judged);
    }
    case 'floor-section': {
      const trim = of('floor-trim', 'floor-trim-width');
      return trim && id !== 'floor-screed'
        ? drawFloorJoint(trim, id === 'floor-flush' ? '①' : '')
        : scaleOf(desk, judged);
    }
    case 'hot-work-plan':
      return planOf(desk, judged);
    default:
      return scaleOf(desk, judged);
  }
}

function planOf(desk: Desk, { rule }: JudgedRuleView): Drawing | undefined {
  const { text } = desk.props;
  const leasts = (limits: typeof rule.limits) => limits.flatMap((limit) => (limit.op === 'min' ? [limit.value] : []));
  const [source] = leasts(rule.limits);
  const correction = Math.max(...leasts(rule.correction?.limits ?? []));
  const [distance, screen] = rule.fields;
  if (source === undefined || !distance || !screen || !Number.isFinite(correction)) return undefined;
  return drawHotWorkPlan({
    distance: plainFigure(desk, distance.id),
    hasScreen: desk.given()[screen.id] === true,
    source,
    correction,
    words: { welding: text.welding, flammables: text.flammables, screen: text.screen },
  });
}

function scaleOf(desk: Desk, { rule, judgement }: JudgedRuleView): Drawing | undefined {
  const { text } = desk.props;
  const figures = judgement.findings.filter(
    ({ limit, outcome }) => outcome !== 'off' && 'value' in limit && typeof limit.value === 'number',
  );
  const finding = figures.find(({ outcome }) => outcome !== 'kept') ?? figures[0];
  const limit = finding?.limit;
  if (!limit || (limit.op !== 'max' && limit.op !== 'min' && limit.op !== 'exact')) return undefined;
  const value = Number(finding?.measured);
  const isGiven = finding?.measured !== undefined && Number.isFinite(value);
  const unit = rule.fields.find(({ id }) => id === limit.field)?.unit ?? '';
  const sign = limit.op === 'max' ? '≤ ' : limit.op === 'min' ? '≥ ' : '';
  return drawLimitScale({
    limit: limit.value,
    op: limit.op,
    measured: isGiven ? value : undefined,
    limitLabel: `${text.limit} ${sign}${formatNumber(limit.value)} ${unit}`,
    measuredLabel: `${text.design} ${isGiven ? formatNumber(value) : ''} ${unit}`,
  });
}
