import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import type { Locale } from '../../i18n/locale.ts';
import type { ReadPage } from './read-page.ts';
import { TRADITIONAL } from './traditional.ts';

/** A built page with what its content file says of it. */
export interface IndexPage {
  /** Without language and outer slashes. */
  path: string;
  read: ReadPage;
  scheme: string;
  /** What people type for it, in each language. */
  synonyms: Record<Locale, readonly string[]>;
  /** Title in the other language. */
  otherTitle: string;
  /** Number of the controlled document. */
  number?: string;
  calls: readonly string[];
  /** Questions that are answered here, by anchor (empty: the page as a whole). */
  questions: readonly (readonly [anchor: string, question: string])[];
  /** What else newcomers type whose answer stands here, by anchor in the same way. */
  asked: readonly (readonly [anchor: string, words: string])[];
}

/** An item, rule, step or term. */
export interface IndexEntry {
  kind: 'item' | 'rule' | 'step' | 'term' | 'source';
  label: string;
  synonyms: readonly string[];
  /** Terms are known in the other language too. */
  other: readonly string[];
}

/** What the files of one language are written from. */
export interface IndexSource {
  pages: readonly IndexPage[];
  /** By `path#anchor`. */
  entries: ReadonlyMap<string, IndexEntry>;
  /** What people say in daily life, and what the handbook calls it. */
  everyday: readonly (readonly [word: string, meaning: string])[];
}

export interface IndexFiles {
  titles: string;
  entries: string;
  text: string;
  sounds: string;
}

const SIGN = { item: 'i', rule: 'r', step: 's', source: 'l', term: '*' } as const;

/**
 * Writes the four files of one language. Lines; a page or an entry is named by its place in the order in which it was written.
 *
 * `titles`: `path⇥title⇥alias|alias⇥call|call⇥scheme`, after it its headings `#anchor⇥heading` and terms `*id⇥term`.
 * `entries`: `+…` a page that is not among the titles, `@n` go to page n, `=number` its document number, `>n` go to its nth heading, `iid⇥label` item (`r` rule,
 * `s` step, `l` law), `?n⇥question` that its nth heading answers, `^n⇥word|word` synonyms of term n, `~word⇥meaning` everyday words.
 * `text`: `⇥pn` page, `⇥sn` heading, `⇥en` entry, `⇥z` names of sources, `⇥qsn` and `⇥qen` what is asked whose answer stands
 * there, everything else a block of text.
 * `sounds`: a line of traditional–simplified pairs, lines `syllable characters`, an empty line, lines `page[.entry]⇥names in the other language`.
 *
 * The first line of each file holds the stamp of the one it continues (of the text and the sounds: the entries), so that files of two
 * builds are never mixed.
 */
