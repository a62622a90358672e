import { fold, HAN } from './fold.ts';

/** One thing to look for. */
export interface Unit {
  /** Folded; the first form is what was typed, the others mean the same (50米, 50m) or nearly so. */
  forms: readonly (readonly [text: string, worth: number])[];
  kind: 'han' | 'word' | 'number';
  /** 1, or less where a word cutter sees no word. */
  weight: number;
}

/** A piece of the query that was typed in one go, and which units it was cut into. */
export interface Run {
  text: string;
  from: number;
  to: number;
}

export interface Query {
  /** Folded piece by piece: a space or a mark beside Chinese characters still parts them. */
  text: string;
  /** Folded whole. */
  folded: string;
  /** What is left of it without question words: runs of Chinese characters, words, numbers. */
  runs: Run[];
  units: Unit[];
  /** What a question word asks for, as headings name it: "几点" a time, "who" somebody responsible. */
  asks: Unit[];
  /** The last word may still be being typed. */
  open: boolean;
}

/** English words of one family that no ending joins. */
const KIN = new Map(
  'submit submission,apply application,decide decision,maintain maintenance,receive receipt,choose choice,lose loss,occupy occupation,explode explosion,relieve relief,prove proof,permit permission,sell sale,steal theft,pay payment,injured injury,sick illness,died death,sewage drainage,analyse analysis,insure insurance'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string])
    .flatMap(([a, b]): [string, string][] => [
      [a, b],
      [b, a],
    ]),
);

/** Words of asking, longest first; they say nothing about the place. */
const ASKING = [
  '什么时候|啥时候|为啥|凭啥|凭什么|是啥|咋整|咋办|咋弄|怎么弄|怎么搞|咋|啥|归谁|找谁|几名|发现|遇到|碰到|发生|出现|从几点|到几点|几点|怎么处理|怎么计算|怎么算|怎么办|怎么做|怎么样|怎么写|怎么说|怎样|怎么|如何|为什么|为何|是什么|什么是|有什么|什么|哪些|哪里|哪个|哪一|哪种',
  '能不能|可不可以|是不是|有没有|要不要|可以|应该|必须|需要|多少钱|多少|多久|多长时间|多大|多高|请问|我们|有人|有关|关于|一下|算不算',
].join('|');
const ASKING_ZH = new RegExp(ASKING, 'g');
/** Dropped only where the browser's word cutter says that they are words of their own. */
const SMALL_ZH = new Set(
  '的 了 吗 呢 吧 啊 是 在 有 要 被 把 和 与 及 或 就 都 也 还 很 太 给 让 先 后 里 上 谁 几 哪 能 会 应 得 着 过 个 我 你 他 到 做 从 对 为'.split(
    ' ',
  ),
);
const SMALL_EN = new Set(
  'a an the of for to in on at by with from and or is are was be been do does did i we you it they he she my our your must may can could should would will shall what which who whom whose when where why how there that this these those if has have had much many long soon often not as into than then need'.split(
    ' ',
  ),
);

/** Question words, each with the words by which a heading says that it answers them. */
const ASKS: readonly (readonly [RegExp, Unit['kind'], string])[] = [
  [
    /几点|什么时候|啥时候|何时|多久|多长时间|几天|几年|几个月|多快/,
    'han',
    '时间 时段 时限 期限 多久 何时 时候 几点 多快',
  ],
  [/谁|哪个部门/, 'han', '谁 负责 职责 责任'],
  [/为什么|为啥|凭啥|为何|凭什么/, 'han', '为什么 原因'],
  [/多大|多少平/, 'han', '面积 大小'],
  [/多高/, 'han', '高度 多高'],
  [/多少钱/, 'han', '价格 费用 钱 单价'],
  [/怎么算|怎么计算|如何计算/, 'han', '怎么算 计算 算'],
  [/怎么|怎样|如何|咋/, 'han', '怎么 怎样 步骤'],
  [/\bwhy\b/, 'word', 'why reasons'],
  [/\bwho\b/, 'word', 'who responsible duties roles'],
  [/\bwhen\b/, 'word', 'when dates hours'],
  [/\bhow (long|soon|often)\b/, 'word', 'period time limits soon often'],
  [/\bhow (high|tall)\b/, 'word', 'height high'],
  [/\bhow (big|large)\b/, 'word', 'area size'],
  [/\bhow (do|does|is|are|to|can)\b/, 'word', 'how steps'],
];
/** Weight of what is asked for: more than a word of the question, as it tells which place of the page is meant. */
const ASKED = 1.6;

function asksOf(text: string): Unit[] {
  return ASKS.filter(([pattern]) => pattern.test(text)).map(([, kind, words]) => ({
    kind,
    weight: ASKED,
    forms: words.split(' ').map((word) => [word, 1] as const),
  }));
}

const TOKEN = new RegExp(`\\d+(?:\\.\\d+)?[${HAN}]*(?![^\\s${HAN}])|[${HAN}]+|[^\\s${HAN}]+`, 'gu');
/** Chinese measure words after a figure, with what else they are written as. */
const MEASURE =
  /^(平方米|平米|毫米|厘米|公里|千米|公斤|千瓦|万元|亿元|分钟|小时|米|万|亿|元|年|月|日|天|个|户|家|台|层|人|次|项|步|级|岁|楼)/;
