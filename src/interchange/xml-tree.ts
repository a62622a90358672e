import { scanXml, XmlFault } from './xml-scan.ts';

/** An element with its text and its elements, in order. Attributes are not kept: no format of ours uses them. */
export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

interface Draft {
  name: string;
  text: string;
  children: Draft[];
}

export function parseXml(xml: string): { ok: true; root: XmlNode } | { ok: false; detail: string } {
  const open: Draft[] = [];
  let root: Draft | undefined;
  try {
    scanXml(xml, {
      open(name) {
        const node: Draft = { name, text: '', children: [] };
        open.at(-1)?.children.push(node);
        root ??= node;
        open.push(node);
      },
      text(text) {
        const node = open.at(-1);
        if (node) node.text += text;
      },
      close() {
        open.pop();
      },
    });
  } catch (fault) {
    if (fault instanceof XmlFault) return { ok: false, detail: fault.message };
    throw fault;
  }
  return root ? { ok: true, root } : { ok: false, detail: 'empty' };
}

/** The text of an XML file, by its byte order mark, by the encoding that it declares, else as UTF-8; `undefined` when that fails. */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:ï»¿)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    return new TextDecoder(mark ?? declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name);

export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** The text of a child element, `undefined` when it is not there or empty. */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  const text = childOf(node, name)?.text;
  return text === undefined || text === '' ? undefined : text;
}

export function numberOf(node: XmlNode | undefined, name: string): number | undefined {
  const text = textOf(node, name)?.trim();
  const number = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}
