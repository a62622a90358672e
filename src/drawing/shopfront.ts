import type { Box, Drawing, Path, TextLine } from './drawing.ts';

/** A figure of a design rule: in mm, and whether it is the most, the least or the very figure. */
export interface Limit {
  mm: number;
  op: 'max' | 'min' | 'exact';
  /** Mark of the rule in the drawing and in the list below it, e.g. ①. */
  mark: string;
  /** What a design has there, in mm: it is drawn and dimensioned in place of the figure, which becomes a dashed line. */
  design?: number | undefined;
}

/** How large it is drawn: what is many times too large is only told by its figure. */
const size = ({ mm, design }: Limit): number => Math.min(Math.max(design ?? mm, 1), 4 * mm);

/** Heights of the low counters and showcases, and the entrance between them. */
export interface ShopfrontLimits {
  clothingCounter: Limit;
  entrance: Limit;
  jewelleryCounter: Limit;
  showcase: Limit;
}

export interface WindowLimits {
  lintelThickness: Limit;
  lintelHeight: Limit;
  platformDepth: Limit;
  platformHeight: Limit;
  /** Mark of the rule that the glass reaches the ceiling. */
  glassMark: string;
}

/** Not ruled, so only sketched: height of the room and length of the counters, in mm. */
const ROOM = 2800;
const COUNTER = 1080;
const SHOWCASE = 520;

/** The shop seen from the walkway: clothing on the left of the entrance, jewellery and a showcase on the right. */
export function drawShopfront(limits: ShopfrontLimits): Drawing {
  const gap = 120;
  const clothing = 540;
  const entrance = clothing + COUNTER + gap;
  // Wide enough for a height to stand beside the counter.
  const jewellery = entrance + size(limits.entrance) + 500;
  const showcase = jewellery + COUNTER + gap;
  const end = showcase + SHOWCASE;
  const tallest = Math.max(...[limits.clothingCounter, limits.jewelleryCounter, limits.showcase].map(size));
  const room = Math.max(ROOM, tallest + 200);
  const sheet = openSheet(0.051 * Math.min(1, 6110 / (end + 150), ROOM / room), room);
  sheet.ground(clothing - 100, end + 100);
  sheet.box('clothing-counter', clothing, 0, COUNTER, size(limits.clothingCounter), limits.clothingCounter.mark);
  sheet.box('jewellery-counter', jewellery, 0, COUNTER, size(limits.jewelleryCounter), limits.jewelleryCounter.mark);
  sheet.box('showcase', showcase, 0, SHOWCASE, size(limits.showcase), limits.showcase.mark);
  for (const edge of [entrance, entrance + size(limits.entrance)]) sheet.line('dash', [edge, 0], [edge, room]);
  sheet.person(entrance + size(limits.entrance) / 2);
  sheet.upright(clothing - 150, 0, limits.clothingCounter, clothing);
  sheet.upright(jewellery - 120, 0, limits.jewelleryCounter, jewellery);
  sheet.upright(end + 150, 0, limits.showcase, end);
  sheet.across(entrance, 'below', limits.entrance);
  return sheet.close();
}

/** A display window cut across: the walkway on the left, the shop on the right. */
export function drawWindow(limits: WindowLimits): Drawing {
  const lintel = 1300;
  const glass = lintel + size(limits.lintelThickness) + 70;
  const platform = glass + 110;
  const end = platform + size(limits.platformDepth);
  const room = Math.max(ROOM, size(limits.platformHeight) + 1900);
  const sheet = openSheet(0.083 * Math.min(1, 3700 / (end + 1100), ROOM / room), room);
  const lintelFoot = room - size(limits.lintelHeight);
  sheet.ground(300, end + 1100);
  sheet.box('lintel', lintel, lintelFoot, size(limits.lintelThickness), size(limits.lintelHeight));
  sheet.hatch(lintel, lintelFoot, size(limits.lintelThickness), size(limits.lintelHeight));
  sheet.line('arrow', [glass, 0], [glass, room]);
  sheet.word(glass + 160, 2050, limits.glassMark);
  sheet.box('platform', platform, 0, size(limits.platformDepth), size(limits.platformHeight));
  sheet.person(platform + size(limits.platformDepth) / 2, size(limits.platformHeight));
  sheet.across(lintel, 'above', limits.lintelThickness);
  sheet.upright(lintel - 260, lintelFoot, limits.lintelHeight, lintel, true);
  sheet.across(platform, 'below', limits.platformDepth);
  sheet.upright(end + 260, 0, limits.platformHeight, end, true);
  return sheet.close();
}

