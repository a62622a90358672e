import { beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../../src/build/search/read-page.ts';
import { type IndexEntry, type IndexPage, writeIndex } from '../../../src/build/search/write-index.ts';
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
  const files = writeIndex(pages, entries, 'zh-CN');
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

  it('finds nothing for what is nowhere', () => {
    expect(search.find('qqqzzz').hits).toEqual([]);
    expect(search.find('  ，').hits).toEqual([]);
  });

  it('finds sources last and does not show the marks that lead to them', () => {
    expect(search.find('消防法').hits.map(({ path }) => path.split('#')[0])).toEqual(['handbook/complex/site']);
    expect(search.find('来源里写了').hits[0]?.path).toBe('handbook/complex/site#refund');
  });

  it('answers from titles alone until the rest is there', async () => {
    const files = writeIndex(pages, entries, 'zh-CN');
    const early = new Search();
    await early.add('titles', files.titles);
    expect(early.find('退押金').hits[0]?.path).toBe('handbook/complex/site#refund');
    expect(early.find('统一样式').hits).toEqual([]);
    await early.add('entries', files.entries);
    await early.add('text', files.text);
    expect(early.find('统一样式').hits[0]?.path).toBe('checklists/platform-readiness#hang-plate');
  });

  it('refuses a file of another build', () => {
    const files = writeIndex(pages, entries, 'zh-CN');
    const other = writeIndex(pages.slice(1), entries, 'zh-CN');
    const early = new Search();
    void early.add('titles', files.titles);
    expect(early.fits(other.entries, 'entries')).toBe(false);
  });
});
