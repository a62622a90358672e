import { textWidth, wrapLines } from './text-lines.ts';

/**
 * What a diagram consists of, in units of about one CSS pixel on a phone 390 px wide (`NARROW` is the width of the text column there).
 * `tone` is drawn as a class of the same name, so colours and line widths stay in the style sheet.
 */
export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  paths: Path[];
  texts: TextLine[];
}
export interface Box {
  /** Stable id of the row that the box stands for. */
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  tone: Tone;
  lines: TextLine[];
}
export interface Path {
  d: string;
  tone: Tone;
}
/** One line of text; `y` is its baseline. */
export interface TextLine {
  x: number;
  y: number;
  text: string;
  tone: 'label' | 'note' | 'figure';
  anchor?: 'middle' | 'end';
  /** Reads from the bottom up, turned about its own place. */
  turned?: true;
}
/** `none` is not drawn: the box only says where the words of a row stand. */
export type Tone = 'none' | 'box' | 'fill' | 'bar' | 'line' | 'ground' | 'thin' | 'dash' | 'arrow';

export const NARROW = 340;
export const LABEL = 14.5;
export const NOTE = 13;
const LEADING = { label: 20, note: 18 };
export const PAD = 9;

/** What stands in a box: a heading and, below it, lines of less weight. */
export interface Words {
  label: string;
  notes: readonly string[];
}

/** Sets a heading and its notes from `y` down; `bottom` is where the last line ends. */
export function setWords(words: Words, x: number, y: number, width: number): { lines: TextLine[]; bottom: number } {
  const lines: TextLine[] = [];
  let top = y;
  const set = (text: string, tone: 'label' | 'note'): void => {
    const size = tone === 'label' ? LABEL : NOTE;
    for (const line of wrapLines(text, width, size, tone === 'label')) {
      lines.push({ x, y: Math.round(top + LEADING[tone] * 0.76), text: line, tone });
      top += LEADING[tone];
    }
  };
  set(words.label, 'label');
  for (const note of words.notes) set(note, 'note');
  return { lines, bottom: top };
}

/** Width of a line of a drawing. */
export function lineWidth({ text, tone }: TextLine): number {
  return textWidth(text, tone === 'note' ? NOTE : LABEL, tone !== 'note');
}
