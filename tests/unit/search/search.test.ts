import { beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../../src/build/search/read-page.ts';
import { type IndexEntry, type IndexPage, writeIndex } from '../../../src/build/search/write-index.ts';
import { mark } from '../../../src/search/excerpt.ts';
import { readQuery } from '../../../src/search/query.ts';
import { Search } from '../../../src/search/search.ts';

const html = (body: string) => `<html><body><main id="main" data-pagefind-body>${body}</main></body></html>`;

function page(path: string, body: string, more: Partial<IndexPage> = {}): IndexPage {
  const read = readPage(html(body), new Set(['stay-calm', 'fit-out-deposit', 'hang-plate']));
  if (!read) throw new Error('no main');
  return {
    path,
    read,
    scheme: 'complex',
    synonyms: { 'zh-CN': [], en: [] },
    otherTitle: '',
    calls: [],
    questions: [],
    asked: [],
    ...more,
  };
}

const entries = new Map<string, IndexEntry>([
  ['emergency/lift-entrapment#stay-calm', { kind: 'step', label: '接对讲，稳住人', synonyms: [], other: [] }],
  [
    'glossary#fit-out-deposit',
    { kind: 'term', label: '装修押金', synonyms: ['装修保证金'], other: ['fit-out deposit'] },
  ],
  ['checklists/platform-readiness#hang-plate', { kind: 'item', label: '挂牌子', synonyms: [], other: [] }],
]);
const pages = [
  page(
    'handbook/complex/parking',
    '<h1>停车场</h1><p>车位先给业主。</p><h2 id="share">怎样共享</h2><p>晚间把写字楼的 200 个车位给商场。</p>',
    {
      otherTitle: 'Parking',
      questions: [['share', '写字楼的车位晚上能给商场用吗？']],
    },
  ),
  page(
    'handbook/complex/site',
    '<h1>装修现场</h1><h2 id="refund">退押金</h2><p>地台高 150 mm，柜高 950 mm。来源<sup>3</sup>里写了。</p><section class="src" data-pagefind-ignore><h2 id="sources">出处</h2><ol><li>消防法</li></ol></section>',
  ),
  page('handbook/complex/tall', '<h1>超高层</h1><p>柜高 1950 mm。</p>'),
  page(
    'emergency/lift-entrapment',
    '<h1>电梯困人</h1><ol><li id="stay-calm"><strong>接对讲，稳住人</strong><small>值班经理</small></li></ol>',
    {
      synonyms: { 'zh-CN': ['电梯', '关在电梯里'], en: ['lift'] },
      otherTitle: 'Lift entrapment',
      calls: ['119'],
    },
  ),
  page(
    'glossary',
    '<h1>术语</h1><h2 id="letter-z">Z</h2><dl><div id="fit-out-deposit"><dt>装修押金</dt><dd>开工前收、验收后退的钱</dd></div></dl>',
  ),
  page(
    'checklists/platform-readiness',
    '<h1>平台准备清单</h1><ol><li id="hang-plate"><b>挂牌子</b><p>统一样式</p></li></ol>',
  ),
];

async function open(): Promise<Search> {
  const files = writeIndex({ pages, entries, everyday: [] }, 'zh-CN');
  const search = new Search();
  for (const part of ['titles', 'entries', 'text', 'sounds'] as const) {
    expect(search.fits(files[part], part)).toBe(true);
    await search.add(part, files[part]);
  }
  return search;
}

describe('search', () => {
  let search: Search;
  beforeAll(async () => {
    search = await open();
  });
  const first = (query: string) => search.find(query).hits[0]?.path;

  it.each([
    ['停车场', 'handbook/complex/parking'],
    ['怎样共享', 'handbook/complex/parking#share'],
    ['晚上能给商场用吗', 'handbook/complex/parking#share'],
    ['電梯困人', 'emergency/lift-entrapment'],
    ['dianti', 'emergency/lift-entrapment'],
    ['dtkr', 'emergency/lift-entrapment'],
    ['电体困人', 'emergency/lift-entrapment'],
    ['parking', 'handbook/complex/parking'],
    ['装修保证金', 'glossary#fit-out-deposit'],
    ['挂牌子', 'checklists/platform-readiness#hang-plate'],
    ['稳住人', 'emergency/lift-entrapment#stay-calm'],
    ['９５０ ｍｍ', 'handbook/complex/site#refund'],
    ['退押', 'handbook/complex/site#refund'],
  ])('%s leads to %s', (query, path) => {
    expect(first(query)).toBe(path);
  });

  it('a figure is a whole figure: 950 is not found in 1950', () => {
    expect(search.find('950mm').hits.map(({ path }) => path.split('#')[0])).toEqual(['handbook/complex/site']);
  });

  it('says what was looked for instead of a misspelt word', () => {
    expect(search.find('电体困人').instead).toBe('电梯困人');
    expect(search.find('电梯困人').instead).toBeUndefined();
  });

  it('marks what was found in the words that are shown', () => {
    const shown = search.find('写字楼车位').hits[0]?.show();
    expect(shown?.excerpt?.marks.map(([start, end]) => shown.excerpt?.text.slice(start, end))).toEqual([
      '写字楼',
      '车位',
    ]);
  });

  it('marks a character alone only where nothing longer is to be marked', () => {
    const marksOf = (text: string, query: string) => {
      const { marks } = mark(text, readQuery(query));
      return marks.map(([start, end]) => text.slice(start, end));
    };
    expect(marksOf('电梯有人维保，困人先报', '电梯困人')).toEqual(['电梯', '困人']);
    expect(marksOf('未成年人的门没有关，店里有烟', '店里冒黑烟')).not.toContain('里');
    expect(marksOf('走廊有烟', '店里冒黑烟')).toEqual(['烟']);
  });

  it('leads to no heading that is left out of the search', () => {
    const { blocks } = readPage(
      html(
        '<h1>火灾</h1><p>报警。</p><section data-pagefind-ignore><h2 id="flow">流程</h2></section><h2 id="then">然后</h2>',
      ),
      new Set(),
    ) ?? { blocks: [] };
    expect(blocks.map(({ text, section }) => [text, section])).toEqual([
      ['火灾', undefined],
      ['报警。', undefined],
      ['然后', 'then'],
    ]);
  });

  it('finds nothing for what is nowhere', () => {
    expect(search.find('qqqzzz').hits).toEqual([]);
    expect(search.find('  ，').hits).toEqual([]);
  });

  it('finds sources last and does not show the marks that lead to them', () => {
    expect(search.find('消防法').hits.map(({ path }) => path.split('#')[0])).toEqual(['handbook/complex/site']);
    expect(search.find('来源里写了').hits[0]?.path).toBe('handbook/complex/site#refund');
  });

  it('answers from titles alone until the rest is there', async () => {
    const files = writeIndex({ pages, entries, everyday: [] }, 'zh-CN');
    const early = new Search();
    await early.add('titles', files.titles);
    expect(early.find('退押金').hits[0]?.path).toBe('handbook/complex/site#refund');
    expect(early.find('统一样式').hits).toEqual([]);
    await early.add('entries', files.entries);
    await early.add('text', files.text);
    expect(early.find('统一样式').hits[0]?.path).toBe('checklists/platform-readiness#hang-plate');
  });

  it('does not list again what a tool shows a second time with its state', () => {
    const read = readPage(
      html(
        '<h1>清单</h1><h3 id="hang-plate">挂牌子</h3><p>统一样式</p><ul><li>○ 未查1.2 挂牌子</li><li>○ 未查1.3 别的</li></ul>',
      ),
      new Set(['hang-plate']),
    );
    expect(read?.blocks.map(({ text }) => text).filter((text) => text !== '')).toEqual([
      '清单',
      '挂牌子',
      '统一样式',
      '○ 未查1.3 别的',
    ]);
  });

  it('refuses a file of another build', () => {
    const files = writeIndex({ pages, entries, everyday: [] }, 'zh-CN');
    const other = writeIndex({ pages: pages.slice(1), entries, everyday: [] }, 'zh-CN');
    const early = new Search();
    void early.add('titles', files.titles);
    expect(early.fits(other.entries, 'entries')).toBe(false);
  });
});

/** A search over a few pages of its own. */
async function over(locale: 'zh-CN' | 'en', ...own: IndexPage[]): Promise<(query: string) => string[]> {
  const files = writeIndex({ pages: own, entries, everyday: [] }, locale);
  const search = new Search();
  for (const part of ['titles', 'entries', 'text'] as const) await search.add(part, files[part]);
  return (query) => search.find(query).hits.map(({ path }) => path);
}

describe('ranking', () => {
  it('puts a page that holds the characters as they were typed before one that is named by their parts', async () => {
    const find = await over(
      'zh-CN',
      page('handbook/complex/rounds', '<h1>消防巡查</h1><h2 id="who">谁巡查消火栓</h2><p>每天两遍。</p>'),
      page('handbook/complex/night', '<h1>夜班</h1><h2 id="last">收尾</h2><p>下班前巡查消防门一次。</p>'),
      page('handbook/complex/day', '<h1>白班</h1><p>接班。</p>'),
    );
    expect(find('巡查消防')[0]).toBe('handbook/complex/night#last');
  });

  it('keeps an emergency card that is called by its name before any page that holds the word', async () => {
    const find = await over(
      'zh-CN',
      page('handbook/complex/lifts', '<h1>电梯</h1><h2 id="lift">电梯</h2><p>电梯，电梯。</p>'),
      page('emergency/lift-entrapment', '<h1>电梯困人</h1><p>别扒门。</p>', {
        synonyms: { 'zh-CN': ['电梯'], en: [] },
        calls: ['119'],
      }),
    );
    expect(find('电梯')[0]).toBe('emergency/lift-entrapment');
  });

  it('leads a question to the heading that says it answers it', async () => {
    const find = await over(
      'zh-CN',
      page(
        'handbook/complex/money',
        '<h1>装修押金</h1><p>押金怎么收、怎么退。</p><h2 id="why">为什么收</h2><p>押金保证公共部位。</p><h2 id="when">多久退</h2><p>押金在验收后退。</p>',
      ),
      page('handbook/complex/day', '<h1>白班</h1><p>接班。</p>'),
    );
    expect(find('为什么要收装修押金')[0]).toBe('handbook/complex/money#why');
    expect(find('装修押金什么时候退')[0]).toBe('handbook/complex/money#when');
    expect(find('装修押金')[0]).toBe('handbook/complex/money');
  });

  it('leads to the section that has what the title does not say', async () => {
    const find = await over(
      'zh-CN',
      page(
        'handbook/department/arrears',
        '<h1>历史欠费</h1><p>提成、减免一起讲。</p><h2 id="commission">提成</h2><p>比例按年份。</p><h2 id="relief">减免</h2><p>先申请。</p>',
      ),
      page('handbook/complex/day', '<h1>白班</h1><p>接班。</p>'),
    );
    expect(find('欠费提成比例')[0]).toBe('handbook/department/arrears#commission');
    expect(find('欠费减免')[0]).toBe('handbook/department/arrears#relief');
  });

  it('takes a bent English name for the name', async () => {
    const find = await over(
      'en',
      page('handbook/complex/buying', '<h1>Buying</h1><p>Tenders, tenders and more tenders from suppliers.</p>'),
      page('handbook/complex/tendering', '<h1>Tendering</h1><p>Two points.</p>'),
    );
    expect(find('tenders')[0]).toBe('handbook/complex/tendering');
  });
});
