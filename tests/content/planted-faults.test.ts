import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/build/content/problem.ts';
import { checkWith } from './small-handbook.ts';

const LIST = 'content/checklists/first-list.yaml';
const PAGE = 'content/pages/complex/first-page.yaml';
const ZH = 'content/handbook/zh-CN/complex/first-page.mdx';
const EN = 'content/handbook/en/complex/first-page.mdx';

const told = (...fault: Parameters<typeof checkWith>) =>
  checkWith(...fault)
    .problems.map(describeProblem)
    .join('\n');

test('content without a fault has no problem', () => {
  expect(told()).toBe('');
});

describe('an author is told file, line, id, what is wrong and what to do, in both languages', () => {
  test('when a translation is missing', () => {
    expect(told(LIST, [', en: Look at the roof', ''])).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:14
        [missing] groups[0] "civil" › items[0] "roof" › label › en 缺少
        → 在这里补上“en”。
        [missing] groups[0] "civil" › items[0] "roof" › label › en is missing
        → Add "en" here."
    `);
  });
  test('when a key is misspelt', () => {
    expect(told(LIST, ['evidence:', 'evidense:'])).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:13
        [missing] groups[0] "civil" › items[0] "roof" › evidence 缺少
        → 在这里补上“evidence”。
        [missing] groups[0] "civil" › items[0] "roof" › evidence is missing
        → Add "evidence" here.
      content/checklists/first-list.yaml:16
        [unknown-key] groups[0] "civil" › items[0] "roof" 有一个没有用处的键“evidense”
        → 是不是想写“evidence”？
        [unknown-key] groups[0] "civil" › items[0] "roof" has a key nothing reads: "evidense"
        → Did you mean "evidence"?"
    `);
  });
  test('when an id has the wrong form', () => {
    expect(told(LIST, ['id: roof', 'id: Roof Top'])).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:13
        [invalid] groups[0] "civil" › items[0] "Roof Top" › id 不对：要用小写英文和连字符，例如 "photograph-meters"
        → 改这个值。
        [invalid] groups[0] "civil" › items[0] "Roof Top" › id must be kebab-case, e.g. "photograph-meters"
        → Change this value."
    `);
  });
  test('when an id is used twice', () => {
    expect(
      told(LIST, [
        'source: [some-law@3]',
        'source: [some-law@3]\n      - { id: roof, label: { zh-CN: 又一项, en: Again }, why: { zh-CN: 因为, en: Because }, evidence: { zh-CN: 照片, en: A photo }, role: engineer, mandatory: true, source: [our-practice] }',
      ]),
    ).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:20
        [invalid] groups[0] "civil" › items[1] "roof" › id 不对：“roof”在这张清单里已经用过或停用；换一个新编号，旧编号不再用
        → 改这个值。
        [invalid] groups[0] "civil" › items[1] "roof" › id "roof" is already used or retired in this checklist; choose a new id, never reuse one
        → Change this value."
    `);
  });
  test('when a value is of the wrong sort', () => {
    expect(told(LIST, ['mandatory: true', 'mandatory: 必须'])).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:18
        [invalid] groups[0] "civil" › items[0] "roof" › mandatory 应该是“true”或“false”，写的却是文字
        → 改这个值。
        [invalid] groups[0] "civil" › items[0] "roof" › mandatory must be true or false, but is text
        → Change this value."
    `);
  });
  test('once, and not again wherever the faulty entry is mentioned', () => {
    expect(told(PAGE, ['review: 2027-11-24', 'review: 2027-13-24'])).toMatchInlineSnapshot(`
      "content/pages/complex/first-page.yaml:3
        [invalid] document › review 不对：要是真有的日期，加引号，例如 "2026-10-01"
        → 改这个值。
        [invalid] document › review must be a date such as "2026-10-01", in quotes
        → Change this value."
    `);
    expect(checkWith(LIST, ['evidence:', 'evidense:']).problems.map(({ file }) => file)).toEqual([LIST, LIST]);
  });
  test('when YAML cannot be read', () => {
    expect(told(LIST, ['zh-CN: 漏水', 'zh-CN: "漏水'])).toContain(`${LIST}:`);
    expect(told(LIST, ['zh-CN: 漏水', 'zh-CN: "漏水'])).toContain('[yaml] YAML 读不懂');
  });
  test('when a role, a source or an article does not exist', () => {
    expect(told(LIST, ['role: engineer', 'role: enginer'])).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:17
        [reference] first-list › groups › 0 › items › 0 › role 在 content/roles/ 里找不到“enginer”
        → 是不是想写“engineer”？
        [reference] first-list › groups › 0 › items › 0 › role "enginer" is not in content/roles/
        → Did you mean "engineer"?"
    `);
    expect(told(LIST, ['some-law@3', 'some-law@4'])).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:19
        [reference] first-list › groups › 0 › items › 0 › source › 0 “some-law”没有列出第 4 条
        → 只引用该法规条目 articles 里已有的条号；没有看过原文的条号不要写。
        [reference] first-list › groups › 0 › items › 0 › source › 0 "some-law" does not list article 4
        → Cite only articles in that law’s own list; never an article whose text was not seen."
    `);
    expect(told(PAGE, ['sources: [our-practice]', 'sources: [no-such-thing-at-all]'])).toMatchInlineSnapshot(`
      "content/pages/complex/first-page.yaml:6
        [reference] complex/first-page › sources › 0 在 content/sources/ 里找不到“no-such-thing-at-all”
        → 先添加这个条目，或改成已有的编号。
        [reference] complex/first-page › sources › 0 "no-such-thing-at-all" is not in content/sources/
        → Add that entry first, or use the id of one that exists."
    `);
  });
  test('when a page stands in no contents', () => {
    expect(
      told('content/navigation/complex.yaml', ['pages: [complex/first-page]', 'pages: [complex/second-page]']),
    ).toMatchInlineSnapshot(`
      "content/navigation/complex.yaml:7
        [reference] complex › chapters › 0 › pages › 0 在 content/pages/ 里找不到“complex/second-page”
        → 是不是想写“complex/first-page”？
        [reference] complex › chapters › 0 › pages › 0 "complex/second-page" is not in content/pages/
        → Did you mean "complex/first-page"?
      content/pages/complex/first-page.yaml:1
        [reference] complex/first-page 这一页在 content/navigation/ 里出现 0 次，应为 1 次
        → 在所属方案的目录文件里加一行。
        [reference] complex/first-page this page stands 0 times in content/navigation/, not once
        → Add one line to the contents of its scheme."
    `);
  });
  test('when a document number is used twice', () => {
    expect(told(LIST, ['ZG-C-01', 'ZG-1-01-01'])).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:3
        [duplicate] first-list 文件编号 ZG-1-01-01 已用于 content/pages/complex/first-page.yaml
        → 换一个编号。
        [duplicate] first-list document number ZG-1-01-01 is already used in content/pages/complex/first-page.yaml
        → Choose another number."
    `);
  });
  test('when a page lacks one of its languages', () => {
    expect(told(EN, undefined)).toMatchInlineSnapshot(`
      "content/handbook/en/complex/first-page.mdx:1
        [parity] 缺这个文件（见 content/pages/complex/first-page.yaml）
        → 补上它，或删掉另一个。
        [parity] this file is missing (because of content/pages/complex/first-page.yaml)
        → Add it, or remove the other one."
    `);
  });
  test('when the two languages of a page differ', () => {
    expect(told(EN, ['- two\n', ''])).toMatchInlineSnapshot(`
      "content/handbook/en/complex/first-page.mdx:5
        [parity] 两种语言不一致：中文是“ul 2”（content/handbook/zh-CN/complex/first-page.mdx:5），英文是“ul 1”
        → 两边的标题编号、列表项数、表格和组件要一样。
        [parity] the languages differ: Chinese has "ul 2" (content/handbook/zh-CN/complex/first-page.mdx:5), English has "ul 1"
        → Give both the same heading ids, list lengths, tables and components."
    `);
    expect(told(EN, ['[#first]', '[#start]'])).toMatchInlineSnapshot(`
      "content/handbook/en/complex/first-page.mdx:1
        [parity] 两种语言不一致：中文是“h2 #first”（content/handbook/zh-CN/complex/first-page.mdx:1），英文是“h2 #start”
        → 两边的标题编号、列表项数、表格和组件要一样。
        [parity] the languages differ: Chinese has "h2 #first" (content/handbook/zh-CN/complex/first-page.mdx:1), English has "h2 #start"
        → Give both the same heading ids, list lengths, tables and components."
    `);
    expect(told(EN, ['<Src id="our-practice"/>', ''])).toMatchInlineSnapshot(`
      "content/handbook/en/complex/first-page.mdx:1
        [parity] 两种语言不一致：中文是“<Src id=our-practice> ×1”（content/handbook/zh-CN/complex/first-page.mdx:1），英文是“<Src id=our-practice> ×0”
        → 两边的标题编号、列表项数、表格和组件要一样。
        [parity] the languages differ: Chinese has "<Src id=our-practice> ×1" (content/handbook/zh-CN/complex/first-page.mdx:1), English has "<Src id=our-practice> ×0"
        → Give both the same heading ids, list lengths, tables and components."
    `);
  });
  test('when prose names a component that there is not, or breaks off', () => {
    expect(told(ZH, ['<Src id="our-practice"/>', '<Sources id="our-practice"/>'])).toContain(
      '[unknown-key] <Sources> 没有这个组件',
    );
    expect(told(ZH, ['<Src id="our-practice"/>', '<Src id="our-practice">'])).toContain('[prose] MDX 读不懂');
  });
  test('when Chinese text has half-width punctuation', () => {
    expect(told(ZH, ['先看图，再', '先看图,再'])).toMatchInlineSnapshot(`
      "content/handbook/zh-CN/complex/first-page.mdx:3
        [prose] 中文里用了半角标点：“图,”
        → 改用全角标点：，；：！？（）。
        [prose] half-width punctuation in Chinese text: "图,"
        → Use full-width punctuation there: ，；：！？（）."
    `);
  });
  test('when somebody’s contact data slips in', () => {
    expect(told(LIST, ['zh-CN: 照片', 'zh-CN: 照片发给 wang@example.com'])).toMatchInlineSnapshot(`
      "content/checklists/first-list.yaml:16
        [personal-data] first-list › groups › 0 › items › 0 › evidence › zh-CN 像是个人联系方式：“wang@example.com”
        → 删掉；手册里只有岗位，没有个人。
        [personal-data] first-list › groups › 0 › items › 0 › evidence › zh-CN this looks like somebody’s contact data: "wang@example.com"
        → Remove it; the handbook knows posts, not people."
    `);
  });
});

test('all problems of all files are told at once, in the order of files and lines', () => {
  const { problems } = checkWith(LIST, ['title: { zh-CN: 土建, en: Civil works }', 'titel: { zh-CN: 土建 }']);
  expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toMatchInlineSnapshot(`
    [
      "content/checklists/first-list.yaml:10 missing",
      "content/checklists/first-list.yaml:11 unknown-key",
    ]
  `);
});
