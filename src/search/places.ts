import { fold } from './fold.ts';

/** What a result is, said beside it. */
export type Kind =
  | 'emergency'
  | 'page'
  | 'checklist'
  | 'service'
  | 'path'
  | 'tool'
  | 'list'
  | 'source'
  | 'term'
  | 'rule'
  | 'item'
  | 'step';

export interface PageInfo {
  /** Without language and outer slashes. */
  path: string;
  kind: Kind;
  /** Id of the scheme, or empty. */
  scheme: string;
  /** Names and triggers of an emergency card, folded. */
  names?: string[];
  /** Phone numbers of an emergency card. */
  calls: string[];
  top: Place;
  sections: Place[];
  entries: Place[];
}

/** The places and fields in which a Latin word stands. */
export interface Postings {
  places: Place[];
  fields: Chunk['field'][];
}

/** Where a result can lead: the top of a page, a section, or an item, rule, step or term in it. */
export interface Place {
  id: number;
  page: PageInfo;
  anchor: string;
  kind: Kind | 'section';
  label: string;
  /** Of the folded label. */
  length: number;
  aliases: string[];
  /** Blocks of text as they are read, and the same folded. */
  body: string[];
  folded: string[];
  /** The section an item stands in. */
  section?: Place;
}

/** The fields of the full text: what is read, names of sources, what is asked. */
const TEXT = ['body', 'weak', 'asked'] as const;

/** Lines of folded text, each owned by a place. */
export interface Chunk {
  field: 'label' | 'alias' | 'asked' | 'body' | 'weak' | 'foreign' | 'other';
  text: string;
  /** Where each line begins, ascending. */
  starts: number[];
  owners: Place[];
}

const PAGE_KINDS: Record<string, Kind> = {
  emergency: 'emergency',
  checklists: 'checklist',
  directory: 'service',
  learn: 'path',
  estimators: 'tool',
  planner: 'tool',
  'fit-out': 'tool',
  projects: 'tool',
  storage: 'tool',
  sources: 'source',
  questions: 'list',
};
/** A path of one part is a list of pages of its kind. */
function kindOf(path: string): Kind {
  const parts = path.split('/');
  const kind = PAGE_KINDS[parts[0] ?? ''];
  if (kind === 'tool') return kind;
  return parts.length === 1 || (parts[0] === 'handbook' && parts.length === 2) ? 'list' : (kind ?? 'page');
}
const ENTRY_KINDS: Record<string, Kind> = { i: 'item', s: 'step', r: 'rule', l: 'source' };

/**
 * Everything the search knows, read from the files that `src/build/search/` writes (their format is told in `write-index.ts`). Each
 * `add…` may be called once; what is not there yet is simply not found.
 */
export class Places {
  readonly pages: PageInfo[] = [];
  readonly all: Place[] = [];
  readonly chunks: Chunk[] = [];
  /** Every Latin word, folded. */
  readonly vocabulary = new Map<string, Postings>();
  #sorted: string[] = [];
  /** What people say → what the handbook says, both folded. */
  readonly words = new Map<string, string[]>();

