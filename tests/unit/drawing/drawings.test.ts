import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { drawBars } from '../../../src/drawing/bars.ts';
import { lineWidth } from '../../../src/drawing/drawing.ts';
import { drawFlow } from '../../../src/drawing/flow.ts';
import { drawHotWorkPlan } from '../../../src/drawing/hot-work-plan.ts';
import { drawSection } from '../../../src/drawing/section.ts';
import { drawServiceControl, drawServiceFlow } from '../../../src/drawing/service-chart.ts';
import { drawFloorJoint, drawShopfront, drawWindow, type Limit } from '../../../src/drawing/shopfront.ts';
import { drawMoments, drawSpans } from '../../../src/drawing/timeline.ts';
import { drawTree } from '../../../src/drawing/tree.ts';
import { expectSound } from './sound.ts';

const text = fc.stringMatching(/^[审图 a-z，（）·]{1,60}$/).filter((value) => value.trim() !== '');
const row = fc.record({ label: text, notes: fc.array(text, { maxLength: 3 }) });
const rows = fc
  .array(row, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, i) => ({ id: `r${i}`, ...one })));

describe('flow', () => {
  property.prop([rows, fc.integer({ min: 1, max: 3 })])(
    'keeps the order through its columns and numbers every step',
    (steps, columns) => {
      const drawings = drawFlow(steps, columns);
      const each = Math.ceil(steps.length / columns);
      drawings.forEach((drawing, i) => {
        expectSound(
          drawing,
          steps.slice(i * each, (i + 1) * each).map(({ id }) => id),
        );
        const tops = drawing.boxes.map(({ y }) => y);
        expect(tops).toEqual([...tops].sort((a, b) => a - b));
      });
      const numbers = drawings.flatMap((drawing) =>
        drawing.texts.filter(({ tone }) => tone === 'figure').map((line) => line.text),
      );
      expect(numbers).toEqual(steps.map((_, i) => String(i + 1)));
    },
  );
  property.prop([rows, text, row, row])(
    'sets a question and its two ways below their step, above the next and beside the main line',
    (steps, question, yes, no) => {
      const asked = steps.map((step, i) =>
        i % 2 === 0 ? { ...step, question: { text: question, ways: [yes, no] as const } } : step,
      );
      const [drawing] = drawFlow(asked, 1);
      if (!drawing) throw new Error('nothing drawn');
      expectSound(drawing, [
        ...steps.map(({ id }) => id),
        ...steps.flatMap(({ id }, i) => (i % 2 === 0 ? [`${id}-question`, `${id}-0`, `${id}-1`] : [])),
      ]);
      const at = new Map(drawing.boxes.map((box) => [box.id, box]));
      steps.forEach(({ id }, i) => {
        const asks = at.get(`${id}-question`);
        if (!asks) return;
        const step = at.get(id);
        const next = at.get(steps[i + 1]?.id ?? '');
        expect(asks.y).toBeGreaterThan((step?.y ?? 0) + (step?.height ?? 0));
        for (const way of [at.get(`${id}-0`), at.get(`${id}-1`)]) {
          expect(way?.y).toBeGreaterThan(asks.y + asks.height);
          expect((way?.y ?? 0) + (way?.height ?? 0)).toBeLessThan(next?.y ?? drawing.height);
          expect(way?.x).toBeGreaterThan(29);
        }
      });
    },
  );
  test('a way back gets an arrow only within its column', () => {
    const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, notes: [] }));
    const arrows = (back: number): number =>
      drawFlow(
        steps.map((step, i) => (i === 3 ? { ...step, back } : step)),
        2,
      )[1]?.paths.filter(({ tone }) => tone === 'arrow').length ?? 0;
    expect(arrows(3)).toBe(arrows(1) + 1);
  });
});

describe('tree', () => {
  property.prop([rows, fc.array(fc.nat(), { minLength: 12, maxLength: 12 })])(
    'holds every node once, children below and to the right of their parent',
    (nodes, random) => {
      const parents = nodes.map((_, i) => (i === 0 ? undefined : `r${(random[i] ?? 0) % i}`));
      const drawing = drawTree(
        nodes.map((node, i) => ({ ...node, ...(parents[i] === undefined ? {} : { parent: parents[i] }) })),
      );
      expect(new Set(drawing.boxes.map(({ id }) => id)).size).toBe(nodes.length);
      const boxes = new Map(drawing.boxes.map((box) => [box.id, box]));
      expectSound(
        drawing,
        drawing.boxes.map(({ id }) => id),
      );
      nodes.forEach(({ id }, i) => {
        const [box, parent] = [boxes.get(id), boxes.get(parents[i] ?? '')];
        if (!box || !parent) return;
        expect(box.x).toBeGreaterThan(parent.x);
        expect(box.y).toBeGreaterThan(parent.y);
      });
    },
  );
  test('nodes that are each other’s ancestors are refused', () => {
    const node = (id: string, parent: string) => ({ id, parent, label: id, notes: [] });
    expect(() => drawTree([node('a', 'b'), node('b', 'a')])).toThrow(RangeError);
  });
});

