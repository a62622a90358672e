import { escapeXml } from './xlsx-write-text.ts';

/** How a cell looks. Equal looks share one number. */
export interface Look {
  readonly format: string;
  readonly emphasis: 'header' | 'strong' | 'input' | undefined;
  readonly wrap: boolean;
}

export interface Styles {
  /** The number by which cells of this look refer to it. */
  styleOf(look: Look): number;
  toXml(): string;
}

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const FONTS = { plain: 0, bold: 1 } as const;
const FILLS = { none: 0, header: 2, input: 3 } as const;
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

export function createStyles(): Styles {
  const formats = new Map<string, number>([['General', 0]]);
  const numbers = new Map<string, number>();
  const xfs: string[] = [];
  const formatId = (code: string): number => {
    // Numbers below 164 are built in.
    const id = formats.get(code) ?? 163 + formats.size;
    formats.set(code, id);
    return id;
  };
  const styleOf = (look: Look): number => {
    const key = JSON.stringify([look.format, look.emphasis, look.wrap]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const font = look.emphasis === 'header' || look.emphasis === 'strong' ? FONTS.bold : FONTS.plain;
    const fill = look.emphasis === 'header' ? FILLS.header : look.emphasis === 'input' ? FILLS.input : FILLS.none;
    xfs.push(
      `<xf numFmtId="${formatId(look.format)}" fontId="${font}" fillId="${fill}" borderId="${fill === 0 ? 0 : 1}" xfId="0"` +
        ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
        `<alignment vertical="top"${look.wrap ? ' wrapText="1"' : ''}/></xf>`,
    );
    numbers.set(key, xfs.length - 1);
    return xfs.length - 1;
  };
  styleOf({ format: 'General', emphasis: undefined, wrap: false });
  return {
    styleOf,
    toXml: () => {
      const own = [...formats].filter(([, id]) => id >= 164);
      const numFmts = own.map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
      return (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
        (own.length === 0 ? '' : `<numFmts count="${own.length}">${numFmts.join('')}</numFmts>`) +
        `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
        '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
        `${solid('FFE6EDF2')}${solid('FFFFF7DC')}</fills>` +
        '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
        '<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A9AA6"/></bottom><diagonal/></border></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>` +
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
      );
    },
  };
}
