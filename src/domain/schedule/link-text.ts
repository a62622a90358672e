import { readUnit } from './length-text.ts';
import { type LinkType, MAX_DAYS, type PlanLink, type TimeUnit } from './plan.ts';

/** What a person typed as one link: the row waited for, as number or id, and how. */
export interface WrittenLink {
  /** Row number or id, as it was typed. */
  readonly row: string;
  readonly type: LinkType;
  readonly lag: number;
  readonly unit: TimeUnit;
}

const TYPES: Readonly<Record<string, LinkType>> = {
  FS: 'FS',
  SS: 'SS',
  FF: 'FF',
  SF: 'SF',
  完成开始: 'FS',
  开始开始: 'SS',
  完成完成: 'FF',
  开始完成: 'SF',
};
const TYPE = 'FS|SS|FF|SF|完成开始|开始开始|完成完成|开始完成';
const LAG = String.raw`([+-])\s*(\d+)\s*([^\d\s]*)`;
/** Behind an id the kind of the link needs a space, and a lag needs the kind: ids may hold letters, digits and dashes. */
const BY_NUMBER = new RegExp(`^(\\d+)\\s*(${TYPE})?\\s*(?:${LAG})?$`, 'i');
const BY_ID = new RegExp(`^([a-z0-9][a-z0-9._-]*)(?:\\s+(${TYPE})\\s*(?:${LAG})?)?$`, 'i');

/**
 * Reads links as people write them: `3`, `3FS+2d`, `12 SS-1cd`, several with commas, semicolons or 、 between them,
 * full-width signs too. `d` is working days, `cd` calendar days; `ed` of other programs means the same.
 *
 * @returns the part that is no link, if there is one.
 */
export function readLinks(text: string): { ok: true; links: WrittenLink[] } | { ok: false; part: string } {
  const plain = text.normalize('NFKC').replaceAll(/[−–—]/g, '-');
  const links: WrittenLink[] = [];
  for (const part of plain.split(/[,;、]/).map((piece) => piece.trim())) {
    if (part === '') continue;
    const link = readLink(part);
    if (!link) return { ok: false, part };
    links.push(link);
  }
  return { ok: true, links };
}

function readLink(part: string): WrittenLink | undefined {
  const match = BY_NUMBER.exec(part) ?? BY_ID.exec(part);
  if (!match) return undefined;
  const [, row = '', type = 'FS', sign = '+', amount = '0', unit = ''] = match;
  const kind = TYPES[type.toUpperCase()];
  const counted = readUnit(unit);
  const lag = Number(amount);
  if (kind === undefined || counted === undefined || lag > MAX_DAYS) return undefined;
  return { row, type: kind, lag: sign === '-' && lag > 0 ? -lag : lag, unit: counted };
}

/** A link as `readLinks` takes it, e.g. `3FS+2d`; plain `3` for finish to start without lag. Ids get a space behind them. */
export function writeLink(row: string | number, { type, lag, unit }: Pick<PlanLink, 'type' | 'lag' | 'unit'>): string {
  if (type === 'FS' && lag === 0) return String(row);
  const gap = typeof row === 'number' ? '' : ' ';
  const days = lag === 0 ? '' : `${lag > 0 ? '+' : ''}${lag}${unit === 'workday' ? 'd' : 'cd'}`;
  return `${row}${gap}${type}${days}`;
}