describe('timeline', () => {
  property.prop([rows])('moments keep their order', (moments) => {
    expectSound(
      drawMoments(moments),
      moments.map(({ id }) => id),
    );
  });
  test('more time between two moments takes more room', () => {
    const room = (days: number): number =>
      drawMoments([0, days].map((at) => ({ id: `${at}`, label: 'x', notes: [], at }))).height;
    expect(room(10)).toBeGreaterThan(room(1));
  });
  property.prop([fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 8 })])(
    'bars lie on one scale: equal times are equally long, wherever they begin',
    (times) => {
      const spans = times.map(([from, length], i) => ({
        id: `r${i}`,
        label: '阶段',
        notes: [],
        from,
        to: from + length,
      }));
      const drawing = drawSpans(spans, []);
      expectSound(
        drawing,
        spans.map(({ id }) => id),
      );
      const all = Math.max(...spans.map(({ to }) => to)) - Math.min(...spans.map(({ from }) => from));
      drawing.boxes.forEach(({ width }, i) => {
        expect(Math.abs(width - ((times[i]?.[1] ?? 0) / all) * 338)).toBeLessThanOrEqual(3);
      });
    },
  );
});

describe('section', () => {
  const band = (id: string, from: number, to?: number, board?: number) => ({
    id,
    label: id,
    notes: ['每层最多两家'],
    from,
    ...(to === undefined ? {} : { to }),
    ...(board === undefined ? {} : { board }),
  });
  const mark = (height: number) => `${height} m`;
  test('bands stand on one another in order of height, whatever the order of the rows', () => {
    const drawing = drawSection([band('high', 100), band('middle', 50, 100), band('low', 0, 50)], mark);
    expectSound(drawing, ['low', 'middle', 'high']);
    const tops = drawing.boxes.map(({ y }) => y);
    expect(tops).toEqual([...tops].sort((a, b) => b - a));
    expect(drawing.texts.map((line) => line.text)).toEqual(['0 m', '50 m', '100 m']);
  });
  test('equal storeys are equally high', () => {
    const [a, b] = drawSection([band('a', 0, 60), band('b', 60, 120)], mark).boxes;
    expect(Math.abs((a?.height ?? 0) - (b?.height ?? 1))).toBeLessThanOrEqual(1);
  });
  test('a lift that passes floors without stopping has a dotted part', () => {
    const dotted = (board: number) =>
      drawSection([band('a', 0, 50, 0), band('b', 50, 100, board)], mark).paths.filter(({ tone }) => tone === 'dash')
        .length;
    expect(dotted(0)).toBe(1);
    expect(dotted(50)).toBe(0);
  });
});

describe('bars', () => {
  property.prop([fc.array(fc.nat(10_000), { minLength: 1, maxLength: 10 })])(
    'are as long as their values',
    (values) => {
      const drawing = drawBars(values.map((value, i) => ({ id: `r${i}`, label: '面积', value, text: `${value} ㎡` })));
      expectSound(
        drawing,
        values.map((_, i) => `r${i}`),
      );
      const total = values.reduce((a, b) => a + b, 0);
      const drawn = drawing.boxes.reduce((sum, { width }) => sum + width, 0);
      const longest = Math.max(...drawing.boxes.map(({ width }) => width));
      if (total > 0) expect(Math.abs(drawn / longest - total / Math.max(...values))).toBeLessThan(0.1 * values.length);
      for (const line of drawing.texts.filter(({ tone }) => tone === 'figure')) {
        expect(line.x + lineWidth(line)).toBeLessThanOrEqual(drawing.width);
      }
    },
  );
});