  addTitles(file: string): void {
    const [, ...lines] = file.split('\n');
    const from = this.all.length;
    let page: PageInfo | undefined;
    for (const line of lines) {
      const cells = line.slice(1).split('\t');
      if (line[0] === '#' && page) page.sections.push(this.#place(page, 'section', cells[0], cells[1]));
      else if (line[0] === '*' && page) page.entries.push(this.#place(page, 'term', cells[0], cells[1]));
      else if (line !== '') page = this.#page(line.split('\t'));
    }
    this.#index(from);
  }

  addEntries(file: string): void {
    const [, ...lines] = file.split('\n');
    const from = this.all.length;
    const late: [Place, string][] = [];
    let page: PageInfo | undefined;
    let section: Place | undefined;
    for (const line of lines) {
      const rest = line.slice(1);
      const [first = '', second = ''] = rest.split('\t');
      switch (line[0]) {
        case '+':
          page = this.#page(rest.split('\t'));
          section = undefined;
          break;
        case '@':
          page = this.pages[Number(rest)];
          section = undefined;
          break;
        case '=':
          if (page) {
            page.top.aliases.push(rest);
            late.push([page.top, rest]);
          }
          break;
        case '?': {
          const place = first === '0' ? page?.top : page?.sections[Number(first) - 1];
          if (place) late.push([place, second]);
          break;
        }
        case '>':
          section = page?.sections[Number(rest) - 1];
          break;
        case '~':
          this.#word(first, second);
          break;
        case '^': {
          const term = page?.entries[Number(first)];
          if (!term) break;
          term.aliases = second.split('|');
          for (const alias of term.aliases) {
            late.push([term, alias]);
            this.#word(alias, term.label);
          }
          break;
        }
        default:
          if (!page || line === '') break;
          {
            const place = this.#place(page, ENTRY_KINDS[line[0] ?? ''] ?? 'item', first, second);
            if (section) place.section = section;
            page.entries.push(place);
          }
      }
    }
    this.#index(from);
    this.#chunk('alias', late);
  }

  /** Adds the full text, in parts between which `pause` is awaited. */
  async addText(file: string, pause: () => Promise<void>): Promise<void> {
    const lines = file.split('\n');
    let page: PageInfo | undefined;
    let place: Place | undefined;
    let field: (typeof TEXT)[number] = 'body';
    const batches: Record<(typeof TEXT)[number], [Place, string][]> = { body: [], weak: [], asked: [] };
    const take = (): void => {
      for (const one of TEXT) this.#chunk(one, batches[one].splice(0));
    };
    let size = 0;
    for (let i = 1; i < lines.length; i++) {
      const line = lines[i] ?? '';
      if (line[0] === '\t') {
        field = line[1] === 'z' ? 'weak' : line[1] === 'q' ? 'asked' : 'body';
        const [sign, n] = field === 'asked' ? [line[2], Number(line.slice(3))] : [line[1], Number(line.slice(2))];
        if (sign === 'p') page = this.pages[n];
        if (sign === 'e') place = page?.entries[n];
        else place = sign === 's' && n > 0 ? page?.sections[n - 1] : page?.top;
        continue;
      }
      if (!place || line === '') continue;
      if (field === 'body') place.body.push(line);
      batches[field].push([place, line]);
      size += line.length;
      if (size > 12_000) {
        take();
        size = 0;
        await pause();
      }
    }
    take();
  }

  /** Latin words of the vocabulary that begin so, with where they stand. */
  *beginningWith(letters: string): Generator<readonly [word: string, Postings]> {
    if (this.#sorted.length !== this.vocabulary.size) this.#sorted = [...this.vocabulary.keys()].sort();
    const words = this.#sorted;
    let low = 0;
    for (let high = words.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? '') < letters) low = middle + 1;
      else high = middle;
    }
    for (; words[low]?.startsWith(letters); low++) {
      const postings = this.vocabulary.get(words[low] ?? '');
      if (postings) yield [words[low] ?? '', postings];
    }
  }

  /** Adds names in the other language: lines `page[.entry]<tab>name|name`. */
  addOther(lines: readonly string[]): void {
    const titles: [Place, string][] = [];
    const owned: [Place, string][] = [];
    for (const line of lines) {
      const [where = '', names = ''] = line.split('\t');
      const [page, entry] = where.split('.');
      const info = this.pages[Number(page)];
      const place = entry === undefined ? info?.top : info?.entries[Number(entry)];
      if (!place) continue;
      for (const [i, name] of names.split('|').entries()) {
        (i === 0 ? titles : owned).push([place, name]);
        if (place === info?.top) info.names?.push(fold(name));
      }
    }
    this.#chunk('foreign', titles);
    this.#chunk('other', owned);
  }

  #page([path = '', title = '', aliases = '', calls = '', scheme = '']: string[]): PageInfo {
    const page = {
      path,
      kind: kindOf(path),
      scheme,
      calls: calls === '' ? [] : calls.split('|'),
      sections: [],
      entries: [],
    } as unknown as PageInfo;
    page.top = this.#place(page, page.kind, '', title);
    if (aliases !== '') page.top.aliases = aliases.split('|');
    if (page.kind === 'emergency') page.names = [...title.split(/[、，,]| or /), ...page.top.aliases].map(fold);
    this.pages.push(page);
    return page;
  }

  #place(page: PageInfo, kind: Place['kind'], anchor = '', label = ''): Place {
    const place: Place = {
      id: this.all.length,
      page,
      anchor,
      kind,
      label,
      length: fold(label).length,
      aliases: [],
      body: [],
      folded: [],
    };
    this.all.push(place);
    return place;
  }

  #word(word: string, meaning: string): void {
    const [from, to] = [fold(word), fold(meaning)];
    if (from === to || from.length < 2) return;
    const known = this.words.get(from);
    if (!known) this.words.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  }

  #index(from: number): void {
    const added = this.all.slice(from);
    this.#chunk(
      'label',
      added.map((place) => [place, place.label]),
    );
    this.#chunk(
      'alias',
      added.flatMap((place) => place.aliases.map((alias): [Place, string] => [place, alias])),
    );
  }

  #chunk(field: Chunk['field'], owned: readonly (readonly [Place, string])[]): void {
    if (owned.length === 0) return;
    const text = fold(owned.map(([, words]) => words).join('\n'));
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.chunks.push({ field, text, starts, owners: owned.map(([place]) => place) });
    if (field === 'body') {
      for (const [i, [place]] of owned.entries())
        place.folded.push(text.slice(starts[i], (starts[i + 1] ?? text.length + 1) - 1));
    }
    let line = 0;
    for (const { 0: word, index } of text.matchAll(/[a-z0-9]*[a-z][a-z0-9]*/g)) {
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= index) line++;
      const place = owned[line]?.[0];
      if (!place) continue;
      let known = this.vocabulary.get(word);
      if (!known) {
        known = { places: [], fields: [] };
        this.vocabulary.set(word, known);
      }
      if (known.places.at(-1) === place && known.fields.at(-1) === field) continue;
      known.places.push(place);
      known.fields.push(field);
    }
  }
}
