/**
 * A small reader for the HTML that our own build writes: well formed, quoted, no optional end tags left out. Enough to ask what stands
 * where; not a browser.
 */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  readonly parent: Element | undefined;
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr path rect circle line use'.split(' '),
);
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const TAG =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?|\s*\/)*)\s*>/gi;
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/** The page as a tree; its root has the tag `#document`. */
export function parseHtml(html: string): Element {
  const root: Element = { tag: '#document', attributes: {}, children: [], parent: undefined };
  let here = root;
  let at = 0;
  const addText = (text: string): void => {
    if (text !== '') here.children.push(RAW.has(here.tag) && here.tag !== 'title' ? text : decode(text));
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    addText(html.slice(at, match.index));
    at = TAG.lastIndex;
    const [whole, close, name, attributes = ''] = match;
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    if (close) {
      for (let open: Element | undefined = here; open; open = open.parent) {
        if (open.tag !== tag) continue;
        here = open.parent ?? root;
        break;
      }
      continue;
    }
    const element: Element = { tag, attributes: readAttributes(attributes), children: [], parent: here };
    here.children.push(element);
    if (VOID.has(tag) || whole.endsWith('/>')) continue;
    here = element;
    if (!RAW.has(tag)) continue;
    const end = html.toLowerCase().indexOf(`</${tag}`, at);
    addText(html.slice(at, end));
    at = end;
    TAG.lastIndex = end;
  }
  addText(html.slice(at));
  return root;
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes[name.toLowerCase()] = decode(double ?? single ?? bare ?? '');
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** Every element below, in the order of the page. */
export function* elementsOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** Elements below with one of these tags. */
export function findAll(element: Element, ...tags: readonly string[]): Element[] {
  return [...elementsOf(element)].filter(({ tag }) => tags.includes(tag));
}

/** Readable texts below with the element each stands in; scripts, styles and templates say nothing to a reader. */
export function* textsOf(element: Element): Generator<readonly [string, Element]> {
  for (const child of element.children) {
    if (typeof child === 'string') yield [child, element];
    else if (!['script', 'style', 'template'].includes(child.tag)) yield* textsOf(child);
  }
}

/** Text as read, with `between` wherever an element begins or ends. */
export function textOf(element: Element, between = ''): string {
  return [...textsOf(element)].map(([text]) => text).join(between);
}

/** The language that holds for an element. */
export function languageOf(element: Element): string {
  for (let here: Element | undefined = element; here; here = here.parent) {
    if (here.attributes.lang !== undefined) return here.attributes.lang;
  }
  return '';
}
