/** What is called as a document is read from front to end. Names come without their namespace prefix. */
export interface XmlHandler {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Thrown for text that is no well-formed XML, or that declares a DOCTYPE (entities could grow without bound). */
export class XmlFault extends Error {}

const TAG = /<(\/?)([^\s=/>"'<]+)((?:\s+[^\s=/>"'<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=/>"'<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));|&/g;
const NAMED: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MAX_DEPTH = 64;

/**
 * Reads the small part of XML that spreadsheets and plans are written in: elements, attributes, text, CDATA. Resolves
 * no entity but the five built-in ones, fetches nothing, and never recurses.
 *
 * @throws {XmlFault} at the first thing that is not well-formed; what was handed over until then must not be used.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  const open: string[] = [];
  let hasRoot = false;
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) {
      if (open.length > 0) handler.text?.(decodeEntities(xml.slice(at, end)));
      else if (xml.slice(at, end).trim().replace('\ufeff', '') !== '') throw new XmlFault(`text outside at ${at}`);
    }
    if (next < 0) break;
    const skipped = skipMarkup(xml, next, (text) => open.length > 0 && handler.text?.(text));
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    TAG.lastIndex = next;
    const [whole, slash, full = '', attributes = '', isEmpty] = TAG.exec(xml) ?? [];
    if (whole === undefined) throw new XmlFault(`no tag at ${next}`);
    at = next + whole.length;
    const name = full.slice(full.indexOf(':') + 1);
    if (slash) {
      if (open.pop() !== full) throw new XmlFault(`"${full}" closes what is not open`);
      handler.close?.(name);
      continue;
    }
    if (open.length === 0 && hasRoot) throw new XmlFault('more than one root');
    if (open.length >= MAX_DEPTH) throw new XmlFault('too deep');
    hasRoot = true;
    handler.open?.(name, (wanted) => readAttribute(attributes, wanted));
    if (isEmpty) handler.close?.(name);
    else open.push(full);
  }
  if (open.length > 0 || !hasRoot) throw new XmlFault('ends too early');
}

/** Passes comments, instructions and CDATA. @returns where to read on, or `undefined` at an ordinary tag. */
function skipMarkup(xml: string, at: number, onText: (text: string) => void): number | undefined {
  const after = (mark: string): number => {
    const found = xml.indexOf(mark, at);
    if (found < 0) throw new XmlFault(`no "${mark}"`);
    return found + mark.length;
  };
  if (xml.startsWith('<?', at)) return after('?>');
  if (xml.startsWith('<!--', at)) return after('-->');
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(']]>');
    onText(xml.slice(at + 9, end - 3).replace(/\r\n?/g, '\n'));
    return end;
  }
  if (xml.startsWith('<!', at)) throw new XmlFault('a DOCTYPE is refused');
  return undefined;
}

function readAttribute(attributes: string, wanted: string): string | undefined {
  for (const [, full = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (full === wanted || (full.endsWith(`:${wanted}`) && !full.startsWith('xmlns'))) {
      return decodeEntities(double ?? single ?? '');
    }
  }
  return undefined;
}

function decodeEntities(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] as string;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    if (!(code > 0 && code <= 0x10ffff)) throw new XmlFault(`unknown entity "${whole}"`);
    return String.fromCodePoint(code);
  });
}