describe('shopfront', () => {
  const limit = (mm: number, op: Limit['op'] = 'exact', mark = '①'): Limit => ({ mm, op, mark });
  const front = drawShopfront({
    clothingCounter: limit(1350, 'max'),
    jewelleryCounter: limit(950, 'max'),
    showcase: limit(1350, 'max'),
    entrance: limit(2000, 'min'),
  });
  const window = drawWindow({
    lintelThickness: limit(250),
    lintelHeight: limit(400),
    platformDepth: limit(800),
    platformHeight: limit(150),
    glassMark: '⑧',
  });
  test('heights are to scale and the limits are written as such', () => {
    expectSound(front, ['clothing-counter', 'jewellery-counter', 'showcase']);
    const [clothing, jewellery] = front.boxes;
    expect((clothing?.height ?? 0) / (jewellery?.height ?? 1)).toBeCloseTo(1350 / 950, 1);
    const words = front.texts.map((line) => line.text);
    expect(words).toEqual(expect.arrayContaining(['≤ 1350', '≤ 950', '① ≥ 2000']));
  });
  test.each([300, 951, 1351, 2400, 99999])(
    'a design of %s mm is drawn in place of the figure, and says so',
    (design) => {
      const drawn = drawShopfront({
        clothingCounter: limit(1350, 'max', ''),
        jewelleryCounter: { ...limit(950, 'max'), design },
        showcase: limit(1350, 'max', ''),
        entrance: limit(2000, 'min', ''),
      });
      expectSound(drawn, ['clothing-counter', 'jewellery-counter', 'showcase']);
      expect(drawn.texts.map(({ text }) => text)).toContain(String(design));
      const [clothing, jewellery] = drawn.boxes;
      // Four times the limit is as large as it gets: what is beyond is told by its figure.
      const ratio = Math.min(design, 4 * 950) / 1350;
      expect((jewellery?.height ?? 0) / (clothing?.height ?? 1)).toBeCloseTo(ratio, 1);
      expect(drawn.paths.filter(({ tone }) => tone === 'dash').length).toBeGreaterThan(2);
    },
  );
  test.each([1200, 5000])('an entrance of %s mm keeps everything on the sheet', (design) => {
    const drawn = drawShopfront({
      clothingCounter: limit(1350, 'max', ''),
      jewelleryCounter: limit(950, 'max', ''),
      showcase: limit(1350, 'max', ''),
      entrance: { ...limit(2000, 'min'), design },
    });
    expectSound(drawn, ['clothing-counter', 'jewellery-counter', 'showcase']);
    expect(drawn.texts.map(({ text }) => text)).toContain(`① ${design}`);
  });
  test.each([
    [100, 600, 100],
    [400, 1600, 3000],
  ])('a window with a lintel of %s mm and a platform of %s × %s mm keeps everything on the sheet', (t, d, h) => {
    const drawn = drawWindow({
      lintelThickness: { ...limit(250), design: t },
      lintelHeight: limit(400, 'exact', ''),
      platformDepth: { ...limit(800), design: d },
      platformHeight: { ...limit(150), design: h },
      glassMark: '',
    });
    expectSound(drawn, ['lintel', 'platform']);
  });
  test('lintel and platform keep their proportions', () => {
    expectSound(window, ['lintel', 'platform']);
    const [lintel, platform] = window.boxes;
    expect((lintel?.height ?? 0) / (lintel?.width ?? 1)).toBeCloseTo(400 / 250, 1);
    expect((platform?.width ?? 0) / (platform?.height ?? 1)).toBeCloseTo(800 / 150, 0);
  });
  test('every figure stands on the sheet', () => {
    for (const drawing of [front, window, drawFloorJoint(limit(5), '①')]) {
      for (const line of drawing.texts) {
        const half = lineWidth(line) / (line.anchor === 'middle' ? 2 : 1);
        if (line.turned) {
          expect(line.x).toBeGreaterThanOrEqual(11);
          expect(line.x).toBeLessThanOrEqual(drawing.width - 3);
          continue;
        }
        expect(line.anchor === 'end' || line.anchor === 'middle' ? line.x - half : line.x).toBeGreaterThanOrEqual(0);
        expect(line.anchor === 'end' ? line.x : line.x + half).toBeLessThanOrEqual(drawing.width);
      }
    }
  });
});

describe('hot work seen from above', () => {
  const words = { welding: '+ welding', flammables: 'flammables', screen: 'fire screen' };
  const plan = (distance: number | undefined, hasScreen = false) =>
    drawHotWorkPlan({ distance, hasScreen, source: 3, correction: 10, words });
  test('both distances are there before anything is known', () => {
    const drawing = plan(undefined);
    expectSound(drawing, []);
    expect(drawing.texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['3 m', '10 m']));
  });
  test.each([0, 2.9, 5, 9.9, 10, 250])('flammables at %s m stand between the arcs where they belong', (distance) => {
    const drawing = plan(distance, true);
    expectSound(drawing, ['flammables']);
    const place = (metres: number) => drawing.texts.find(({ text }) => text === `${metres} m`)?.x ?? 0;
    const box = drawing.boxes[0];
    const middle = (box?.x ?? 0) + (box?.width ?? 0) / 2;
    if (distance < 3) expect(middle).toBeLessThan(place(3));
    if (distance > 3 && distance < 10) expect(middle).toBeGreaterThan(place(3));
    if (distance < 10) expect(middle).toBeLessThan(place(10));
    expect(drawing.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining([`flammables ${distance} m`, 'fire screen']),
    );
  });
});

describe('charts of a service', () => {
  const steps = ['accept', 'handle', 'review', 'approve', 'conclude'].map((id) => ({
    id,
    label: id,
    text: '当场看材料齐不齐，给回执，说明还要交什么、什么时候有结果',
    post: 'Window clerk',
    checks: ['查：材料齐不齐'],
  }));
  test('the flow runs from the application through the steps to the result', () => {
    const drawing = drawServiceFlow({ label: '申请', notes: ['打电话'] }, steps, { label: '结果', notes: [] });
    expectSound(drawing, ['apply', ...steps.map(({ id }) => id), 'result']);
  });
  test('the control says who holds each step and where a failed case goes back', () => {
    const drawing = drawServiceControl(steps, { review: 'handle', approve: 'handle' });
    expectSound(
      drawing,
      steps.map(({ id }) => id),
    );
    expect(drawing.boxes.every(({ lines }) => lines.some((line) => line.text.includes('clerk')))).toBe(true);
    expect(drawing.paths.filter(({ d }) => d.includes('l-4 4 4 4'))).toHaveLength(2);
  });
});
