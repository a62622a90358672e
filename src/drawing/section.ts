import { type Box, type Drawing, NARROW, PAD, type Path, setWords, type TextLine, type Words } from './drawing.ts';

/** A band of floors of a building. */
export interface Band extends Words {
  id: string;
  /** Height of its lowest slab. */
  from: number;
  /** Height of its highest slab; without it the band is open upward. */
  to?: number;
  /** Height at which passengers get into the lifts that serve the band. */
  board?: number;
}

const MARKS = 52;
const SHAFT = 16;
const TALLEST = 520;

/**
 * A building cut open, the highest band on top. Heights are to scale where the words allow it; a band is never lower than its words.
 * `mark` words a height, e.g. "50 m". Bands that say where one boards get a lift shaft: thin where the lift does not stop, thick where it serves.
 */
export function drawSection(bands: readonly Band[], mark: (height: number) => string): Drawing {
  const upward = [...bands].sort((a, b) => a.from - b.from);
  const shafts = upward.filter(({ board }) => board !== undefined);
  const left = MARKS + shafts.length * SHAFT + (shafts.length > 0 ? 8 : 0);
  const width = NARROW - 1 - left;
  const words = upward.map((band) => setWords(band, left + PAD, 0, width - 2 * PAD));
  const needed = words.map(({ bottom }) => bottom + 2 * 6);
  const top = Math.max(...upward.map(({ from, to }) => to ?? from));
  const spans = upward.map(({ from, to }) => (to === undefined ? undefined : to - from));
  // The scale at which most bands hold their own words, but the building not too tall.
  const wanted = Math.max(
    ...spans.map((span, i) => (span !== undefined && span > top / 20 ? (needed[i] ?? 0) / span : 0)),
  );
  const scale = Math.min(wanted, TALLEST / (top || 1));
  const boxes: Box[] = [];
  const paths: Path[] = [];
  const texts: TextLine[] = [];
  // From the ground up; turned over afterwards, because on paper the ground has the largest y.
  const places: { band: Band; bottom: number; top: number }[] = [];
  let height = 0;
  upward.forEach((band, i) => {
    const below = upward[i - 1];
    height += Math.max(0, band.from - (below ? (below.to ?? below.from) : 0)) * scale;
    const tall = Math.max(needed[i] ?? 0, (spans[i] ?? 0) * scale);
    places.push({ band, bottom: height, top: height + tall });
    height += tall;
  });
  const open = upward.some(({ to }) => to === undefined);
  const ground = Math.round(height + (open ? 14 : 10));
  const y = (up: number): number => Math.round(ground - up);
  const levels = new Map<number, number>([[0, 0]]);
  places.forEach(({ band, bottom, top: upper }, i) => {
    const [head, foot] = [y(upper), y(bottom)];
    const lift = head + Math.round((foot - head - (words[i]?.bottom ?? 0)) / 2);
    const lines = (words[i]?.lines ?? []).map((line) => ({ ...line, y: line.y + lift }));
    boxes.push({ id: band.id, x: left, y: head, width, height: foot - head, tone: 'box', lines });
    levels.set(band.from, bottom);
    if (band.to !== undefined && band.to !== band.from) levels.set(band.to, upper);
    if (band.to === undefined) paths.push({ d: `M${left} ${head}v-13m${width} 13v-13`, tone: 'dash' });
  });
  shafts.forEach((band, i) => {
    const place = places.find((found) => found.band === band);
    if (!place) return;
    const x = MARKS + i * SHAFT;
    const start = heightOf(band.board ?? 0, levels);
    if (place.bottom > start) paths.push({ d: `M${x + 5} ${y(start)}V${y(place.bottom)}`, tone: 'dash' });
    paths.push({ d: `M${x} ${y(place.bottom)}V${y(place.top) + 1}h10V${y(place.bottom)}z`, tone: 'bar' });
  });
  paths.push({ d: `M${MARKS - 6} ${ground}H${NARROW}`, tone: 'line' });
  let lastMark = Number.POSITIVE_INFINITY;
  for (const [level, up] of [...levels].sort((a, b) => a[0] - b[0])) {
    if (lastMark - y(up) < 15) continue;
    lastMark = y(up);
    texts.push({
      x: MARKS - 9,
      y: lastMark + 5 - (level === 0 ? 3 : 0),
      text: mark(level),
      tone: 'note',
      anchor: 'end',
    });
    paths.push({ d: `M${MARKS - 6} ${lastMark}h5`, tone: 'line' });
  }
  return { width: NARROW, height: ground + 6, boxes, paths, texts };
}

/** The drawn height of a level; one that no band names lies in proportion between its neighbours. */
function heightOf(level: number, levels: ReadonlyMap<number, number>): number {
  const known = levels.get(level);
  if (known !== undefined) return known;
  const sorted = [...levels].sort((a, b) => a[0] - b[0]);
  const above = sorted.find(([at]) => at > level);
  const below = sorted.findLast(([at]) => at < level);
  if (!below) return 0;
  if (!above) return below[1];
  return below[1] + ((level - below[0]) / (above[0] - below[0])) * (above[1] - below[1]);
}
