/** A block of text as it is read: what stands between two block tags. */
export interface Block {
  text: string;
  /** Anchor of the heading above it; none before the first one. */
  section?: string;
  /** Anchor of the item, rule or step it stands in. */
  entry?: string;
  /** Set on headings; 1 is the title of the page. */
  level?: number;
  /** Only names of sources: found, but the last of all. */
  weak: boolean;
}

export interface ReadPage {
  blocks: Block[];
  /** Its text is not to be found, only its title: home, lists of links. */
  titleOnly: boolean;
}

const INLINE = new Set(
  'a abbr b bdi button cite code data dfn em i ins kbd label mark q s samp span strong sub sup time u var wbr br img input'.split(
    ' ',
  ),
);
const EMPTY = new Set(
  'area base br col embed hr img input link meta param source track wbr path line rect circle polyline polygon use'.split(
    ' ',
  ),
);
const SILENT = new Set('script style template noscript select textarea datalist nav sup'.split(' '));
/** Set off by more than a tag: two Latin words on both sides of one are not one word. */
const APART = new Set('b strong i span time'.split(' '));
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Reads the main text of a built page. Left out: what is hidden, marked `data-pagefind-ignore` (navigation, the document line) or not
 * text; the list of sources is kept as weak. Blocks that the page says again in the same words are dropped.
 *
 * @param entries - Anchors that are results of their own, by id.
 */
export function readPage(html: string, entries: ReadonlySet<string>): ReadPage | undefined {
  const main = /<main\b([^>]*)>([\s\S]*?)<\/main>/.exec(html);
  if (!main) return undefined;
  const blocks: Block[] = [];
  const open: {
    tag: string;
    silent: boolean;
    weak: boolean;
    entry?: string | undefined;
    anchor?: string | undefined;
  }[] = [];
  let text = '';
  let section: string | undefined;
  let apart = false;
  const flush = (): void => {
    const words = text.replace(/\s+/g, ' ').trim();
    text = '';
    // A heading that is hidden or left out is no place to lead to.
    if (words === '') return;
    // Numbers of items say nothing alone.
    if (/^\d+(\.\d+)?$/.test(words) && !open.some(({ tag }) => tag === 'td')) return;
    const level = open.findLast(({ tag }) => /^h[1-3]$/.test(tag))?.tag[1];
    const anchor = open.findLast(({ tag }) => /^h[1-3]$/.test(tag))?.anchor;
    if (level !== undefined && level !== '1') section = anchor ?? section;
    const entry = open.findLast((one) => one.entry)?.entry;
    blocks.push({
      text: words,
      weak: open.some((one) => one.weak),
      ...(section === undefined ? {} : { section }),
      ...(entry === undefined ? {} : { entry }),
      ...(level === undefined ? {} : { level: Number(level) }),
    });
  };
  for (const [token, closing, name, attributes = ''] of (main[2] ?? '').matchAll(TAG)) {
    if (name === undefined) {
      if (!token.startsWith('<!--') && !open.some(({ silent }) => silent)) {
        if (apart && /[a-z0-9]$/i.test(text) && /^[a-z0-9]/i.test(token)) text += ' ';
        text += decode(token);
        apart = false;
      }
      continue;
    }
    const tag = name.toLowerCase();
    if (APART.has(tag) || /\sclass="tag\b/.test(attributes)) apart = true;
    if (closing === '/') {
      const last = open.findLastIndex((one) => one.tag === tag);
      if (last < 0) continue;
      if (!INLINE.has(tag)) flush();
      open.length = last;
      continue;
    }
    if (tag === 'br') text += ' ';
    if (!INLINE.has(tag)) flush();
    if (EMPTY.has(tag) || attributes.endsWith('/')) continue;
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
    const isSources = /\sclass="src"/.test(attributes);
    open.push({
      tag,
      silent:
        SILENT.has(tag) ||
        /\s(hidden|aria-hidden="true")(?=[\s>=]|$)/.test(attributes) ||
        (/data-pagefind-ignore/.test(attributes) && !isSources) ||
        /\sclass="kicker"/.test(attributes),
      weak: isSources,
      entry: id !== undefined && entries.has(id) && !/^h[1-6]$/.test(tag) ? id : undefined,
      anchor: id,
    });
  }
  flush();
  return { blocks: withoutRepeats(blocks), titleOnly: !/data-pagefind-body/.test(main[1] ?? '') };
}

/** Before the name of an item that a tool lists again, with its state and number: `○ 未查1.2 `. */
const AGAIN = /^[^\p{L}\p{N}]?\s*\p{L}{2,12}\s?\d+\.\d+\s+/u;

/** A printed copy of a list, or a label that every item carries, is found by its first place. */
function withoutRepeats(blocks: readonly Block[]): Block[] {
  const said: string[] = [];
  const seen = new Set<string>();
  return blocks.filter(({ level, text }) => {
    const isRepeated =
      level === undefined &&
      (seen.has(text) ||
        seen.has(text.replace(AGAIN, '')) ||
        (text.length < 40 && said.some((before) => before.includes(text))));
    seen.add(text);
    if (level === undefined && !isRepeated) said.push(text);
    return !isRepeated;
  });
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}
