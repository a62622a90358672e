import { textWidth } from './text-lines.ts';

/** What the charts of the estimators consist of; `tone` is a class. */
export interface Shapes {
  readonly width: number;
  readonly height: number;
  readonly rects: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly tone: string;
  }[];
  readonly lines: readonly string[];
  readonly texts: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly anchor: 'start' | 'middle' | 'end';
    readonly tone: string;
  }[];
}

/** Narrow, so that the letters can be read on a phone. */
const WIDTH = 400;
/** For a day in 24 cells with figures in them. */
const WIDE = 560;
const ROW = 40;
const SIZE = 13;

export interface Step {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly isTotal?: boolean;
}

interface Scale {
  readonly at: (value: number) => number;
  readonly zero: number;
}

function scaleOf(values: readonly number[], from: number, to: number): Scale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const span = most - least || 1;
  const at = (value: number): number => Math.round((from + ((value - least) / span) * (to - from)) * 10) / 10;
  return { at, zero: at(0) };
}

/** Steps one below the other, each from where the last one ended; totals stand on zero. */
export function drawWaterfall(steps: readonly Step[]): Shapes {
  let level = 0;
  const bars = steps.map((step) => {
    const from = step.isTotal ? 0 : level;
    const to = step.isTotal ? step.value : level + step.value;
    level = to;
    return { ...step, from, to };
  });
  const { at, zero } = scaleOf(
    bars.flatMap(({ from, to }) => [from, to]),
    2,
    WIDTH - 2,
  );
  return {
    width: WIDTH,
    height: steps.length * ROW + 6,
    rects: bars.map(({ from, to, isTotal, value }, index) => ({
      x: Math.min(at(from), at(to)),
      y: index * ROW + 20,
      width: Math.max(1, Math.abs(at(to) - at(from))),
      height: 15,
      tone: isTotal ? 'total' : value < 0 ? 'down' : 'up',
    })),
    lines: [`M${zero} 4V${steps.length * ROW}`],
    texts: bars.flatMap(({ label, text }, index) => [
      { x: 7, y: index * ROW + 15, text: label, anchor: 'start' as const, tone: 'word' },
      { x: WIDTH - 2, y: index * ROW + 15, text, anchor: 'end' as const, tone: 'figure' },
    ]),
  };
}

/** Bars from a common zero, one for each period. */
export function drawColumns(columns: readonly Step[]): Shapes {
  const left = 8 + Math.max(30, ...columns.map(({ label }) => textWidth(label, SIZE, false)));
  const right = 10 + Math.max(0, ...columns.map(({ text }) => textWidth(text, SIZE, true)));
  const { at, zero } = scaleOf(
    columns.map(({ value }) => value),
    left,
    Math.max(left + 60, WIDTH - right),
  );
  const row = 24;
  return {
    width: WIDTH,
    height: columns.length * row + 8,
    rects: columns.map(({ value }, index) => ({
      x: Math.min(zero, at(value)),
      y: index * row + 5,
      width: Math.max(1, Math.abs(at(value) - zero)),
      height: 15,
      tone: value < 0 ? 'down' : 'total',
    })),
    lines: [`M${zero} 2V${columns.length * row + 4}`],
    texts: columns.flatMap(({ label, text }, index) => [
      { x: 2, y: index * row + 17, text: label, anchor: 'start' as const, tone: 'word' },
      { x: WIDTH - 2, y: index * row + 17, text, anchor: 'end' as const, tone: 'figure' },
    ]),
  };
}