/** The joint of the shop's floor with the walkway, many times enlarged. */
export function drawFloorJoint(trim: Limit, flushMark: string): Drawing {
  const scale = 3.4;
  const [left, right, top, deep] = [20, 320, 52, 44];
  const strip = Math.round(size(trim) * scale);
  const middle = 170 - Math.round(strip / 2);
  const boxes: Box[] = [
    {
      id: 'walkway',
      x: left,
      y: top,
      width: middle - left,
      height: deep,
      tone: 'box',
      lines: [{ x: 92, y: top + 27, text: flushMark, tone: 'label', anchor: 'middle' }],
    },
    { id: 'trim', x: middle, y: top, width: strip, height: deep - 14, tone: 'bar', lines: [] },
    {
      id: 'shop',
      x: middle + strip,
      y: top,
      width: right - middle - strip,
      height: deep,
      tone: 'box',
      lines: [{ x: 248, y: top + 27, text: flushMark, tone: 'label', anchor: 'middle' }],
    },
  ];
  const paths: Path[] = [
    { d: `M${left - 12} ${top}H${left}M${right} ${top}h12`, tone: 'dash' },
    { d: `M${middle} ${top - 4}v-18m${strip} 18v-18M${middle - 12} ${top - 14}h${strip + 24}`, tone: 'line' },
    { d: `M${middle - 3} ${top - 11}l6-6m${strip - 6} 6l6-6`, tone: 'arrow' },
  ];
  const texts: TextLine[] = [{ x: 170, y: 22, text: `${trim.mark} ${figure(trim)}`, tone: 'figure', anchor: 'middle' }];
  return { width: 340, height: top + deep + 2, boxes, paths, texts };
}

/** `≤ 1350`, `≥ 2000`, `400`; of a design its own figure. */
function figure({ mm, op, design }: Limit): string {
  if (design !== undefined) return String(design);
  return `${op === 'max' ? '≤ ' : op === 'min' ? '≥ ' : ''}${mm}`;
}

/** How far the dashed line of a rule reaches across the thing that it limits, in mm. */
const LIMIT_REACH = 500;

type Point = readonly [number, number];