const LATIN: Record<string, string> = {
  平方米: 'm2',
  平米: 'm2',
  毫米: 'mm',
  厘米: 'cm',
  公里: 'km',
  千米: 'km',
  公斤: 'kg',
  千瓦: 'kw',
  米: 'm',
};

interface Segmenter {
  segment(text: string): Iterable<{ segment: string; index: number }>;
}
let cutter: Segmenter | null | undefined;

const BREAK = new RegExp(`(?<=[${HAN}])[^\\p{L}\\p{N}%]+|[^\\p{L}\\p{N}%]+(?=[${HAN}])`, 'u');

/** Cuts what was typed into what is looked for. */
export function readQuery(typed: string): Query {
  const text = typed
    .split(BREAK)
    .map(fold)
    .filter((piece) => piece.trim() !== '')
    .join(' ');
  const runs: Run[] = [];
  const units: Unit[] = [];
  const run = (text: string, add: () => void): void => {
    if (text === '') return;
    const from = units.length;
    add();
    runs.push({ text, from, to: units.length });
  };
  for (const piece of contentOf(text)) {
    const figure = /^(\d+(?:\.\d+)?)([\s\S]*)$/.exec(piece);
    if (figure && !/^[a-z%.]/.test(figure[2] ?? '')) {
      const [, digits = '', rest = ''] = figure;
      const measure = MEASURE.exec(rest)?.[1] ?? '';
      const latin = LATIN[measure];
      run(digits + measure, () =>
        units.push({
          kind: 'number',
          weight: 1,
          forms: [
            [digits + measure, 1],
            ...(latin ? [[digits + latin, 1] as const] : []),
            ...(measure ? [[digits, 0.5] as const] : []),
          ],
        }),
      );
      const after = rest.slice(measure.length);
      run(after, () => units.push(...cutHan(after)));
    } else if (new RegExp(`^[${HAN}]`).test(piece)) {
      run(piece, () => units.push(...cutHan(piece)));
    } else {
      const kin = KIN.get(piece);
      const forms: [string, number][] = [[piece, 1]];
      if (kin !== undefined) forms.push([kin, 0.9]);
      // In a table the unit stands in the head.
      if (/^\d+(\.\d+)?%$/.test(piece)) forms.push([piece.slice(0, -1), 0.5]);
      run(piece, () => units.push({ kind: /^\d/.test(piece) ? 'number' : 'word', weight: 1, forms }));
    }
  }
  return { text, folded: fold(typed), runs, units, asks: asksOf(text), open: !/\s$/.test(typed) };
}

/** Pairs of neighbours; those across the cutter's words weigh little, a word of one character stands for itself. */
function cutHan(run: string): Unit[] {
  if (run.length === 1) return [{ kind: 'han', weight: 1, forms: [[run, 1]] }];
  const borders = new Set<number>();
  const loose = new Set<number>();
  const single: Unit[] = [];
  if (run.length > 2) {
    for (const { segment, index } of cut(run)) {
      if (index > 0) borders.add(index);
      if (segment.length !== 1) continue;
      loose.add(index);
      if (!SMALL_ZH.has(segment)) single.push({ kind: 'han', weight: 0.4, forms: [[segment, 1]] });
    }
  }
  const pairs: Unit[] = [];
  for (let i = 0; i + 2 <= run.length; i++) {
    const isApart = borders.has(i + 1);
    // Two single characters beside each other are often a word that the cutter does not know: 进场, 欠费.
    const weight = !isApart ? 1 : loose.has(i) && loose.has(i + 1) ? 0.7 : 0.4;
    pairs.push({ kind: 'han', weight, forms: [[run.slice(i, i + 2), 1]] });
  }
  return [...pairs, ...single];
}

/** The pieces of a query that mean something; the whole query when nothing would be left. */
function contentOf(text: string): string[] {
  const spaced = text.replace(ASKING_ZH, ' ');
  const pieces: string[] = [];
  for (const [token] of spaced.matchAll(TOKEN)) {
    if (/^[a-z]/.test(token)) {
      if (!SMALL_EN.has(token)) pieces.push(token);
    } else {
      pieces.push(...dropSmallWords(token));
    }
  }
  return pieces.length > 0 ? pieces : [...text.matchAll(TOKEN)].map(([token]) => token);
}

/** Particles go only when the cutter takes them for words and enough is left. */
function dropSmallWords(run: string): string[] {
  if (run.length < 4) return [run];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of cut(run)) {
    if (SMALL_ZH.has(segment)) {
      if (piece) pieces.push(piece);
      piece = '';
    } else piece += segment;
  }
  if (piece) pieces.push(piece);
  return pieces.length > 0 ? pieces : [run];
}

/** Words as the browser sees them; the whole run where it cannot. */
function cut(run: string): Iterable<{ segment: string; index: number }> {
  if (cutter === undefined)
    cutter =
      typeof Intl !== 'undefined' && 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  return cutter?.segment(run) ?? [{ segment: run, index: 0 }];
}
