import { type Drawing, NARROW, NOTE } from './drawing.ts';
import { textWidth } from './text-lines.ts';

export interface HotWork {
  /** Metres from the welding to what burns; nothing as long as it is not known. */
  distance: number | undefined;
  hasScreen: boolean;
  /** Metres that the source asks for, and those of its correction. */
  source: number;
  correction: number;
  words: { welding: string; flammables: string; screen: string };
}

/** Metres that the sheet has room for; what lies further off stands at its edge with its figure. */
const ROOM = 12;
const LEFT = 16;
const LEVEL = 74;

/** Welding and what burns seen from above, with the two distances as arcs on one scale. */
export function drawHotWorkPlan({ distance, hasScreen, source, correction, words }: HotWork): Drawing {
  const scale = (NARROW - 2 * LEFT - 10) / ROOM;
  const at = (metres: number): number => Math.round(LEFT + Math.min(metres, ROOM) * scale);
  const drawing: Drawing = { width: NARROW, height: 138, boxes: [], paths: [], texts: [] };
  const arc = (metres: number): void => {
    const reach = at(metres) - LEFT;
    const rise = Math.min(reach, LEVEL - 22);
    const across = Math.round(Math.sqrt(reach * reach - rise * rise));
    drawing.paths.push({
      d: `M${LEFT + across} ${LEVEL - rise}A${reach} ${reach} 0 0 1 ${LEFT + across} ${LEVEL + rise}`,
      tone: 'dash',
    });
    drawing.texts.push({ x: at(metres), y: LEVEL + 60, text: `${metres} m`, tone: 'note', anchor: 'middle' });
  };
  arc(source);
  arc(correction);
  drawing.paths.push({ d: `M${LEFT - 6} ${LEVEL}h12M${LEFT} ${LEVEL - 6}v12`, tone: 'arrow' });
  drawing.texts.push({ x: 2, y: 14, text: words.welding, tone: 'note' });
  if (distance === undefined) return drawing;
  const x = at(distance);
  drawing.boxes.push({ id: 'flammables', x: x - 5, y: LEVEL - 8, width: 10, height: 16, tone: 'bar', lines: [] });
  drawing.paths.push({ d: `M${LEFT} ${LEVEL + 24}H${x}`, tone: 'line' });
  drawing.paths.push({
    d: `M${LEFT - 3} ${LEVEL + 27}l6-6M${x - 3} ${LEVEL + 27}l6-6`,
    tone: 'arrow',
  });
  const label = `${words.flammables} ${distance} m`;
  const half = textWidth(label, NOTE, false) / 2;
  drawing.texts.push({
    x: Math.round(Math.min(Math.max(x, half + 2), NARROW - half - 2)),
    y: LEVEL + 42,
    text: label,
    tone: 'note',
    anchor: 'middle',
  });
  if (hasScreen) {
    const middle = Math.round((LEFT + x) / 2);
    drawing.paths.push({ d: `M${middle} ${LEVEL - 34}v56`, tone: 'ground' });
    drawing.texts.push({ x: Math.max(middle, 60), y: LEVEL - 40, text: words.screen, tone: 'note', anchor: 'middle' });
  }
  return drawing;
}