/** A sheet in mm from the left and from the floor up, turned into drawing units at the end. */
function openSheet(scale: number, room: number) {
  const above = 30;
  const u = (mm: number): number => Math.round(mm * scale);
  const y = (mm: number): number => above + u(room) - u(mm);
  const drawing: Drawing = { width: 340, height: above + u(room) + 46, boxes: [], paths: [], texts: [] };
  const tick = (x: number, at: number): string => `M${x - 3} ${at + 3}l6-6`;
  return {
    ground(from: number, to: number): void {
      drawing.paths.push({ d: `M${u(from)} ${y(0)}H${u(to)}M${u(from)} ${y(room)}H${u(to)}`, tone: 'ground' });
    },
    box(id: string, x: number, up: number, width: number, height: number, word?: string): void {
      const box: Box = {
        id,
        x: u(x),
        y: y(up + height),
        width: u(x + width) - u(x),
        height: y(up) - y(up + height),
        tone: 'fill',
        lines: [],
      };
      if (word !== undefined) {
        const line = { x: box.x + Math.round(box.width / 2), text: word, tone: 'label', anchor: 'middle' } as const;
        // On top of what is too low to hold it.
        if (box.height < 22) drawing.texts.push({ ...line, y: box.y - 5 });
        else box.lines.push({ ...line, y: box.y + 18 });
      }
      drawing.boxes.push(box);
    },
    hatch(x: number, up: number, width: number, height: number): void {
      const [left, right, head, foot] = [u(x), u(x + width), y(up + height), y(up)];
      const side = right - left;
      let d = '';
      for (let at = head + side; at <= foot; at += 8) d += `M${left} ${at}l${side}-${side}`;
      drawing.paths.push({ d, tone: 'line' });
    },
    line(tone: Path['tone'], a: Point, b: Point): void {
      drawing.paths.push({ d: `M${u(a[0])} ${y(a[1])}L${u(b[0])} ${y(b[1])}`, tone });
    },
    /** A person of 1.7 m, for the eye to measure by. */
    person(x: number, up = 0): void {
      const m = (mm: number): number => Math.round(mm * scale * 10) / 10;
      const [left, top] = [u(x), y(up + 1700)];
      const r = m(110);
      drawing.paths.push({
        d: `M${left - r} ${top + r}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1-${2 * r} 0zM${left - m(210)} ${top + m(430)}q${m(210)}-${m(200)} ${m(420)} 0l-${m(60)} ${m(520)}h-${m(50)}l-${m(30)} ${m(750)}h-${m(140)}l-${m(30)}-${m(750)}h-${m(50)}z`,
        tone: 'line',
      });
    },
    word(x: number, up: number, text: string): void {
      drawing.texts.push({ x: u(x), y: y(up), text, tone: 'label', anchor: 'middle' });
    },
    /** A height, measured at `x` beside the thing whose edge is at `edge`. One too low for its figure gets it above its top. */
    upright(x: number, up: number, limit: Limit, edge: number, marked = false): void {
      const [at, head, foot] = [u(x), y(up + size(limit)), y(up)];
      drawing.paths.push({
        d: `M${u(edge)} ${head}H${at}M${u(edge)} ${foot}H${at}M${at} ${head - 4}V${foot + 4}`,
        tone: 'line',
      });
      drawing.paths.push({ d: tick(at, head) + tick(at, foot), tone: 'arrow' });
      // A lintel hangs, all else stands: the figure of the rule is measured from where the thing is held.
      if (limit.design !== undefined) {
        const level = up === 0 ? y(limit.mm) : y(up + size(limit) - limit.mm);
        const beyond = u(x > edge ? edge - LIMIT_REACH : edge + LIMIT_REACH);
        drawing.paths.push({ d: `M${beyond} ${level}H${at + (x > edge ? 6 : -6)}`, tone: 'dash' });
      }
      const text = marked ? `${limit.mark} ${figure(limit)}` : figure(limit);
      const right = x > edge;
      const middle = Math.round((head + foot) / 2);
      drawing.texts.push(
        marked
          ? {
              x: at + (right ? 7 : -7),
              y: foot - head < 24 ? head - 1 : middle + 5,
              text,
              tone: 'figure',
              ...(right ? {} : { anchor: 'end' as const }),
            }
          : { x: at + (right ? 15 : -6), y: middle, text, tone: 'figure', anchor: 'middle', turned: true },
      );
    },
    /** A width from `x` on, measured below the floor or above the ceiling. */
    across(x: number, where: 'above' | 'below', limit: Limit): void {
      const below = where === 'below';
      const [left, right] = [u(x), u(x + size(limit))];
      const base = below ? y(0) : y(room);
      const at = below ? base + 20 : base - 8;
      const over = at + (below ? 4 : -4);
      drawing.paths.push({
        d: `M${left} ${base}V${over}M${right} ${base}V${over}M${left - 5} ${at}H${right + 5}`,
        tone: 'line',
      });
      drawing.paths.push({ d: tick(left, at) + tick(right, at), tone: 'arrow' });
      if (limit.design !== undefined) {
        drawing.paths.push({ d: `M${u(x + limit.mm)} ${base}V${over + (below ? 6 : -6)}`, tone: 'dash' });
      }
      const text = `${limit.mark} ${figure(limit)}`;
      const middle = Math.round((left + right) / 2);
      drawing.texts.push({ x: middle, y: below ? at + 20 : at - 6, text, tone: 'figure', anchor: 'middle' });
    },
    close(): Drawing {
      return drawing;
    },
  };
}
