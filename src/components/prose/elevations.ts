import type { Drawing } from '../../drawing/drawing.ts';
import { drawFloorJoint, drawShopfront, drawWindow, type Limit } from '../../drawing/shopfront.ts';
import { FIGURE } from '../../i18n/figure-strings.ts';
import type { Localized } from '../../i18n/locale.ts';
import type { Rule } from '../../schema/rule.ts';

export interface ElevationView {
  id: string;
  title: Localized;
  drawing: Drawing;
}
/** What a mark in the drawing stands for. */
export interface ElevationMark {
  mark: string;
  rule: string;
  title: Localized;
  /** `≤ 1,350 mm`, `250 × 400 mm`; nothing where the rule has no figure. */
  figures: readonly Pick<Limit, 'mm' | 'op'>[];
}
export interface Elevation {
  title: Localized;
  views: ElevationView[];
  marks: ElevationMark[];
}

/** The rules that a picture shows, in the order of their marks. */
const SHOWN: Record<string, readonly string[]> = {
  'fit-out-elevation': [
    'low-counter-clothing',
    'low-counter-jewellery',
    'tower-showcase',
    'entrance-width',
    'cosmetics-lintel',
    'platform-depth',
    'platform-height',
    'window-glass-to-ceiling',
  ],
  'floor-section': ['floor-flush', 'floor-trim'],
};

/**
 * Draws an elevation from the limits of the design rules.
 * @throws {Error} when a rule that the picture shows is missing or has lost its figure
 */
export function drawElevation(of: string, rules: ReadonlyMap<string, Rule>): Elevation {
  const shown = SHOWN[of];
  if (!shown) throw new Error(`There is no elevation "${of}", only ${Object.keys(SHOWN).join(', ')}`);
  const ruleOf = (id: string): Rule => {
    const rule = rules.get(id);
    if (!rule) throw new Error(`The elevation "${of}" shows the rule "${id}", which is not in content/rules/`);
    return rule;
  };
  const mark = (id: string): string => String.fromCharCode(0x2460 + shown.indexOf(id));
  const limit = (id: string, field: string): Limit => {
    const rule = ruleOf(id);
    const found = rule.limits.find((candidate) => candidate.field === field);
    if (!found || (found.op !== 'max' && found.op !== 'min' && found.op !== 'exact')) {
      throw new Error(`The elevation "${of}" needs a figure for "${field}" in the rule "${id}"`);
    }
    const metres = rule.fields.some((other) => other.id === field && other.kind === 'length' && other.unit === 'm');
    return { mm: found.value * (metres ? 1000 : 1), op: found.op, mark: mark(id) };
  };
  const marks = shown.map((id) => {
    const rule = ruleOf(id);
    const lengths = rule.fields.filter(({ kind }) => kind === 'length').map((field) => field.id);
    const figures = lengths.map((field) => limit(id, field));
    return { mark: mark(id), rule: id, title: rule.title, figures };
  });
  if (of === 'floor-section') {
    const drawing = drawFloorJoint(limit('floor-trim', 'floor-trim-width'), mark('floor-flush'));
    return { title: FIGURE.floorJoint, views: [{ id: 'floor', title: FIGURE.floorJoint, drawing }], marks };
  }
  const shopfront = drawShopfront({
    clothingCounter: limit('low-counter-clothing', 'low-counter-height'),
    jewelleryCounter: limit('low-counter-jewellery', 'low-counter-height'),
    showcase: limit('tower-showcase', 'tower-showcase-height'),
    entrance: limit('entrance-width', 'entrance-width'),
  });
  const window = drawWindow({
    lintelThickness: limit('cosmetics-lintel', 'lintel-thickness'),
    lintelHeight: limit('cosmetics-lintel', 'lintel-height'),
    platformDepth: limit('platform-depth', 'platform-depth'),
    platformHeight: limit('platform-height', 'platform-height'),
    glassMark: mark('window-glass-to-ceiling'),
  });
  return {
    title: FIGURE.shopDimensions,
    views: [
      { id: 'front', title: FIGURE.shopfront, drawing: shopfront },
      { id: 'window', title: FIGURE.window, drawing: window },
    ],
    marks,
  };
}