export function writeIndex({ pages, entries, everyday }: IndexSource, locale: Locale): IndexFiles {
  const titles: string[] = [];
  const second: string[] = [];
  const text: string[] = [];
  const other: string[] = [];
  const late = (page: IndexPage) => page.path.startsWith('directory/');
  const ordered = [...pages].sort((a, b) => Number(late(a)) - Number(late(b)) || (a.path < b.path ? -1 : 1));

  ordered.forEach((page, n) => {
    const { blocks, titleOnly } = page.read;
    const title = blocks.find(({ level }) => level === 1)?.text ?? page.path;
    const line = clean([page.path, title, page.synonyms[locale].join('|'), page.calls.join('|'), page.scheme])
      .join('\t')
      .replace(/\t+$/, '');
    const owned = new Map(
      [...entries]
        .filter(([key]) => key.startsWith(`${page.path}#`))
        .map(([key, entry]) => [key.slice(page.path.length + 1), entry]),
    );
    const isGlossary = [...owned.values()].some(({ kind }) => kind === 'term');
    const headings =
      titleOnly || isGlossary || late(page) ? [] : blocks.filter(({ level }) => level === 2 || level === 3);
    const sections = new Map<string, number>();
    (late(page) ? second : titles).push(late(page) ? `+${line}` : line);
    if (!late(page)) {
      for (const heading of headings) {
        if (heading.section === undefined || sections.has(heading.section)) continue;
        sections.set(heading.section, sections.size + 1);
        titles.push(clean([`#${heading.section}`, heading.text]).join('\t'));
      }
    }
    other.push(`${n}\t${[page.otherTitle, ...page.synonyms[locale === 'en' ? 'zh-CN' : 'en']].join('|')}`);

    const places = new Map<string, number>();
    let said = late(page);
    const go = () => {
      if (!said) second.push(`@${n}`);
      said = true;
    };
    if (page.number) {
      go();
      second.push(`=${page.number}`);
    }
    for (const [anchor, question] of page.questions) {
      go();
      second.push(clean([`?${sections.get(anchor) ?? 0}`, question]).join('\t'));
    }
    let section = 0;
    for (const block of blocks) {
      if (block.entry === undefined || places.has(block.entry)) continue;
      const entry = owned.get(block.entry);
      if (!entry) continue;
      places.set(block.entry, places.size);
      const cells = clean([block.entry, entry.label]).join('\t');
      if (entry.kind === 'term') {
        titles.push(`*${cells}`);
        other.push(`${n}.${places.get(block.entry)}\t${entry.other.join('|')}`);
        if (entry.synonyms.length > 0) {
          go();
          second.push(clean([`^${places.get(block.entry)}`, entry.synonyms.join('|')]).join('\t'));
        }
        continue;
      }
      go();
      const here = sections.get(block.section ?? '') ?? 0;
      if (here !== section) second.push(`>${here}`);
      section = here;
      second.push(`${SIGN[entry.kind]}${cells}`);
    }
    if (titleOnly) return;
    text.push(`\tp${n}`);
    let place = '';
    for (const block of blocks) {
      if (block.level !== undefined && (block.level === 1 || sections.has(block.section ?? ''))) continue;
      const entry = block.entry === undefined ? undefined : places.get(block.entry);
      const now = block.weak
        ? '\tz'
        : entry === undefined
          ? `\ts${sections.get(block.section ?? '') ?? 0}`
          : `\te${entry}`;
      const owner = block.entry === undefined ? undefined : owned.get(block.entry);
      // The name is there already; beside a term's stand its pinyin and the other language, which have files of their own.
      if (owner && (owner.kind === 'term' ? block.text.startsWith(owner.label) : block.text === owner.label)) continue;
      if (now !== place) text.push(now);
      place = now;
      text.push(block.text);
    }
    for (const [anchor, words] of page.asked) {
      const entry = places.get(anchor);
      const now = entry === undefined ? `\tqs${sections.get(anchor) ?? 0}` : `\tqe${entry}`;
      if (now !== place) text.push(now);
      place = now;
      text.push(words);
    }
  });
  for (const [word, meaning] of everyday) second.push(clean([`~${word}`, meaning]).join('\t'));

  const first = titles.join('\n');
  const stampOfTitles = digest(first);
  const then = second.join('\n');
  const stampOfEntries = digest(stampOfTitles + then);
  const all = `${first}\n${then}\n${text.join('\n')}`;
  return {
    titles: `${stampOfTitles}\n${first}`,
    entries: `${stampOfTitles} ${stampOfEntries}\n${then}`,
    text: `${stampOfEntries}\n${text.join('\n')}`,
    sounds: `${stampOfEntries}\n${writeSounds(all, locale)}\n\n${other.join('\n')}`,
  };
}

function writeSounds(text: string, locale: Locale): string {
  const known = new Set(text.match(/[\u4e00-\u9fff]/g));
  let pairs = '';
  const letters = [...TRADITIONAL];
  for (let i = 0; i + 1 < letters.length; i += 2)
    if (known.has(letters[i + 1] ?? '') && !known.has(letters[i] ?? '')) pairs += `${letters[i]}${letters[i + 1]}`;
  if (locale === 'en') return pairs;
  const bySyllable = new Map<string, string[]>();
  const put = (character: string, reading: string) => {
    const list = bySyllable.get(reading) ?? [];
    if (!list.includes(character)) list.push(character);
    bySyllable.set(reading, list);
  };
  for (const character of [...known, ...commonCharacters()]) {
    const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
    for (const reading of readings.slice(0, 2)) if (/^[a-z]+$/.test(reading)) put(character, reading);
  }
  return [pairs, ...[...bySyllable].sort().map(([syllable, characters]) => syllable + characters.join(''))].join('\n');
}

/** The 3,755 most common characters: level 1 of GB 2312, in its order. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      characters.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return characters;
}

function clean(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 8);
}