export interface TornadoBar {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

/** Bars about the base, the widest on top; the lower input's side is hatched by its class. */
export function drawTornado(bars: readonly TornadoBar[], base: number): Shapes {
  const { at } = scaleOfRange([...bars.flatMap(({ low, high }) => [low, high]), base], 4, WIDTH - 4);
  const middle = at(base);
  const part = (value: number, index: number, tone: string) => ({
    x: Math.min(middle, at(value)),
    y: index * ROW + 20,
    width: Math.abs(at(value) - middle),
    height: 15,
    tone,
  });
  return {
    width: WIDTH,
    height: bars.length * ROW + 6,
    rects: bars.flatMap(({ low, high }, index) => [part(low, index, 'down'), part(high, index, 'total')]),
    lines: [`M${middle} 4V${bars.length * ROW}`],
    texts: bars.flatMap(({ label, text }, index) => [
      { x: 7, y: index * ROW + 15, text: label, anchor: 'start' as const, tone: 'word' },
      { x: WIDTH - 2, y: index * ROW + 15, text, anchor: 'end' as const, tone: 'figure' },
    ]),
  };
}

function scaleOfRange(values: readonly number[], from: number, to: number): Pick<Scale, 'at'> {
  const least = Math.min(...values);
  const span = Math.max(...values) - least || 1;
  return { at: (value) => Math.round((from + ((value - least) / span) * (to - from)) * 10) / 10 };
}

export interface HeatRow {
  readonly label: string;
  /** By hour; `undefined` where nothing is known. */
  readonly cells: readonly (number | undefined)[];
}

/** A row for each use, a cell for each hour: five steps of one ink, and the number every three hours. */
export function drawHeat(rows: readonly HeatRow[]): Shapes {
  const left = 12 + Math.max(40, ...rows.map(({ label }) => textWidth(label, SIZE, false)));
  const cell = Math.floor(((WIDE - left) / 24) * 10) / 10;
  const high = 26;
  return {
    width: WIDE,
    height: rows.length * high + 26,
    rects: rows.flatMap(({ cells }, place) => {
      const most = Math.max(1, ...cells.map((value) => value ?? 0));
      return cells.map((value, hour) => ({
        x: Math.round((left + hour * cell) * 10) / 10,
        y: place * high + 18,
        width: cell - 0.6,
        height: high - 3,
        tone: value === undefined ? 'unknown' : `h${value === 0 ? 0 : Math.ceil((value / most) * 5)}`,
      }));
    }),
    lines: [],
    texts: [
      ...[0, 6, 12, 18].map((hour) => ({
        x: left + hour * cell,
        y: 12,
        text: String(hour),
        anchor: 'start' as const,
        tone: 'word',
      })),
      ...rows.flatMap(({ label, cells }, place) => [
        { x: 2, y: place * high + 35, text: label, anchor: 'start' as const, tone: 'word' },
        ...cells.flatMap((value, hour) => {
          const isStart = value !== undefined && (hour === 0 || cells[hour - 1] !== value);
          return isStart
            ? [
                {
                  x: Math.round((left + hour * cell + 3) * 10) / 10,
                  y: place * high + 35,
                  text: String(value),
                  anchor: 'start' as const,
                  tone: `on${value === 0 ? 0 : Math.ceil(((value ?? 0) / Math.max(1, ...cells.map((each) => each ?? 0))) * 5)}`,
                },
              ]
            : [];
        }),
      ]),
    ],
  };
}

export interface BuildingFloor {
  readonly id: string;
  readonly slabM: number;
  readonly areaM2: number;
  readonly zone: string;
  readonly parts: readonly { readonly tenant: string; readonly areaM2: number }[];
}

/** A building cut open, the highest floor on top; widths of tenants are to scale. */
export function drawBuilding(floors: readonly BuildingFloor[]): Shapes {
  const left = 104;
  const high = 34;
  const widest = Math.max(
    1,
    ...floors.map(({ areaM2, parts }) =>
      Math.max(
        areaM2,
        parts.reduce((sum, part) => sum + part.areaM2, 0),
      ),
    ),
  );
  const room = WIDTH - left - 4;
  const rects: { x: number; y: number; width: number; height: number; tone: string }[] = [];
  const texts: Shapes['texts'][number][] = [];
  floors.forEach((floor, place) => {
    const y = place * high + 4;
    rects.push({
      x: left,
      y,
      width: Math.round((floor.areaM2 / widest) * room),
      height: high - 4,
      tone: `zone-${floor.zone}`,
    });
    texts.push({ x: 2, y: y + 20, text: `${floor.id} · ${floor.slabM} m`, anchor: 'start', tone: 'word' });
    let x = left;
    for (const part of floor.parts) {
      const width = Math.round((part.areaM2 / widest) * room);
      rects.push({ x: x + 1, y: y + 2, width: Math.max(1, width - 2), height: high - 8, tone: 'tenant' });
      const most = Math.floor((width - 10) / SIZE);
      texts.push({ x: x + 6, y: y + 20, text: cut(part.tenant, width - 12, most), anchor: 'start', tone: 'on0' });
      x += width;
    }
  });
  return {
    width: WIDTH,
    height: floors.length * high + 8,
    rects,
    lines: [`M${left - 4} ${floors.length * high + 4}H${WIDTH}`],
    texts,
  };
}

function cut(text: string, width: number, most: number): string {
  if (textWidth(text, SIZE, false) <= width) return text;
  return most < 2 ? '' : `${[...text].slice(0, most - 1).join('')}…`;
}
